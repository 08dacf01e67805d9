import type { Node } from '../objects.ts';
/** A machine that runs Pods. */
export declare const nodes: import("../../api/kind.ts").Kind<Node>;
