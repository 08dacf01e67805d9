// Columns aligned as Go's text/tabwriter does, the way kubectl's tables and descriptions come out.

export interface TabwriterOptions {
  /** Least width of a column, its padding included. */
  readonly minWidth: number;
  /** Blanks after the widest cell of a column. */
  readonly padding: number;
  /** Columns never get narrower from one write to the next, as the lines of a watch. */
  readonly rememberWidths?: boolean;
}

/** `kubectl get`. */
export const TABLE_COLUMNS: TabwriterOptions = { minWidth: 6, padding: 3, rememberWidths: true };
/** `kubectl describe`. */
export const DESCRIBE_COLUMNS: TabwriterOptions = { minWidth: 0, padding: 2 };

/**
 * Aligns text whose cells end with a tab. Cells that follow each other line by line in the same column form a block
 * and share a width; what comes after the last tab of a line belongs to no column.
 */
export class TabWriter {
  private readonly options: TabwriterOptions;
  private remembered: number[] = [];

  constructor(options: TabwriterOptions = TABLE_COLUMNS) {
    this.options = options;
  }

  /** The aligned form of `text`, which should hold whole lines. */
  write(text: string): string {
    const lines = text.split('\n').map((line) => line.split('\t'));
    const out: string[] = [];
    this.format(lines, 0, lines.length, [], out);
    return out.join('\n');
  }

  /** Forgets the widths of earlier writes: another kind of object follows. */
  forget(): void {
    this.remembered = [];
  }

  private format(lines: readonly string[][], from: number, to: number, widths: number[], out: string[]): void {
    const column = widths.length;
    const has = (at: number) => column < (lines[at] as string[]).length - 1;
    let at = from;
    while (at < to) {
      if (!has(at)) {
        out.push(pad(lines[at] as string[], widths));
        at++;
        continue;
      }
      let end = at;
      let width = Math.max(this.options.minWidth, this.options.rememberWidths ? (this.remembered[column] ?? 0) : 0);
      for (; end < to && has(end); end++)
        width = Math.max(width, cellWidth((lines[end] as string[])[column] as string) + this.options.padding);
      if (this.options.rememberWidths) this.remembered[column] = width;
      this.format(lines, at, end, [...widths, width], out);
      at = end;
    }
  }
}

function pad(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, index) => (index < widths.length ? cell + ' '.repeat((widths[index] as number) - cellWidth(cell)) : cell))
    .join('');
}

/** Go counts code points, whatever room they take on the screen. */
function cellWidth(cell: string): number {
  let width = cell.length;
  for (let at = 0; at < cell.length; at++) {
    const unit = cell.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00) width--;
  }
  return width;
}

/** Rows of cells as `kubectl get` aligns them, each line ended. Give the same `writer` again to keep the widths. */
export function printTable(rows: readonly (readonly string[])[], writer = new TabWriter()): string {
  return writer.write(rows.map((row) => `${row.map(cellText).join('\t')}\n`).join(''));
}

/** A cell stays on its line: it ends in `...` where the text breaks, and cannot control the terminal. */
function cellText(text: string): string {
  const end = text.search(/[\f\n\r]/);
  return escapeTerminal(end < 0 ? text : `${text.slice(0, end)}...`);
}

/** `text` with the characters that could control a terminal made visible. */
export function escapeTerminal(text: string): string {
  return text.replace(/\x1b/g, '^[').replace(/\r/g, '\\r');
}
