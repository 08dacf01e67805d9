/** Tables as the server answers them, and how `kubectl get` decorates and prints them. */

import { humanDuration } from '../api/values/duration.ts';
import { formatLabels } from '../api/values/selector.ts';
import { isObject, type JsonObject, metadataOf, textOf } from './json.ts';
import { printTable, TabWriter } from './output/table.ts';

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
export function asTable(answer: unknown): Table | undefined {
  if (!isObject(answer) || answer['kind'] !== 'Table') return undefined;
  return { columnDefinitions: (answer['columnDefinitions'] ?? []) as TableColumn[], rows: (answer['rows'] ?? []) as TableRow[] };
}

/** A Table for objects that the server did not make one of. */
export function plainTable(objects: readonly JsonObject[], now: number): Table {
  return {
    columnDefinitions: [
      { name: 'Name', type: 'string', format: 'name' },
      { name: 'Age', type: 'string' },
    ],
    rows: objects.map((object) => {
      const created = Date.parse(textOf(metadataOf(object)['creationTimestamp']));
      return { cells: [metadataOf(object).name ?? '', Number.isNaN(created) ? '<unknown>' : humanDuration(now - created)], object };
    }),
  };
}

const EVENT_TYPES: Readonly<Record<string, string>> = { ADDED: 'ADDED   ', MODIFIED: 'MODIFIED', DELETED: 'DELETED ', ERROR: 'ERROR   ' };

/** Prints tables one after the other (a watch sends many): headers once, columns as wide as they ever were. */
export class TablePrinter {
  private readonly options: TableOptions;
  private readonly writer = new TabWriter();
  private columns: readonly TableColumn[] = [];
  private headersPrinted = false;

  constructor(options: TableOptions) {
    this.options = options;
  }

  /** The lines for a table; '' when it has no rows. `eventType` adds the EVENT column of --output-watch-events. */
  print(table: Table, eventType?: string): string {
    if (table.rows.length === 0) return '';
    const { options } = this;
    const same = table.columnDefinitions.length === 0 || sameColumns(table.columnDefinitions, this.columns);
    const noHeaders = options.noHeaders || (this.headersPrinted && same);
    if (table.columnDefinitions.length > 0) this.columns = table.columnDefinitions;
    this.headersPrinted = true;
    const shown = this.columns.flatMap((column, index) => (options.wide || !column.priority ? [{ column, index }] : []));
    const nameIndex =
      options.kindPrefix === '' ? -1 : this.columns.findIndex((column) => column.format === 'name' && column.type === 'string');
    const header = [
      ...(eventType === undefined ? [] : ['EVENT']),
      ...(options.withNamespace ? ['NAMESPACE'] : []),
      ...shown.map(({ column }) => column.name.toUpperCase()),
      ...options.columnLabels.map((label) => label.slice(label.lastIndexOf('/') + 1).toUpperCase()),
      ...(options.showLabels ? ['LABELS'] : []),
    ];
    const rows = table.rows.map((row) => {
      const { namespace = '', labels } = metadataOf(row.object ?? {});
      return [
        ...(eventType === undefined ? [] : [EVENT_TYPES[eventType] ?? eventType]),
        ...(options.withNamespace ? [namespace] : []),
        ...shown.map(({ index }) => (index === nameIndex ? `${options.kindPrefix}/${cell(row.cells[index])}` : cell(row.cells[index]))),
        ...options.columnLabels.map((label) => labels?.[label] ?? ''),
        ...(options.showLabels ? [formatLabels(labels)] : []),
      ];
    });
    return printTable(noHeaders ? rows : [header, ...rows], this.writer);
  }
}

function sameColumns(a: readonly TableColumn[], b: readonly TableColumn[]): boolean {
  return (
    a.length === b.length &&
    a.every((column, index) => column.name === b[index]?.name && (column.priority ?? 0) === (b[index]?.priority ?? 0))
  );
}

function cell(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
