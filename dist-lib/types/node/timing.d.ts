/** How long things on a node take, in virtual milliseconds: slow enough to watch, quick enough not to wait for. */
import type { Random } from '../world/random.ts';
/** From and to; each time a value between them is drawn. */
export type Range = readonly [number, number];
export declare const TIMING: {
    /** From the binding of a Pod, or a change of it, to the kubelet's first step. */
    readonly notice: readonly [10, 30];
    /** Sandbox and network of a Pod. */
    readonly sandbox: readonly [60, 120];
    /** Asking the registry what a tag means; all that is left of a pull when the layers are there. */
    readonly resolve: readonly [15, 50];
    /** What a first pull costs beyond its bytes: layers are verified and unpacked. */
    readonly unpack: readonly [350, 650];
    /** Trying mirrors and retrying until a pull is given up. */
    readonly pullFailure: readonly [9700, 9950];
    readonly create: readonly [30, 60];
    readonly start: readonly [40, 80];
    /** From a change of a ConfigMap or Secret to the files made of it: the kubelet's next look at the Pod. */
    readonly refresh: readonly [25000, 75000];
    /** From a container's end to the kubelet seeing it. */
    readonly noticeExit: readonly [300, 700];
    /** From the last container's end to the Pod's removal from the API. */
    readonly teardown: readonly [900, 1400];
    /** How long a container's end, or a failed pull, is shown before the kubelet looks at it again. */
    readonly look: readonly [700, 1300];
    /** Until a kubelet looks at its node object again. */
    readonly nodeStatus: readonly [1000, 10000];
    /** Until a returning node's kubelet is up and ready. */
    readonly boot: readonly [8000, 10000];
};
/** Bytes a virtual millisecond: a fast line, and a cap so that nobody waits long for a large image. */
export declare const PULL_BYTES_PER_MS = 60000;
export declare const PULL_MAX_MS = 2000;
/** Restart and pull back-off: first wait, factor 2, cap; forgotten after ten minutes of running (kubelet defaults). */
export declare const BACKOFF: {
    readonly firstMs: 10000;
    readonly maxMs: 300000;
    readonly resetMs: 600000;
};
/** Retry of containers that could not be created (configuration errors): the kubelet's next look at the Pod. */
export declare const RESYNC: Range;
/** Until a node reports the images that it pulled. */
export declare const REPORT_IMAGES_MS = 30000;
export declare function draw(random: Random, [from, to]: Range): number;
