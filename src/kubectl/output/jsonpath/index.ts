// Signatures first; bodies follow.
export class JsonPathError extends Error {}
export interface JsonPath { readonly name: string; readonly text: string }
export interface JsonPathOptions { readonly allowMissingKeys?: boolean }
export function parseJsonPath(text: string, name = 'out'): JsonPath { throw new JsonPathError(text + name); }
export function executeJsonPath(path: JsonPath, data: unknown, options?: JsonPathOptions): unknown[][] { throw new JsonPathError(`${path}${data}${options}`); }
export function printJsonPath(path: JsonPath, data: unknown, options?: JsonPathOptions & { readonly asJson?: boolean }): string { throw new JsonPathError(`${path}${data}${options}`); }
export function relaxedJSONPathExpression(text: string): string { throw new JsonPathError(text); }
