import { type Step } from './execute.ts';
export { JsonPathError } from './parse.ts';
export interface JsonPath {
    readonly text: string;
    readonly steps: readonly Step[];
}
export interface JsonPathOptions {
    /** A missing field gives no result instead of an error; kubectl's default. */
    readonly allowMissingKeys?: boolean;
    /** One JSON array a part (-o jsonpath-as-json). */
    readonly asJson?: boolean;
}
/** The template `text`, such as `{.items[*].metadata.name}`. Throws JsonPathError, e.g. `unclosed action`. */
export declare function parseJsonPath(text: string): JsonPath;
/** What each part of the template finds in `data`. A number written in the template comes back as bigint. Throws JsonPathError. */
export declare function executeJsonPath(path: JsonPath, data: unknown, { allowMissingKeys }?: JsonPathOptions): unknown[][];
/** The output of -o jsonpath for `data`. Throws JsonPathError with the long message of kubectl. */
export declare function printJsonPath(path: JsonPath, data: unknown, options?: JsonPathOptions): string;
/** The full form of a path in --sort-by or custom-columns, where braces and the first dot may be left out. */
export declare function relaxedJSONPathExpression(text: string): string;
