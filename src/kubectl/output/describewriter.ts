// Signatures first; bodies follow.
export const LEVEL_0 = 0;
export const LEVEL_1 = 1;
export const LEVEL_2 = 2;
export const LEVEL_3 = 3;
export const LEVEL_4 = 4;
/** Collects `describe` text; `toString` aligns it. */
export class DescribeWriter {
  write(level: number, text: string): void { throw new Error(`${level}${text}`); }
  writeLine(...cells: unknown[]): void { throw new Error(`${cells}`); }
  toString(): string { return ''; }
}
