import type { Namespace } from '../objects.ts';
/** A group of objects; deletion waits until its `kubernetes` finalizer is taken off, when nothing is left in it. */
export declare const namespaces: import("../../api/kind.ts").Kind<Namespace>;
