import { type JsonObject } from '../json.ts';
/** RFC 7386. */
export declare function applyMergePatch(target: unknown, patch: unknown): unknown;
/** RFC 6902. Throws CommandError when an operation does not fit the object. */
export declare function applyJsonPatch(target: JsonObject, operations: readonly unknown[]): JsonObject;
