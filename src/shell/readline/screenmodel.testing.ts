/** A small terminal screen for tests: prints, wraps, moves the cursor and erases as xterm does. */
import { graphemes, graphemeWidth } from './width.ts';

export class ScreenModel {
  columns: number;
  readonly rows: number;
  cells: string[][] = [[]];
  row = 0;
  column = 0;
  /** Colour of each grey cell is marked here: `row:column`. */
  readonly grey = new Set<string>();
  private isGrey = false;
  bells = 0;

  constructor(columns: number, rows = 24) {
    this.columns = columns;
    this.rows = rows;
  }

  write(text: string): void {
    for (const part of text.split(/(\x1b\[[0-?]*[ -/]*[@-~]|[\r\n\x07\b])/)) {
      if (part === '') continue;
      if (part === '\r') this.column = 0;
      else if (part === '\n') this.down();
      else if (part === '\b') this.column = Math.max(0, this.column - 1);
      else if (part === '\x07') this.bells++;
      else if (part.startsWith('\x1b[')) this.control(part);
      else for (const grapheme of graphemes(part)) this.print(grapheme);
    }
  }

  private down(): void {
    this.row++;
    this.cells[this.row] ??= [];
  }

  private print(grapheme: string): void {
    const width = graphemeWidth(grapheme);
    if (this.column + width > this.columns) {
      this.column = 0;
      this.down();
    }
    const row = this.cells[this.row] as string[];
    while (row.length < this.column) row.push(' ');
    row[this.column] = grapheme;
    if (width === 2) row[this.column + 1] = '';
    this.grey[this.isGrey ? 'add' : 'delete'](`${this.row}:${this.column}`);
    this.column += width;
  }

  private control(sequence: string): void {
    const final = sequence.at(-1);
    const n = Number(/\d+/.exec(sequence)?.[0] ?? 1);
    if (sequence === '\x1b[90m') this.isGrey = true;
    else if (final === 'm') this.isGrey = false;
    else if (final === 'A') this.row = Math.max(0, this.row - n);
    else if (final === 'C') this.column = Math.min(this.columns - 1, this.column + n);
    else if (final === 'H') [this.row, this.column] = [0, 0];
    else if (sequence === '\x1b[2J') this.cells = [[]];
    else if (final === 'K') this.cells[this.row]?.splice(this.column);
    else if (final === 'J') {
      this.cells[this.row]?.splice(this.column);
      this.cells.length = this.row + 1;
    }
  }

  /** The rows as text, without trailing blanks and empty last rows. */
  get text(): string {
    return this.cells
      .map((row) => row.join('').trimEnd())
      .join('\n')
      .trimEnd();
  }

  /** The text without what is grey. */
  get solid(): string {
    return this.cells
      .map((row, r) =>
        row
          .map((cell, c) => (this.grey.has(`${r}:${c}`) ? ' ' : cell))
          .join('')
          .trimEnd(),
      )
      .join('\n')
      .trimEnd();
  }
}
