import type { JsonObject } from './json.ts';
/**
 * Ten characters that depend on kind, type and data, and on the name that is given: kubectl hashes the object's name too, kustomize none.
 * `none` stands for data that is absent.
 */
export declare function nameHash({ kind, type, data, binaryData, immutable }: JsonObject, name: string, none: unknown): string;
