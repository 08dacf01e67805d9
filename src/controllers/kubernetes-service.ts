/** What the API server keeps for itself: the Service `kubernetes` and where it leads; made again when deleted. */
import type { EndpointSlice, Endpoints, Service } from '../kinds/objects.ts';
import type { Controller, ControllerContext } from './controller.ts';
import { SERVICE_NAME, SLICES } from './endpoints/names.ts';

const [NAMESPACE, NAME] = ['default', 'kubernetes'];
const KEY = `${NAMESPACE}/${NAME}`;
/** How often the real server looks, ms. */
const INTERVAL_MS = 10_000;
export const API_SERVER_PORT = 8443;

/** The API server's address: the first node's. */
export const API_SERVER_IP = '192.168.49.2';

export const kubernetesServiceController: Controller = {
  name: 'kube-apiserver',
  latencyMs: INTERVAL_MS,
  watches: {
    services: ({ type, object }) =>
      type === 'DELETED' && object.metadata.name === NAME && object.metadata.namespace === NAMESPACE ? [KEY] : [],
    endpoints: ({ type, object }) =>
      type === 'DELETED' && object.metadata.name === NAME && object.metadata.namespace === NAMESPACE ? [KEY] : [],
  },
  reconcile: ensureKubernetesService,
};

/** Makes what is missing. */
export function ensureKubernetesService({ world, api }: Pick<ControllerContext, 'world' | 'api'>): void {
  const metadata = { name: NAME, namespace: NAMESPACE };
  if (!world.store.get('services', NAMESPACE, NAME)) {
    api.create<Service>('services', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...metadata, labels: { component: 'apiserver', provider: 'kubernetes' } },
      spec: {
        clusterIP: '10.96.0.1',
        clusterIPs: ['10.96.0.1'],
        internalTrafficPolicy: 'Cluster',
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
        ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: API_SERVER_PORT }],
        sessionAffinity: 'None',
        type: 'ClusterIP',
      },
      status: { loadBalancer: {} },
    });
  }
  if (!world.store.get('endpoints', NAMESPACE, NAME)) {
    api.create<Endpoints>('endpoints', {
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: { ...metadata, labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' } },
      subsets: [{ addresses: [{ ip: API_SERVER_IP }], ports: [{ name: 'https', port: API_SERVER_PORT, protocol: 'TCP' }] }],
    });
  }
  if (!world.store.get(SLICES, NAMESPACE, NAME)) {
    api.create<EndpointSlice>(SLICES, {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { ...metadata, labels: { [SERVICE_NAME]: NAME } },
      addressType: 'IPv4',
      endpoints: [{ addresses: [API_SERVER_IP], conditions: { ready: true } }],
      ports: [{ name: 'https', port: API_SERVER_PORT, protocol: 'TCP' }],
    });
  }
}
