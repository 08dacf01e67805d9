// Signatures first; bodies follow.
export interface TabwriterOptions { readonly minWidth: number; readonly padding: number }
/** Go's text/tabwriter over lines of tab-terminated cells. */
export function tabwrite(text: string, options?: TabwriterOptions): string { return text + options; }
/** Rows of cells as `kubectl get` aligns them. */
export function printTable(rows: readonly (readonly string[])[]): string { return String(rows); }
