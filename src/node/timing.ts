/** How long things on a node take, in virtual milliseconds: slow enough to watch, quick enough not to wait for. */
import type { Random } from '../world/random.ts';

/** From and to; each time a value between them is drawn. */
export type Range = readonly [number, number];

export const TIMING = {
  /** From the binding of a Pod, or a change of it, to the kubelet's first step. */
  notice: [10, 30],
  /** From a change of a static Pod's manifest to the kubelet reading it. */
  manifests: [300, 900],
  /** Sandbox and network of a Pod. */
  sandbox: [60, 120],
  /** Asking the registry what a tag means; all that is left of a pull when the layers are there. */
  resolve: [15, 50],
  /** What a first pull costs beyond its bytes: layers are verified and unpacked. */
  unpack: [350, 650],
  /** Trying mirrors and retrying until a pull is given up. */
  pullFailure: [9_700, 9_950],
  create: [30, 60],
  start: [40, 80],
  /** From a change of a ConfigMap or Secret to the files made of it: the kubelet's next look at the Pod. */
  refresh: [25_000, 75_000],
  /** From a container's end to the kubelet seeing it. */
  noticeExit: [300, 700],
  /** From the last container's end to the Pod's removal from the API. */
  teardown: [900, 1_400],
  /** How long a container's end, or a failed pull, is shown before the kubelet looks at it again. */
  look: [700, 1_300],
  /** Until a kubelet looks at its node object again. */
  nodeStatus: [1_000, 10_000],
  /** Until a returning node's kubelet is up and ready. */
  boot: [8_000, 10_000],
  /** Until a kubelet that was started is up and ready. */
  kubelet: [1_000, 2_000],
} as const satisfies Record<string, Range>;

/** Bytes a virtual millisecond: a fast line, and a cap so that nobody waits long for a large image. */
export const PULL_BYTES_PER_MS = 60_000;
export const PULL_MAX_MS = 2_000;

/** Restart and pull back-off: first wait, factor 2, cap; forgotten after ten minutes of running (kubelet defaults). */
export const BACKOFF = { firstMs: 10_000, maxMs: 300_000, resetMs: 600_000 } as const;

/** Retry of containers that could not be created (configuration errors): the kubelet's next look at the Pod. */
export const RESYNC: Range = [10_000, 15_000];

/** Until a node reports the images that it pulled. */
export const REPORT_IMAGES_MS = 30_000;

export function draw(random: Random, [from, to]: Range): number {
  return from + random.integer(to - from + 1);
}
