/** Pods that write more to their node's disk than they may are evicted (source: pkg/kubelet/eviction, localStorageEviction). */
import { addQuantity, compareQuantity, formatQuantity, parseQuantity, type Quantity } from '../api/values/quantity.ts';
import type { WrittenFiles } from '../kernel/files.ts';
import type { Pod } from '../kinds/objects.ts';
import type { PodSpec } from '../kinds/types.gen.ts';
import { containerState, type PodState } from './state.ts';
import { specsOf } from './status.ts';

const DISK = 'ephemeral-storage';
/** How often the kubelet measures. */
const PERIOD_MS = 10_000;
/** What an evicted Pod's containers get to end. */
export const EVICTION_GRACE_MS = 1000;

/** When the kubelet measures a Pod next, ms; undefined for one that nothing limits. */
export function nextMeasure({ volumes = [], containers }: PodSpec, now: number): number | undefined {
  const limited =
    volumes.some(({ emptyDir }) => emptyDir?.sizeLimit !== undefined) ||
    containers.some(({ resources }) => resources?.limits?.[DISK] !== undefined);
  return limited ? now - (now % PERIOD_MS) + PERIOD_MS : undefined;
}

/** Whether the kubelet measures now. */
export const isMeasured = (now: number): boolean => now % PERIOD_MS === 0;

/** Why the Pod has to go, in the words of the event; undefined when it may stay. */
export function storageExcess(pod: Pod, state: PodState): string | undefined {
  for (const { name, emptyDir } of pod.spec.volumes ?? []) {
    const limit = emptyDir?.sizeLimit === undefined ? undefined : parseQuantity(emptyDir.sizeLimit);
    if (limit && limit.nano > 0 && exceeds(sizeOf(state.volumes[name]), limit))
      return `Usage of EmptyDir volume ${JSON.stringify(name)} exceeds the limit ${JSON.stringify(formatQuantity(limit))}. `;
  }
  const specs = specsOf(pod);
  const written = specs.map(({ name }) => sizeOf(containerState(state, name)?.files));
  const limits = specs.map(({ resources }) => {
    const limit = resources?.limits?.[DISK];
    return limit === undefined ? undefined : parseQuantity(limit);
  });
  const known = limits.filter((limit) => limit !== undefined);
  if (known.length === 0) return undefined;
  const total = known.reduce(addQuantity);
  const volumes = (pod.spec.volumes ?? []).filter(({ emptyDir }) => emptyDir && emptyDir.medium !== 'Memory');
  const all = [...written, ...volumes.map(({ name }) => sizeOf(state.volumes[name]))].reduce((sum, size) => sum + size, 0);
  if (exceeds(all, total)) return `Pod ephemeral local storage usage exceeds the total limit of containers ${formatQuantity(total)}. `;
  const at = limits.findIndex((limit, index) => limit !== undefined && exceeds(written[index] as number, limit));
  if (at < 0) return undefined;
  return `Container ${specs[at]?.name} exceeded its local ephemeral storage limit ${JSON.stringify(formatQuantity(limits[at] as Quantity))}. `;
}

function exceeds(bytes: number, limit: Quantity): boolean {
  return compareQuantity(parseQuantity(bytes), limit) > 0;
}

/** Bytes of the files that were written. */
function sizeOf(files: WrittenFiles | undefined): number {
  let size = 0;
  for (const entry of Object.values(files ?? {})) if (entry?.kind === 'file') size += entry.text.length;
  return size;
}
