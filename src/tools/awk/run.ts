/** Runs an awk program. */
import { SysError } from '../../kernel/error.ts';
import { close, open, pipe, random, spawn, wait, write, yieldNow } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { runCommand } from '../command.ts';
import { conversions, formatNumber, pad } from '../format.ts';
import { compile, type Pattern } from '../regex/match.ts';
import { RegexError } from '../regex/parse.ts';
import { type Call, Failure } from '../tool.ts';
import { callBuiltin } from './builtins.ts';
import { unescape } from './lexer.ts';
import type { AwkProgram, Expr, Lvalue, Rule, Statement } from './parse.ts';
import { Records } from './records.ts';
import { compareValues, Input, isTrue, toNumber, toText, type Value } from './values.ts';

export type AwkArray = Map<string, Value>;

/** A variable: a value or an array; an untyped one passed to a function becomes an array there and here. */
interface Cell {
  value: Value;
  array: AwkArray | undefined;
  readonly origin?: Cell;
}

/** How a statement ended, where not by going on. */
type Flow = undefined | 'break' | 'continue';

/** next, exit and return leave what is under way by being thrown. */
class Leave {
  readonly kind: 'next' | 'nextfile' | 'exit' | 'return';
  readonly value: Value;

  constructor(kind: Leave['kind'], value?: Value) {
    this.kind = kind;
    this.value = value;
  }
}

interface Stream {
  readonly fd: number;
  readonly pid: number | undefined;
  readonly records?: Records;
}

/** Rounds of loops after which others get a turn. */
const PATIENCE = 300;
const MOST_CALLS = 600;
const MOST_FIELDS = 1_000_000;

export class Awk {
  readonly call: Call;
  private readonly program: AwkProgram;
  private readonly globals = new Map<string, Cell>();
  private locals: Map<string, Cell> | undefined;
  private record = '';
  private fields: Value[] = [];
  /** The fields are those of the record; the record is that of the fields. */
  private split = true;
  private joined = true;
  private readonly patterns = new Map<string, Pattern>();
  private readonly streams = new Map<string, Stream>();
  private main: Records | undefined;
  private argument = 1;
  private sawFile = false;
  private readonly inRange = new Set<Rule>();
  private rounds = 0;
  private calls = 0;
  private exiting = false;
  private code = 0;
  seed: number | undefined;
  previousSeed = 0;

  constructor(call: Call, program: AwkProgram, operands: readonly string[]) {
    this.call = call;
    this.program = program;
    const start: Record<string, Value> = {
      FS: ' ',
      OFS: ' ',
      ORS: '\n',
      RS: '\n',
      SUBSEP: '\x1c',
      CONVFMT: '%.6g',
      OFMT: '%.6g',
      NR: 0,
      FNR: 0,
      NF: 0,
      RSTART: 0,
      RLENGTH: -1,
      FILENAME: '',
      ARGC: operands.length + 1,
    };
    for (const [name, value] of Object.entries(start)) this.globals.set(name, { value, array: undefined });
    this.globals.set('ENVIRON', {
      value: undefined,
      array: new Map(Object.entries(call.process.env).map(([name, text]) => [name, new Input(text)])),
    });
    this.globals.set('ARGV', { value: undefined, array: new Map([call.name, ...operands].map((text, i) => [String(i), new Input(text)])) });
  }

  /** Sets a variable from the command line: `name=value`. */
  assign(text: string): void {
    const at = text.indexOf('=');
    this.setVariable(text.slice(0, at), new Input(unescape(text.slice(at + 1))));
  }

  *run(): Sys<number> {
    const { rules } = this.program;
    try {
      yield* this.phase(rules.filter(({ kind }) => kind === 'BEGIN'));
      const main = rules.filter(({ kind }) => kind === 'pattern');
      if (!this.exiting && rules.some(({ kind }) => kind !== 'BEGIN')) yield* this.mainLoop(main);
      this.exiting = false;
      yield* this.phase(rules.filter(({ kind }) => kind === 'END'));
    } finally {
      this.locals = undefined;
    }
    yield* this.closeAll();
    return this.code;
  }

  private *phase(rules: readonly Rule[]): Sys<void> {
    for (const { action } of rules) {
      if (this.exiting) return;
      try {
        if (action) yield* this.execute(action);
      } catch (error) {
        if (!(error instanceof Leave)) throw error;
        if (error.kind === 'exit') this.exiting = true;
      }
    }
    // exit in END ends at once; in BEGIN END is not run either where the code was left by exit.
  }

  private *mainLoop(rules: readonly Rule[]): Sys<void> {
    for (let record = yield* this.nextRecord(); record !== undefined && !this.exiting; record = yield* this.nextRecord()) {
      this.setRecord(record);
      try {
        for (const rule of rules) {
          if (!(yield* this.applies(rule))) continue;
          if (rule.action) yield* this.execute(rule.action);
          else this.call.put(this.recordText() + this.text('ORS'));
        }
      } catch (error) {
        if (!(error instanceof Leave)) throw error;
        if (error.kind === 'exit') {
          this.exiting = true;
          return;
        }
        if (error.kind === 'nextfile') yield* this.endFile();
      }
    }
  }

  private *applies(rule: Rule): Sys<boolean> {
    if (!rule.pattern) return true;
    if (!rule.end) return isTrue(yield* this.eval(rule.pattern));
    if (!this.inRange.has(rule)) {
      if (!isTrue(yield* this.eval(rule.pattern))) return false;
      this.inRange.add(rule);
    }
    if (isTrue(yield* this.eval(rule.end))) this.inRange.delete(rule);
    return true;
  }

  // Variables

  private cell(name: string): Cell {
    const local = this.locals?.get(name);
    if (local) return local;
    let cell = this.globals.get(name);
    if (!cell) {
      cell = { value: undefined, array: undefined };
      this.globals.set(name, cell);
    }
    return cell;
  }

  array(name: string): AwkArray {
    const cell = this.cell(name);
    if (cell.array) return cell.array;
    if (cell.value !== undefined) throw new Failure(`type error: ${name} is a scalar, not an array`, 2);
    const array: AwkArray = cell.origin?.array ?? new Map();
    for (let one: Cell | undefined = cell; one; one = one.origin) one.array = array;
    return array;
  }

  getVariable(name: string): Value {
    if (name === 'NF') this.splitRecord();
    const cell = this.cell(name);
    if (cell.array) throw new Failure(`type error: ${name} is an array, not a scalar`, 2);
    return cell.value;
  }

  setVariable(name: string, value: Value): void {
    const cell = this.cell(name);
    if (cell.array) throw new Failure(`type error: ${name} is an array, not a scalar`, 2);
    if (name === 'NF' && !this.locals?.has(name)) {
      this.splitRecord();
      const count = Math.max(0, Math.trunc(toNumber(value)));
      if (count > MOST_FIELDS) throw new Failure(`program limit exceeded: maximum number of fields size=${MOST_FIELDS}`, 2);
      while (this.fields.length < count) this.fields.push('');
      this.fields.length = count;
      this.joined = false;
    }
    cell.value = value;
  }

  text(name: string): string {
    return toText(this.cell(name).value, '%.6g');
  }

  get convfmt(): string {
    return this.text('CONVFMT');
  }

  toText(value: Value): string {
    return typeof value === 'string' ? value : toText(value, this.convfmt);
  }

  // The record and its fields

  setRecord(text: string): void {
    this.record = text;
    this.split = false;
    this.joined = true;
  }

  private recordText(): string {
    if (!this.joined) {
      this.record = this.fields.map((field) => this.toText(field)).join(this.text('OFS'));
      this.joined = true;
    }
    return this.record;
  }

  private splitRecord(): void {
    if (this.split) return;
    this.split = true;
    this.fields = this.splitText(this.record, this.text('FS'), this.text('RS') === '').map((text) => new Input(text));
    this.cell('NF').value = this.fields.length;
  }

  /** The parts of a text as FS (or split's third argument) parts it. */
  splitText(text: string, separator: string | Pattern, paragraph = false): string[] {
    if (text === '') return [];
    if (separator === ' ') return text.split(/[ \t\n]+/).filter((part) => part !== '');
    if (separator === '') return [...text];
    if (typeof separator === 'string' && separator.length === 1 && separator !== '\\') {
      if (!paragraph) return text.split(separator);
      return text.split('\n').flatMap((line) => line.split(separator));
    }
    const pattern = typeof separator === 'string' ? this.regex(paragraph ? `(${separator})|\n` : separator) : separator;
    const parts: string[] = [];
    let at = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text, match.end > match.start ? match.end : match.end + 1)) {
      if (match.end > match.start) {
        parts.push(text.slice(at, match.start));
        at = match.end;
      }
      if (match.end >= text.length) break;
    }
    parts.push(text.slice(at));
    return parts;
  }

  private getField(index: number): Value {
    if (index === 0) return new Input(this.recordText());
    this.splitRecord();
    return this.fields[index - 1];
  }

  private setField(index: number, value: Value): void {
    if (index === 0) return this.setRecord(this.toText(value));
    this.splitRecord();
    if (index > MOST_FIELDS) throw new Failure(`program limit exceeded: maximum number of fields size=${MOST_FIELDS}`, 2);
    while (this.fields.length < index) this.fields.push('');
    this.fields[index - 1] = value;
    this.cell('NF').value = this.fields.length;
    this.joined = false;
  }

  private *fieldIndex(index: Expr): Sys<number> {
    const number = Math.trunc(toNumber(yield* this.eval(index)));
    if (number < 0 || Number.isNaN(number)) throw new Failure(`negative field index $${number}`, 2);
    return number;
  }

  regex(source: string): Pattern {
    const known = this.patterns.get(source);
    if (known) return known;
    try {
      const pattern = compile(source, 'extended', { escapes: true, looseParenthesis: false });
      this.patterns.set(source, pattern);
      return pattern;
    } catch (error) {
      if (error instanceof RegexError) throw new Failure(`regular expression compile failed (${error.message})\n${source}`, 2);
      throw error;
    }
  }

  /** The pattern that an expression stands for: a regex literal, or its value's text. */
  *pattern(expr: Expr): Sys<Pattern> {
    const bare = expr.k === 'list' && expr.items.length === 1 ? (expr.items[0] as Expr) : expr;
    return this.regex(bare.k === 'regex' ? bare.source : this.toText(yield* this.eval(bare)));
  }

  // Input

  private separator(): string | Pattern {
    const rs = this.text('RS');
    return rs.length <= 1 ? rs : this.regex(rs);
  }

  /** The next record of the main input; counts it. */
  *nextRecord(): Sys<string | undefined> {
    for (;;) {
      if (!this.main && !(yield* this.openNext())) return undefined;
      const record = yield* (this.main as Records).next(this.separator());
      if (record !== undefined) {
        for (const name of ['NR', 'FNR']) this.cell(name).value = toNumber(this.cell(name).value) + 1;
        return record;
      }
      yield* this.endFile();
    }
  }

  private *endFile(): Sys<void> {
    const fd = this.main?.fd;
    this.main = undefined;
    if (fd !== undefined && fd !== 0) yield* close(fd);
  }

  private *openNext(): Sys<boolean> {
    for (; this.argument < toNumber(this.getVariable('ARGC')); this.argument++) {
      const operand = this.toText(this.array('ARGV').get(String(this.argument)));
      if (operand === '') continue;
      if (/^[A-Za-z_]\w*=/.test(operand)) {
        this.assign(operand);
        continue;
      }
      this.argument++;
      this.sawFile = true;
      return yield* this.openMain(operand);
    }
    if (this.sawFile) return false;
    this.sawFile = true;
    return yield* this.openMain('-');
  }

  private *openMain(path: string): Sys<boolean> {
    let fd = 0;
    if (path !== '-') {
      try {
        fd = yield* open(path, 'r');
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        throw new Failure(this.call.unreadable(path, error), 2);
      }
      this.setVariable('FILENAME', path);
    }
    this.setVariable('FNR', 0);
    this.main = new Records(this.call, fd);
    return true;
  }

  private *getline(expr: Extract<Expr, { k: 'getline' }>): Sys<Value> {
    let record: string | undefined;
    if (!expr.file && !expr.command) record = yield* this.nextRecord();
    else {
      const name = this.toText(yield* this.eval((expr.file ?? expr.command) as Expr));
      const stream = yield* this.reader(name, expr.command !== undefined);
      if (!stream?.records) return -1;
      record = yield* stream.records.next(this.separator());
      if (record !== undefined && expr.command) this.cell('NR').value = toNumber(this.cell('NR').value) + 1;
    }
    if (record === undefined) return 0;
    if (expr.target) yield* this.store(expr.target, new Input(record));
    else this.setRecord(record);
    return 1;
  }

  private *reader(name: string, command: boolean): Sys<Stream | undefined> {
    const known = this.streams.get(name);
    if (known) return known;
    yield* this.call.flush();
    try {
      let stream: Stream;
      if (command) {
        const [output, input] = yield* pipe();
        const pid = yield* spawn({ program: 'sh', argv: ['sh', '-c', name], fds: { 0: 0, 1: input, 2: 2 } });
        yield* close(input);
        stream = { fd: output, pid, records: new Records(this.call, output) };
      } else {
        const fd = name === '-' || name === '/dev/stdin' ? 0 : yield* open(name, 'r');
        stream = { fd, pid: undefined, records: new Records(this.call, fd) };
      }
      this.streams.set(name, stream);
      return stream;
    } catch (error) {
      if (error instanceof SysError && error.errno !== 'EINTR') return undefined;
      throw error;
    }
  }

  // Output

  private *print(statement: Extract<Statement, { k: 'print' }>): Sys<void> {
    let text: string;
    const values: Value[] = [];
    for (const arg of statement.args) values.push(yield* this.eval(arg));
    if (statement.formatted) {
      if (values.length === 0) throw new Failure('not enough arguments passed to sprintf("")', 2);
      text = this.format(this.toText(values[0]), values.slice(1));
    } else {
      const ofmt = this.text('OFMT');
      text =
        (statement.args.length === 0 ? this.recordText() : values.map((value) => toText(value, ofmt)).join(this.text('OFS'))) +
        this.text('ORS');
    }
    const { redirect } = statement;
    if (!redirect) {
      this.call.put(text);
      if (this.call.buffered > 1 << 16) yield* this.call.flush();
      return;
    }
    const name = this.toText(yield* this.eval(redirect.to));
    if (name === '/dev/stdout' || name === '-') return this.call.put(text);
    if (name === '/dev/stderr') return yield* this.call.note(text);
    let stream = this.streams.get(name);
    if (!stream) {
      stream = yield* this.writer(name, redirect.op);
      this.streams.set(name, stream);
    }
    yield* write(stream.fd, text);
  }

  private *writer(name: string, op: string): Sys<Stream> {
    if (op === '|') {
      yield* this.call.flush();
      const [output, input] = yield* pipe();
      const pid = yield* spawn({ program: 'sh', argv: ['sh', '-c', name], fds: { 0: output, 1: 1, 2: 2 } });
      yield* close(output);
      return { fd: input, pid };
    }
    try {
      return { fd: yield* open(name, op === '>>' ? 'a' : 'w'), pid: undefined };
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw new Failure(`cannot open "${name}" for output`, 2);
    }
  }

  /** Closes what was opened by that name; the exit code of a command, -1 when nothing was. */
  *closeStream(name: string): Sys<number> {
    const stream = this.streams.get(name);
    if (!stream) return -1;
    this.streams.delete(name);
    yield* this.call.flush();
    if (stream.fd > 2) yield* close(stream.fd);
    if (stream.pid === undefined) return 0;
    return (yield* wait(stream.pid))?.code ?? 0;
  }

  private *closeAll(): Sys<void> {
    yield* this.call.flush();
    for (const name of [...this.streams.keys()]) yield* this.closeStream(name);
  }

  *system(command: string): Sys<number> {
    return yield* runCommand(this.call, ['sh', '-c', command]);
  }

  *random(): Sys<number> {
    if (this.seed === undefined) return yield* random();
    this.seed = (this.seed * 1103515245 + 12345) % 2147483648;
    return this.seed / 2147483648;
  }

  /** What printf makes of its arguments. */
  format(format: string, values: readonly Value[]): string {
    let text = '';
    let used = 0;
    const next = (): Value => values[used++];
    for (const piece of conversions(format)) {
      if ('text' in piece) {
        text += piece.text;
        continue;
      }
      if (piece.letter === '%') {
        text += '%';
        continue;
      }
      const measure = (given: string): number => (given === '*' ? Math.trunc(toNumber(next())) : Number(given || 0));
      let width = measure(piece.width);
      const precision = piece.precision === undefined ? undefined : measure(piece.precision);
      let flags = piece.flags;
      if (width < 0) {
        flags += '-';
        width = -width;
      }
      if (used >= values.length) throw new Failure(`not enough arguments passed to sprintf("${format}")`, 2);
      const conversion = {
        flags,
        width,
        precision: precision !== undefined && precision < 0 ? undefined : precision,
        letter: piece.letter,
      };
      const value = next();
      if (piece.letter === 's')
        text += pad(
          conversion.precision === undefined ? this.toText(value) : [...this.toText(value)].slice(0, conversion.precision).join(''),
          conversion,
        );
      else if (piece.letter === 'c') {
        const numeric = typeof value === 'number' || (value instanceof Input && value.number !== undefined);
        const code = Math.trunc(toNumber(value));
        text += pad(
          numeric ? (code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '') : ([...this.toText(value)][0] ?? ''),
          conversion,
        );
      } else if ('diouxXeEfFgG'.includes(piece.letter)) text += formatNumber(toNumber(value), conversion);
      else text += `%${piece.letter}`;
    }
    return text;
  }

  // Statements

  private *tick(): Sys<void> {
    if (++this.rounds % PATIENCE !== 0) return;
    yield* this.call.flush();
    yield* yieldNow();
  }

  private *execute(statement: Statement): Sys<Flow> {
    switch (statement.k) {
      case 'block':
        for (const one of statement.body) {
          const flow = yield* this.execute(one);
          if (flow) return flow;
        }
        return undefined;
      case 'expr':
        yield* this.eval(statement.value);
        return undefined;
      case 'print':
        yield* this.print(statement);
        return undefined;
      case 'if':
        if (isTrue(yield* this.eval(statement.test))) return yield* this.execute(statement.yes);
        return statement.no ? yield* this.execute(statement.no) : undefined;
      case 'while':
        for (let first = !statement.first; first || isTrue(yield* this.eval(statement.test)); first = false) {
          yield* this.tick();
          if ((yield* this.execute(statement.body)) === 'break') break;
        }
        return undefined;
      case 'for':
        if (statement.start) yield* this.execute(statement.start);
        while (!statement.test || isTrue(yield* this.eval(statement.test))) {
          yield* this.tick();
          if ((yield* this.execute(statement.body)) === 'break') break;
          if (statement.next) yield* this.execute(statement.next);
        }
        return undefined;
      case 'forin': {
        const array = this.array(statement.array);
        for (const key of [...array.keys()]) {
          if (!array.has(key)) continue;
          yield* this.tick();
          this.setVariable(statement.name, new Input(key));
          if ((yield* this.execute(statement.body)) === 'break') break;
        }
        return undefined;
      }
      case 'jump':
        if (statement.to === 'break' || statement.to === 'continue') return statement.to;
        throw new Leave(statement.to);
      case 'exit': {
        if (statement.value) this.code = Math.trunc(toNumber(yield* this.eval(statement.value))) & 255;
        throw new Leave('exit');
      }
      case 'return':
        throw new Leave('return', statement.value ? yield* this.eval(statement.value) : undefined);
      case 'delete':
        if (statement.keys) this.array(statement.array).delete(yield* this.key(statement.keys));
        else this.array(statement.array).clear();
        return undefined;
    }
  }

  // Expressions

  private *key(keys: readonly Expr[]): Sys<string> {
    let text = '';
    for (let i = 0; i < keys.length; i++) text += (i > 0 ? this.text('SUBSEP') : '') + this.toText(yield* this.eval(keys[i] as Expr));
    return text;
  }

  *store(target: Lvalue, value: Value): Sys<void> {
    if (target.k === 'var') this.setVariable(target.name, value);
    else if (target.k === 'field') this.setField(yield* this.fieldIndex(target.index), value);
    else {
      const key = yield* this.key(target.keys);
      this.array(target.array).set(key, value);
    }
  }

  *eval(expr: Expr): Sys<Value> {
    switch (expr.k) {
      case 'number':
      case 'string':
        return expr.value;
      case 'regex':
        return this.regex(expr.source).test(this.recordText()) ? 1 : 0;
      case 'var':
        return this.getVariable(expr.name);
      case 'field':
        return this.getField(yield* this.fieldIndex(expr.index));
      case 'element': {
        const key = yield* this.key(expr.keys);
        const array = this.array(expr.array);
        if (!array.has(key)) array.set(key, undefined);
        return array.get(key);
      }
      case 'list': {
        if (expr.items.length === 1) return yield* this.eval(expr.items[0] as Expr);
        return yield* this.key(expr.items);
      }
      case 'assign': {
        let value = yield* this.eval(expr.value);
        if (expr.op !== '=') value = arithmetic(expr.op.slice(0, -1), toNumber(yield* this.eval(expr.target)), toNumber(value));
        yield* this.store(expr.target, value);
        return value;
      }
      case 'step': {
        const before = toNumber(yield* this.eval(expr.target));
        yield* this.store(expr.target, before + expr.by);
        return expr.before ? before + expr.by : before;
      }
      case 'cond':
        return yield* this.eval(isTrue(yield* this.eval(expr.test)) ? expr.yes : expr.no);
      case 'and':
        return isTrue(yield* this.eval(expr.left)) && isTrue(yield* this.eval(expr.right)) ? 1 : 0;
      case 'or':
        return isTrue(yield* this.eval(expr.left)) || isTrue(yield* this.eval(expr.right)) ? 1 : 0;
      case 'in': {
        const key = yield* this.key(expr.keys);
        return this.array(expr.array).has(key) ? 1 : 0;
      }
      case 'match': {
        const text = this.toText(yield* this.eval(expr.left));
        const pattern = yield* this.pattern(expr.right);
        return pattern.test(text) !== expr.negated ? 1 : 0;
      }
      case 'unary': {
        const value = yield* this.eval(expr.value);
        return expr.op === '!' ? (isTrue(value) ? 0 : 1) : expr.op === '-' ? -toNumber(value) : toNumber(value);
      }
      case 'binary': {
        const left = yield* this.eval(expr.left);
        const right = yield* this.eval(expr.right);
        if (expr.op === ' ') return this.toText(left) + this.toText(right);
        if (!/[<>=]/.test(expr.op)) return arithmetic(expr.op, toNumber(left), toNumber(right));
        const order = compareValues(left, right, this.convfmt);
        return { '<': order < 0, '<=': order <= 0, '==': order === 0, '!=': order !== 0, '>': order > 0, '>=': order >= 0 }[expr.op]
          ? 1
          : 0;
      }
      case 'getline':
        return yield* this.getline(expr);
      case 'builtin':
        return yield* callBuiltin(this, expr.name, expr.args, expr.line);
      case 'call':
        return yield* this.callFunction(expr);
    }
  }

  private *callFunction({ name, args, line }: Extract<Expr, { k: 'call' }>): Sys<Value> {
    const called = this.program.functions.get(name);
    if (!called) throw new Failure(`line ${line}: function ${name} never defined`, 2);
    if (args.length > called.params.length) throw new Failure(`line ${line}: too many arguments in call to ${name}`, 2);
    const frame = new Map<string, Cell>();
    for (const [i, param] of called.params.entries()) {
      const arg = args[i];
      if (arg?.k === 'var') {
        if (arg.name === 'NF') this.splitRecord();
        const cell = this.cell(arg.name);
        frame.set(
          param,
          cell.array
            ? cell
            : cell.value === undefined
              ? { value: undefined, array: undefined, origin: cell }
              : { value: cell.value, array: undefined },
        );
      } else frame.set(param, { value: arg ? yield* this.eval(arg) : undefined, array: undefined });
    }
    if (++this.calls > MOST_CALLS) throw new Failure(`function ${name} called too deeply`, 2);
    yield* this.tick();
    const outer = this.locals;
    this.locals = frame;
    try {
      yield* this.execute(called.body);
      return undefined;
    } catch (error) {
      if (error instanceof Leave && error.kind === 'return') return error.value;
      throw error;
    } finally {
      this.locals = outer;
      this.calls--;
    }
  }
}

function arithmetic(op: string, a: number, b: number): number {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      if (b === 0) throw new Failure('division by zero', 2);
      return a / b;
    case '%':
      if (b === 0) throw new Failure('division by zero in %', 2);
      return a % b;
    default:
      return a ** b;
  }
}
