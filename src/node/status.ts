/** A Pod's status as its kubelet reports it: phase, conditions and container statuses from what the kubelet remembers. */
import { formatTime } from '../api/values/duration.ts';
import { addQuantity, formatQuantity, parseQuantity } from '../api/values/quantity.ts';
import type { Pod } from '../kinds/objects.ts';
import type { Container, ContainerStatus, PodCondition, ContainerState as StateStatus, VolumeMount } from '../kinds/types.gen.ts';
import type { Writable } from '../world/object.ts';
import type { World } from '../world/world.ts';
import { nodeAddressOf } from './nodes.ts';
import { RESIZE_CONDITIONS, resizeConditions, withAllocation } from './resize.ts';
import { type ContainerState, containerState, type PodState, type Terminated } from './state.ts';

const NOTHING = {};

/** The whole status; what others put there (qosClass, their conditions) stays. */
export function podStatus(world: World, asked: Pod, state: PodState): Pod['status'] {
  const pod = withAllocation(asked, state);
  const phase = phaseOf(pod, state);
  const old = pod.status;
  const hostIP = nodeAddressOf(world, state.node);
  const podIP = pod.spec.hostNetwork && state.sandbox ? hostIP : state.ip;
  const specs = specsOf(pod);
  const apps = containerStatuses(specs, pod, state, isApp);
  const status: Writable<Pod['status']> = {
    conditions: conditions(world, pod, state, phase),
    containerStatuses: apps.length < 2 ? apps : apps.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    phase,
    startTime: formatTime(state.startTime),
  };
  if (hostIP) {
    status.hostIP = hostIP;
    status.hostIPs = old.hostIP === hostIP && old.hostIPs ? old.hostIPs : [{ ip: hostIP }];
  }
  if (pod.metadata.generation !== undefined) status.observedGeneration = pod.metadata.generation;
  if (podIP) {
    status.podIP = podIP;
    status.podIPs = old.podIP === podIP && old.podIPs ? old.podIPs : [{ ip: podIP }];
  }
  if (old.qosClass) status.qosClass = old.qosClass;
  if (state.containers.length > apps.length) {
    const ephemeral = containerStatuses(specs, pod, state, isEphemeral);
    const init = containerStatuses(specs, pod, state, isLeading);
    if (ephemeral.length > 0) status.ephemeralContainerStatuses = ephemeral;
    if (init.length > 0) status.initContainerStatuses = init;
  }
  // Why it ends is told when it has: until then its containers may still run (the status manager's merge).
  if (state.ending?.message && phase === 'Failed') status.message = state.ending.message;
  if (state.ending?.reason && phase === 'Failed') status.reason = state.ending.reason;
  // What was said of how it ended stays.
  if (state.final && phase === old.phase && old.reason && !status.reason) {
    status.reason = old.reason;
    if (old.message) status.message = old.message;
  }
  const [limits, requests] = [podResources(pod, 'limits'), podResources(pod, 'requests')];
  if (requests) status.allocatedResources = requests;
  if (limits || requests) status.resources = resourcesOf(limits, requests);
  return status;
}

const isApp = ({ kind }: ContainerState): boolean => kind === 'app';
const isEphemeral = ({ kind }: ContainerState): boolean => kind === 'ephemeral';
const isLeading = ({ kind }: ContainerState): boolean => kind === 'init' || kind === 'sidecar';

/** The statuses of some of the containers, in the order of their specs. */
function containerStatuses(
  specs: readonly Container[],
  pod: Pod,
  state: PodState,
  isOne: (container: ContainerState) => boolean,
): readonly ContainerStatus[] {
  const [spec] = specs;
  const [container] = state.containers;
  // Most have one: a list of just that takes a seventh of the room of one that things are added to.
  if (specs.length === 1 && state.containers.length === 1 && spec && container?.name === spec.name)
    return isOne(container) ? [containerStatus(spec, container, pod)] : [];
  return specs.flatMap((one) => {
    const found = containerState(state, one.name);
    return found && isOne(found) ? [containerStatus(one, found, pod)] : [];
  });
}

/** All container specs of a Pod: init containers first. */
export function specsOf({ spec: { initContainers, containers, ephemeralContainers } }: Pod): readonly Container[] {
  if (!initContainers && !ephemeralContainers) return containers;
  return [...(initContainers ?? []), ...containers, ...((ephemeralContainers ?? []) as readonly Container[])];
}

/** The kubelet's rule (getPhase): Succeeded and Failed only when no container will run again. */
function phaseOf(pod: Pod, state: PodState): string {
  if (state.final && (pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed')) return pod.status.phase;
  const { containers } = state;
  const over = (container: ContainerState): boolean => container.phase === 'ended' && !willRestart(pod, container);
  if (state.ending?.reason && containers.every(({ phase }) => !isAlive(phase))) return 'Failed';
  let isInitialized = true;
  for (const container of containers) {
    if (container.kind !== 'init' || (container.phase === 'ended' && container.ended?.exitCode === 0)) continue;
    if (over(container)) return containers.some(({ phase }) => isAlive(phase)) ? 'Pending' : 'Failed';
    isInitialized = false;
  }
  if (!isInitialized) return 'Pending';
  let [alive, restarting, failed] = [false, false, false];
  for (const container of containers) {
    const { kind, phase, ended } = container;
    if (isAlive(phase) && (kind === 'app' || kind === 'sidecar')) alive = true;
    if (kind !== 'app') continue;
    // One that never ran holds the Pod back, whatever the others do.
    if (!begun(container)) return 'Pending';
    if (!over(container)) restarting = true;
    if (ended?.exitCode !== 0) failed = true;
  }
  // A container that ran once and waits for its restart counts as running.
  if (alive || restarting) return 'Running';
  return failed ? 'Failed' : 'Succeeded';
}

/** Ran, or was given up. */
function begun({ id, ended }: ContainerState): boolean {
  return id !== '' || ended !== undefined;
}

export function isAlive(phase: ContainerState['phase']): boolean {
  return phase === 'running' || phase === 'stopping' || phase === 'exited';
}

/** Whether an ended container is started again. */
export function willRestart(pod: Pod, container: ContainerState): boolean {
  if (pod.metadata.deletionTimestamp) return false;
  if (container.restarting) return true;
  const spec = specsOf(pod).find(({ name }) => name === container.name);
  if (container.kind === 'ephemeral') return false;
  const policy = spec?.restartPolicy ?? pod.spec.restartPolicy ?? 'Always';
  const code = container.ended?.exitCode ?? 0;
  const rule = spec?.restartPolicyRules?.find(
    ({ exitCodes }) => exitCodes && (exitCodes.operator === 'In') === (exitCodes.values ?? []).includes(code),
  );
  if (rule?.action === 'Restart') return true;
  if (container.kind === 'sidecar') return policy === 'Always' || code !== 0;
  if (container.kind === 'init') return code !== 0 && policy !== 'Never';
  return policy === 'Always' || (policy === 'OnFailure' && code !== 0);
}

function containerStatus(spec: Container, container: ContainerState, pod: Pod): ContainerStatus {
  const { requests, limits } = spec.resources ?? {};
  const running = isAlive(container.phase);
  const status: Writable<ContainerStatus> = {
    image: container.imageRef && container.id ? container.imageRef : (spec.image ?? ''),
    imageID: container.id ? container.imageID : '',
    lastState: lastOf(container),
    name: container.name,
    ready: container.ready,
    restartCount: container.restarts,
    started: running && container.started,
    state: stateOf(container),
  };
  if (container.id) {
    status.containerID = `containerd://${container.id}`;
    status.resources = resourcesOf(limits, requests);
    if (requests) status.allocatedResources = requests;
    if (running) status.user = { linux: linuxUser(pod, container) };
  }
  if (spec.volumeMounts?.length) status.volumeMounts = mountStatuses(spec.volumeMounts);
  return status;
}

function resourcesOf(limits: Amounts | undefined, requests: Amounts | undefined): { limits?: Amounts; requests?: Amounts } {
  if (!limits && !requests) return NOTHING;
  return { ...(limits && { limits }), ...(requests && { requests }) };
}

type MountStatuses = NonNullable<ContainerStatus['volumeMounts']>;

const mounts = new WeakMap<readonly VolumeMount[], MountStatuses>();

function mountStatuses(of: readonly VolumeMount[]): MountStatuses {
  let made = mounts.get(of);
  if (!made) {
    made = of.map(({ name, mountPath, readOnly }) =>
      readOnly ? { mountPath, name, readOnly, recursiveReadOnly: 'Disabled' } : { mountPath, name },
    );
    mounts.set(of, made);
  }
  return made;
}

/** Groups as the runtime is told them: the user's own, those of the Pod, then what the image adds. */
function linuxUser({ spec }: Pod, { user = ROOT }: ContainerState): { gid: number; supplementalGroups: readonly number[]; uid: number } {
  const { uid, gid, groups } = user;
  const { fsGroup, supplementalGroups = [] } = spec.securityContext ?? {};
  if (fsGroup === undefined && supplementalGroups.length === 0 && groups.length === 1 && groups[0] === gid)
    return { gid, supplementalGroups: groups, uid };
  return {
    gid,
    supplementalGroups: [...new Set([gid, ...(fsGroup === undefined ? [] : [fsGroup]), ...supplementalGroups, ...groups])],
    uid,
  };
}

const ROOT = { uid: 0, gid: 0, groups: [0] };

function stateOf(container: ContainerState): StateStatus {
  if (isAlive(container.phase)) return { running: { startedAt: formatTime(container.startedAt) } };
  if (container.ended && container.reason === '') return { terminated: terminated(container.ended) };
  const reason = container.reason || 'ContainerCreating';
  return { waiting: container.message ? { message: container.message, reason } : { reason } };
}

function lastOf(container: ContainerState): StateStatus {
  const waits = !isAlive(container.phase) && container.reason !== '';
  const last = (waits ? container.ended : undefined) ?? container.last;
  return last ? { terminated: terminated(last) } : NOTHING;
}

function terminated(end: Terminated): NonNullable<StateStatus['terminated']> {
  const shown: Writable<NonNullable<StateStatus['terminated']>> = {
    exitCode: end.exitCode,
    finishedAt: formatTime(end.finishedAt),
    reason: end.reason,
    startedAt: formatTime(end.startedAt),
  };
  if (end.containerID) shown.containerID = `containerd://${end.containerID}`;
  if (end.message) shown.message = end.message;
  if (end.signal) shown.signal = end.signal;
  return shown;
}

type Verdict = { readonly status: 'True' | 'False'; readonly reason?: string; readonly message?: string };

const TRUE: Verdict = { status: 'True' };
const FALSE: Verdict = { status: 'False' };

function conditions(world: World, pod: Pod, state: PodState, phase: string): PodCondition[] {
  const initialized = initializedVerdict(state, phase);
  const containers = containersVerdict(state, phase, initialized);
  const ready = readyVerdict(pod, containers);
  const sandbox = state.sandbox && phase !== 'Succeeded' && phase !== 'Failed' ? TRUE : FALSE;
  const now = formatTime(world.now);
  const own = [
    conditionOf(pod, 'PodReadyToStartContainers', sandbox, now),
    conditionOf(pod, 'Initialized', initialized, now),
    conditionOf(pod, 'Ready', ready, now),
    conditionOf(pod, 'ContainersReady', containers, now),
    conditionOf(pod, 'PodScheduled', TRUE, now),
  ];
  const others = pod.status.conditions?.filter(({ type }) => !OWN_CONDITIONS.has(type)) ?? [];
  const resize = resizeConditions(state, world.now);
  // Conditions of others (disruption, readiness gates) stay, and come first.
  return others.length + resize.length > 0 ? [...others, ...resize, ...own] : own;
}

const OWN_CONDITIONS: ReadonlySet<string> = new Set([
  ...RESIZE_CONDITIONS,
  'PodReadyToStartContainers',
  'Initialized',
  'Ready',
  'ContainersReady',
  'PodScheduled',
]);

/** A condition as of now, the old object when it says the same; since when it is so is kept. */
function conditionOf(pod: Pod, type: string, { status, reason, message }: Verdict, now: string): PodCondition {
  const observedGeneration = pod.metadata.generation ?? 1;
  const before = pod.status.conditions?.find((condition) => condition.type === type);
  const since = before?.status === status ? before.lastTransitionTime : undefined;
  if (
    since &&
    before?.reason === reason &&
    before?.message === message &&
    before?.observedGeneration === observedGeneration &&
    before?.lastProbeTime === null
  )
    return before;
  const condition: Writable<PodCondition> = {
    lastProbeTime: null as unknown as string,
    lastTransitionTime: since || now,
    observedGeneration,
    status,
    type,
  };
  if (message) condition.message = message;
  if (reason) condition.reason = reason;
  return condition;
}

function initializedVerdict(state: PodState, phase: string): Verdict {
  if (phase === 'Succeeded') return { status: 'True', reason: 'PodCompleted' };
  const isUnfinished = (container: ContainerState): boolean =>
    container.kind === 'init'
      ? container.ended?.exitCode !== 0 || container.phase !== 'ended'
      : container.kind === 'sidecar' && !(isAlive(container.phase) && container.started);
  if (!state.containers.some(isUnfinished)) return TRUE;
  const list = names(state.containers.filter(isUnfinished));
  return { status: 'False', reason: 'ContainersNotInitialized', message: `containers with incomplete status: [${list}]` };
}

function containersVerdict(state: PodState, phase: string, initialized: Verdict): Verdict {
  if (phase === 'Succeeded') return { status: 'False', reason: 'PodCompleted' };
  if (phase === 'Failed') return { status: 'False', reason: 'PodFailed' };
  const isUnready = ({ kind, ready }: ContainerState): boolean =>
    (kind === 'app' || (kind === 'sidecar' && initialized.status === 'True')) && !ready;
  if (!state.containers.some(isUnready)) return TRUE;
  const list = names(state.containers.filter(isUnready));
  return { status: 'False', reason: 'ContainersNotReady', message: `containers with unready status: [${list}]` };
}

function readyVerdict(pod: Pod, containers: Verdict): Verdict {
  if (containers.status !== 'True') return containers;
  if (!pod.spec.readinessGates) return TRUE;
  const texts = pod.spec.readinessGates.flatMap(({ conditionType }) => {
    const found = pod.status.conditions?.find(({ type }) => type === conditionType);
    if (!found) return `corresponding condition of pod readiness gate "${conditionType}" does not exist.`;
    return found.status === 'True' ? [] : `the status of pod readiness gate "${conditionType}" is not "True", but ${found.status}`;
  });
  if (texts.length === 0) return TRUE;
  return { status: 'False', reason: 'ReadinessGatesNotReady', message: texts.join(', ') };
}

function names(containers: readonly ContainerState[]): string {
  return containers.map(({ name }) => name).join(' ');
}

type Amounts = Readonly<Record<string, string | number>>;

/** What the Pod's containers ask for together, as status.resources shows it; undefined when they ask for nothing. */
function podResources(pod: Pod, kind: 'limits' | 'requests'): Amounts | undefined {
  let total: Record<string, string | number> | undefined;
  for (const { resources } of pod.spec.containers) {
    const amounts: Amounts = resources?.[kind] ?? NOTHING;
    for (const name in amounts) {
      const amount = amounts[name] as string | number;
      total ??= {};
      total[name] = name in total ? formatQuantity(addQuantity(parseQuantity(total[name] as string), parseQuantity(amount))) : amount;
    }
  }
  return total;
}
