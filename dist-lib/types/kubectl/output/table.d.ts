export interface TabwriterOptions {
    /** Least width of a column, its padding included. */
    readonly minWidth: number;
    /** Blanks after the widest cell of a column. */
    readonly padding: number;
    /** Columns never get narrower from one write to the next, as the lines of a watch. */
    readonly rememberWidths?: boolean;
}
/** `kubectl get`. */
export declare const TABLE_COLUMNS: TabwriterOptions;
/** `kubectl describe`. */
export declare const DESCRIBE_COLUMNS: TabwriterOptions;
/**
 * Aligns text whose cells end with a tab. Cells that follow each other line by line in the same column form a block
 * and share a width; what comes after the last tab of a line belongs to no column.
 */
export declare class TabWriter {
    private readonly options;
    private remembered;
    constructor(options?: TabwriterOptions);
    /** The aligned form of `text`, which should hold whole lines. */
    write(text: string): string;
    /** Forgets the widths of earlier writes: another kind of object follows. */
    forget(): void;
    private format;
}
/** Rows of cells as `kubectl get` aligns them, each line ended. Give the same `writer` again to keep the widths. */
export declare function printTable(rows: readonly (readonly string[])[], writer?: TabWriter): string;
/** `text` with the characters that could control a terminal made visible. */
export declare function escapeTerminal(text: string): string;
