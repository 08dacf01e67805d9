/** All addons of minikube v1.38 with who maintains them; those that run here have something to apply. */
import { STANDARD_CLASS } from '../../kinds/addons.ts';
import type { Addon, Manifest } from './addon.ts';
import * as ingress from './ingress.ts';

export const MAINTAINERS: Readonly<Record<string, string>> = {
  ambassador: '3rd party (Ambassador)',
  'amd-gpu-device-plugin': '3rd party (AMD)',
  'auto-pause': 'minikube',
  'cloud-spanner': 'Google',
  'csi-hostpath-driver': 'Kubernetes',
  dashboard: 'Kubernetes',
  'default-storageclass': 'Kubernetes',
  efk: '3rd party (Elastic)',
  freshpod: 'Google',
  'gcp-auth': 'Google',
  gvisor: 'minikube',
  headlamp: '3rd party (kinvolk.io)',
  inaccel: '3rd party (InAccel [info@inaccel.com])',
  ingress: 'Kubernetes',
  'ingress-dns': 'minikube',
  'inspektor-gadget': '3rd party (inspektor-gadget.io)',
  istio: '3rd party (Istio)',
  'istio-provisioner': '3rd party (Istio)',
  kong: '3rd party (Kong HQ)',
  kubeflow: '3rd party',
  kubetail: '3rd party (kubetail.com)',
  kubevirt: '3rd party (KubeVirt)',
  logviewer: '3rd party (unknown)',
  metallb: '3rd party (MetalLB)',
  'metrics-server': 'Kubernetes',
  'nvidia-device-plugin': '3rd party (NVIDIA)',
  'nvidia-driver-installer': '3rd party (NVIDIA)',
  'nvidia-gpu-device-plugin': '3rd party (NVIDIA)',
  olm: '3rd party (Operator Framework)',
  'pod-security-policy': '3rd party (unknown)',
  portainer: '3rd party (Portainer.io)',
  registry: 'minikube',
  'registry-aliases': '3rd party (unknown)',
  'registry-creds': '3rd party (UPMC Enterprises)',
  'storage-provisioner': 'minikube',
  'storage-provisioner-rancher': '3rd party (Rancher)',
  traefik: '3rd party (Traefik Labs)',
  volcano: 'third-party (volcano)',
  volumesnapshots: 'Kubernetes',
  yakd: '3rd party (marcnuri.com)',
};

const PROVISIONER_IMAGE = 'gcr.io/k8s-minikube/storage-provisioner:v5';
const METRICS_IMAGE = 'registry.k8s.io/metrics-server/metrics-server:v0.9.0';

/** Addons that can be enabled here. Metrics are there as soon as metrics-server is on: what measures is no Pod. */
export const ADDONS: Readonly<Record<string, Addon>> = {
  'default-storageclass': { manifests: [STANDARD_CLASS as unknown as Manifest], images: [] },
  'storage-provisioner': { manifests: [], images: [PROVISIONER_IMAGE] },
  'metrics-server': { manifests: [], images: [METRICS_IMAGE] },
  ingress: {
    manifests: ingress.manifests,
    images: ingress.images,
    waitsFor: { namespace: 'ingress-nginx', selector: 'app.kubernetes.io/component=controller' },
  },
};
