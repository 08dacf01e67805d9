/** What every namespace has: the ServiceAccount `default` and the ConfigMap with the cluster's certificate. Both come back when deleted. */
import type { ConfigMap, Namespace, ServiceAccount } from '../kinds/objects.ts';
import type { KubeObject } from '../world/object.ts';
import { Random } from '../world/random.ts';
import type { Controller, ControllerContext } from './controller.ts';

const ACCOUNT = 'default';
const CERTIFICATE = 'kube-root-ca.crt';
const DESCRIPTION =
  'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.';

export const serviceAccountController: Controller = {
  name: 'service-account-controller',
  watches: {
    namespaces: (change) => [change.object.metadata.name],
    serviceaccounts: (change) => (change.type === 'DELETED' ? [change.object.metadata.namespace ?? ''] : []),
  },
  reconcile: (context, namespace) =>
    ensure<ServiceAccount>(context, 'serviceaccounts', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: ACCOUNT, namespace },
    }),
};

export const rootCertificateController: Controller = {
  name: 'root-ca-certificate-publisher-controller',
  watches: {
    namespaces: (change) => [change.object.metadata.name],
    configmaps: (change) =>
      change.object.metadata.name === CERTIFICATE && change.type === 'DELETED' ? [change.object.metadata.namespace ?? ''] : [],
  },
  reconcile: (context, namespace) =>
    ensure<ConfigMap>(context, 'configmaps', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: CERTIFICATE, namespace, annotations: { 'kubernetes.io/description': DESCRIPTION } },
      data: { 'ca.crt': ROOT_CERTIFICATE },
    }),
};

type Made<T extends KubeObject> = Omit<T, 'metadata'> & {
  readonly metadata: { readonly name: string; readonly namespace: string; readonly annotations?: Record<string, string> };
};

function ensure<T extends KubeObject>({ world, api }: ControllerContext, resource: string, object: Made<T>): void {
  const { namespace, name } = object.metadata;
  const there = world.store.get<Namespace>('namespaces', '', namespace);
  if (!there || there.metadata.deletionTimestamp || world.store.get(resource, namespace, name)) return;
  api.create<T>(resource, object);
}

/** Looks like a certificate; the simulated network does not look into it. */
export const ROOT_CERTIFICATE = certificate();

function certificate(): string {
  const random = new Random(0x5eed);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const text = `MIID${Array.from({ length: 1404 }, () => alphabet[random.integer(64)]).join('')}`;
  const lines = text.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
