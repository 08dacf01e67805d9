/** apply --prune: deletes what was applied before and is no longer among what is applied now. */
import type { Sys } from '../../../kernel/types.ts';
import type { Invocation } from '../../invocation.ts';
import { type JsonObject } from '../../json.ts';
import type { DryRun } from '../../printer.ts';
export interface Visited {
    readonly uids: ReadonlySet<string>;
    readonly namespaces: ReadonlySet<string>;
}
/** Deletes and tells. Only objects with the last-applied annotation are touched. */
export declare function prune(invocation: Invocation, visited: Visited, dryRun: DryRun, tell: (object: JsonObject) => Sys<void>): Sys<void>;
