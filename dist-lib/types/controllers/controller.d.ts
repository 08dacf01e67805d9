/** What a controller is. `run.ts` connects the list in `index.ts` to the world. */
import type { Operations } from '../api/operations.ts';
import type { Change, ResourceName } from '../world/object.ts';
import type { World } from '../world/world.ts';
/** The real controllers share 20 writes a second (kube-controller-manager's --kube-api-qps). */
export declare const WRITE_SPACING_MS = 50;
export interface ControllerContext {
    readonly world: World;
    readonly api: Operations;
    /** Reconciles the key after a delay (replaces an earlier wish for the same key). */
    requeueAfter(key: string, ms: number): void;
}
/**
 * A controller is level-triggered: it looks at what is and does the next step towards what should be, with no memory of its own.
 * Keys are usually `namespace/name`.
 */
export interface Controller {
    /** Its name in events and in the journal: `deployment-controller`. */
    readonly name: string;
    /** For each resource it watches (`*`: all): which keys a change makes dirty. */
    readonly watches: Readonly<Record<ResourceName, (change: Change, world: World) => Iterable<string>>>;
    /** ms of virtual time from dirty to reconcile; changes within it are handled at once. Default 10. */
    readonly latencyMs?: number;
    /**
     * Least ms from one pass of a key to the next, for controllers that write on each of many Pods' changes. Default 0.
     */
    readonly spacingMs?: number;
    reconcile(context: ControllerContext, key: string): void;
}
