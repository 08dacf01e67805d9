/** Tables as the server answers them, and how `kubectl get` decorates and prints them. */
import { type JsonObject } from './json.ts';
export interface TableColumn {
    readonly name: string;
    readonly type: string;
    readonly format?: string;
    readonly priority?: number;
}
export interface TableRow {
    readonly cells: readonly unknown[];
    readonly object?: JsonObject;
}
export interface Table {
    readonly columnDefinitions: readonly TableColumn[];
    readonly rows: readonly TableRow[];
}
export interface TableOptions {
    readonly wide: boolean;
    readonly noHeaders: boolean;
    /** A NAMESPACE column in front. */
    readonly withNamespace: boolean;
    /** `deployment.apps`: put before each name. */
    readonly kindPrefix: string;
    readonly columnLabels: readonly string[];
    readonly showLabels: boolean;
}
/** The server's answer as a Table; undefined when it is none (then it is printed by name and age). */
export declare function asTable(answer: unknown): Table | undefined;
/** A Table for objects that the server did not make one of. */
export declare function plainTable(objects: readonly JsonObject[], now: number): Table;
/** Prints tables one after the other (a watch sends many): headers once, columns as wide as they ever were. */
export declare class TablePrinter {
    private readonly options;
    private readonly writer;
    private columns;
    private headersPrinted;
    constructor(options: TableOptions);
    /** The lines for a table; '' when it has no rows. `eventType` adds the EVENT column of --output-watch-events. */
    print(table: Table, eventType?: string): string;
}
