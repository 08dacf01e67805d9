/** `format` with its % sequences filled in for `ms` since the epoch. */
export declare function formatDate(format: string, ms: number): string;
