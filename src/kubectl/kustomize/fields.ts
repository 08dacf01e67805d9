/** Where in objects the fields lie that kustomize sets, and how they are reached. */
import { isObject, type JsonObject } from '../json.ts';
import type { FieldSpec } from './kustomization.ts';

export interface Field {
  /** Kinds that have the field; none: all. */
  readonly kinds?: readonly string[];
  readonly path: string;
  /** Make what is missing on the way. */
  readonly create?: boolean;
}

const TEMPLATED = ['ReplicationController', 'Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet', 'Job'];
const TERMS = [
  'preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels',
  'requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels',
];

export const LABELS: Field = { path: 'metadata/labels', create: true };

export const TEMPLATE_LABELS: readonly Field[] = [
  { kinds: TEMPLATED, path: 'spec/template/metadata/labels', create: true },
  { kinds: ['CronJob'], path: 'spec/jobTemplate/metadata/labels', create: true },
  { kinds: ['CronJob'], path: 'spec/jobTemplate/spec/template/metadata/labels', create: true },
  { kinds: ['StatefulSet'], path: 'spec/volumeClaimTemplates[]/metadata/labels', create: true },
];

export const SELECTOR_LABELS: readonly Field[] = [
  { kinds: ['Service', 'ReplicationController'], path: 'spec/selector', create: true },
  { kinds: ['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet'], path: 'spec/selector/matchLabels', create: true },
  { kinds: ['Job', 'PodDisruptionBudget'], path: 'spec/selector/matchLabels' },
  { kinds: ['CronJob'], path: 'spec/jobTemplate/spec/selector/matchLabels' },
  { kinds: ['NetworkPolicy'], path: 'spec/podSelector/matchLabels' },
  { kinds: ['NetworkPolicy'], path: 'spec/ingress/from/podSelector/matchLabels' },
  { kinds: ['NetworkPolicy'], path: 'spec/egress/to/podSelector/matchLabels' },
  { kinds: ['Deployment', 'StatefulSet'], path: 'spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels' },
  ...TERMS.flatMap((term) =>
    ['podAffinity', 'podAntiAffinity'].map((side) => ({
      kinds: ['Deployment', 'StatefulSet'],
      path: `spec/template/spec/affinity/${side}/${term}`,
    })),
  ),
];

export const ANNOTATIONS: readonly Field[] = [
  { path: 'metadata/annotations', create: true },
  { kinds: TEMPLATED, path: 'spec/template/metadata/annotations', create: true },
  { kinds: ['CronJob'], path: 'spec/jobTemplate/metadata/annotations', create: true },
  { kinds: ['CronJob'], path: 'spec/jobTemplate/spec/template/metadata/annotations', create: true },
];

/** Fields that hold the namespace of something else. */
export const NAMESPACES: readonly Field[] = [
  { kinds: ['APIService'], path: 'spec/service/namespace', create: true },
  { kinds: ['CustomResourceDefinition'], path: 'spec/conversion/webhook/clientConfig/service/namespace' },
  { kinds: ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'], path: 'webhooks/clientConfig/service/namespace' },
];

/** A field that holds the name of an object of another kind. */
export interface Reference extends Field {
  readonly to: readonly string[];
}

const POD_SPECS: readonly Field[] = [
  { kinds: ['Pod'], path: 'spec' },
  { kinds: TEMPLATED, path: 'spec/template/spec' },
  { kinds: ['CronJob'], path: 'spec/jobTemplate/spec/template/spec' },
];

const inPods = (to: readonly string[], ...paths: readonly string[]): Reference[] =>
  POD_SPECS.flatMap((spec) => paths.map((path) => ({ to, ...spec, path: `${spec.path}/${path}` })));

const inContainers = (to: string, path: string): Reference[] => inPods([to], `containers/${path}`, `initContainers/${path}`);

export const REFERENCES: readonly Reference[] = [
  ...inPods(['ConfigMap'], 'volumes/configMap/name', 'volumes/projected/sources/configMap/name'),
  ...inContainers('ConfigMap', 'env/valueFrom/configMapKeyRef/name'),
  ...inContainers('ConfigMap', 'envFrom/configMapRef/name'),
  ...inPods(['Secret'], 'volumes/secret/secretName', 'volumes/projected/sources/secret/name', 'imagePullSecrets/name'),
  ...inContainers('Secret', 'env/valueFrom/secretKeyRef/name'),
  ...inContainers('Secret', 'envFrom/secretRef/name'),
  { to: ['Secret'], kinds: ['ServiceAccount'], path: 'imagePullSecrets/name' },
  { to: ['Secret'], kinds: ['ServiceAccount'], path: 'secrets/name' },
  { to: ['Secret'], kinds: ['Ingress'], path: 'spec/tls/secretName' },
  { to: ['Service'], kinds: ['StatefulSet'], path: 'spec/serviceName' },
  { to: ['Service'], kinds: ['Ingress'], path: 'spec/rules/http/paths/backend/service/name' },
  { to: ['Service'], kinds: ['Ingress'], path: 'spec/defaultBackend/service/name' },
  { to: ['Service'], kinds: ['APIService'], path: 'spec/service/name' },
  {
    to: ['Service'],
    kinds: ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'],
    path: 'webhooks/clientConfig/service/name',
  },
  ...inPods(['ServiceAccount'], 'serviceAccountName'),
  ...inPods(['PersistentVolumeClaim'], 'volumes/persistentVolumeClaim/claimName'),
  ...inPods(['PriorityClass'], 'priorityClassName'),
  { to: ['PersistentVolume'], kinds: ['PersistentVolumeClaim'], path: 'spec/volumeName' },
  { to: ['StorageClass'], kinds: ['PersistentVolume', 'PersistentVolumeClaim'], path: 'spec/storageClassName' },
  { to: ['StorageClass'], kinds: ['StatefulSet'], path: 'spec/volumeClaimTemplates/spec/storageClassName' },
  { to: ['IngressClass'], kinds: ['Ingress'], path: 'spec/ingressClassName' },
];

/** Whether the field is one of this kind of object. */
export function has(field: Field, object: JsonObject): boolean {
  return !field.kinds || field.kinds.includes(String(object['kind']));
}

/** A field that the kustomization file itself describes. */
export function ownField({ kind, path = '', create = false }: FieldSpec): Field {
  return { ...(kind && { kinds: [kind] }), path, create };
}

/**
 * The object with what lies at a path changed; lists on the way are walked item by item. `change` gets undefined for what is missing
 * (only with `create`), and removes by answering undefined.
 */
export function changeAt(object: unknown, path: readonly string[], create: boolean, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  const key = step?.replace(/\[\]$/, '');
  if (key === undefined) return change(object);
  if (Array.isArray(object)) return object.map((item) => changeAt(item, path, create, change));
  if (!isObject(object)) return object;
  const there = Object.hasOwn(object, key) && object[key] !== null ? object[key] : undefined;
  // A list that is not there has no items to change.
  if (there === undefined && (!create || key !== step)) return object;
  const before = there === undefined && rest.length > 0 ? {} : there;
  const after = changeAt(before, rest, create, change);
  if (after === before && there !== undefined) return object;
  if (after !== undefined) return { ...object, [key]: after };
  const { [key]: _removed, ...others } = object;
  return others;
}
