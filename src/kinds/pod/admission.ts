/**
 * What the server adds to a new Pod beyond defaults: the admission plugins ServiceAccount, Priority and DefaultTolerationSeconds,
 * and the first status.
 */
import { equal } from '../../api/equal.ts';
import { forbiddenError } from '../../api/errors.ts';
import type { KindContext } from '../../api/kind.ts';
import type { Writable } from '../../world/object.ts';
import { limitDefaults } from '../limitrange/admission.ts';
import type { Pod, PriorityClass, ServiceAccount } from '../objects.ts';
import type { RuntimeClass } from '../runtimeclass/index.ts';
import type { Container, PodSpec, ProjectedVolumeSource, Toleration } from '../types.gen.ts';
import { MIRROR } from './mirror.ts';
import { qosClassOf } from './qos.ts';

const PODS = { plural: 'pods', group: '' };
const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';
const NOT_READY = 'node.kubernetes.io/not-ready';
const UNREACHABLE = 'node.kubernetes.io/unreachable';
const TOLERATION_SECONDS = 300;
/** The token, certificate and namespace that every Pod finds at TOKEN_PATH. */
const API_ACCESS: ProjectedVolumeSource = {
  defaultMode: 0o644,
  sources: [
    { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
    { configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' } },
    { downwardAPI: { items: [{ fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' }, path: 'namespace' }] } },
  ],
};

export function admitPod(given: Pod, context: KindContext): Pod {
  const pod = limitDefaults(given, context.world);
  // One copy of the spec for all that is added: a thousand Pods of one template pass here.
  const spec = Object.assign({}, pod.spec, accountOf(pod, context), priorityOf(pod, context), tolerationsOf(pod), runtimeOf(pod, context));
  const gated = (spec.schedulingGates?.length ?? 0) > 0;
  const qosClass = qosClassOf(spec);
  if (!gated) return { ...pod, spec, status: { phase: 'Pending', qosClass } };
  return {
    ...pod,
    spec,
    status: {
      phase: 'Pending',
      qosClass,
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
    },
  };
}

/** The service account, with its token in all containers unless that is declined. */
function accountOf({ metadata, spec }: Pod, { world }: KindContext): Partial<PodSpec> {
  const { namespace = '', name, annotations } = metadata;
  // A static Pod has no account: its kubelet made it, not the API.
  if (annotations?.[MIRROR] !== undefined) return {};
  const accountName = spec.serviceAccountName ?? 'default';
  const account = world.store.get<ServiceAccount>('serviceaccounts', namespace, accountName);
  // The default account of a new namespace is on its way; the real plugin waits a second for it.
  if (!account && accountName !== 'default') {
    throw forbiddenError(
      PODS,
      name,
      `error looking up service account ${namespace}/${accountName}: serviceaccount "${accountName}" not found`,
    );
  }
  const secrets = spec.imagePullSecrets ?? (account?.imagePullSecrets?.length ? account.imagePullSecrets : undefined);
  const mounts = spec.automountServiceAccountToken ?? account?.automountServiceAccountToken ?? true;
  const added: Writable<Partial<PodSpec>> = { serviceAccountName: accountName, serviceAccount: accountName };
  if (secrets) added.imagePullSecrets = secrets;
  return mounts ? Object.assign(added, tokenOf(spec, world.random.suffix())) : added;
}

/** Containers with the token mounted, and its volume. */
function tokenOf(spec: PodSpec, suffix: string): Partial<PodSpec> {
  const known = spec.volumes?.find((volume) => volume.name.startsWith('kube-api-access-'))?.name;
  const name = known ?? `kube-api-access-${suffix}`;
  const mount = { mountPath: TOKEN_PATH, name, readOnly: true };
  const lacks = (container: Container): boolean => !container.volumeMounts?.some(({ mountPath }) => mountPath === TOKEN_PATH);
  const mounted = (container: Container): Container =>
    lacks(container) ? Object.assign({}, container, { volumeMounts: (container.volumeMounts ?? []).concat(mount) }) : container;
  const containers = spec.containers ?? []; // null where a client says so: validation refuses it later
  const { initContainers } = spec;
  if (!containers.some(lacks) && !initContainers?.some(lacks)) return {};
  return {
    containers: containers.map(mounted),
    ...(initContainers && { initContainers: initContainers.map(mounted) }),
    ...(!known && { volumes: (spec.volumes ?? []).concat({ name, projected: API_ACCESS }) }),
  };
}

/** What the RuntimeClass costs, and where its Pods can be (admission plugin RuntimeClass). */
function runtimeOf({ metadata, spec }: Pod, { world }: KindContext): Partial<PodSpec> | undefined {
  const refuse = (why: string): never => {
    throw forbiddenError(PODS, metadata.name, `pod rejected: ${why}`);
  };
  const wanted = spec.runtimeClassName;
  if (!wanted) return spec.overhead && refuse('Pod Overhead set without corresponding RuntimeClass defined Overhead');
  const found = world.store.get<RuntimeClass>('runtimeclasses.node.k8s.io', '', wanted) ?? refuse(`RuntimeClass "${wanted}" not found`);
  const overhead = found.overhead?.podFixed as PodSpec['overhead'];
  if (spec.overhead && !equal(spec.overhead, overhead))
    refuse(
      overhead
        ? "Pod's Overhead doesn't match RuntimeClass's defined Overhead"
        : 'Pod Overhead set without corresponding RuntimeClass defined Overhead',
    );
  const { nodeSelector, tolerations = [] } = found.scheduling ?? {};
  for (const [key, value] of Object.entries(nodeSelector ?? {})) {
    const own = spec.nodeSelector?.[key];
    if (own !== undefined && own !== value)
      refuse(`conflict: runtimeClass.scheduling.nodeSelector[${key}] = ${value}; pod.spec.nodeSelector[${key}] = ${own}`);
  }
  const before = tolerationsOf({ metadata, spec } as Pod)?.tolerations ?? spec.tolerations ?? [];
  return {
    ...(overhead && { overhead }),
    ...(nodeSelector && { nodeSelector: { ...spec.nodeSelector, ...nodeSelector } }),
    ...(tolerations.length > 0 && { tolerations: [...before, ...tolerations.filter((one) => !before.some((own) => equal(own, one)))] }),
  };
}

/** The number that a class stands for; the class that is the default where the Pod names none. */
function priorityOf({ metadata, spec }: Pod, { world }: KindContext): Partial<PodSpec> {
  const classes = world.store.list<PriorityClass>('priorityclasses.scheduling.k8s.io');
  const wanted = spec.priorityClassName;
  const found = classes.find((one) => (wanted ? one.metadata.name === wanted : one.globalDefault));
  if (wanted && !found) throw forbiddenError(PODS, metadata.name, `no PriorityClass with name ${wanted} was found`);
  const priority = found?.value ?? 0;
  if (spec.priority !== undefined && spec.priority !== priority) {
    const why = `the integer value of priority (${spec.priority}) must not be provided in pod spec; priority admission controller computed ${priority} from the given PriorityClass name`;
    throw forbiddenError(PODS, metadata.name, why);
  }
  const preemptionPolicy = found?.preemptionPolicy ?? 'PreemptLowerPriority';
  if (spec.preemptionPolicy !== undefined && spec.preemptionPolicy !== preemptionPolicy) {
    const why = `the string value of PreemptionPolicy (${spec.preemptionPolicy}) must not be provided in pod spec; priority admission controller computed ${preemptionPolicy} from the given PriorityClass name`;
    throw forbiddenError(PODS, metadata.name, why);
  }
  return { ...(found && { priorityClassName: found.metadata.name }), priority, preemptionPolicy };
}

function tolerationsOf({ spec }: Pod): Partial<PodSpec> {
  const own = spec.tolerations ?? [];
  if (own.length === 0) return ONLY_DEFAULT_TOLERATIONS;
  const added = [NOT_READY, UNREACHABLE]
    .filter((key) => !own.some((one) => tolerates(one, key)))
    .map((key) => DEFAULT_TOLERATIONS[key] as Toleration);
  return added.length === 0 ? {} : { tolerations: own.concat(added) };
}

function tolerates({ key, effect }: Toleration, taint: string): boolean {
  return (key === taint || !key) && (effect === 'NoExecute' || !effect);
}

const DEFAULT_TOLERATIONS: Readonly<Record<string, Toleration>> = Object.fromEntries(
  [NOT_READY, UNREACHABLE].map((key) => [key, { effect: 'NoExecute', key, operator: 'Exists', tolerationSeconds: TOLERATION_SECONDS }]),
);

const ONLY_DEFAULT_TOLERATIONS: Partial<PodSpec> = { tolerations: Object.values(DEFAULT_TOLERATIONS) };

const ADMITTED = ['nodeName', 'preemptionPolicy', 'priority'];

/** The Pod without what admission and the scheduler gave it. */
export function statedPod(pod: Pod): Pod {
  const spec = Object.fromEntries(Object.entries(pod.spec).filter(([field]) => !ADMITTED.includes(field))) as Writable<PodSpec>;
  if (spec.serviceAccountName === 'default') {
    delete spec.serviceAccountName;
    delete spec.serviceAccount;
  }
  if (spec.tolerations?.every(({ key = '', tolerationSeconds }) => key.startsWith('node.kubernetes.io/') && tolerationSeconds === 300))
    delete spec.tolerations;
  const token = ({ name }: { readonly name: string }): boolean => name.startsWith('kube-api-access-');
  const without = <T extends { readonly name: string }>(list: readonly T[] | undefined): readonly T[] | undefined => {
    const left = list?.filter((one) => !token(one));
    return left?.length ? left : undefined;
  };
  const plain = ({ volumeMounts, ...container }: Container): Container => {
    const left = without(volumeMounts);
    return left ? { ...container, volumeMounts: left } : container;
  };
  const volumes = without(spec.volumes);
  if (volumes) spec.volumes = volumes;
  else delete spec.volumes;
  spec.containers = spec.containers.map(plain);
  if (spec.initContainers) spec.initContainers = spec.initContainers.map(plain);
  return { ...pod, spec };
}
