/**
 * A terminal device with its line discipline: in cooked mode it echoes, edits a line and turns Ctrl-C, Ctrl-Z, Ctrl-\ and Ctrl-D
 * into signals and end of file; in raw mode the program gets every key. The page (or an exec session) is at its other end.
 */
import type { Signal } from './types.ts';

/** Escape sequences that take the cursor to the screen's corner, or back from a screen of a program's own. */
const NEW_SCREEN = /\x1b\[(?:1;1)?H|\x1b\[[23]J|\x1b\[\?1049l|\x1bc/;
const SEQUENCE = /\x1b\[[\d;?]*[A-Za-z]/g;

export class Tty {
  readonly id: number;
  columns: number;
  rows: number;
  /** The process group that gets the keyboard's signals and may read. */
  foreground = 0;
  private rawMode = false;
  private line = '';
  private ready: { text: string; readonly at: number }[] = [];
  private endOfFile = false;
  /** When what was taken last had come in, virtual ms. */
  takenAt = 0;
  private readonly now: () => number;
  private hungUp = false;
  private backlog = '';
  /** What was written last began no new line. */
  private midLine = false;
  /** How many characters were written: who knows how many are its own knows whether somebody else wrote meanwhile. */
  written = 0;
  /** What is written is read out to somebody who does not see it: what is only offered, in grey, would sound as if it were there. */
  spoken = false;
  private sink: ((text: string) => void) | undefined;
  /** Set by the kernel: something to read came in, or the terminal was hung up. */
  onReadable: (() => void) | undefined;
  /** Set by the kernel: sends a signal to the foreground group. */
  onSignal: ((signal: Signal) => void) | undefined;

  constructor(id: number, columns: number, rows: number, now: () => number) {
    this.id = id;
    this.now = now;
    this.columns = columns;
    this.rows = rows;
  }

  /** Where output goes; what was written before comes at once. Output uses \r\n for a new line. */
  onOutput(sink: ((text: string) => void) | undefined): void {
    this.sink = sink;
    if (sink && this.backlog !== '') {
      const text = this.backlog;
      this.backlog = '';
      sink(text);
    }
  }

  output(text: string): void {
    this.written += text.length;
    const cooked = text.replace(/\r?\n/g, '\r\n');
    const parts = cooked.split(NEW_SCREEN);
    if (parts.length > 1) this.midLine = false;
    const shown = (parts.at(-1) ?? '').replace(SEQUENCE, '');
    if (shown !== '') this.midLine = !/[\r\n]$/.test(shown);
    if (this.sink) this.sink(cooked);
    else this.backlog += cooked;
  }

  /** Whether something was written since the last line began: a prompt would stand behind it, or write over it. */
  get inLine(): boolean {
    return this.midLine;
  }

  /** Keys as the terminal emulator sends them (a key, an escape sequence or pasted text). */
  input(text: string): void {
    if (this.hungUp) return;
    if (this.rawMode) {
      this.put(text);
      this.onReadable?.();
      return;
    }
    for (const key of text.replace(/\x1b\[20[01]~/g, '')) this.cookedKey(key);
  }

  resize(columns: number, rows: number): void {
    if (columns === this.columns && rows === this.rows) return;
    this.columns = columns;
    this.rows = rows;
    this.onSignal?.('SIGWINCH');
  }

  set raw(on: boolean) {
    this.rawMode = on;
    if (on && this.line !== '') {
      this.deliver();
    }
  }

  get raw(): boolean {
    return this.rawMode;
  }

  /** The far end is gone: readers get end of file. */
  hangUp(): void {
    this.hungUp = true;
    this.onReadable?.();
  }

  /** What a read gets: text, null at end of file, undefined when nothing is there yet. */
  take(line: boolean, max?: number): string | null | undefined {
    const first = this.ready[0];
    if (first === undefined) {
      if (this.hungUp) return null;
      if (!this.endOfFile) return undefined;
      this.endOfFile = false;
      this.takenAt = this.now();
      return null;
    }
    const { text, at } = first;
    const newline = line ? text.indexOf('\n') + 1 : 0;
    const length = Math.min(newline > 0 ? newline : text.length, max ?? Number.POSITIVE_INFINITY);
    if (length < text.length) first.text = text.slice(length);
    else this.ready.shift();
    this.takenAt = at;
    return text.slice(0, length);
  }

  private cookedKey(key: string): void {
    if (key === '\x03') return this.signal('SIGINT', '^C');
    if (key === '\x1a') return this.signal('SIGTSTP', '^Z');
    if (key === '\x1c') return this.signal('SIGQUIT', '^\\');
    if (key === '\x04') {
      if (this.line === '') this.endOfFile = true;
      else this.deliver();
      this.onReadable?.();
    } else if (key === '\r' || key === '\n') {
      this.output('\n');
      this.line += '\n';
      this.deliver();
      this.onReadable?.();
    } else if (key === '\x7f' || key === '\b') {
      this.erase(1);
    } else if (key === '\x15') {
      this.erase(this.line.length);
    } else if (key === '\x17') {
      this.erase(this.line.length - this.line.replace(/\S*\s*$/, '').length);
    } else if (key >= ' ' || key === '\t') {
      this.line += key;
      this.output(key);
    }
  }

  private deliver(): void {
    this.put(this.line);
    this.line = '';
  }

  private put(text: string): void {
    this.ready.push({ text, at: this.now() });
  }

  private erase(count: number): void {
    for (let i = 0; i < count && this.line !== ''; i++) {
      const last = [...this.line].pop() as string;
      this.line = this.line.slice(0, -last.length);
      this.output((last.codePointAt(0) as number) >= 0x1100 ? '\b\b  \b\b' : '\b \b');
    }
  }

  private signal(signal: Signal, shown: string): void {
    this.line = '';
    this.output(`${shown}${signal === 'SIGTSTP' ? '' : '\n'}`);
    this.onSignal?.(signal);
  }
}
