// Signatures first; bodies follow.
export class CustomColumnsError extends Error {}
export interface CustomColumn { readonly header: string; readonly path: string }
export function parseCustomColumns(spec: string): CustomColumn[] { throw new CustomColumnsError(spec); }
export function parseCustomColumnsFile(text: string): CustomColumn[] { throw new CustomColumnsError(text); }
export function printCustomColumns(columns: readonly CustomColumn[], objects: readonly unknown[], noHeaders = false): string { throw new CustomColumnsError(`${columns}${objects}${noHeaders}`); }
