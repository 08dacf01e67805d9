/**
 * What containers use: a model of load. An image idles at its own figures; each request that it answers costs CPU time, a program that
 * spins costs a core, and a program may say what it takes (stress). CPU is measured over whole windows, as the metrics server does.
 * Nothing is drawn at random: the same session shows the same figures.
 */
import { fnv32a } from '../api/values/hash.ts';
import { parseQuantity } from '../api/values/quantity.ts';
import type { MetricsSource, PodUsage, Usage } from '../kinds/metrics/source.ts';
import type { Node, Pod } from '../kinds/objects.ts';
import { kubeletUid } from '../kinds/pod/mirror.ts';
import type { Container } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import type { ImageCatalog } from './images/reference.ts';
import { type ContainerState, type PodState, podOf, podState, podStates } from './state.ts';
import { isAlive, specsOf } from './status.ts';

export const WINDOW_MS = 15_000;
const MIB = 1024 * 1024;
/** What an image uses that does not say. */
const IDLE = { cpu: 0, memory: 1, perRequest: 1 };
/** What a node needs by itself, cores and MiB: more with the control plane on it. */
const SYSTEM = { cpu: 0.045, memory: 260 };
const CONTROL_PLANE = { cpu: 0.13, memory: 610 };

/** CPU time a container spent, ms: in the window that runs, and in the one before it. */
export interface Work {
  window: number;
  ms: number;
  before: number;
}

const windowOf = (time: number): number => Math.floor(time / WINDOW_MS);

/** Notes that a container worked for so many ms of CPU time. */
export function addWork(container: ContainerState, now: number, ms: number): void {
  const work = (container.work ??= { window: windowOf(now), ms: 0, before: 0 });
  roll(work, windowOf(now));
  work.ms += ms;
}

function roll(work: Work, window: number): void {
  if (work.window === window) return;
  work.before = work.window === window - 1 ? work.ms : 0;
  work.ms = 0;
  work.window = window;
}

/** A number of cores or bytes that a container's limit allows; undefined: no limit. */
export function limitOf({ resources }: Container, name: 'cpu' | 'memory'): number | undefined {
  const limit = resources?.limits?.[name];
  return limit === undefined ? undefined : Number(parseQuantity(limit).nano) / 1e9;
}

/** CPU ms that a request costs. */
export function requestCost(catalog: ImageCatalog, spec: Container): number {
  const found = catalog.find(spec.image ?? '');
  return 'error' in found ? IDLE.perRequest : (found.image.usage?.perRequest ?? IDLE.perRequest);
}

function usageOf(catalog: ImageCatalog, spec: Container, container: ContainerState, now: number): Usage {
  const found = catalog.find(spec.image ?? '');
  const idle = { ...IDLE, ...('error' in found ? {} : found.image.usage) };
  const window = windowOf(now);
  const { work, load } = container;
  const spent = work?.window === window ? work.before : work?.window === window - 1 ? work.ms : 0;
  const wobble = (fnv32a(`${container.id} ${window}`) % 1000) / 1000;
  const cpu = spent / WINDOW_MS + (load?.cpu ?? 0) + (idle.cpu / 1000) * (0.9 + 0.2 * wobble);
  const memory = idle.memory * MIB * (0.97 + 0.06 * wobble) + (load?.memory ?? 0);
  return { cpu: Math.min(cpu, limitOf(spec, 'cpu') ?? cpu), memory: Math.min(memory, limitOf(spec, 'memory') ?? memory) };
}

/** The measuring end of metrics. */
export class UsageMeter implements MetricsSource {
  private readonly world: World;
  private readonly catalog: ImageCatalog;

  constructor(world: World, catalog: ImageCatalog) {
    this.world = world;
    this.catalog = catalog;
  }

  pod(namespace: string, name: string): PodUsage | undefined {
    const pod = this.world.store.get<Pod>('pods', namespace, name);
    const state = pod && podState(this.world, kubeletUid(pod));
    return pod && state && this.ofState(pod, state);
  }

  /** Undefined until every running container was there for a whole window. */
  private ofState(pod: Pod, state: Readonly<PodState>): PodUsage | undefined {
    const { now } = this.world;
    const end = windowOf(now) * WINDOW_MS;
    const containers = specsOf(pod).flatMap((spec) => {
      const container = state.containers.find((one) => one.name === spec.name);
      if (!container || !isAlive(container.phase) || container.kind === 'init') return [];
      return [{ name: spec.name, startedAt: container.startedAt, ...usageOf(this.catalog, spec, container, now) }];
    });
    if (containers.length === 0 || containers.some(({ startedAt }) => startedAt > end - WINDOW_MS)) return undefined;
    return { at: end, windowMs: WINDOW_MS, containers: containers.map(({ name, cpu, memory }) => ({ name, cpu, memory })) };
  }

  node(name: string) {
    const { world } = this;
    const node = world.store.get<Node>('nodes', '', name);
    if (node?.status.conditions?.find(({ type }) => type === 'Ready')?.status !== 'True') return undefined;
    const window = windowOf(world.now);
    const primary = node.metadata.labels?.['node-role.kubernetes.io/control-plane'] !== undefined;
    const wobble = (fnv32a(`${node.metadata.uid} ${window}`) % 1000) / 1000;
    let cpu = (SYSTEM.cpu + (primary ? CONTROL_PLANE.cpu : 0)) * (0.9 + 0.2 * wobble);
    let memory = (SYSTEM.memory + (primary ? CONTROL_PLANE.memory : 0)) * MIB * (0.99 + 0.02 * wobble);
    for (const state of podStates(world).peek()) {
      const pod = state.node === name ? podOf(world, state) : undefined;
      for (const one of (pod && this.ofState(pod, state))?.containers ?? []) {
        cpu += one.cpu;
        memory += one.memory;
      }
    }
    const cores = Number(parseQuantity(node.status.capacity?.['cpu'] ?? '1').nano) / 1e9;
    return { at: window * WINDOW_MS, windowMs: WINDOW_MS, cpu: Math.min(cpu, cores), memory };
  }
}
