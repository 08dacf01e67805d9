/**
 * In-place resize: what a kubelet makes of a change of a running Pod's resources. It gives the Pod what it asks for if the node has it,
 * and restarts the containers whose resizePolicy wants that; until then the Pod has what it was given before.
 */
import { equal } from '../api/equal.ts';
import { toGoJson } from '../api/go-json.ts';
import { formatTime } from '../api/values/duration.ts';
import { addQuantity, parseQuantity, quantityMilliValue, quantityValue } from '../api/values/quantity.ts';
import type { Node, Pod } from '../kinds/objects.ts';
import { kubeletUid } from '../kinds/pod/mirror.ts';
import type { Container, PodCondition, ResourceRequirements } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import type { Containers } from './containers.ts';
import type { Recorder } from './events.ts';
import { type ContainerState, containerState, type PodState, podStates } from './state.ts';

/** What a Pod's containers were given, by name, and what stands between that and what its spec asks for. Times in ms. */
export interface Resize {
  allocated: Record<string, ResourceRequirements>;
  pending?: { readonly reason: 'Infeasible' | 'Deferred'; readonly message: string; readonly generation: number; readonly since: number };
  /** Given, but not all containers have it yet: those named run for the n-th time when they do. */
  progress?: { readonly generation: number; readonly since: number; readonly restarts: Readonly<Record<string, number>> };
}

/** How often a kubelet looks whether a deferred resize has become possible. */
const RETRY_MS = 5000;

export const RESIZE_CONDITIONS = ['PodResizePending', 'PodResizeInProgress'] as const;

/** What a new Pod is given; undefined when it asks for nothing (then it never can). */
export function allocationOf(pod: Pod): Resize | undefined {
  const allocated: Resize['allocated'] = {};
  for (const { name, resources } of resizable(pod)) if (resources?.requests || resources?.limits) allocated[name] = resources;
  return Object.keys(allocated).length > 0 ? { allocated } : undefined;
}

/** The Pod with the resources that it was given in place of those that it asks for. */
export function withAllocation(pod: Pod, { resize }: { readonly resize?: Readonly<Resize> | undefined }): Pod {
  if (!resize || isAllocated(pod, resize)) return pod;
  const given = (container: Container): Container => ({
    ...container,
    resources: resize.allocated[container.name] ?? container.resources ?? {},
  });
  const { containers, initContainers } = pod.spec;
  return {
    ...pod,
    spec: { ...pod.spec, containers: containers.map(given), ...(initContainers && { initContainers: initContainers.map(given) }) },
  };
}

/** Gives a running Pod the resources that its spec asks for, where the node has them. */
export function beginResize(world: World, pod: Pod, state: PodState, containers: Containers, recorder: Recorder): void {
  const { resize } = state;
  if (!resize) return;
  const generation = pod.metadata.generation ?? 1;
  if (isAllocated(pod, resize)) delete resize.pending;
  else {
    const refusal = refusalOf(world, pod, state);
    if (refusal) {
      const { reason, message } = refusal;
      const before = resize.pending;
      if (before?.reason === reason && before.message === message && before.generation === generation) return;
      resize.pending = { reason, message, generation, since: before?.reason === reason ? before.since : world.now };
      return recorder.pod(pod, 'Warning', `Resize${reason}`, `Pod resize ${reason}: ${summary(pod, generation, message)}`);
    }
    const changed = resizable(pod).filter(({ name, resources }) => !equal(resources, resize.allocated[name]));
    const restarts = restartFor(changed, resize, state);
    for (const { name, resources = {} } of changed) resize.allocated[name] = resources;
    delete resize.pending;
    resize.progress = { generation, since: world.now, restarts };
    recorder.pod(pod, 'Normal', 'ResizeStarted', `Pod resize started: ${summary(pod, generation)}`);
    for (const name of Object.keys(restarts)) {
      const container = containerState(state, name) as ContainerState;
      containers.stop(
        pod,
        state,
        container,
        (pod.spec.terminationGracePeriodSeconds ?? 30) * 1000,
        `Container ${name} resize requires restart`,
      );
      container.restarting = true;
    }
  }
}

/** A resize is over when all its containers run with what they were given. */
export function finishResize(pod: Pod, { containers, resize }: PodState, recorder: Recorder): void {
  if (!resize?.progress) return;
  const { progress } = resize;
  const named = (name: string): ContainerState | undefined => containers.find((one) => one.name === name);
  if (!Object.entries(progress.restarts).every(([name, restarts]) => isUp(named(name), restarts))) return;
  delete resize.progress;
  recorder.pod(pod, 'Normal', 'ResizeCompleted', `Pod resize completed: ${summary(pod, progress.generation)}`);
}

/** When a deferred resize is looked at again. */
export function nextResize({ resize }: PodState, now: number): number | undefined {
  return resize?.pending?.reason === 'Deferred' ? now + RETRY_MS : undefined;
}

/** The conditions that tell of a resize under way, as of now. */
export function resizeConditions({ resize }: PodState, now: number): PodCondition[] {
  const made = (
    type: string,
    since: number,
    observedGeneration: number,
    more: { reason?: string; message?: string } = {},
  ): PodCondition => ({
    lastProbeTime: formatTime(now),
    lastTransitionTime: formatTime(since),
    ...(more.message && { message: more.message }),
    observedGeneration,
    ...(more.reason && { reason: more.reason }),
    status: 'True',
    type,
  });
  const { pending, progress } = resize ?? {};
  return [
    ...(pending ? [made('PodResizePending', pending.since, pending.generation, pending)] : []),
    ...(progress ? [made('PodResizeInProgress', progress.since, progress.generation)] : []),
  ];
}

/** Containers that can be resized: all but init containers that end. */
function resizable({ spec }: Pod): Container[] {
  return [...(spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always'), ...spec.containers];
}

function isAllocated(pod: Pod, { allocated }: Resize): boolean {
  return resizable(pod).every(({ name, resources }) => equal(resources ?? {}, allocated[name] ?? {}));
}

function isUp(container: ContainerState | undefined, restarts: number): boolean {
  return container?.phase === 'running' && container.restarts >= restarts;
}

/** Running containers that must be started again for what changed, and which run that will be. */
function restartFor(changed: readonly Container[], { allocated }: Resize, state: PodState): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { name, resources, resizePolicy = [] } of changed) {
    const container = containerState(state, name);
    const differs = (resource: string): boolean =>
      (['requests', 'limits'] as const).some((list) => resources?.[list]?.[resource] !== allocated[name]?.[list]?.[resource]);
    const restart = resizePolicy.some(({ resourceName, restartPolicy }) => restartPolicy === 'RestartContainer' && differs(resourceName));
    if (restart && container?.phase === 'running') found[name] = container.restarts + 1;
  }
  return found;
}

/** Why the node cannot give the Pod what it asks for. */
function refusalOf(
  world: World,
  pod: Pod,
  state: PodState,
): { readonly reason: 'Infeasible' | 'Deferred'; readonly message: string } | undefined {
  const allocatable = world.store.get<Node>('nodes', '', state.node)?.status.allocatable ?? {};
  const amounts = (['memory', 'cpu'] as const).map((name) => {
    const unit = name === 'cpu' ? quantityMilliValue : quantityValue;
    return { name, requested: unit(requestOf(pod, name)), capacity: unit(parseQuantity(allocatable[name] ?? '0')), unit };
  });
  for (const { name, requested, capacity } of amounts)
    if (requested > capacity)
      return { reason: 'Infeasible', message: `Node didn't have enough capacity: ${name}, requested: ${requested}, capacity: ${capacity}` };
  const states = new Map([...podStates(world).peek()].map((one) => [one.uid, one] as const));
  const others = world.store
    .byIndex<Pod>('pods', 'node', state.node)
    .filter((other) => kubeletUid(other) !== state.uid && other.status.phase !== 'Succeeded' && other.status.phase !== 'Failed')
    .map((other) => withAllocation(other, states.get(kubeletUid(other)) ?? {}));
  for (const { name, requested, capacity, unit } of amounts.toReversed()) {
    const used = others.reduce((sum, other) => sum + unit(requestOf(other, name)), 0);
    if (used + requested > capacity)
      return {
        reason: 'Deferred',
        message: `Node didn't have enough resource: ${name}, requested: ${requested}, used: ${used}, capacity: ${capacity}`,
      };
  }
  return undefined;
}

function requestOf(pod: Pod, name: string) {
  return resizable(pod)
    .map(({ resources }) => parseQuantity(resources?.requests?.[name] ?? '0'))
    .reduce(addQuantity);
}

/** The resources of all containers, as the events of a resize tell them. */
function summary({ spec }: Pod, generation: number, error?: string): string {
  const list = (of: readonly Container[] = []) =>
    of.map(({ name, resources: { claims, limits, requests } = {} }) => {
      const resources = [
        claims && `"claims":${toGoJson(claims)}`,
        limits && `"limits":${toGoJson(limits)}`,
        requests && `"requests":${toGoJson(requests)}`,
      ];
      return `{"name":${toGoJson(name)},"resources":{${resources.filter(Boolean).join(',')}}}`;
    });
  const init = list(spec.initContainers);
  return `{${init.length > 0 ? `"initContainers":[${init.join(',')}],` : ''}"containers":[${list(spec.containers).join(',')}],"generation":${generation}${error ? `,"error":${toGoJson(error)}` : ''}}`;
}
