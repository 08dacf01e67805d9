/** Making and deleting Pods for an object that owns them, with the events that tell of it (source: controller_utils' PodControl). */
import type { ApiError } from '../api/errors.ts';
import type { Operations } from '../api/operations.ts';
import type { Pod } from '../kinds/objects.ts';
import type { PodTemplateSpec } from '../kinds/types.gen.ts';
import type { KubeObject } from '../world/object.ts';
interface PodControlOptions {
    readonly api: Operations;
    readonly owner: KubeObject;
    /** The controller's name in events. */
    readonly component: string;
}
/**
 * Makes a Pod of the template, owned by `owner`. Its name is `prefix` and five random characters (default: the owner's name and `-`).
 * A refusal is told by an event and returned, but for that of a namespace that is on its way out, which is nobody's fault.
 */
export declare function createPod({ api, owner, component }: PodControlOptions, template: PodTemplateSpec | undefined, prefix?: string): ApiError | undefined;
/** Deletes a Pod of the owner. A refusal is told by an event and returned; a Pod that is gone already is none. */
export declare function deletePod({ api, owner, component }: PodControlOptions, { metadata }: Pod): ApiError | undefined;
/** Makes up to `wanted` Pods in batches of 1, 2, 4, ...: where one fails the next batch would too, so it is not tried. */
export declare function inBatches<E>(wanted: number, make: (index: number) => E | undefined): E | undefined;
export {};
