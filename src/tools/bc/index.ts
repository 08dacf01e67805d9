/** bc: a calculator of any precision, with the library of -l. */
import { files, isatty, readLine, yieldNow } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { options } from '../options.ts';
import { type Call, Failure, type Tool } from '../tool.ts';
import {
  add,
  compare,
  type Decimal,
  divide,
  fromInteger,
  integer,
  lengthOf,
  multiply,
  negate,
  ONE,
  raise,
  readNumber,
  remainder,
  rescale,
  show,
  squareRoot,
  subtract,
  ZERO,
} from './decimal.ts';
import { BcSyntaxError, type Expression, Parser, type Statement, type Target } from './parse.ts';

/** More digits than this are a mistake of the person: the page would stand still. */
const LARGEST_SCALE = 2000;
const LARGEST_EXPONENT = 20_000n;
const TURN = 500;
const DEEPEST = 300;

class BcError extends Error {}

class Leave {
  readonly word: 'break' | 'continue' | 'return' | 'quit';
  readonly value: Decimal;
  constructor(word: Leave['word'], value = ZERO) {
    this.word = word;
    this.value = value;
  }
}

type Definition = Extract<Statement, { kind: 'define' }>;

class Machine {
  private readonly call: Call;
  private readonly library: boolean;
  private readonly names = new Map<string, Decimal>();
  private readonly arrays = new Map<string, Map<bigint, Decimal>>();
  private readonly functions = new Map<string, Definition>();
  private scale = 0;
  private inputBase = 10;
  private outputBase = 10;
  private last = ZERO;
  private steps = 0;
  private depth = 0;

  constructor(call: Call, library: boolean) {
    this.call = call;
    this.library = library;
    if (library) this.scale = 20;
  }

  /** Runs a text; false when it said quit. */
  *run(source: string): Sys<boolean> {
    let parser: Parser;
    try {
      parser = new Parser(source);
    } catch (error) {
      if (!(error instanceof BcSyntaxError)) throw error;
      yield* this.complain(error.message);
      return true;
    }
    for (;;) {
      let statements: Statement[] | undefined;
      try {
        statements = parser.line();
      } catch (error) {
        if (!(error instanceof BcSyntaxError)) throw error;
        yield* this.complain(error.message);
        parser.skipLine();
        continue;
      }
      if (!statements) return true;
      try {
        for (const statement of statements) yield* this.execute(statement);
      } catch (error) {
        if (error instanceof Leave) {
          if (error.word === 'quit') return false;
        } else if (error instanceof BcError)
          yield* this.call.note(`Runtime error (func=(main), adr=${this.steps % 97}): ${error.message}\n`);
        else if (error instanceof RangeError) yield* this.call.note('Runtime error: the number is too large\n');
        else throw error;
      }
      this.depth = 0;
      yield* this.call.flush();
    }
  }

  private *complain(message: string): Sys<void> {
    yield* this.call.note(`(standard_in) 1: ${message}\n`);
  }

  private *turn(): Sys<void> {
    if (++this.steps % TURN === 0) yield* yieldNow();
  }

  private *execute(statement: Statement): Sys<void> {
    yield* this.turn();
    switch (statement.kind) {
      case 'expression': {
        const value = yield* this.evaluate(statement.value);
        if (statement.silent) return;
        this.last = value;
        this.call.put(`${show(value, this.outputBase)}\n`);
        return;
      }
      case 'text':
        this.call.put(statement.text);
        return;
      case 'print':
        for (const item of statement.items) {
          if (typeof item !== 'string') {
            this.last = yield* this.evaluate(item);
            this.call.put(show(this.last, this.outputBase));
          } else
            this.call.put(
              item.replace(
                /\\([abfnqrt"\\])/g,
                (_all, c: string) => ({ a: '\x07', b: '\b', f: '\f', n: '\n', q: '"', r: '\r', t: '\t' })[c] ?? c,
              ),
            );
        }
        return;
      case 'block':
        for (const one of statement.statements) yield* this.execute(one);
        return;
      case 'if':
        if ((yield* this.evaluate(statement.test)).digits !== 0n) yield* this.execute(statement.then);
        else if (statement.otherwise) yield* this.execute(statement.otherwise);
        return;
      case 'loop':
        if (statement.first) yield* this.evaluate(statement.first);
        while (!statement.test || (yield* this.evaluate(statement.test)).digits !== 0n) {
          try {
            yield* this.execute(statement.body);
          } catch (error) {
            if (!(error instanceof Leave) || (error.word !== 'break' && error.word !== 'continue')) throw error;
            if (error.word === 'break') return;
          }
          if (statement.last) yield* this.evaluate(statement.last);
          yield* this.turn();
        }
        return;
      case 'define':
        this.functions.set(statement.name, statement);
        return;
      case 'return':
        throw new Leave('return', statement.value ? yield* this.evaluate(statement.value) : ZERO);
      case 'leave':
        throw new Leave(statement.word === 'halt' ? 'quit' : statement.word);
    }
  }

  private *evaluate(expression: Expression): Sys<Decimal> {
    yield* this.turn();
    if (++this.depth > DEEPEST) throw new BcError('the stack is full');
    try {
      return yield* this.value(expression);
    } finally {
      this.depth--;
    }
  }

  private *value(expression: Expression): Sys<Decimal> {
    switch (expression.kind) {
      case 'number':
        return readNumber(expression.text, this.inputBase);
      case 'name':
      case 'item':
        return yield* this.get(expression);
      case 'assign': {
        const value = yield* this.evaluate(expression.value);
        const result = expression.operator === '' ? value : this.apply(expression.operator, yield* this.get(expression.target), value);
        yield* this.set(expression.target, result);
        return result;
      }
      case 'step': {
        const before = yield* this.get(expression.target);
        const after = add(before, fromInteger(expression.by));
        yield* this.set(expression.target, after);
        return expression.after ? before : after;
      }
      case 'unary': {
        const value = yield* this.evaluate(expression.value);
        if (expression.operator === '-') return negate(value);
        return value.digits === 0n ? ONE : ZERO;
      }
      case 'binary': {
        const left = yield* this.evaluate(expression.left);
        if (expression.operator === '&&' && left.digits === 0n) return ZERO;
        if (expression.operator === '||' && left.digits !== 0n) return ONE;
        return this.apply(expression.operator, left, yield* this.evaluate(expression.right));
      }
      case 'call':
        return yield* this.invoke(expression.name, expression.args);
    }
  }

  private apply(operator: string, a: Decimal, b: Decimal): Decimal {
    const truth = (yes: boolean): Decimal => (yes ? ONE : ZERO);
    switch (operator) {
      case '+':
        return add(a, b);
      case '-':
        return subtract(a, b);
      case '*':
        return multiply(a, b, this.scale);
      case '/':
      case '%':
        if (b.digits === 0n) throw new BcError(operator === '/' ? 'Divide by zero' : 'Modulo by zero');
        return operator === '/' ? divide(a, b, this.scale) : remainder(a, b, this.scale);
      case '^': {
        const exponent = integer(b);
        if (exponent > LARGEST_EXPONENT || exponent < -LARGEST_EXPONENT) throw new BcError('exponent too large in raise');
        if (exponent < 0n && a.digits === 0n) throw new BcError('Divide by zero');
        return raise(a, exponent, this.scale);
      }
      case '==':
        return truth(compare(a, b) === 0);
      case '!=':
        return truth(compare(a, b) !== 0);
      case '<':
        return truth(compare(a, b) < 0);
      case '<=':
        return truth(compare(a, b) <= 0);
      case '>':
        return truth(compare(a, b) > 0);
      case '>=':
        return truth(compare(a, b) >= 0);
      case '&&':
        return truth(a.digits !== 0n && b.digits !== 0n);
      default:
        return truth(a.digits !== 0n || b.digits !== 0n);
    }
  }

  private *get(target: Target): Sys<Decimal> {
    if (target.kind === 'item') return this.arrays.get(target.name)?.get(integer(yield* this.evaluate(target.index))) ?? ZERO;
    switch (target.name) {
      case 'scale':
        return fromInteger(this.scale);
      case 'ibase':
        return fromInteger(this.inputBase);
      case 'obase':
        return fromInteger(this.outputBase);
      case 'last':
        return this.last;
      default:
        return this.names.get(target.name) ?? ZERO;
    }
  }

  private *set(target: Target, value: Decimal): Sys<void> {
    if (target.kind === 'item') {
      const index = integer(yield* this.evaluate(target.index));
      const array = this.arrays.get(target.name) ?? new Map<bigint, Decimal>();
      array.set(index, value);
      this.arrays.set(target.name, array);
      return;
    }
    const number = Number(integer(value));
    if (target.name === 'scale') {
      if (number > LARGEST_SCALE) yield* this.call.note(`Runtime warning: scale too large, set to ${LARGEST_SCALE}\n`);
      this.scale = Math.min(LARGEST_SCALE, Math.max(0, number));
    } else if (target.name === 'ibase') this.inputBase = Math.min(16, Math.max(2, number));
    else if (target.name === 'obase') this.outputBase = Math.max(2, number);
    else this.names.set(target.name, value);
  }

  private *invoke(name: string, args: readonly Expression[]): Sys<Decimal> {
    const own = this.functions.get(name);
    if (!own) {
      const values: Decimal[] = [];
      for (const arg of args) values.push(yield* this.evaluate(arg));
      return this.builtin(name, values);
    }
    if (args.length !== own.parameters.length) throw new BcError('Parameter number mismatch');
    const given: (Decimal | Map<bigint, Decimal>)[] = [];
    for (const [i, arg] of args.entries()) {
      const array = own.parameters[i]?.endsWith('[]') && arg.kind === 'name' ? this.arrays.get(arg.name) : undefined;
      given.push(array ? new Map(array) : yield* this.evaluate(arg));
    }
    const scope = [...own.parameters, ...own.locals];
    const saved = scope.map((one) => (one.endsWith('[]') ? this.arrays.get(one.slice(0, -2)) : this.names.get(one)));
    const put = (one: string, value: Decimal | Map<bigint, Decimal> | undefined): void => {
      if (one.endsWith('[]')) this.arrays.set(one.slice(0, -2), value instanceof Map ? value : new Map());
      else if (value && !(value instanceof Map)) this.names.set(one, value);
      else this.names.delete(one);
    };
    scope.forEach((one, i) => put(one, given[i]));
    try {
      yield* this.execute(own.body);
      return ZERO;
    } catch (error) {
      if (error instanceof Leave && error.word === 'return') return error.value;
      throw error;
    } finally {
      scope.forEach((one, i) => put(one, saved[i]));
    }
  }

  private builtin(name: string, [x = ZERO]: readonly Decimal[]): Decimal {
    switch (name) {
      case 'sqrt':
        if (x.digits < 0n) throw new BcError('Square root of a negative number');
        return squareRoot(x, this.scale);
      case 'length':
        return fromInteger(lengthOf(x));
      case 'scale':
        return fromInteger(x.scale);
    }
    if (this.library && Object.hasOwn(SERIES, name)) {
      if (name === 'l' && x.digits <= 0n) return negate({ digits: 10n ** BigInt(this.scale) - 1n, scale: 0 });
      return rescale((SERIES[name] as Series)(x, this.scale + 8), this.scale);
    }
    throw new BcError(`Function ${name} not defined.`);
  }
}

type Series = (x: Decimal, digits: number) => Decimal;

const tiny = ({ digits }: Decimal): boolean => digits === 0n;

/** Sums terms until they vanish at that many digits. */
function sum(first: Decimal, next: (term: Decimal, n: number) => Decimal, digits: number): Decimal {
  let [total, term] = [first, first];
  for (let n = 1; n < 20_000; n++) {
    term = rescale(next(term, n), digits);
    if (tiny(term)) break;
    total = add(total, term);
  }
  return total;
}

const times = (a: Decimal, b: Decimal, digits: number): Decimal => rescale(multiply(a, b, digits), digits);
const over = (a: Decimal, n: number, digits: number): Decimal => divide(a, fromInteger(n), digits);

const exponential: Series = (x, digits) => {
  let halvings = 0;
  let small = rescale(x, digits + 10);
  while (compare(small.digits < 0n ? negate(small) : small, ONE) > 0) {
    small = over(small, 2, digits + 10);
    halvings++;
    if (halvings > 20) throw new RangeError('too large');
  }
  let result = sum(rescale(ONE, digits + 10), (term, n) => over(times(term, small, digits + 10), n, digits + 10), digits + 10);
  for (; halvings > 0; halvings--) result = times(result, result, digits + 10);
  return result;
};

const logarithm: Series = (x, digits) => {
  const wide = digits + 10;
  let [value, factor] = [rescale(x, wide), 2];
  const near = (one: Decimal): boolean => compare(one, { digits: 12n, scale: 1 }) < 0 && compare(one, { digits: 8n, scale: 1 }) > 0;
  while (!near(value)) {
    value = squareRoot(value, wide);
    factor *= 2;
  }
  const ratio = divide(subtract(value, ONE), add(value, ONE), wide);
  const square = times(ratio, ratio, wide);
  let power = ratio;
  const series = sum(
    ratio,
    (_term, n) => {
      power = times(power, square, wide);
      return over(power, 2 * n + 1, wide);
    },
    wide,
  );
  return multiply(series, fromInteger(factor), wide);
};

const arctangent: Series = (x, digits) => {
  const wide = digits + 10;
  if (x.digits < 0n) return negate(arctangent(negate(x), digits));
  let [value, factor] = [rescale(x, wide), 1];
  while (compare(value, { digits: 2n, scale: 1 }) > 0) {
    value = divide(value, add(ONE, squareRoot(add(ONE, times(value, value, wide)), wide)), wide);
    factor *= 2;
  }
  const square = negate(times(value, value, wide));
  let power = value;
  const series = sum(
    value,
    (_term, n) => {
      power = times(power, square, wide);
      return over(power, 2 * n + 1, wide);
    },
    wide,
  );
  return multiply(series, fromInteger(factor), wide);
};

const sine: Series = (x, digits) => {
  const wide = digits + 10 + lengthOf(rescale(x, 0));
  const pi = multiply(arctangent(ONE, wide), fromInteger(4), wide);
  const turns = integer(divide(x, multiply(pi, fromInteger(2), wide), 0));
  const value = rescale(subtract(x, multiply(multiply(pi, fromInteger(2), wide), fromInteger(turns), wide)), wide);
  const square = negate(times(value, value, wide));
  return sum(value, (term, n) => over(times(term, square, wide), 2 * n * (2 * n + 1), wide), wide);
};

const SERIES: Readonly<Record<string, Series>> = {
  e: exponential,
  l: logarithm,
  a: arctangent,
  s: sine,
  c: (x, digits) => sine(add(x, multiply(arctangent(ONE, digits + 10), fromInteger(2), digits + 10)), digits),
};

export const bc: Tool = function* (call) {
  const given = options(call, 'l,mathlib q,quiet s,standard w,warn i,interactive');
  const machine = new Machine(call, given.has('l'));
  for (const path of given.operands) {
    const text = yield* files((fs, cwd) => fs.stat(fs.resolve(cwd, path))?.text);
    if (text === undefined) throw new Failure(`File ${path} is unavailable.`, 1, true);
    if (!(yield* machine.run(text))) return 0;
  }
  if (!given.has('q') && (yield* isatty(0))) call.put('bc 1.07.1: a calculator. Type quit to leave.\n');
  yield* call.flush();
  let pending = '';
  for (let line = yield* readLine(0); line !== null; line = yield* readLine(0)) {
    pending += line;
    const open = (pending.match(/\{/g)?.length ?? 0) - (pending.match(/\}/g)?.length ?? 0);
    if (open > 0 || pending.endsWith('\\\n')) continue;
    if (!(yield* machine.run(pending))) return 0;
    pending = '';
  }
  if (pending !== '') yield* machine.run(`${pending}\n`);
  return 0;
};
