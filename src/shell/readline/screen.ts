/** Draws the line being edited: prompt, text and hint over as many rows as they need, and puts the cursor in place. */
import { graphemes, graphemeWidth } from './width.ts';

export interface Frame {
  /** May hold escape sequences and newlines. */
  readonly prompt: string;
  readonly text: string;
  /** Index into the text. */
  readonly cursor: number;
  /** Grey text behind the line. */
  readonly hint: string;
}

interface Row {
  text: string;
  width: number;
  /** The terminal itself goes on to the next row. */
  soft: boolean;
}

interface Drawn {
  readonly frame: Frame;
  readonly columns: number;
  /** Of the cursor. */
  readonly column: number;
  /** All of it stands on one row. */
  readonly oneRow: boolean;
}

const GREY = '\x1b[90m';
const PLAIN = '\x1b[39m';

export class Screen {
  /** Row of the cursor below the first row drawn. */
  private row = 0;
  /** What the terminal shows. */
  private drawn: Drawn | undefined;

  /** Forgets what was drawn: the next frame begins where the cursor is, in the first column. */
  reset(): void {
    this.row = 0;
    this.drawn = undefined;
  }

  /** Somebody else wrote to the terminal: the next frame is drawn whole. */
  disturb(): void {
    this.drawn = undefined;
  }

  /** The output that turns the last frame into this one. */
  draw(frame: Frame, columns: number, rows: number): string {
    const layout = lay(frame, Math.max(2, columns));
    const height = Math.max(1, rows);
    // A text taller than the screen shows the part around the cursor.
    const top = layout.rows.length > height ? Math.min(Math.max(0, layout.cursorRow - height + 1), layout.rows.length - height) : 0;
    const drawn = { frame, columns, column: layout.cursorColumn, oneRow: layout.rows.length === 1 };
    const small = this.drawn && changeAtEnd(this.drawn, drawn);
    this.drawn = drawn;
    if (small !== undefined) return small;
    const shown = layout.rows.slice(top, top + height);
    const out = [this.row > 0 ? `\r\x1b[${this.row}A` : '\r'];
    for (const [i, row] of shown.entries()) {
      out.push(row.text);
      const following = shown[i + 1];
      if (!following) continue;
      // A full row goes over into the next by itself, but only when something is printed there. Where a wide character did
      // not fit, the last cell still shows what was there.
      if (!row.soft || row.width < columns) out.push('\x1b[K');
      if (!row.soft || following.width === 0) out.push('\r\n');
    }
    out.push('\x1b[J');
    this.row = layout.cursorRow - top;
    const up = shown.length - 1 - this.row;
    out.push('\r', up > 0 ? `\x1b[${up}A` : '', layout.cursorColumn > 0 ? `\x1b[${layout.cursorColumn}C` : '');
    return out.join('');
  }
}

/** Signs that stand for themselves, whatever is before them. */
const PLAIN_SIGNS = /^[\x20-\x7e\u3000-\u9fff\uff00-\uffef]*$/;

/**
 * What turns one frame into the next by writing no more than what is new, where what was typed or deleted is the end of a line on one row.
 * A screen reader says what is written: drawn whole, the line would be read out again with each key. Undefined: it has to be drawn whole.
 */
function changeAtEnd(before: Drawn, after: Drawn): string | undefined {
  const [{ text: old, hint: oldHint }, { text, hint }] = [before.frame, after.frame];
  const ends = (drawn: Drawn): boolean => drawn.oneRow && drawn.frame.cursor === drawn.frame.text.length;
  const grows = text.startsWith(old);
  if (before.columns !== after.columns || before.frame.prompt !== after.frame.prompt || !ends(before) || !ends(after)) return undefined;
  if (!grows && !old.startsWith(text)) return undefined;
  if (!PLAIN_SIGNS.test(grows ? text.slice(old.length) : old.slice(text.length))) return undefined;
  if (!/(?:^|\x1b\[0?m)[^\x1b]*$/.test(after.frame.prompt)) return undefined; // it colours what comes behind it
  const back = after.column > 0 ? `\r\x1b[${after.column}C` : '\r';
  const added = text.slice(old.length);
  if (grows && oldHint === added + hint) return added;
  return `${grows ? added : back}${hint === '' ? '\x1b[J' : `${GREY}${hint}${PLAIN}\x1b[J${back}`}`;
}

function lay(frame: Frame, columns: number): { rows: Row[]; cursorRow: number; cursorColumn: number } {
  const rows: Row[] = [{ text: '', width: 0, soft: false }];
  let row = rows[0] as Row;
  const next = (soft: boolean): void => {
    row.soft = soft;
    row = { text: '', width: 0, soft: false };
    rows.push(row);
  };
  const put = (shown: string, width: number): void => {
    if (row.width + width > columns) next(true);
    row.text += shown;
    row.width += width;
    if (row.width === columns) next(true);
  };
  const puts = (text: string): void => {
    for (const grapheme of graphemes(text)) {
      if (grapheme === '\n' || grapheme === '\r\n') {
        next(false);
      } else if (grapheme === '\t') {
        const width = Math.min(8 - (row.width % 8), columns - row.width);
        put(' '.repeat(width), width);
      } else if (/^[\x00-\x1f\x7f]$/.test(grapheme)) {
        put(`^${String.fromCharCode(grapheme.charCodeAt(0) ^ 64)}`, 2);
      } else {
        put(grapheme, graphemeWidth(grapheme));
      }
    }
  };
  for (const part of frame.prompt.split(/(\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07]*(?:\x07|\x1b\\))/)) {
    if (part.startsWith('\x1b')) row.text += part;
    else puts(part);
  }
  puts(frame.text.slice(0, frame.cursor));
  const cursor = { row: rows.length - 1, column: row.width };
  puts(frame.text.slice(frame.cursor));
  if (frame.hint !== '') {
    row.text += GREY;
    puts(frame.hint);
    row.text += PLAIN;
  }
  return { rows, cursorRow: cursor.row, cursorColumn: cursor.column };
}
