/** less and more: a text by the screenful. Without a terminal they print it whole. */
import { SysError } from '../kernel/error.ts';
import { isatty, open, read, readAll, readPath, signals, tty, write } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { options } from './options.ts';
import { compile, compileFixed, type Pattern } from './regex/match.ts';
import { RegexError } from './regex/parse.ts';
import { type Call, Failure, type Tool } from './tool.ts';

const HELP = `                   SUMMARY OF COMMANDS

  e  ^E  j  ENTER  down       Forward one line.
  y  ^Y  k  up                Backward one line.
  f  ^F  SPACE  PageDown      Forward one screen.
  b  ^B  PageUp               Backward one screen.
  d  ^D / u  ^U               Forward / backward half a screen.
  g  <  Home / G  >  End      To the first / last line; with a number, to that line.
  /text  ?text                Search forward / backward. n and N repeat it.
  F                           Follow: wait for more; Ctrl-C ends it.
  RightArrow  LeftArrow       Half a screen to the right / left, where lines are chopped.
  -N  -S  -i                  Turn on or off: line numbers, chopped lines, ignoring case.
  h                           This help.
  q  ZZ                       Leave.
`;

const OPTIONS =
  'N,LINE-NUMBERS n S,chop-long-lines R,RAW-CONTROL-CHARS r i,ignore-case I F,quit-if-one-screen X,no-init E e g G m M s w f d p: x: c u';

/** Milliseconds that a pipe may take for its next lines before the screen is drawn, and between two looks while following. */
const PATIENCE = 50;
const FOLLOWING = 300;
/** No more of an endless input is read at once. */
const MOST = 2 ** 24;

export const less: Tool = function* (call) {
  const start = call.args.find((arg) => /^\+/.test(arg));
  const given = options(call, OPTIONS, { args: call.args.filter((arg) => arg !== start), digits: 'n' });
  const terminal = yield* isatty(1);
  const operands = given.operands.length > 0 ? given.operands : (yield* isatty(0)) ? [] : ['-'];
  if (operands.length === 0)
    throw new Failure(
      call.name === 'more' ? "bad usage\nTry 'more --help' for more information." : 'Missing filename ("less --help" for help)',
      1,
      call.name === 'less',
    );
  let text = '';
  let code = 0;
  const screen = terminal ? yield* keyboard() : undefined;
  // A pipe is read as far as it is looked at.
  const piped = screen !== undefined && operands.length === 1 && operands[0] === '-';
  for (const operand of piped ? [] : operands) {
    if (operand === '-') {
      text += yield* readAll(0);
      continue;
    }
    try {
      const content = yield* readPath(operand);
      text += operands.length > 1 && call.name === 'more' ? `::::::::::::::\n${operand}\n::::::::::::::\n${content}` : content;
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* call.note(
        error.errno === 'EISDIR'
          ? `${operand} is a directory\n`
          : call.name === 'more'
            ? `more: cannot open ${operand}: ${error.message}\n`
            : `${operand}: ${error.message}\n`,
      );
      code = 1;
    }
  }
  if (code !== 0 && text === '') return code;
  if (!screen) {
    call.put(text);
    return code;
  }
  const pager = new Pager(call, screen.fd, text, {
    name: operands.length === 1 && operands[0] !== '-' ? (operands[0] as string) : '',
    chop: given.has('S'),
    numbers: given.has('N'),
    ignoreCase: given.has('i') || given.has('I'),
    pages: call.name === 'more',
  });
  if (piped) pager.input = 0;
  if ((given.has('F') || call.name === 'more') && (yield* pager.fits())) {
    call.put(pager.text);
    return code;
  }
  try {
    yield* tty({ set: 'raw' });
    yield* pager.run(start?.slice(1) ?? (given.has('p') ? `/${given.get('p')}` : ''));
  } finally {
    yield* write(1, call.name === 'more' ? '\r\x1b[K' : '\x1b[?1049l\x1b[?25h');
    yield* tty({ set: 'cooked' });
  }
  return code;
};

/** The terminal to read keys from, also where standard input is a pipe. */
function* keyboard(): Sys<{ fd: number } | undefined> {
  try {
    return { fd: (yield* isatty(0)) ? 0 : yield* open('/dev/tty', 'r') };
  } catch (error) {
    if (error instanceof SysError) return undefined;
    throw error;
  }
}

interface Look {
  readonly name: string;
  chop: boolean;
  numbers: boolean;
  ignoreCase: boolean;
  /** more: no screen of its own, and it ends with the text. */
  readonly pages: boolean;
}

class Pager {
  private readonly call: Call;
  private readonly fd: number;
  private readonly look: Look;
  text: string;
  /** The pipe that more of the text may come from. */
  input: number | undefined;
  /** The text as rows of the screen, with the line that each begins or goes on. */
  private rows: { readonly text: string; readonly line: number }[] = [];
  private size = { columns: 80, rows: 24 };
  private top = 0;
  /** Columns left out at the left of chopped lines. */
  private left = 0;
  private message = '';
  private needle: Pattern | undefined;
  private backwards = false;

  constructor(call: Call, fd: number, text: string, look: Look) {
    this.call = call;
    this.fd = fd;
    this.text = text;
    this.look = look;
  }

  *fits(): Sys<boolean> {
    this.size = yield* tty({ get: 'size' });
    this.layOut();
    while (this.input !== undefined && this.rows.length < this.size.rows) {
      yield* this.take();
      this.layOut();
    }
    return this.rows.length < this.size.rows;
  }

  /** Reads what comes next; false when nothing came within so many milliseconds, or nothing will. */
  private *take(ms?: number): Sys<boolean> {
    try {
      const chunk = yield* read(this.input as number, undefined, ms);
      if (chunk === null) this.input = undefined;
      else this.text += chunk;
      return chunk !== null;
    } catch (error) {
      if (!(error instanceof SysError) || (error.errno !== 'EAGAIN' && error.errno !== 'EINTR')) throw error;
      return false;
    }
  }

  /** Reads on until the text has so many rows, is whole, or nothing more comes at the moment. */
  private *fill(rows: number): Sys<void> {
    const most = this.text.length + MOST;
    const before = this.text.length;
    while (this.input !== undefined && this.rows.length < rows && this.text.length < most && (yield* this.take(PATIENCE)))
      if (rows < Number.POSITIVE_INFINITY) this.layOut();
    if (this.text.length > before) this.layOut();
  }

  /** Stays at the end, which moves on, until Ctrl-C. */
  private *follow(): Sys<void> {
    const { name } = this.look;
    for (;;) {
      if (this.input !== undefined) yield* this.fill(Number.POSITIVE_INFINITY);
      else if (name !== '') this.text = yield* readPath(name);
      this.layOut();
      this.top = this.lastTop;
      this.message = 'Waiting for data... (interrupt to abort)';
      yield* this.draw();
      const key = yield* this.key(FOLLOWING);
      if (key !== '\x03' && key !== 'q') continue;
      this.message = '';
      return;
    }
  }

  private get height(): number {
    return Math.max(1, this.size.rows - 1);
  }

  private get lastTop(): number {
    return Math.max(0, this.rows.length - this.height);
  }

  private layOut(): void {
    const lines = this.text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    const width = Math.max(10, this.size.columns - (this.look.numbers ? 8 : 0));
    const line = this.rows[this.top]?.line ?? 0;
    this.rows = lines.flatMap((content, i) => {
      const clean = visible(content);
      const parts = this.look.chop ? [cut(without(clean, this.left), width)[0] as string] : cut(clean, width);
      return parts.map((part, n) => ({
        text: this.look.numbers ? `${n === 0 ? String(i + 1).padStart(7) : ' '.repeat(7)} ${part}` : part,
        line: i,
      }));
    });
    this.top = Math.min(
      Math.max(
        0,
        this.rows.findIndex((row) => row.line >= line),
      ),
      this.lastTop,
    );
  }

  *run(start: string): Sys<void> {
    yield* signals(['SIGWINCH', 'SIGINT']);
    if (!this.look.pages) yield* write(1, '\x1b[?1049h');
    this.size = yield* tty({ get: 'size' });
    this.layOut();
    if (start === 'G') this.top = this.lastTop;
    else if (/^\d+$/.test(start)) this.toLine(Number(start));
    else if (start.startsWith('/')) this.search(start.slice(1), 1, true);
    let count = '';
    for (;;) {
      const ahead = this.top + this.height + 1;
      yield* this.fill(ahead);
      yield* this.draw();
      // More may come while there is room for it.
      const key = yield* this.key(this.input !== undefined && this.rows.length < ahead ? FOLLOWING : undefined);
      if (key === undefined) continue;
      this.message = '';
      if (/^\d$/.test(key)) {
        count += key;
        this.message = `:${count}`;
        continue;
      }
      const times = count === '' ? undefined : Number(count);
      count = '';
      if (key === '/' || key === '?') {
        const text = yield* this.ask(key);
        yield* this.fill(Number.POSITIVE_INFINITY);
        if (text !== undefined) this.search(text, key === '/' ? 1 : -1, false);
        continue;
      }
      if (!(yield* this.press(key, times))) return;
    }
  }

  /** False: leave. */
  private *press(key: string, times: number | undefined): Sys<boolean> {
    const far = 'Gg<>nN'.includes(key) || key === '\x1b[F';
    yield* this.fill(far ? Number.POSITIVE_INFINITY : this.top + (times ?? this.height) + this.height + 1);
    const end = this.lastTop;
    const to = (top: number): void => {
      this.top = Math.min(Math.max(0, top), end);
    };
    switch (key) {
      case 'q':
      case 'Q':
      case 'Z':
      case '\x03':
        return false;
      case 'j':
      case 'e':
      case '\r':
      case '\n':
      case '\x05':
      case '\x0e':
      case '\x1b[B':
      case '\x1bOB':
        if (this.look.pages && this.top >= end) return false;
        to(this.top + (times ?? 1));
        return true;
      case 'k':
      case 'y':
      case '\x19':
      case '\x10':
      case '\x1b[A':
      case '\x1bOA':
        to(this.top - (times ?? 1));
        return true;
      case ' ':
      case 'f':
      case '\x06':
      case '\x16':
      case '\x1b[6~':
        if (this.look.pages && this.top >= end) return false;
        to(this.top + (times ?? this.height));
        return true;
      case 'b':
      case '\x02':
      case '\x1b[5~':
        to(this.top - (times ?? this.height));
        return true;
      case 'd':
      case '\x04':
        to(this.top + (times ?? this.height >> 1));
        return true;
      case 'u':
      case '\x15':
        to(this.top - (times ?? this.height >> 1));
        return true;
      case 'g':
      case '<':
      case '\x1b[H':
        this.toLine(times ?? 1);
        return true;
      case 'G':
      case '>':
      case '\x1b[F':
        if (times === undefined) to(end);
        else this.toLine(times);
        return true;
      case 'n':
        this.again(this.backwards ? -1 : 1);
        return true;
      case 'N':
        this.again(this.backwards ? 1 : -1);
        return true;
      case 'F':
        yield* this.follow();
        return true;
      case '\x1b[C':
      case '\x1b[D': {
        if (!this.look.chop) return true;
        this.left = Math.max(0, this.left + (key === '\x1b[C' ? 1 : -1) * (times ?? this.size.columns >> 1));
        this.layOut();
        return true;
      }
      case 'h':
      case 'H':
        yield* write(1, `\x1b[H\x1b[2J${HELP}\n\x1b[7mHELP -- press a key\x1b[0m`);
        yield* this.key();
        return true;
      case '-': {
        const option = yield* this.ask('-');
        if (option === 'N' || option === 'n') this.look.numbers = option === 'N' && !this.look.numbers;
        if (option === 'S') this.look.chop = !this.look.chop;
        if (option === 'i' || option === 'I') this.look.ignoreCase = !this.look.ignoreCase;
        if (!this.look.chop) this.left = 0;
        this.layOut();
        return true;
      }
      case '\x0c':
      case 'r':
        return true;
      default:
        yield* write(1, '\x07');
        return true;
    }
  }

  private toLine(number: number): void {
    const at = this.rows.findIndex((row) => row.line >= number - 1);
    this.top = Math.min(at < 0 ? this.lastTop : at, this.lastTop);
  }

  private search(text: string, direction: 1 | -1, fromHere: boolean): void {
    this.backwards = direction < 0;
    if (text !== '') {
      const ignoreCase = this.look.ignoreCase && text === text.toLowerCase();
      try {
        this.needle = compile(text, 'extended', { ignoreCase });
      } catch (error) {
        if (!(error instanceof RegexError)) throw error;
        this.needle = compileFixed(text, ignoreCase);
      }
    }
    this.again(direction, fromHere);
  }

  private again(direction: 1 | -1, fromHere = false): void {
    const { needle } = this;
    if (!needle) {
      this.message = 'No previous regular expression';
      return;
    }
    for (let at = this.top + (fromHere ? 0 : direction); at >= 0 && at < this.rows.length; at += direction) {
      if (!needle.test(plain((this.rows[at] as { text: string }).text))) continue;
      this.top = Math.min(at, this.lastTop);
      return;
    }
    this.message = 'Pattern not found';
  }

  /** Reads a line at the bottom; undefined when it was left. */
  private *ask(mark: string): Sys<string | undefined> {
    let text = '';
    for (;;) {
      yield* write(1, `\x1b[${this.size.rows};1H\x1b[K${mark}${text}\x1b[?25h`);
      const key = yield* this.key();
      if (key === undefined) continue;
      if (key === '\r' || key === '\n') return text;
      if (key === '\x1b' || key === '\x03') return undefined;
      if (key === '\x7f' || key === '\b') {
        if (text === '') return undefined;
        text = [...text].slice(0, -1).join('');
      } else if (key >= ' ') text += key;
      if (mark === '-' && text !== '') return text;
    }
  }

  private keys: string[] = [];

  /** The next key; undefined when the screen changed its size, or none came in that time. */
  private *key(ms?: number): Sys<string | undefined> {
    const waiting = this.keys.shift();
    if (waiting !== undefined) return waiting;
    try {
      const chunk = yield* read(this.fd, undefined, ms);
      if (chunk === null) return 'q';
      this.keys = chunk.match(/\x1b(?:\[[\d;]*[A-Za-z~]|O[A-Za-z])|\x1b|[^\x1b]/gu) ?? [];
      return this.keys.shift();
    } catch (error) {
      if (error instanceof SysError && error.errno === 'EAGAIN') return undefined;
      if (!(error instanceof SysError) || error.errno !== 'EINTR') throw error;
      if (error.signal === 'SIGINT') return '\x03';
      this.size = yield* tty({ get: 'size' });
      this.layOut();
      return undefined;
    }
  }

  private *draw(): Sys<void> {
    const { height } = this;
    const shown = this.rows.slice(this.top, this.top + height).map(({ text }) => this.highlight(text));
    while (!this.look.pages && shown.length < height) shown.push('~');
    const atEnd = this.input === undefined && this.top >= this.lastTop;
    const percent = Math.round((Math.min(this.rows.length, this.top + height) / Math.max(1, this.rows.length)) * 100);
    const status =
      this.message ||
      (this.look.pages ? `--More--(${percent}%)` : atEnd ? '(END)' : this.top === 0 && this.look.name !== '' ? this.look.name : ':');
    const mark = this.message.startsWith(':') ? status : `\x1b[7m${status}\x1b[27m`;
    yield* write(1, `\x1b[?25l\x1b[H${shown.map((line) => `${line}\x1b[0m\x1b[K\r\n`).join('')}\x1b[J${mark}\x1b[K\x1b[?25h`);
    yield* this.call.flush();
  }

  private highlight(text: string): string {
    if (!this.needle || text.includes('\x1b')) return text;
    let [out, at] = ['', 0];
    for (let found = this.needle.exec(text, at); found && found.end > found.start; found = this.needle.exec(text, at)) {
      out += `${text.slice(at, found.start)}\x1b[7m${text.slice(found.start, found.end)}\x1b[27m`;
      at = found.end;
    }
    return out + text.slice(at);
  }
}

const COLOUR = /\x1b\[[\d;]*m/g;
const plain = (text: string): string => text.replace(COLOUR, '');

/** Tabs as blanks, control characters as ^X; colours stay. */
function visible(line: string): string {
  let column = 0;
  let out = '';
  for (const part of line.split(/(\x1b\[[\d;]*m)/)) {
    if (part.startsWith('\x1b[')) {
      out += part;
      continue;
    }
    for (const c of part) {
      const shown =
        c === '\t' ? ' '.repeat(8 - (column % 8)) : c < ' ' || c === '\x7f' ? `^${String.fromCharCode(c.charCodeAt(0) ^ 64)}` : c;
      out += shown;
      column += shown.length > 1 ? shown.length : wide(c) ? 2 : 1;
    }
  }
  return out;
}

const wide = (c: string): boolean =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
    c,
  );

/** The line in pieces of at most that many columns. */
function cut(line: string, width: number): string[] {
  const parts: string[] = [];
  let [part, column] = ['', 0];
  for (const piece of line.match(/\x1b\[[\d;]*m|[^]/gu) ?? []) {
    const cells = piece.startsWith('\x1b') ? 0 : wide(piece) ? 2 : 1;
    if (column + cells > width) {
      parts.push(part);
      [part, column] = ['', 0];
    }
    part += piece;
    column += cells;
  }
  return [...parts, part];
}

/** The line without its first columns. */
function without(line: string, columns: number): string {
  if (columns === 0) return line;
  const parts = cut(line, columns);
  // The colours that were set before stay.
  return ((parts[0] as string).match(COLOUR) ?? []).join('') + parts.slice(1).join('');
}
