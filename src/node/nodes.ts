/** What the kubelets report about their nodes. */
import { formatTime } from '../api/values/duration.ts';
import { isRunning } from '../kinds/node/power.ts';
import type { Node } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';
import { nodeImages } from './pull.ts';

const CONDITIONS = [
  ['MemoryPressure', 'False', 'KubeletHasSufficientMemory', 'kubelet has sufficient memory available'],
  ['DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'],
  ['PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'],
  ['Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'],
] as const;

/** Why a kubelet that does not run cannot be reached, as Go says it: its machine refuses, or is off. */
export function dialError(world: World, node: string): string {
  return `dial tcp ${nodeAddressOf(world, node)}:10250: connect: ${isRunning(world, node) ? 'connection refused' : 'no route to host'}`;
}

/** The node's status as its kubelet reports it now: conditions and images; what never changes is kept. */
export function nodeStatus(world: World, node: Node): Node['status'] {
  const now = formatTime(world.now);
  const old = node.status;
  const images = Object.values(nodeImages(world, node.metadata.name).present).filter((image) => image.at <= world.now);
  return {
    ...old,
    ...(old.capacity && { allocatable: allocatableOf(old) }),
    conditions: CONDITIONS.map(([type, status, reason, message]) => {
      const before = old.conditions?.find((condition) => condition.type === type);
      const lastTransitionTime = before?.status === status && before.lastTransitionTime ? before.lastTransitionTime : now;
      return { lastHeartbeatTime: now, lastTransitionTime, message, reason, status, type };
    }),
    ...(images.length > 0 && {
      images: images.sort((a, b) => b.size - a.size).map(({ id, ref, size }) => ({ names: [id, ref], sizeBytes: size })),
    }),
  };
}

/** What Pods may use: of extended resources all that somebody advertised, of the others what is not kept back. */
function allocatableOf({ capacity = {}, allocatable = {} }: Node['status']): NonNullable<Node['status']['allocatable']> {
  return Object.fromEntries(
    Object.entries(capacity).map(([name, amount]) => [name, name.includes('/') ? amount : (allocatable[name] ?? amount)]),
  );
}

/** The node's InternalIP, or ''. */
export function nodeAddressOf(world: World, name: string): string {
  const node = world.store.get<Node>('nodes', '', name);
  return node?.status.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? '';
}
