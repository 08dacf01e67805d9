/**
 * What the server adds to a new Pod beyond defaults: the admission plugins ServiceAccount, Priority and DefaultTolerationSeconds,
 * and the first status.
 */
import { forbiddenError } from '../../api/errors.ts';
import type { KindContext } from '../../api/kind.ts';
import type { Pod, PriorityClass, ServiceAccount } from '../objects.ts';
import type { Container, PodSpec, ProjectedVolumeSource, Toleration } from '../types.gen.ts';
import { qosClassOf } from './qos.ts';

const PODS = { plural: 'pods', group: '' };
const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';
const NOT_READY = 'node.kubernetes.io/not-ready';
const UNREACHABLE = 'node.kubernetes.io/unreachable';
const TOLERATION_SECONDS = 300;
const SYSTEM_PRIORITIES: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
};

/** The token, certificate and namespace that every Pod finds at TOKEN_PATH. */
const API_ACCESS: ProjectedVolumeSource = {
  defaultMode: 0o644,
  sources: [
    { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
    { configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' } },
    { downwardAPI: { items: [{ fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' }, path: 'namespace' }] } },
  ],
};

export function admitPod(pod: Pod, context: KindContext): Pod {
  const spec = withTolerations(withPriority(withServiceAccount(pod, context), pod.metadata.name, context));
  const gated = (spec.schedulingGates?.length ?? 0) > 0;
  return {
    ...pod,
    spec,
    status: {
      phase: 'Pending',
      qosClass: qosClassOf(spec),
      ...(gated && {
        conditions: [
          {
            lastProbeTime: null as never,
            lastTransitionTime: pod.metadata.creationTimestamp,
            message: 'Scheduling is blocked due to non-empty scheduling gates',
            observedGeneration: 1,
            reason: 'SchedulingGated',
            status: 'False',
            type: 'PodScheduled',
          },
        ],
      }),
    },
  };
}

function withServiceAccount(pod: Pod, { world }: KindContext): PodSpec {
  const { namespace = '', name } = pod.metadata;
  const accountName = pod.spec.serviceAccountName ?? 'default';
  const account = world.store.get<ServiceAccount>('serviceaccounts', namespace, accountName);
  // The default account of a new namespace is on its way; the real plugin waits a second for it.
  if (!account && accountName !== 'default') {
    throw forbiddenError(
      PODS,
      name,
      `error looking up service account ${namespace}/${accountName}: serviceaccount "${accountName}" not found`,
    );
  }
  const secrets = pod.spec.imagePullSecrets ?? (account?.imagePullSecrets?.length ? account.imagePullSecrets : undefined);
  const spec = { ...pod.spec, serviceAccountName: accountName, serviceAccount: accountName, ...(secrets && { imagePullSecrets: secrets }) };
  return (pod.spec.automountServiceAccountToken ?? account?.automountServiceAccountToken ?? true)
    ? withToken(spec, world.random.suffix())
    : spec;
}

function withToken(spec: PodSpec, suffix: string): PodSpec {
  const known = spec.volumes?.find((volume) => volume.name.startsWith('kube-api-access-'))?.name;
  const name = known ?? `kube-api-access-${suffix}`;
  const mount = { mountPath: TOKEN_PATH, name, readOnly: true };
  const lacks = (container: Container): boolean => !container.volumeMounts?.some(({ mountPath }) => mountPath === TOKEN_PATH);
  const mounted = (container: Container): Container =>
    lacks(container) ? { ...container, volumeMounts: [...(container.volumeMounts ?? []), mount] } : container;
  const containers = spec.containers ?? [];
  if (![...containers, ...(spec.initContainers ?? [])].some(lacks)) return spec;
  return {
    ...spec,
    containers: containers.map(mounted),
    ...(spec.initContainers && { initContainers: spec.initContainers.map(mounted) }),
    ...(!known && { volumes: [...(spec.volumes ?? []), { name, projected: API_ACCESS }] }),
  };
}

function withPriority(spec: PodSpec, name: string, { world }: KindContext): PodSpec {
  if (spec.priorityClassName) {
    const known = world.store.get<PriorityClass>('priorityclasses.scheduling.k8s.io', '', spec.priorityClassName);
    const priority = known?.value ?? SYSTEM_PRIORITIES[spec.priorityClassName];
    if (priority === undefined) throw forbiddenError(PODS, name, `no PriorityClass with name ${spec.priorityClassName} was found`);
    return { ...spec, priority, preemptionPolicy: known?.preemptionPolicy ?? 'PreemptLowerPriority' };
  }
  if (world.store.count('priorityclasses.scheduling.k8s.io') === 0)
    return { ...spec, priority: 0, preemptionPolicy: 'PreemptLowerPriority' };
  const fallback = world.store.list<PriorityClass>('priorityclasses.scheduling.k8s.io').find((one) => one.globalDefault);
  return {
    ...spec,
    ...(fallback && { priorityClassName: fallback.metadata.name }),
    priority: fallback?.value ?? 0,
    preemptionPolicy: fallback?.preemptionPolicy ?? 'PreemptLowerPriority',
  };
}

function withTolerations(spec: PodSpec): PodSpec {
  const own = spec.tolerations ?? [];
  const added = [NOT_READY, UNREACHABLE]
    .filter((key) => !own.some((one) => tolerates(one, key)))
    .map((key) => DEFAULT_TOLERATIONS[key] as Toleration);
  return added.length === 0 ? spec : { ...spec, tolerations: [...own, ...added] };
}

function tolerates({ key, effect }: Toleration, taint: string): boolean {
  return (key === taint || !key) && (effect === 'NoExecute' || !effect);
}

const DEFAULT_TOLERATIONS: Readonly<Record<string, Toleration>> = Object.fromEntries(
  [NOT_READY, UNREACHABLE].map((key) => [key, { effect: 'NoExecute', key, operator: 'Exists', tolerationSeconds: TOLERATION_SECONDS }]),
);
