import { TabWriter } from './table.ts';
export declare class CustomColumnsError extends Error {
}
export interface CustomColumn {
    readonly header: string;
    /** A full JSONPath template such as `{.metadata.name}`. */
    readonly path: string;
}
/** The columns of `NAME:.metadata.name,NODE:.spec.nodeName`. Throws CustomColumnsError in kubectl's words. */
export declare function parseCustomColumns(spec: string): CustomColumn[];
/** The columns of a template file: a line of headers, a line of paths. */
export declare function parseCustomColumnsFile(text: string): CustomColumn[];
/** The table of `objects`; a field that is missing prints `<none>`. Give the same `writer` again to keep its widths. */
export declare function printCustomColumns(columns: readonly CustomColumn[], objects: readonly unknown[], noHeaders?: boolean, writer?: TabWriter): string;
