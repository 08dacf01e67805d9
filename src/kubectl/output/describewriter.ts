// What the describers write into: lines with a level of indentation, and tabs between label and value.
import { DESCRIBE_COLUMNS, escapeTerminal, TabWriter } from './table.ts';

export const LEVEL_0 = 0;
export const LEVEL_1 = 1;

/** Collects the text of a description; `toString` gives it with its columns aligned. */
export class DescribeWriter {
  private readonly parts: string[];
  private readonly indent: number;

  constructor(parts: string[] = [''], indent = 0) {
    this.parts = parts;
    this.indent = indent;
  }

  /** Adds `text` (with its own tabs and newlines), two blanks further in for each level. */
  write(level: number, text: string): void {
    this.parts[this.parts.length - 1] += escapeTerminal('  '.repeat(level + this.indent) + text);
  }

  /** Adds `cells` with a blank between them and ends the line. */
  writeLine(...cells: readonly (string | number)[]): void {
    this.write(0, `${cells.join(' ')}\n`);
  }

  /** What follows is aligned on its own. */
  flush(): void {
    this.parts.push('');
  }

  /** A writer on the same text whose every level lies `indent` levels further in. */
  nested(indent: number): DescribeWriter {
    return new DescribeWriter(this.parts, this.indent + indent);
  }

  toString(): string {
    return this.parts.map((part) => new TabWriter(DESCRIBE_COLUMNS).write(part)).join('');
  }
}
