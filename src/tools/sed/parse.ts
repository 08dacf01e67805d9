/** A sed script as a list of commands, with GNU's words for what is wrong in it. */
import { textOf } from '../../kernel/bytes.ts';
import { compile, type Pattern } from '../regex/match.ts';
import { RegexError } from '../regex/parse.ts';
import { Failure } from '../tool.ts';

export type Address =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'step'; readonly first: number; readonly step: number }
  | { readonly kind: 'last' }
  /** No pattern: the last one used. */
  | { readonly kind: 'regex'; readonly pattern: Pattern | undefined }
  /** Second addresses only: so many lines on, and up to a multiple. */
  | { readonly kind: 'plus'; readonly count: number }
  | { readonly kind: 'multiple'; readonly of: number };

export type Piece = { readonly text: string } | { readonly group: number } | { readonly fold: 'U' | 'L' | 'u' | 'l' | 'E' };

export interface Command {
  readonly name: string;
  readonly first?: Address;
  readonly second?: Address;
  readonly negated: boolean;
  /** Text of a, i, c; file of r, w; label of b, t, T, and `:`; command of e. */
  readonly text: string;
  /** Exit code of q, width of l. */
  readonly number?: number;
  readonly pattern?: Pattern;
  readonly replacement?: readonly Piece[];
  readonly flags?: {
    readonly global: boolean;
    readonly print: boolean;
    readonly nth: number;
    readonly file: string | undefined;
    readonly execute: boolean;
  };
  readonly map?: ReadonlyMap<string, string>;
  /** Of `{`: where its `}` is; of b, t, T: where to go on (the end of the script for none). */
  target: number;
}

export interface Script {
  readonly commands: readonly Command[];
  /** The script began with `#n`. */
  readonly quiet: boolean;
}

/** Where text of the script came from, for messages. */
export interface Source {
  readonly text: string;
  /** `-e expression #1`, or the file's name. */
  readonly name: string;
  readonly file: boolean;
}

export function parseScript(sources: readonly Source[], extended: boolean): Script {
  return new Parser(sources, extended).parse();
}

/** Characters that a letter behind a backslash stands for in text. */
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\x07' };

class Parser {
  private readonly sources: readonly Source[];
  private readonly text: string;
  private readonly extended: boolean;
  private at = 0;
  private readonly commands: Command[] = [];
  private readonly open: number[] = [];

  constructor(sources: readonly Source[], extended: boolean) {
    this.sources = sources;
    this.text = sources.map(({ text }) => text).join('\n');
    this.extended = extended;
  }

  parse(): Script {
    const quiet = /^#n(\n|$)/.test(this.text);
    for (;;) {
      this.skip(/[\s;]/);
      if (this.at >= this.text.length) break;
      this.command();
    }
    if (this.open.length > 0) this.fail("unmatched `{'", 0);
    const labels = new Map<string, number>();
    for (const [i, { name, text }] of this.commands.entries()) if (name === ':') labels.set(text, i);
    for (const command of this.commands) {
      if (!'btT'.includes(command.name)) continue;
      const target = command.text === '' ? this.commands.length : labels.get(command.text);
      if (target === undefined) throw new Failure(`can't find label for jump to \`${command.text}'`, 4);
      command.target = target;
    }
    return { commands: this.commands, quiet };
  }

  /** Ends with `sed: -e expression #1, char 5: why`. */
  private fail(why: string, position = this.at): never {
    let start = 0;
    for (const { text, name, file } of this.sources) {
      const end = start + text.length;
      if (position <= end || text === this.sources.at(-1)?.text) {
        const inside = position - start;
        throw new Failure(
          file ? `file ${name} line ${text.slice(0, inside).split('\n').length}: ${why}` : `${name}, char ${inside}: ${why}`,
        );
      }
      start = end + 1;
    }
    throw new Failure(why);
  }

  private peek(): string {
    return this.text[this.at] ?? '';
  }

  private skip(pattern: RegExp): void {
    while (this.at < this.text.length && pattern.test(this.peek())) this.at++;
  }

  private number(): number | undefined {
    const digits = /^\d+/.exec(this.text.slice(this.at, this.at + 16))?.[0];
    if (digits === undefined) return undefined;
    this.at += digits.length;
    return Number(digits);
  }

  private address(second: boolean): Address | undefined {
    const line = this.number();
    if (line !== undefined) {
      this.skip(/[ \t]/);
      if (this.peek() !== '~' || second) return { kind: 'line', line };
      this.at++;
      return { kind: 'step', first: line, step: this.number() ?? 0 };
    }
    if (this.peek() === '$') {
      this.at++;
      return { kind: 'last' };
    }
    if (second && (this.peek() === '+' || this.peek() === '~')) {
      const plus = this.peek() === '+';
      this.at++;
      const count = this.number();
      if (count === undefined) this.fail('expected number');
      return plus ? { kind: 'plus', count: count as number } : { kind: 'multiple', of: count as number };
    }
    if (this.peek() !== '/' && this.peek() !== '\\') return undefined;
    if (this.peek() === '\\') this.at++;
    const source = this.delimited('unterminated address regex', true);
    let [ignoreCase, multiline] = [false, false];
    for (; this.peek() === 'I' || this.peek() === 'M'; this.at++) {
      if (this.peek() === 'I') ignoreCase = true;
      else multiline = true;
    }
    return { kind: 'regex', pattern: source === '' ? undefined : this.regex(source, ignoreCase, multiline) };
  }

  /** Text from a delimiter to the next of it; the delimiter itself quoted by a backslash stands for itself. */
  private delimited(missing: string, regex: boolean): string {
    const delimiter = this.text[this.at++];
    if (delimiter === undefined || delimiter === '\n' || delimiter === '\\') this.fail(missing, this.at);
    let text = '';
    for (;;) {
      const c = this.text[this.at++];
      if (c === undefined || (c === '\n' && regex)) this.fail(missing, this.at - 1);
      if (c === delimiter) return text;
      if (c === '\\' && this.at < this.text.length) {
        const next = this.text[this.at++] as string;
        // A quoted delimiter is the plain character, also where it would be special.
        if (next === delimiter)
          text += !regex
            ? next === '&'
              ? '\\&'
              : next
            : /[.*[\]^$]/.test(next) || (this.extended && /[+?(){}|]/.test(next))
              ? `\\${next}`
              : next;
        else if (next === 'n' && regex) text += '\n';
        else text += `\\${next}`;
        continue;
      }
      text += c;
      if (c === '[' && regex) text += this.bracket(missing);
    }
  }

  /** The rest of a bracket expression, where the delimiter is an ordinary character; without an end nothing ends. */
  private bracket(missing: string): string {
    const [found = ''] = /^\^?\]?(?:\[[:.=][^\n]*?[:.=]\]|[^\]\n])*\]/.exec(this.text.slice(this.at)) ?? [];
    if (found === '') this.fail(missing, this.text.length);
    this.at += found.length;
    return found;
  }

  private regex(source: string, ignoreCase: boolean, multiline: boolean): Pattern {
    try {
      return compile(source, this.extended ? 'extended' : 'basic', { escapes: true, ignoreCase, multiline });
    } catch (error) {
      if (error instanceof RegexError) this.fail(error.message);
      throw error;
    }
  }

  private command(): void {
    const first = this.address(false);
    let second: Address | undefined;
    if (first) {
      this.skip(/[ \t]/);
      if (this.peek() === ',') {
        this.at++;
        this.skip(/[ \t]/);
        second = this.address(true);
        if (!second) this.fail("unexpected `,'", this.at + 1);
      }
    }
    if (first?.kind === 'line' && first.line === 0 && second?.kind !== 'regex') this.fail('invalid usage of line address 0', this.at + 1);
    this.skip(/[ \t]/);
    const negated = this.peek() === '!';
    while (this.peek() === '!') {
      this.at++;
      this.skip(/[ \t]/);
    }
    const name = this.peek();
    this.at++;
    if (name === '' || name === '\n' || name === ';') this.fail('missing command', Math.min(this.at, this.text.length));
    if (name === '#' && first) this.fail("comments don't accept any addresses");
    if (name === ':' && first) this.fail(": doesn't want any addresses");
    if (name === '}' && first) this.fail("} doesn't want any addresses");
    if ('qQ'.includes(name) && second) this.fail('command only uses one address');
    const base = { name, negated, text: '', target: 0, ...(first && { first }), ...(second && { second }) };
    const add = (more: Partial<Command> = {}): void => {
      this.commands.push({ ...base, ...more });
    };
    switch (name) {
      case '#':
        while (this.at < this.text.length && this.peek() !== '\n') this.at++;
        return;
      case '{':
        this.open.push(this.commands.length);
        add();
        return;
      case '}': {
        const opened = this.open.pop();
        if (opened === undefined) this.fail("unexpected `}'");
        (this.commands[opened as number] as Command).target = this.commands.length;
        add();
        return this.end();
      }
      case ':': {
        this.skip(/[ \t]/);
        const label = /^[^\s;]*/.exec(this.text.slice(this.at))?.[0] ?? '';
        this.at += label.length;
        if (label.trim() === '') this.fail('":" lacks a label');
        return add({ text: label.trimEnd() });
      }
      case 'b':
      case 't':
      case 'T': {
        this.skip(/[ \t]/);
        const label = /^[^\s;}]*/.exec(this.text.slice(this.at))?.[0] ?? '';
        this.at += label.length;
        add({ text: label.trimEnd() });
        return this.end();
      }
      case 'a':
      case 'i':
      case 'c':
        return add({ text: this.block() });
      case 'r':
      case 'R':
      case 'w':
      case 'W': {
        this.skip(/[ \t]/);
        const file = /^[^\n]*/.exec(this.text.slice(this.at))?.[0] ?? '';
        this.at += file.length;
        if (file === '') this.fail('missing filename in r/R/w/W commands');
        return add({ text: file });
      }
      case 'q':
      case 'Q':
      case 'l':
      case 'L': {
        this.skip(/[ \t]/);
        const number = this.number();
        add(number === undefined ? {} : { number });
        return this.end();
      }
      case 's':
        return this.substitution(add);
      case 'y': {
        const [from, to] = [this.delimited("unterminated `y' command", false), this.again("unterminated `y' command", false)].map((text) =>
          [...text.matchAll(/\\([^])|[^]/gu)].map(([whole, escaped]) =>
            escaped === undefined ? whole : ({ n: '\n', t: '\t', r: '\r', '\\': '\\' }[escaped] ?? (escaped === '&' ? '&' : whole)),
          ),
        ) as [string[], string[]];
        if (from.length !== to.length) this.fail("strings for `y' command are different lengths");
        add({ map: new Map(from.map((c, i) => [c, to[i] as string])) });
        return this.end();
      }
      case 'e': {
        this.skip(/[ \t]/);
        const command = /^[^\n]*/.exec(this.text.slice(this.at))?.[0] ?? '';
        this.at += command.length;
        return add({ text: command });
      }
      default:
        if (!'=dDgGhHnNpPxzFv'.includes(name)) this.fail(`unknown command: \`${name}'`);
        if (name === 'v') {
          while (this.at < this.text.length && !/[\n;]/.test(this.peek())) this.at++;
          return;
        }
        add();
        return this.end();
    }
  }

  /** The second text between delimiters: starts where the first ended. */
  private again(missing: string, regex: boolean): string {
    this.at--;
    return this.delimited(missing, regex);
  }

  /** Nothing but the next command may follow. */
  private end(): void {
    this.skip(/[ \t]/);
    if (this.at < this.text.length && !/[\n;}#]/.test(this.peek())) this.fail('extra characters after command', this.at + 1);
  }

  /** The text of a, i, c: after `\` and a newline, or in the same line. */
  private block(): string {
    this.skip(/[ \t]/);
    if (this.at >= this.text.length) this.fail("expected \\ after `a', `c' or `i'");
    // Behind `a\` on the same line a letter is that letter.
    let first = '';
    if (this.peek() === '\\') {
      this.at++;
      const start = this.at;
      this.skip(/[ \t]/);
      if (this.peek() === '\n') this.at++;
      else if (this.at >= this.text.length) this.fail('incomplete command');
      else {
        this.at = start;
        if (/[a-z]/.test(this.peek())) first = this.text[this.at++] ?? '';
      }
    }
    let text = first;
    while (this.at < this.text.length && this.peek() !== '\n') {
      const quoted = this.peek() === '\\';
      if (quoted) this.at++;
      text += (quoted ? CONTROLS[this.peek()] : undefined) ?? this.peek();
      this.at++;
    }
    return `${text}\n`;
  }

  private substitution(add: (more: Partial<Command>) => void): void {
    const missing = "unterminated `s' command";
    const source = this.delimited(missing, true);
    const replacement = this.again(missing, false);
    let [global, print, ignoreCase, multiline, nth] = [false, false, false, false, 0];
    let file: string | undefined;
    let execute = false;
    for (let more = true; more; ) {
      const c = this.peek();
      const number = this.number();
      if (number !== undefined) {
        if (nth > 0) this.fail("multiple number options to `s' command");
        if (number === 0) this.fail("number option to `s' command may not be zero");
        nth = number;
        continue;
      }
      switch (c) {
        case 'g':
          if (global) this.fail("multiple `g' options to `s' command", this.at + 1);
          global = true;
          break;
        case 'p':
          if (print) this.fail("multiple `p' options to `s' command", this.at + 1);
          print = true;
          break;
        case 'i':
        case 'I':
          ignoreCase = true;
          break;
        case 'm':
        case 'M':
          multiline = true;
          break;
        case 'e':
          execute = true;
          break;
        case 'w':
          this.at++;
          this.skip(/[ \t]/);
          file = /^[^\n]*/.exec(this.text.slice(this.at))?.[0] ?? '';
          if (file === '') this.fail('missing filename in r/R/w/W commands');
          this.at += file.length;
          more = false;
          continue;
        case '':
        case '\n':
        case ';':
        case '}':
        case '#':
        case ' ':
        case '\t':
        case '\r':
          this.skip(/[ \t\r]/);
          if (!/^[\n;}#]?$/.test(this.peek())) this.fail("unknown option to `s'", this.at + 1);
          more = false;
          continue;
        default:
          this.fail("unknown option to `s'", this.at + 1);
      }
      this.at++;
    }
    const pattern = source === '' ? undefined : this.regex(source, ignoreCase, multiline);
    const pieces = replacementPieces(replacement);
    for (const piece of pieces)
      if ('group' in piece && pattern && piece.group > pattern.groupCount)
        this.fail(`invalid reference \\${piece.group} on \`s' command's RHS`);
    add({ ...(pattern && { pattern }), replacement: pieces, flags: { global, print, nth, file, execute } });
    this.end();
  }
}

function replacementPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const put = (c: string): void => {
    const last = pieces.at(-1);
    if (last && 'text' in last) pieces[pieces.length - 1] = { text: last.text + c };
    else pieces.push({ text: c });
  };
  for (const [whole, escaped] of text.matchAll(/\\(x[\da-fA-F]{1,2}|o[0-7]{1,3}|d\d{1,3}|[^])|[^\\&]+|[^]/gu)) {
    if (escaped !== undefined && escaped.length > 1)
      put(textOf(new Uint8Array([Number.parseInt(escaped.slice(1), { x: 16, o: 8, d: 10 }[escaped[0] as 'x'])])));
    else if (whole === '&') pieces.push({ group: 0 });
    else if (escaped === undefined) put(whole);
    else if (/\d/.test(escaped)) pieces.push({ group: Number(escaped) });
    else if (/[ULulE]/.test(escaped)) pieces.push({ fold: escaped as 'U' });
    else put(CONTROLS[escaped] ?? escaped);
  }
  return pieces;
}
