import type { StatefulSet } from '../objects.ts';
/** Pods with a name, a place in the order and volumes of their own. */
export declare const statefulSets: import("../../api/kind.ts").Kind<StatefulSet>;
