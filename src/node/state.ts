/** What the kubelets remember: plain data in the world's slots, so that a snapshot brings it back. */
import type { WrittenFiles } from '../kernel/files.ts';
import type { Machine } from '../kernel/types.ts';
import type { Pod } from '../kinds/objects.ts';
import { kubeletUid } from '../kinds/pod/mirror.ts';
import type { Entries } from '../world/entries.ts';
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { Resize } from './resize.ts';
import type { Work } from './usage.ts';

/** A container's end, as `state.terminated` shows it. Times in ms; 0 is the epoch, which the real status shows for a failed start. */
export interface Terminated {
  readonly exitCode: number;
  readonly signal?: number;
  readonly reason: string;
  readonly message?: string;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly containerID: string;
}

export interface ProbeState {
  successes: number;
  failures: number;
  /** What the probe says now; undefined before its first verdict. */
  passing?: boolean;
}

export type ContainerKind = 'init' | 'sidecar' | 'app' | 'ephemeral';

/**
 * Where a container is. `waiting` has not begun (or waits for its back-off until `at`); `pulling`, `creating`, `starting` end at `at`;
 * `stopping` was asked to stop and is killed at `at`; `exited` ended and the kubelet notices at `at`; `ended` was noticed.
 */
export type ContainerPhase = 'waiting' | 'pulling' | 'creating' | 'starting' | 'running' | 'stopping' | 'exited' | 'ended';

export interface ContainerState {
  readonly name: string;
  readonly kind: ContainerKind;
  phase: ContainerPhase;
  /** Virtual time of the next step; undefined when nothing but an event moves it on. */
  at?: number | undefined;
  /** Shown as the reason of `waiting`; '' once it ran: then its end is shown until it runs again. */
  reason: string;
  message?: string | undefined;
  /** 64 hexadecimal digits; '' before the first start. */
  id: string;
  restarts: number;
  startedAt: number;
  pid: number;
  /** The image as given when it was started or pulled, to see a change of the spec. */
  image: string;
  /** `docker.io/library/nginx:latest` and `docker.io/library/nginx@sha256:...`; '' until pulled. */
  imageRef: string;
  imageID: string;
  /** Its end, kept until it runs again. */
  ended?: Terminated | undefined;
  /** The end of the run before. */
  last?: Terminated | undefined;
  /** Restart back-off: the wait that comes next, and when the last one was counted. */
  backoffMs: number;
  backoffAt: number;
  pull: { since: number; from: number; error?: string; backoffMs: number };
  /** Why it is being stopped, when that is not the Pod's deletion: then it starts again. */
  restarting?: boolean | undefined;
  ready: boolean;
  started: boolean;
  probes: Partial<Record<ProbeType, ProbeState>>;
  /** As whom it runs, where that is not root alone. */
  user?: NonNullable<Machine['user']> | undefined;
  /** The written part of its files. */
  files: WrittenFiles;
  /** Objects as they were when the container started, for files mounted by subPath: by `configmaps/name`. */
  pinned?: Readonly<Record<string, KubeObject>> | undefined;
  /** Its PostStart hook runs, or failed and the container is being ended for it: until that is over no status tells of its run. */
  hooked?: boolean | undefined;
  /** Why the PostStart hook failed. */
  hookError?: string | undefined;
  /** It is being stopped, and its stop signal waits: for its preStop hook, for containers that have to end before it. */
  unsignalled?: { readonly hook: boolean; readonly turn: boolean } | undefined;
  /** Its run, by id, of which a status has told. */
  told?: string | undefined;
  /** Requests that its servers answered. */
  requests: number;
  /** CPU time it spent lately. */
  work?: Work | undefined;
  /** What its programs said that they take: cores and bytes. */
  load?: { cpu: number; memory: number } | undefined;
  /** It took more memory than it may. */
  oom?: boolean | undefined;
}

export type ProbeType = 'startup' | 'liveness' | 'readiness';

export interface PodState {
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  readonly node: string;
  readonly startTime: number;
  ip: string;
  /** When the sandbox is ready; containers begin then. */
  sandboxAt: number;
  sandbox: boolean;
  containers: ContainerState[];
  /** Set when the Pod is being ended: by deletion, or by its own end (activeDeadlineSeconds, eviction). */
  ending?: { readonly graceMs: number; deadline: number; readonly reason?: string; readonly message?: string } | undefined;
  /** All containers ended; the object goes (or becomes final) at this time. */
  teardownAt?: number | undefined;
  /** There is news that the next status will tell. */
  news?: boolean | undefined;
  /** Final: phase Succeeded or Failed was written. */
  final: boolean;
  /** Written parts of emptyDir volumes, by volume name. */
  volumes: Record<string, WrittenFiles>;
  /** Objects as they were when the Pod's volumes were last made of them, where they are others now: by `configmaps/name`. */
  held?: Readonly<Record<string, KubeObject>>;
  /** When files made of an object were last written anew. */
  refreshed?: Readonly<Record<string, number>>;
  /** Volumes cannot be set up: when to look again, and the wait after that; or they are being tried until then. */
  mountRetry?: { at: number; waitMs: number; trying?: true } | undefined;
  /** The resources that its containers were given; undefined when they never asked for any. */
  resize?: Resize | undefined;
}

/** What the kubelets know of the Pods on their nodes, by uid. */
export function podStates(world: World): Entries<PodState> {
  return world.entries('kubelet-pods');
}

export function podState(world: World, uid: string): PodState | undefined {
  return podStates(world).get(uid);
}

/** The Pod object of a state, if it is still that Pod. */
export function podOf(world: World, state: PodState): Pod | undefined {
  const pod = world.store.get<Pod>('pods', state.namespace, state.name);
  return pod && kubeletUid(pod) === state.uid ? pod : undefined;
}

export function containerState(state: PodState, name: string): ContainerState | undefined {
  return state.containers.find((container) => container.name === name);
}

/** `container:<pod uid>/<container name>/<restart>`: the machine on which a container's programs run. */
export function machineId(state: PodState, container: ContainerState): string {
  return `container:${state.uid}/${container.name}/${container.restarts}`;
}

/** One run of a container. */
export interface Run {
  /** 64 hexadecimal digits. */
  readonly id: string;
  /** How often it was started before. */
  readonly attempt: number;
  /** Virtual ms. */
  readonly since: number;
}

/** The runs that the runtime still has: the last one that was started, and the one before. */
export function runsOf({ id, startedAt, restarts, last }: ContainerState): readonly Run[] {
  const now = id !== '' && startedAt > 0 ? [{ id, attempt: restarts, since: startedAt }] : [];
  const before =
    last?.containerID && last.containerID !== id ? [{ id: last.containerID, attempt: restarts - 1, since: last.startedAt }] : [];
  return [...now, ...before];
}

/** The parts of a container's machine id; undefined for other machines. */
export function parseMachineId(id: string): { readonly uid: string; readonly container: string; readonly restart: number } | undefined {
  const found = /^container:([^/]+)\/([^/]+)\/(\d+)$/.exec(id);
  return found ? { uid: found[1] as string, container: found[2] as string, restart: Number(found[3]) } : undefined;
}
