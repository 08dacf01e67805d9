/** What client-side apply sends for one object: used by apply itself and by diff. */
import type { Sys } from '../../../kernel/types.ts';
import type { Client, PatchType, Query } from '../../client.ts';
import { type JsonObject } from '../../json.ts';
import type { ResourceInfo } from '../../resource/builder.ts';
export interface ApplyPatch {
    readonly type: PatchType;
    readonly patch: JsonObject;
}
/** The live object, or undefined when it is not there. */
export declare function liveObject(client: Client, { mapping, namespace, name }: ResourceInfo): Sys<JsonObject | undefined>;
/** The configuration that was applied last, from the object's annotation; undefined when there is none. */
export declare function lastApplied(object: JsonObject): JsonObject | undefined;
/** The three-way merge of the last applied, the wanted and the live configuration; an empty patch when nothing is to change. */
export declare function applyPatch(wanted: JsonObject, live: JsonObject): ApplyPatch;
/** What apply creates where nothing is yet: with the annotation, without nulls. */
export declare function firstApplied(wanted: JsonObject): JsonObject;
/** Sends an object by server-side apply. */
export declare function serverSideApply(client: Client, { mapping, namespace, name }: ResourceInfo, object: JsonObject, query: Query, subresource?: string): Sys<JsonObject>;
