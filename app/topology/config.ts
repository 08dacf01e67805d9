// What Pods read and where outside requests enter by name: ConfigMaps, Secrets, volume claims, Ingresses.
import type { ConfigMap, Ingress, PersistentVolumeClaim, Pod, Secret } from '../../src/kinds/types.gen.ts';
import type { KubeObject } from '../../src/world/object.ts';
import type { ConfigView, IngressView, PodView, UseView } from './model.ts';
import { isSystem } from './namespaces.ts';

type ConfigKind = UseView['kind'];

const RESOURCES: Readonly<Record<ConfigKind, string>> = {
  ConfigMap: 'configmaps',
  Secret: 'secrets',
  PersistentVolumeClaim: 'persistentvolumeclaims',
};

/** What a Pod reads, each once, in order of kind and name; what the cluster gives every Pod is left out. */
export function usesOf(pod: Pod): UseView[] {
  const found = new Map<string, UseView>();
  const use = (kind: ConfigKind, name: string | undefined) => {
    if (name && name !== ROOT_CA) found.set(`${kind}/${name}`, { kind, name });
  };
  for (const volume of pod.spec?.volumes ?? []) {
    use('ConfigMap', volume.configMap?.name);
    use('Secret', volume.secret?.secretName);
    use('PersistentVolumeClaim', volume.persistentVolumeClaim?.claimName);
    for (const source of volume.name.startsWith('kube-api-access-') ? [] : (volume.projected?.sources ?? [])) {
      use('ConfigMap', source.configMap?.name);
      use('Secret', source.secret?.name);
    }
  }
  for (const container of [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])]) {
    for (const { valueFrom } of container.env ?? []) {
      use('ConfigMap', valueFrom?.configMapKeyRef?.name);
      use('Secret', valueFrom?.secretKeyRef?.name);
    }
    for (const from of container.envFrom ?? []) {
      use('ConfigMap', from.configMapRef?.name);
      use('Secret', from.secretRef?.name);
    }
  }
  return [...found.values()].sort((a, b) => (a.kind + a.name < b.kind + b.name ? -1 : 1));
}

/** The ConfigMap that every namespace has. */
const ROOT_CA = 'kube-root-ca.crt';

interface ConfigObjects {
  readonly configmaps: readonly KubeObject[];
  readonly secrets: readonly KubeObject[];
  readonly claims: readonly KubeObject[];
}

/** The user's own ConfigMaps, Secrets and claims, with the Pods that use each; those that are used but missing are told too. */
export function buildConfigs({ configmaps, secrets, claims }: ConfigObjects, pods: readonly PodView[]): ConfigView[] {
  const users = new Map<string, string[]>();
  for (const pod of pods) {
    for (const { kind, name } of pod.uses) {
      const key = configKey(kind, pod.namespace, name);
      users.set(key, [...(users.get(key) ?? []), pod.key]);
    }
  }
  const views: ConfigView[] = [];
  const add = (kind: ConfigKind, namespace: string, name: string, facts: Partial<ConfigView>) => {
    const key = configKey(kind, namespace, name);
    views.push({
      key,
      ref: { resource: RESOURCES[kind], namespace, name },
      kind,
      name,
      namespace,
      keys: 0,
      word: '',
      ...facts,
      users: users.get(key) ?? [],
    });
    users.delete(key);
  };
  for (const { metadata, data, binaryData } of configmaps as readonly ConfigMap[]) {
    if (metadata?.name === ROOT_CA || isSystem(metadata?.namespace ?? '')) continue;
    add('ConfigMap', metadata?.namespace ?? '', metadata?.name ?? '', { keys: Object.keys({ ...data, ...binaryData }).length });
  }
  for (const { metadata, data, type } of secrets as readonly Secret[]) {
    if (isSystem(metadata?.namespace ?? '') || type === 'kubernetes.io/service-account-token') continue;
    add('Secret', metadata?.namespace ?? '', metadata?.name ?? '', { keys: Object.keys(data ?? {}).length });
  }
  for (const { metadata, status, spec } of claims as readonly PersistentVolumeClaim[]) {
    const size = String(status?.capacity?.['storage'] ?? spec?.resources?.requests?.['storage'] ?? '');
    add('PersistentVolumeClaim', metadata?.namespace ?? '', metadata?.name ?? '', {
      word: [status?.phase ?? 'Pending', size].join(' ').trim(),
    });
  }
  for (const key of [...users.keys()].sort()) {
    const [, kind = '', namespace = '', name = ''] = /^config:(\w+)\/([^/]*)\/(.*)$/.exec(key) ?? [];
    if (!isSystem(namespace)) add(kind as ConfigKind, namespace, name, { missing: true });
  }
  return views;
}

export const configKey = (kind: string, namespace: string, name: string): string => `config:${kind}/${namespace}/${name}`;

/** Ingresses with a rule for each path, and the Service that each leads to. */
export function buildIngresses(ingresses: readonly KubeObject[]): IngressView[] {
  return (ingresses as readonly Ingress[]).map((ingress) => {
    const { name = '', namespace = '', uid } = ingress.metadata ?? {};
    const rules = (ingress.spec?.rules ?? []).flatMap((rule) =>
      (rule.http?.paths ?? []).map((path) => ({
        host: rule.host ?? '*',
        path: path.path ?? '/',
        service: path.backend.service?.name,
        port: String(path.backend.service?.port?.number ?? path.backend.service?.port?.name ?? ''),
      })),
    );
    const fallback = ingress.spec?.defaultBackend?.service;
    if (fallback)
      rules.push({ host: '*', path: '*', service: fallback.name, port: String(fallback.port?.number ?? fallback.port?.name ?? '') });
    return {
      key: `ing:${uid ?? `${namespace}/${name}`}`,
      ref: { resource: 'ingresses.networking.k8s.io', namespace, name },
      name,
      namespace,
      address: (ingress.status?.loadBalancer?.ingress ?? []).map((each) => each.ip ?? each.hostname ?? '').join(', '),
      rules,
    };
  });
}
