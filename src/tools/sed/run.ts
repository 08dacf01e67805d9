/** Runs a sed script on lines as they come. */
import { SysError } from '../../kernel/error.ts';
import { close, files, open, pipe, readAll, spawn, wait, write, yieldNow } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { Lines } from '../lines.ts';
import type { Match, Pattern } from '../regex/match.ts';
import { type Call, Failure } from '../tool.ts';
import type { Address, Command, Piece, Script } from './parse.ts';

export interface SedOptions {
  readonly quiet: boolean;
  readonly separate: boolean;
  /** Files are changed; the suffix of the copy that is kept ('' for none). */
  readonly inPlace: string | undefined;
  readonly end: string;
  readonly lineLength: number;
}

/** Jumps after which others get a turn. */
const PATIENCE = 200;

interface NextLine {
  readonly text: string;
  readonly terminated: boolean;
}

/** The lines of all files as one stream, looking one line ahead only when asked whether a line is the last. */
class Input {
  private readonly call: Call;
  private readonly paths: string[];
  private readonly end: string;
  private readonly separate: boolean;
  private lines: Lines | undefined;
  private fd = 0;
  private ahead: NextLine | undefined;
  path = '-';
  code = 0;
  /** Called when a file begins and when it is over. */
  onFile: (() => void) | undefined;
  onEnd: (() => Sys<void>) | undefined;

  constructor(call: Call, paths: readonly string[], end: string, separate: boolean) {
    this.call = call;
    this.paths = [...paths];
    this.end = end;
    this.separate = separate;
  }

  *next(): Sys<NextLine | undefined> {
    if (this.ahead) {
      const line = this.ahead;
      this.ahead = undefined;
      return line;
    }
    for (;;) {
      if (!this.lines && !(yield* this.openNext())) return undefined;
      const text = yield* (this.lines as Lines).next();
      if (text !== null) return { text, terminated: (this.lines as Lines).terminated };
      yield* this.closeFile();
    }
  }

  /** No line will come any more (of this file, where files are separate). */
  *isLast(): Sys<boolean> {
    if (this.ahead) return false;
    if (this.separate) {
      const text = this.lines ? yield* this.lines.next() : null;
      if (text === null) return true;
      this.ahead = { text, terminated: (this.lines as Lines).terminated };
      return false;
    }
    this.ahead = yield* this.next();
    return this.ahead === undefined;
  }

  *closeFile(): Sys<void> {
    if (!this.lines) return;
    this.lines = undefined;
    if (this.fd !== 0) yield* close(this.fd);
    if (this.onEnd) yield* this.onEnd();
  }

  private *openNext(): Sys<boolean> {
    for (let path = this.paths.shift(); path !== undefined; path = this.paths.shift()) {
      const fd = yield* this.call.openOrWarn(path);
      if (fd === undefined) {
        this.code = 2;
        continue;
      }
      this.path = path;
      this.fd = fd;
      this.lines = new Lines(this.call, fd, this.end);
      this.onFile?.();
      return true;
    }
    return false;
  }
}

// biome-ignore lint/correctness/useYield: stands for a reader of a file that is missing
function* nothing(): Sys<null> {
  return null;
}

/** What the end of a cycle does. */
type Flow = 'next' | 'restart' | 'quit';

export class Sed {
  private readonly call: Call;
  private readonly script: Script;
  private readonly options: SedOptions;
  private readonly input: Input;
  private space = '';
  private hold = '';
  private terminated = true;
  private line = 0;
  private substituted = false;
  private lastPattern: Pattern | undefined;
  private code = 0;
  private jumps = 0;
  /** Where a range that has begun ends: a line, or Infinity while its end is looked for. */
  private readonly ranges = new Map<Command, number>();
  private appended: ({ text: string } | { file: string } | { next: string })[] = [];
  private readonly writers = new Map<string, number>();
  private readonly readers = new Map<string, Lines | undefined>();
  private edited = '';
  private missingNewline = false;

  constructor(call: Call, script: Script, options: SedOptions, paths: readonly string[]) {
    this.call = call;
    this.script = script;
    this.options = options;
    this.input = new Input(call, paths.length > 0 ? paths : ['-'], options.end, options.separate);
  }

  *run(): Sys<number> {
    for (const { name, text, flags } of this.script.commands) {
      const file = name === 'w' || name === 'W' ? text : flags?.file;
      if (file !== undefined && !this.writers.has(file)) this.writers.set(file, yield* this.openWriter(file));
    }
    const suffix = this.options.inPlace;
    this.input.onFile = () => {
      this.edited = '';
      if (suffix !== undefined) this.missingNewline = false;
      if (this.options.separate) this.line = 0;
    };
    if (suffix !== undefined) this.input.onEnd = () => this.saveEdited(suffix);
    let restart = false;
    for (;;) {
      if (!restart) {
        const next = yield* this.input.next();
        if (!next) break;
        this.take(next);
      }
      const flow = yield* this.cycle();
      yield* this.flushAppended();
      if (flow === 'quit') {
        yield* this.input.closeFile();
        break;
      }
      restart = flow === 'restart';
    }
    return this.code || this.input.code;
  }

  private take(next: NextLine): void {
    this.space = next.text;
    this.terminated = next.terminated;
    this.line++;
    this.substituted = false;
  }

  private *openWriter(path: string): Sys<number> {
    if (path === '/dev/stdout') return 1;
    if (path === '/dev/stderr') return 2;
    try {
      return yield* open(path, 'w');
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw new Failure(`couldn't open file ${path}: ${error.message}`, 4);
    }
  }

  private *saveEdited(suffix: string): Sys<void> {
    const { path } = this.input;
    const text = this.edited;
    yield* files((fs, cwd) => {
      const absolute = fs.resolve(cwd, path);
      if (suffix !== '')
        fs.write(suffix.includes('*') ? fs.resolve(cwd, suffix.replaceAll('*', path)) : absolute + suffix, fs.read(absolute));
      fs.write(absolute, text);
    });
  }

  private output(text: string, terminated = true): void {
    const piece = (this.missingNewline ? this.options.end : '') + text + (terminated ? this.options.end : '');
    this.missingNewline = !terminated;
    if (this.options.inPlace === undefined) this.call.put(piece);
    else this.edited += piece;
  }

  private *writeFile(file: string, text: string): Sys<void> {
    const fd = this.writers.get(file) as number;
    if (fd === 1) this.output(text);
    else yield* write(fd, `${text}\n`);
  }

  private print(): void {
    this.output(this.space, this.terminated);
  }

  private *flushAppended(): Sys<void> {
    for (const one of this.appended.splice(0)) {
      if ('text' in one) this.output(one.text.slice(0, -1));
      else if ('file' in one) {
        const text = yield* this.fileText(one.file);
        if (text !== '') this.output(text.replace(/\n$/, ''), text.endsWith('\n'));
      } else {
        if (!this.readers.has(one.next)) this.readers.set(one.next, yield* this.reader(one.next));
        const line = yield* this.readers.get(one.next)?.next() ?? nothing();
        if (line !== null) this.output(line);
      }
    }
  }

  private *fileText(path: string): Sys<string> {
    try {
      const fd = path === '/dev/stdin' ? 0 : yield* open(path, 'r');
      const text = yield* readAll(fd);
      if (fd !== 0) yield* close(fd);
      return text;
    } catch (error) {
      if (error instanceof SysError) return '';
      throw error;
    }
  }

  private *reader(path: string): Sys<Lines | undefined> {
    try {
      return new Lines(this.call, yield* open(path, 'r'));
    } catch (error) {
      if (error instanceof SysError) return undefined;
      throw error;
    }
  }

  private pattern(pattern: Pattern | undefined): Pattern {
    const used = pattern ?? this.lastPattern;
    if (!used) throw new Failure('-e expression #1, char 0: no previous regular expression');
    this.lastPattern = used;
    return used;
  }

  private *matches(address: Address): Sys<boolean> {
    switch (address.kind) {
      case 'line':
        return this.line === address.line;
      case 'step':
        return address.step <= 0
          ? this.line === address.first
          : this.line >= address.first && (this.line - address.first) % address.step === 0;
      case 'last':
        return yield* this.input.isLast();
      case 'regex':
        return this.pattern(address.pattern).test(this.space);
      default:
        return false;
    }
  }

  private *selected(command: Command): Sys<boolean> {
    const { first, second } = command;
    if (!first) return true;
    if (!second) return yield* this.matches(first);
    const end = this.ranges.get(command);
    if (end !== undefined) {
      if (second.kind === 'line' || second.kind === 'plus' || second.kind === 'multiple') {
        if (this.line >= end) this.ranges.delete(command);
        // A range whose last line was passed while it was not looked at selects nothing more, unless this is its line.
        if (this.line > end) return second.kind === 'line' ? yield* this.begins(command, first, second) : false;
        return true;
      }
      if (yield* this.matches(second)) this.ranges.delete(command);
      return true;
    }
    return yield* this.begins(command, first, second);
  }

  private *begins(command: Command, first: Address, second: Address): Sys<boolean> {
    if (first.kind === 'line' && first.line === 0 && this.line === 1 && second.kind === 'regex') {
      if (!(yield* this.matches(second))) this.ranges.set(command, Number.POSITIVE_INFINITY);
      return true;
    }
    if (!(yield* this.matches(first))) return false;
    let end = Number.POSITIVE_INFINITY;
    if (second.kind === 'line') end = second.line;
    else if (second.kind === 'plus') end = this.line + second.count;
    else if (second.kind === 'multiple') end = second.of > 0 ? this.line + second.of - (this.line % second.of) : this.line;
    if (second.kind === 'last' && (yield* this.input.isLast())) return true;
    if (end > this.line) this.ranges.set(command, end);
    return true;
  }

  private *cycle(): Sys<Flow> {
    const { commands } = this.script;
    for (let at = 0; at < commands.length; at++) {
      const command = commands[at] as Command;
      const { name } = command;
      if (name === '}' || name === ':') continue;
      if ((yield* this.selected(command)) === command.negated) {
        if (name === '{') at = command.target;
        continue;
      }
      switch (name) {
        case '{':
          break;
        case '=':
          this.output(String(this.line));
          break;
        case 'a':
          this.appended.push({ text: command.text });
          break;
        case 'i':
          this.output(command.text.slice(0, -1));
          break;
        case 'c':
          if (!command.second || command.negated || !this.ranges.has(command)) this.output(command.text.slice(0, -1));
          return 'next';
        case 'b':
        case 't':
        case 'T': {
          const go = name === 'b' || this.substituted === (name === 't');
          if (name !== 'b') this.substituted = false;
          if (!go) break;
          at = command.target - 1;
          if (++this.jumps % PATIENCE === 0) {
            yield* this.call.flush();
            yield* yieldNow();
          }
          break;
        }
        case 'd':
          return 'next';
        case 'D': {
          const newline = this.space.indexOf('\n');
          if (newline < 0) return 'next';
          this.space = this.space.slice(newline + 1);
          return 'restart';
        }
        case 'F':
          this.output(this.input.path);
          break;
        case 'g':
          this.space = this.hold;
          break;
        case 'G':
          this.space += `\n${this.hold}`;
          break;
        case 'h':
          this.hold = this.space;
          break;
        case 'H':
          this.hold += `\n${this.space}`;
          break;
        case 'x':
          [this.space, this.hold] = [this.hold, this.space];
          break;
        case 'l':
        case 'L':
          this.list(command.number ?? this.options.lineLength);
          break;
        case 'n':
        case 'N': {
          if (yield* this.input.isLast()) {
            if (!this.options.quiet) this.print();
            return this.options.separate ? 'next' : 'quit';
          }
          if (name === 'n' && !this.options.quiet) this.print();
          yield* this.flushAppended();
          const next = (yield* this.input.next()) as NextLine;
          this.line++;
          this.terminated = next.terminated;
          this.space = name === 'n' ? next.text : `${this.space}\n${next.text}`;
          break;
        }
        case 'p':
          this.print();
          break;
        case 'P':
          this.output(this.space.split('\n')[0] as string);
          break;
        case 'q':
        case 'Q':
          this.code = command.number ?? 0;
          if (name === 'q' && !this.options.quiet) this.print();
          return 'quit';
        case 'r':
          this.appended.push({ file: command.text });
          break;
        case 'R':
          this.appended.push({ next: command.text });
          break;
        case 's':
          yield* this.substitute(command);
          break;
        case 'e':
          if (command.text === '') this.space = (yield* this.outputOf(this.space)).replace(/\n$/, '');
          else {
            const printed = yield* this.outputOf(command.text);
            if (printed !== '') this.output(printed.replace(/\n$/, ''), printed.endsWith('\n'));
          }
          break;
        case 'w':
          yield* this.writeFile(command.text, this.space);
          break;
        case 'W':
          yield* this.writeFile(command.text, this.space.split('\n')[0] as string);
          break;
        case 'y':
          this.space = [...this.space].map((c) => command.map?.get(c) ?? c).join('');
          break;
        case 'z':
          this.space = '';
          break;
      }
    }
    return this.done();
  }

  private done(): Flow {
    if (!this.options.quiet) this.print();
    return 'next';
  }

  private *substitute({ pattern, replacement = [], flags }: Command): Sys<void> {
    const used = this.pattern(pattern);
    const { space } = this;
    let text = '';
    let at = 0;
    let count = 0;
    let changed = false;
    for (let match = used.exec(space, 0); match; ) {
      count++;
      if (count >= Math.max(1, flags?.nth ?? 1)) {
        text += space.slice(at, match.start) + expand(replacement, match);
        at = match.end;
        changed = true;
        if (!flags?.global) break;
      }
      if (match.end >= space.length && match.end > match.start) break;
      const from = match.end > match.start ? match.end : match.end + 1;
      if (from > space.length) break;
      const last: Match = match;
      match = used.exec(space, from);
      // An empty match right behind the last one is none.
      if (match && match.start === match.end && match.start === last.end && last.end > last.start)
        match = match.end + 1 > space.length ? null : used.exec(space, match.end + 1);
    }
    if (!changed) return;
    this.space = text + space.slice(at);
    this.substituted = true;
    if (flags?.execute) this.space = (yield* this.outputOf(this.space)).replace(/\n$/, '');
    if (flags?.print) this.print();
    if (flags?.file !== undefined) yield* this.writeFile(flags.file, this.space);
  }

  /** What a shell prints that runs the command. */
  private *outputOf(command: string): Sys<string> {
    yield* this.call.flush();
    const [reader, writer] = yield* pipe();
    const pid = yield* spawn({ program: 'sh', argv: ['sh', '-c', command], fds: { 0: 0, 1: writer, 2: 2 } });
    yield* close(writer);
    const text = yield* readAll(reader);
    yield* close(reader);
    yield* wait(pid);
    return text;
  }

  /** `l`: the pattern space in visible characters, folded. */
  private list(width: number): void {
    const pieces: string[] = [];
    for (const byte of new TextEncoder().encode(this.space)) {
      const c = String.fromCharCode(byte);
      const named = { '\\': '\\\\', '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v' }[c];
      pieces.push(named ?? (byte >= 32 && byte < 127 ? c : `\\${byte.toString(8).padStart(3, '0')}`));
    }
    let row = '';
    for (const piece of pieces) {
      if (width > 1 && row.length + piece.length > width - 1) {
        this.output(`${row}\\`);
        row = '';
      }
      row += piece;
    }
    this.output(`${row}$`);
  }
}

/** The replacement with its groups and case conversions. */
function expand(pieces: readonly Piece[], match: Match): string {
  let text = '';
  let whole: 'U' | 'L' | '' = '';
  let once: 'u' | 'l' | '' = '';
  for (const piece of pieces) {
    if ('fold' in piece) {
      if (piece.fold === 'E') whole = '';
      else if (piece.fold === 'u' || piece.fold === 'l') once = piece.fold;
      else whole = piece.fold;
      continue;
    }
    let part = 'text' in piece ? piece.text : (match.groups[piece.group] ?? '');
    if (part === '') continue;
    if (whole !== '') part = whole === 'U' ? part.toUpperCase() : part.toLowerCase();
    if (once !== '') {
      const [first = ''] = part;
      part = (once === 'u' ? first.toUpperCase() : first.toLowerCase()) + part.slice(first.length);
      once = '';
    }
    text += part;
  }
  return text;
}
