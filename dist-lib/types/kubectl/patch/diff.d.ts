import { type JsonObject } from '../json.ts';
/** True when the kind has a schema here, so that strategic merge patches can be made for it. */
export declare function hasSchema(object: JsonObject): boolean;
/** The strategic merge patch that makes `after` of `before`; {} when they are equal. */
export declare function createStrategicPatch(before: JsonObject, after: JsonObject): JsonObject;
/** The JSON merge patch (RFC 7386) that makes `after` of `before`. */
export declare function createMergePatch(before: JsonObject, after: JsonObject): JsonObject;
/**
 * apply's patch: what `modified` changes or adds to the live object, and what it no longer has of what was applied last.
 * Fields that others set stay as they are.
 */
export declare function createThreeWayPatch(original: JsonObject, modified: JsonObject, current: JsonObject): JsonObject;
/** apply's patch for kinds without a schema: lists are replaced whole. */
export declare function createThreeWayMergePatch(original: JsonObject, modified: JsonObject, current: JsonObject): JsonObject;
