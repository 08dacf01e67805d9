/**
 * The kubelets of all nodes: one worker a Pod, woken by changes of the Pod and by its own next step (timer `kubelet`).
 * What a worker remembers is in the world's slots (state.ts); this file decides which of the other files acts next.
 */
import { ApiError } from '../api/errors.ts';
import type { Operations } from '../api/operations.ts';
import { formatTime } from '../api/values/duration.ts';
import { kubeletRuns } from '../kinds/node/power.ts';
import type { Pod } from '../kinds/objects.ts';
import { kubeletUid } from '../kinds/pod/mirror.ts';
import type { RuntimeClass } from '../kinds/runtimeclass/index.ts';
import type { Change } from '../world/object.ts';
import type { World } from '../world/world.ts';
import { giveAddress, takeAddress } from './addresses.ts';
import type { Containers } from './containers.ts';
import type { Recorder } from './events.ts';
import { EVICTION_GRACE_MS, isMeasured, nextMeasure, storageExcess } from './eviction.ts';
import type { Probes } from './probes.ts';
import { allocationOf, beginResize, finishResize, nextResize } from './resize.ts';
import { type ContainerKind, type ContainerState, type PodState, podOf, podState, podStates } from './state.ts';
import { isAlive, podStatus, specsOf, willRestart } from './status.ts';
import { draw, RESYNC, TIMING } from './timing.ts';
import { type Reach, volumeProblems } from './volume-setup.ts';

const TIMER = 'kubelet';
/** What a node's container runtime has to run containers with. */
const RUNTIMES: readonly string[] = ['runc'];
const MOUNT_RETRY_MS = 500;
const MOUNT_RETRY_MAX_MS = 122_000;
/** How long a container runs unseen. The real kubelet looks once a second; here nobody should wait for what is plain. */
const UNSEEN_MS = 60;

/** Why the node of a Pod refuses it, if it does. */
export type Rejects = (world: World, pod: Pod) => { readonly reason: string; readonly message: string } | undefined;

export class Kubelet {
  private readonly world: World;
  private readonly api: Operations;
  private readonly containers: Containers;
  private readonly probes: Probes;
  private readonly recorder: Recorder;

  private readonly reach: (node: string) => Reach;
  private readonly rejects: Rejects;

  constructor(
    world: World,
    api: Operations,
    containers: Containers,
    probes: Probes,
    recorder: Recorder,
    reach: (node: string) => Reach,
    rejects: Rejects = () => undefined,
  ) {
    this.reach = reach;
    this.rejects = rejects;
    this.world = world;
    this.api = api;
    this.containers = containers;
    this.probes = probes;
    this.recorder = recorder;
    world.timers.on(TIMER, (payload, uid) => {
      const key = payload as string;
      const slash = key.indexOf('/');
      const stored = world.store.get<Pod>('pods', key.slice(0, slash), key.slice(slash + 1));
      // What a kubelet does follows from the Pod as it is.
      world.as('kubelet', Number(stored?.metadata.resourceVersion ?? 0), () => this.sync(uid, key, stored));
    });
    world.store.subscribe((change) => this.noticed(change), ['pods']);
  }

  /** A write of a Pod: the worker of its node looks at it a moment later. Its own status writes are no news. */
  private noticed(change: Change): void {
    const pod = change.object as Pod;
    const before = change.previous as Pod | undefined;
    if (!hasKubelet(this.world, pod.spec.nodeName)) return;
    const news =
      change.type === 'DELETED' ||
      !before ||
      before.spec !== pod.spec ||
      before.metadata.deletionTimestamp !== pod.metadata.deletionTimestamp ||
      before.metadata.deletionGracePeriodSeconds !== pod.metadata.deletionGracePeriodSeconds ||
      (pod.spec.readinessGates?.length && before.status.conditions !== pod.status.conditions && change.actor !== 'kubelet');
    if (news)
      this.wake(kubeletUid(pod), `${pod.metadata.namespace}/${pod.metadata.name}`, this.world.now + draw(this.world.random, TIMING.notice));
  }

  /** Sets the worker's next look, unless it looks earlier anyway. */
  wake(uid: string, key: string, at: number): void {
    const set = this.world.timers.at(TIMER, uid);
    if (set === undefined || at < set) this.world.timers.set(TIMER, uid, at, key);
  }

  /** Sync now-ish: something happened to a Pod's container. */
  wakeState(state: PodState, at = this.world.now): void {
    this.wake(state.uid, `${state.namespace}/${state.name}`, at);
  }

  /** @param stored the Pod of that key, which may be another one by now */
  private sync(uid: string, key: string, stored: Pod | undefined): void {
    let state = podState(this.world, uid);
    const pod = stored && kubeletUid(stored) === uid ? stored : undefined;
    if (!pod) {
      if (state) this.forget(state);
      return;
    }
    // A kubelet whose node was deleted still looks after the Pods it has.
    if (!state && !hasKubelet(this.world, pod.spec.nodeName)) return;
    if (!kubeletRuns(this.world, pod.spec.nodeName as string)) return;
    if (!state) {
      state = this.admit(pod);
      // Of a Pod that it refused, the kubelet has said all.
      if (state.final && pod.status.phase !== 'Succeeded' && pod.status.phase !== 'Failed') return;
    }
    this.adoptEphemeral(pod, state);
    const before = shown(state);
    const gone = this.work(pod, state);
    if (gone) return;
    if (isNews(before, shown(state)) || pod.status.observedGeneration !== pod.metadata.generation || pod.spec.readinessGates)
      state.news = true;
    if (state.news && !state.containers.some((container) => isUnseen(container, this.world.now))) this.report(state);
    const next = nextStep(pod, state, this.world.now);
    if (next !== undefined) this.wake(uid, key, Math.max(next, this.world.now));
  }

  /** Writes the Pod's status, if there is anything new in it. */
  report(state: PodState): void {
    const pod = podOf(this.world, state);
    if (!pod) return;
    const status = podStatus(this.world, pod, state);
    state.news = undefined;
    for (const container of state.containers) if (isAlive(container.phase)) container.told = container.id;
    if (status.phase === 'Succeeded' || status.phase === 'Failed') state.final = true;
    this.api.updateStatus<Pod>('pods', { ...pod, status });
  }

  private admit(pod: Pod): PodState {
    const { namespace = '', name } = pod.metadata;
    const uid = kubeletUid(pod);
    const ended = pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed';
    const placed = pod.spec.os === undefined && pod.status.conditions?.some(({ type }) => type === 'PodScheduled');
    const rejected = !ended && !placed && this.reject(pod);
    const over = ended || rejected;
    const state: PodState = {
      uid,
      namespace,
      name,
      node: pod.spec.nodeName as string,
      startTime: this.world.now,
      ip: '',
      sandboxAt: 0,
      sandbox: false,
      containers: over ? [] : specsOf(pod).map((spec) => newContainer(spec.name, kindOf(pod, spec.name), pod)),
      final: over,
      volumes: {},
    };
    const resize = allocationOf(pod);
    if (resize) state.resize = resize;
    podStates(this.world).set(uid, state);
    return state;
  }

  /** Whether the node does not take the Pod: then it has failed, for good. */
  private reject(pod: Pod): boolean {
    const why = this.rejects(this.world, pod);
    if (!why) return false;
    const { reason, message } = why;
    this.recorder.pod(pod, 'Warning', reason, message);
    const { generation } = pod.metadata;
    const status: Pod['status'] = {
      message: `Pod was rejected: ${message}`,
      ...(generation !== undefined && { observedGeneration: generation }),
      phase: 'Failed',
      ...(pod.status.qosClass && { qosClass: pod.status.qosClass }),
      reason,
      startTime: formatTime(this.world.now),
    };
    this.api.updateStatus<Pod>('pods', { ...pod, status });
    return true;
  }

  /** Ephemeral containers come to a running Pod. */
  private adoptEphemeral(pod: Pod, state: PodState): void {
    for (const { name } of pod.spec.ephemeralContainers ?? []) {
      if (!state.final && !state.containers.some((container) => container.name === name))
        state.containers.push(newContainer(name, 'ephemeral', pod));
    }
  }

  /** The next steps that are due. True when the Pod is gone. */
  private work(pod: Pod, state: PodState): boolean {
    if (pod.metadata.deletionTimestamp) this.beginDeletion(pod, state);
    else if (!state.final) {
      this.checkDeadline(pod, state);
      this.checkStorage(pod, state);
    }
    if (state.ending) return this.workEnding(pod, state);
    if (!state.final) this.workRunning(pod, state);
    return false;
  }

  private workRunning(pod: Pod, state: PodState): void {
    if (!this.prepare(pod, state)) return;
    beginResize(this.world, pod, state, this.containers, this.recorder);
    let blocked = false;
    for (const container of state.containers) {
      const { kind } = container;
      const leads = kind === 'init' || kind === 'sidecar';
      // Nobody is left for a sidecar to serve: it is not started again. And who waits for another has no time of its own.
      const idle = leads && !isAlive(container.phase) && isOver(pod, state);
      if (idle || (blocked && container.phase === 'waiting')) {
        container.at = undefined;
        continue;
      }
      this.containers.step(pod, state, container);
      if (leads && !isDone(container) && !appsBegan(state)) blocked = true;
    }
    finishResize(pod, state, this.recorder);
    this.stopSidecarsAtEnd(pod, state);
  }

  /** Volumes, sandbox and address. True when containers can start. */
  private prepare(pod: Pod, state: PodState): boolean {
    const { world } = this;
    if (state.sandbox) return true;
    if (state.sandboxAt === 0) {
      if (state.mountRetry && world.now < state.mountRetry.at) return false;
      if (this.hasVolumeProblems(pod, state)) return false;
      state.mountRetry = undefined;
      state.sandboxAt = world.now + draw(world.random, TIMING.sandbox);
      return false;
    }
    if (world.now < state.sandboxAt) return false;
    const handler = handlerOf(world, pod);
    if (handler && !RUNTIMES.includes(handler)) {
      const text = `Failed to create pod sandbox: rpc error: code = Unknown desc = failed to get sandbox runtime: no runtime for "${handler}" is configured`;
      this.recorder.pod(pod, 'Warning', 'FailedCreatePodSandBox', text);
      state.sandboxAt = world.now + draw(world.random, RESYNC);
      return false;
    }
    const ip = pod.spec.hostNetwork ? '' : takeAddress(world, state.node, state.uid);
    if (ip === undefined) {
      this.recorder.pod(
        pod,
        'Warning',
        'FailedCreatePodSandBox',
        `Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "${world.random.hex(64)}": plugin type="bridge" failed (add): failed to allocate for range 0: no IP addresses available in range set`,
      );
      state.sandboxAt = world.now + MOUNT_RETRY_MAX_MS / 10;
      return false;
    }
    state.ip = ip;
    state.sandbox = true;
    return true;
  }

  /** Tells of volumes that cannot be set up, as soon as that would be known, and when they are tried again. */
  private hasVolumeProblems(pod: Pod, state: PodState): boolean {
    const { world } = this;
    const problems = volumeProblems({ world, pod, ip: '' }, this.reach(state.node));
    if (problems.length === 0) return false;
    const { waitMs = MOUNT_RETRY_MS / 2, trying = false } = state.mountRetry ?? {};
    const takesMs = Math.max(...problems.map(({ afterMs }) => afterMs));
    if (takesMs > 0 && !trying) {
      state.mountRetry = { at: world.now + takesMs, waitMs, trying: true };
      return true;
    }
    for (const { reason, message } of problems) this.recorder.volume(pod, reason, message);
    const next = Math.min(waitMs * 2, MOUNT_RETRY_MAX_MS);
    state.mountRetry = { at: world.now + next, waitMs: next };
    return true;
  }

  private checkDeadline(pod: Pod, state: PodState): void {
    const seconds = pod.spec.activeDeadlineSeconds;
    if (seconds === undefined || state.ending || this.world.now < state.startTime + seconds * 1000) return;
    const message = 'Pod was active on the node longer than the specified deadline';
    this.recorder.pod(pod, 'Normal', 'DeadlineExceeded', message);
    this.beginEnding(pod, state, (pod.spec.terminationGracePeriodSeconds ?? 30) * 1000, 'DeadlineExceeded', message);
  }

  private checkStorage(pod: Pod, state: PodState): void {
    if (state.ending || !isMeasured(this.world.now)) return;
    const message = storageExcess(pod, state);
    if (message === undefined) return;
    this.recorder.pod(pod, 'Warning', 'Evicted', message);
    this.beginEnding(pod, state, EVICTION_GRACE_MS, 'Evicted', message);
  }

  private beginDeletion(pod: Pod, state: PodState): void {
    const graceMs = (pod.metadata.deletionGracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30) * 1000;
    if (!state.ending) return this.beginEnding(pod, state, graceMs);
    if (state.ending.graceMs <= graceMs) return;
    // A second delete request with less grace.
    const deadline = Math.min(state.ending.deadline, this.world.now + graceMs);
    state.ending = { ...state.ending, graceMs, deadline };
    for (const container of state.containers)
      if (container.phase === 'stopping') container.at = Math.min(container.at ?? deadline, deadline);
  }

  private beginEnding(pod: Pod, state: PodState, graceMs: number, reason?: string, message?: string): void {
    state.ending = { graceMs, deadline: this.world.now + graceMs, ...(reason && { reason }), ...(message && { message }) };
    this.probes.stop(state, ['liveness', 'startup']);
    this.stopAll(pod, state, graceMs);
  }

  /** All containers are asked to end; sidecars are told, and run their hooks, at once with the others, but get no signal before their turn. */
  private stopAll(pod: Pod, state: PodState, graceMs: number): void {
    for (const container of state.containers)
      this.containers.stop(pod, state, container, graceMs, `Stopping container ${container.name}`, container.kind === 'sidecar');
  }

  /** Sidecars end after the containers that they serve, in reverse order. The one whose turn it is, as long as there is one. */
  private lastSidecar(pod: Pod, state: PodState): ContainerState | undefined {
    const sidecar = state.containers.findLast(({ kind, phase }) => kind === 'sidecar' && isAlive(phase));
    if (sidecar) this.containers.takeTurn(pod, state, sidecar);
    return sidecar;
  }

  /** True when the Pod is gone. */
  private workEnding(pod: Pod, state: PodState): boolean {
    const { world } = this;
    for (const container of state.containers) this.containers.step(pod, state, container);
    if (state.containers.some(({ kind, phase }) => kind !== 'sidecar' && isAlive(phase))) return false;
    if (this.lastSidecar(pod, state)) return false;
    state.teardownAt ??= world.now + draw(world.random, TIMING.teardown);
    if (world.now < state.teardownAt) return false;
    this.tearDown(state);
    if (!pod.metadata.deletionTimestamp) {
      giveUp(state, world.now);
      return false;
    }
    if (state.containers.some(({ ended }) => ended)) this.report(state);
    this.forget(state);
    try {
      this.api.delete('pods', state.namespace, state.name, { gracePeriodSeconds: 0, preconditions: { uid: pod.metadata.uid } });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
    return true;
  }

  /** Sidecars of a Pod whose containers are done are stopped. */
  private stopSidecarsAtEnd(pod: Pod, state: PodState): void {
    if (!isOver(pod, state)) return;
    if (state.containers.some(({ kind, phase }) => kind === 'sidecar' && phase === 'running'))
      this.stopAll(pod, state, (pod.spec.terminationGracePeriodSeconds ?? 30) * 1000);
    if (!this.lastSidecar(pod, state)) this.tearDown(state);
  }

  /** The sandbox is gone, its address is free. */
  private tearDown(state: PodState): void {
    this.probes.stop(state);
    if (state.sandbox && state.ip) giveAddress(this.world, state.ip);
    state.sandbox = false;
    this.containers.close(state);
  }

  /** The Pod object is gone: whatever still runs is killed. */
  private forget(state: PodState): void {
    this.tearDown(state);
    this.world.timers.cancel(TIMER, state.uid);
    this.containers.remove(state);
    podStates(this.world).delete(state.uid);
  }

  /** The node was switched off: its containers are dead, and nobody notices. */
  nodeStopped(node: string): void {
    for (const state of this.onNode(node)) {
      this.world.timers.cancel(TIMER, state.uid);
      this.probes.stop(state);
      this.containers.crash(state);
    }
  }

  /** The node's kubelet is back: it looks at every Pod. Where the whole machine was off, those that should run get a new sandbox. */
  nodeStarted(node: string, machine: boolean): void {
    for (const state of this.onNode(node)) {
      const pod = podOf(this.world, state);
      if (machine && pod && !state.final && state.sandbox && !pod.metadata.deletionTimestamp) {
        this.recorder.pod(pod, 'Normal', 'SandboxChanged', 'Pod sandbox changed, it will be killed and re-created.');
        if (state.ip) giveAddress(this.world, state.ip);
        state.sandbox = false;
        state.sandboxAt = this.world.now + draw(this.world.random, TIMING.sandbox);
        state.ip = '';
      }
      this.wakeState(state, this.world.now + draw(this.world.random, TIMING.notice));
    }
    for (const pod of this.world.store.byIndex<Pod>('pods', 'node', node)) {
      if (!podState(this.world, kubeletUid(pod)))
        this.wake(kubeletUid(pod), `${pod.metadata.namespace}/${pod.metadata.name}`, this.world.now);
    }
  }

  private onNode(node: string): PodState[] {
    const states = podStates(this.world);
    return [...states.peek()].filter((state) => state.node === node).map(({ uid }) => states.get(uid) as PodState);
  }
}

/** Containers of an ended Pod that never ran count as failed. */
function giveUp(state: PodState, now: number): void {
  for (const container of state.containers) {
    if (container.ended || isAlive(container.phase)) continue;
    container.phase = 'ended';
    container.reason = '';
    container.ended = {
      exitCode: 137,
      reason: 'ContainerStatusUnknown',
      message: 'The container could not be located when the pod was terminated',
      startedAt: 0,
      finishedAt: 0,
      containerID: '',
    };
    container.at = now;
  }
}

/** What the runtime calls the Pod's RuntimeClass. */
function handlerOf(world: World, { spec }: Pod): string | undefined {
  return spec.runtimeClassName
    ? world.store.get<RuntimeClass>('runtimeclasses.node.k8s.io', '', spec.runtimeClassName)?.handler
    : undefined;
}

/** A Pod may name a node that never was: nobody runs it there. */
function hasKubelet(world: World, node: string | undefined): boolean {
  return node !== undefined && kubeletRuns(world, node) && world.store.get('nodes', '', node) !== undefined;
}

function kindOf(pod: Pod, name: string): ContainerKind {
  const init = pod.spec.initContainers?.find((container) => container.name === name);
  if (init) return init.restartPolicy === 'Always' ? 'sidecar' : 'init';
  return pod.spec.ephemeralContainers?.some((container) => container.name === name) ? 'ephemeral' : 'app';
}

function newContainer(name: string, kind: ContainerKind, pod: Pod): ContainerState {
  const waits = kind === 'ephemeral' ? false : (pod.spec.initContainers?.length ?? 0) > 0;
  return {
    name,
    kind,
    phase: 'waiting',
    reason: waits ? 'PodInitializing' : 'ContainerCreating',
    id: '',
    restarts: 0,
    startedAt: 0,
    pid: 0,
    image: '',
    imageRef: '',
    imageID: '',
    backoffMs: 0,
    backoffAt: 0,
    pull: { since: 0, from: 0, backoffMs: 0 },
    ready: false,
    started: false,
    probes: {},
    files: {},
    requests: 0,
  };
}

function isBeingMade({ phase }: ContainerState): boolean {
  return phase === 'waiting' || phase === 'creating' || phase === 'starting';
}

/**
 * Whether a container runs that the kubelet has not seen yet: it looks at the runtime from time to time, and of one that ended before it
 * looked it only ever tells the end.
 */
function isUnseen({ phase, id, told, startedAt, hooked }: ContainerState, now: number): boolean {
  return told !== id && (phase === 'exited' || hooked === true || (phase === 'running' && now < startedAt + UNSEEN_MS));
}

/** Whether those after an init container or a sidecar need not wait for it. */
function isDone({ kind, phase, ended, started }: ContainerState): boolean {
  return kind === 'init' ? phase === 'ended' && ended?.exitCode === 0 : isAlive(phase) && started;
}

/** Once the app containers began, init containers are not waited for again. */
function appsBegan(state: PodState): boolean {
  return state.containers.some(({ kind, id }) => kind === 'app' && id !== '');
}

/** The containers that the Pod is about are done for good, or will never run since an init container failed. */
function isOver(pod: Pod, { containers }: PodState): boolean {
  const ended = (container: ContainerState): boolean => container.phase === 'ended' && !willRestart(pod, container);
  return (
    containers.every((container) => container.kind !== 'app' || ended(container)) ||
    containers.some((container) => container.kind === 'init' && ended(container) && container.ended?.exitCode !== 0)
  );
}

/** When the worker has something to do next. */
function nextStep(pod: Pod, state: PodState, now: number): number | undefined {
  if (state.final && !pod.metadata.deletionTimestamp) return undefined;
  let next: number | undefined;
  const consider = (time: number | undefined): void => {
    if (time !== undefined && time > 0 && (next === undefined || time < next)) next = time;
  };
  for (const container of state.containers) {
    if (container.phase !== 'running') consider(container.at);
    else if (!container.hooked && isUnseen(container, now)) consider(container.startedAt + UNSEEN_MS);
  }
  if (state.ending) consider(state.teardownAt);
  else {
    if (state.resize) consider(nextResize(state, now));
    consider(state.sandbox ? nextMeasure(pod.spec, now) : (state.mountRetry?.at ?? state.sandboxAt));
    if (pod.spec.activeDeadlineSeconds !== undefined) consider(state.startTime + pod.spec.activeDeadlineSeconds * 1000);
  }
  return next;
}

/**
 * The parts of a state that its status shows, to compare: the Pod's own, then those of each container. One flat list, since it is made
 * twice whenever a worker looks.
 */
type Shown = readonly unknown[];

/** How many parts a Pod has, and each container; and where the sandbox is. */
const OF_POD = 4;
const OF_CONTAINER = 8;
const SANDBOX = 3;

function shown({ ending, ip, sandbox, containers, resize }: PodState): Shown {
  // Nothing while containers are just being made: the kubelet sees them and their sandbox with its next look at the runtime.
  const address = containers.every(isBeingMade) ? undefined : sandbox ? ip : `${ip} is gone`;
  // As long as it gets from the start: a list that grows takes thrice the room.
  const parts = new Array<unknown>(OF_POD + OF_CONTAINER * containers.length);
  parts[0] = ending && (ending.reason ?? '');
  parts[1] = resize?.pending;
  parts[2] = resize?.progress;
  parts[SANDBOX] = address;
  let at = OF_POD;
  for (const { phase, reason, message, id, restarts, ready, started, ended } of containers) {
    parts[at++] = isAlive(phase);
    parts[at++] = reason;
    parts[at++] = message;
    parts[at++] = id;
    parts[at++] = restarts;
    parts[at++] = ready;
    parts[at++] = started;
    parts[at++] = ended?.finishedAt;
  }
  return parts;
}

function isNews(before: Shown, now: Shown): boolean {
  return before.length !== now.length || now.some((part, at) => part !== before[at] && !(at === SANDBOX && part === undefined));
}
