import { type JsonObject } from '../json.ts';
/** The object with a strategic merge patch applied; a kind without a schema merges as plain JSON. */
export declare function applyStrategicPatch(object: JsonObject, patch: JsonObject): JsonObject;
