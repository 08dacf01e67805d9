import type { Sys } from '../../kernel/types.ts';
import type { Invocation } from '../invocation.ts';
/** Shows the usage of nodes or of Pods. */
export declare function printTop(invocation: Invocation, kind: 'node' | 'pod'): Sys<void>;
