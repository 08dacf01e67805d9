/** Python's values and what can be said of each: its type, its text, whether it is true, whether two are equal. */
import type { Sys } from '../../../kernel/types.ts';
import type { Block, Expr, Parameter } from './parse.ts';

export type Value = null | boolean | bigint | number | string | List | Dict | SetValue | Closure | Native | Module | ExceptionType | Raised;

/** A list or a tuple. */
export class List {
  readonly items: Value[];
  readonly frozen: boolean;
  constructor(items: Value[], frozen = false) {
    this.items = items;
    this.frozen = frozen;
  }
}

/** Entries by their hash, in the order in which they came. */
export class Dict {
  readonly entries = new Map<string, readonly [key: Value, value: Value]>();

  get(key: Value): Value | undefined {
    return this.entries.get(hash(key))?.[1];
  }

  set(key: Value, value: Value): void {
    this.entries.set(hash(key), [key, value]);
  }
}

export class SetValue {
  readonly items = new Map<string, Value>();
  constructor(items: Iterable<Value>) {
    for (const item of items) this.items.set(hash(item), item);
  }
}

export type Scope = Map<string, Value>;

/** A function of the program. */
export class Closure {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Block | Expr;
  readonly scopes: readonly Scope[];
  /** Defaults are evaluated once. */
  readonly defaults: ReadonlyMap<string, Value>;
  constructor(
    name: string,
    parameters: readonly Parameter[],
    body: Block | Expr,
    scopes: readonly Scope[],
    defaults: ReadonlyMap<string, Value>,
  ) {
    this.name = name;
    this.parameters = parameters;
    this.body = body;
    this.scopes = scopes;
    this.defaults = defaults;
  }
}

export type Arguments = { readonly args: readonly Value[]; readonly named: ReadonlyMap<string, Value> };

/** A function that comes with Python. */
export class Native {
  readonly name: string;
  readonly run: (given: Arguments) => Sys<Value>;
  constructor(name: string, run: (given: Arguments) => Sys<Value>) {
    this.name = name;
    this.run = run;
  }
}

export class Module {
  readonly name: string;
  readonly members: Readonly<Record<string, Value>>;
  constructor(name: string, members: Readonly<Record<string, Value>>) {
    this.name = name;
    this.members = members;
  }
}

export class ExceptionType {
  readonly name: string;
  readonly base: string | undefined;
  constructor(name: string, base: string | undefined) {
    this.name = name;
    this.base = base;
  }
}

/** An exception; thrown where it is raised. */
export class Raised extends Error {
  readonly type: string;
  readonly args: readonly Value[];
  /** The line of the program where it was raised, once known. */
  line: number | undefined;
  constructor(type: string, ...args: readonly Value[]) {
    super(args.length === 1 ? text(args[0] as Value) : args.map(repr).join(', '));
    this.type = type;
    this.args = args;
  }
}

/** Exceptions by name, with what each is a kind of. */
export const EXCEPTIONS: Readonly<Record<string, string | undefined>> = {
  BaseException: undefined,
  SystemExit: 'BaseException',
  KeyboardInterrupt: 'BaseException',
  Exception: 'BaseException',
  ArithmeticError: 'Exception',
  ZeroDivisionError: 'ArithmeticError',
  AssertionError: 'Exception',
  AttributeError: 'Exception',
  EOFError: 'Exception',
  ImportError: 'Exception',
  ModuleNotFoundError: 'ImportError',
  LookupError: 'Exception',
  IndexError: 'LookupError',
  KeyError: 'LookupError',
  MemoryError: 'Exception',
  NameError: 'Exception',
  UnboundLocalError: 'NameError',
  OSError: 'Exception',
  FileNotFoundError: 'OSError',
  ConnectionError: 'OSError',
  TimeoutError: 'OSError',
  RuntimeError: 'Exception',
  NotImplementedError: 'RuntimeError',
  RecursionError: 'RuntimeError',
  StopIteration: 'Exception',
  TypeError: 'Exception',
  ValueError: 'Exception',
};

/** Whether an exception is of a type or of one below it. */
export function isKindOf(type: string, wanted: string): boolean {
  for (let name: string | undefined = type; name !== undefined; name = EXCEPTIONS[name]) if (name === wanted) return true;
  return false;
}

export function typeName(value: Value): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return 'float';
  if (typeof value === 'string') return 'str';
  if (value instanceof List) return value.frozen ? 'tuple' : 'list';
  if (value instanceof Dict) return 'dict';
  if (value instanceof SetValue) return 'set';
  if (value instanceof Module) return 'module';
  if (value instanceof Raised) return value.type;
  if (value instanceof ExceptionType) return 'type';
  return value instanceof Native ? 'builtin_function_or_method' : 'function';
}

/** What two values share that are equal. Lists and the like have none. */
function hash(value: Value): string {
  if (typeof value === 'string') return `s${value}`;
  if (value === null) return 'None';
  if (typeof value === 'boolean' || typeof value === 'bigint' || typeof value === 'number') return `n${Number(value)}`;
  if (value instanceof List && value.frozen) return `(${value.items.map(hash).join(',')})`;
  if (value instanceof ExceptionType) return `t${value.name}`;
  throw new Raised('TypeError', `unhashable type: '${typeName(value)}'`);
}

export function isTrue(value: Value): boolean {
  if (value instanceof List) return value.items.length > 0;
  if (value instanceof Dict) return value.entries.size > 0;
  if (value instanceof SetValue) return value.items.size > 0;
  if (typeof value === 'bigint') return value !== 0n;
  return typeof value === 'object' ? value !== null : Boolean(value);
}

const isNumeric = (value: Value): value is boolean | bigint | number =>
  typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean';

export function isEqual(a: Value, b: Value): boolean {
  if (isNumeric(a) && isNumeric(b)) return Number(a) === Number(b) && (typeof a !== 'bigint' || typeof b !== 'bigint' || a === b);
  if (a instanceof List && b instanceof List)
    return a.frozen === b.frozen && a.items.length === b.items.length && a.items.every((one, at) => isEqual(one, b.items[at] as Value));
  if (a instanceof Dict && b instanceof Dict)
    return a.entries.size === b.entries.size && [...a.entries].every(([key, [, value]]) => isEqual(value, b.entries.get(key)?.[1] ?? null));
  if (a instanceof SetValue && b instanceof SetValue)
    return a.items.size === b.items.size && [...a.items.keys()].every((key) => b.items.has(key));
  return a === b;
}

/** Negative, 0 or positive. */
export function compared(a: Value, b: Value, operator = '<'): number {
  if (isNumeric(a) && isNumeric(b)) return Number(a) - Number(b);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (a instanceof List && b instanceof List) {
    for (let at = 0; at < Math.min(a.items.length, b.items.length); at++) {
      const order = compared(a.items[at] as Value, b.items[at] as Value, operator);
      if (order !== 0) return order;
    }
    return a.items.length - b.items.length;
  }
  throw new Raised('TypeError', `'${operator}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`);
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const shown = Math.abs(value) >= 1e16 || (value !== 0 && Math.abs(value) < 1e-4) ? value.toExponential() : String(value);
  const [digits = '', power] = shown.split('e');
  if (power === undefined) return digits.includes('.') ? digits : `${digits}.0`;
  return `${digits}e${power[0]}${power.slice(1).padStart(2, '0')}`;
}

/** As `repr()` and the inside of lists show it. */
export function repr(value: Value): string {
  if (typeof value === 'string') {
    const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
    const escaped = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');
    return quote + escaped.replaceAll(quote, `\\${quote}`) + quote;
  }
  if (value instanceof Raised) return `${value.type}(${value.args.map(repr).join(', ')})`;
  return text(value);
}

/** As `str()` and `print()` show it. */
export function text(value: Value): string {
  if (value === null) return 'None';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return floatText(value);
  if (value instanceof List) {
    const inside = value.items.map(repr).join(', ');
    return value.frozen ? `(${inside}${value.items.length === 1 ? ',' : ''})` : `[${inside}]`;
  }
  if (value instanceof Dict) return `{${[...value.entries.values()].map(([key, one]) => `${repr(key)}: ${repr(one)}`).join(', ')}}`;
  if (value instanceof SetValue) return value.items.size === 0 ? 'set()' : `{${[...value.items.values()].map(repr).join(', ')}}`;
  if (value instanceof Module) return `<module '${value.name}'>`;
  if (value instanceof ExceptionType) return `<class '${value.name}'>`;
  if (value instanceof Raised) return value.type === 'KeyError' ? value.args.map(repr).join(', ') : value.message;
  return value instanceof Native ? `<built-in function ${value.name}>` : `<function ${value.name}>`;
}

/** The values that a loop over this one gets. */
export function iterated(value: Value): Value[] {
  if (value instanceof List) return [...value.items];
  if (value instanceof Dict) return [...value.entries.values()].map(([key]) => key);
  if (value instanceof SetValue) return [...value.items.values()];
  if (typeof value === 'string') return [...value];
  throw new Raised('TypeError', `'${typeName(value)}' object is not iterable`);
}

/** A whole number; raises TypeError for others. */
export function whole(value: Value | undefined): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  throw new Raised('TypeError', `'${typeName(value ?? null)}' object cannot be interpreted as an integer`);
}

const MOST_DIGITS = 200_000n;

/** `a operator b` of arithmetic. */
export function operate(operator: string, a: Value, b: Value): Value {
  const wrong = (): never => {
    throw new Raised('TypeError', `unsupported operand type(s) for ${operator}: '${typeName(a)}' and '${typeName(b)}'`);
  };
  if (operator === '%' && typeof a === 'string') return percentFormat(a, b instanceof List && b.frozen ? b.items : [b]);
  if (operator === '+') {
    if (typeof a === 'string')
      return typeof b === 'string' ? a + b : raise('TypeError', `can only concatenate str (not "${typeName(b)}") to str`);
    if (a instanceof List && b instanceof List && a.frozen === b.frozen) return new List([...a.items, ...b.items], a.frozen);
  }
  if (operator === '*' && typeof b === 'bigint') {
    const times = Number(b < 0n ? 0n : b);
    if (typeof a === 'string') return a.repeat(times);
    if (a instanceof List) return new List(Array.from({ length: times }, () => a.items).flat(), a.frozen);
  }
  if (operator === '*' && typeof a === 'bigint' && (typeof b === 'string' || b instanceof List)) return operate('*', b, a);
  if (a instanceof SetValue && b instanceof SetValue && '|&-'.includes(operator)) {
    const [mine, others] = [[...a.items.values()], [...b.items.values()]];
    if (operator === '|') return new SetValue([...mine, ...others]);
    return new SetValue(mine.filter((one) => others.some((other) => isEqual(one, other)) === (operator === '&')));
  }
  if (!isNumeric(a) || !isNumeric(b)) return wrong();
  const areWhole = typeof a !== 'number' && typeof b !== 'number';
  return areWhole && operator !== '/'
    ? operateWhole(operator, BigInt(a), BigInt(b), wrong)
    : operateFloat(operator, Number(a), Number(b), wrong);
}

function raise(type: string, message: string): never {
  throw new Raised(type, message);
}

function operateWhole(operator: string, a: bigint, b: bigint, wrong: () => never): Value {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '//':
    case '%': {
      if (b === 0n) return raise('ZeroDivisionError', operator === '%' ? 'integer modulo by zero' : 'integer division or modulo by zero');
      const quotient = a / b - (a % b !== 0n && a < 0n !== b < 0n ? 1n : 0n);
      return operator === '%' ? a - quotient * b : quotient;
    }
    case '**':
      if (b < 0n) return Number(a) ** Number(b);
      if (b > MOST_DIGITS) return raise('MemoryError', '');
      return a ** b;
    case '<<':
      return a << b;
    case '>>':
      return a >> b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    default:
      return wrong();
  }
}

function operateFloat(operator: string, a: number, b: number, wrong: () => never): Value {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? raise('ZeroDivisionError', 'division by zero') : a / b;
    case '//':
      return b === 0 ? raise('ZeroDivisionError', 'float floor division by zero') : Math.floor(a / b);
    case '%':
      return b === 0 ? raise('ZeroDivisionError', 'float modulo') : a - Math.floor(a / b) * b;
    case '**':
      return a ** b;
    default:
      return wrong();
  }
}

function percentFormat(template: string, values: readonly Value[]): string {
  let at = 0;
  const made = template.replace(/%(-?\d*(?:\.\d+)?)([sdfrx%])/g, (_all, spec: string, kind: string) => {
    if (kind === '%') return '%';
    if (at >= values.length) return raise('TypeError', 'not enough arguments for format string');
    const value = values[at++] as Value;
    const align = spec.startsWith('-') ? `<${spec.slice(1)}` : spec && kind !== 's' ? spec : spec && `>${spec}`;
    return formatted(
      kind === 'r' ? repr(value) : kind === 's' ? text(value) : value,
      kind === 's' || kind === 'r' ? align : `${align}${kind}`,
    );
  });
  if (at < values.length) return raise('TypeError', 'not all arguments converted during string formatting');
  return made;
}

/** A value by a format specification: `>10`, `05d`, `.2f`, `,`. */
export function formatted(value: Value, spec: string): string {
  if (spec === '') return text(value);
  const [all, fill = ' ', side, sign = '', zero, width = '0', comma, precision, kind = ''] =
    /^(?:(.)?([<>^=]))?([-+ ])?(0)?(\d+)?([,_])?(?:\.(\d+))?([bdeEfFgosxX%])?$/.exec(spec) ?? [];
  if (all === undefined) return raise('ValueError', `Invalid format specifier '${spec}' for object of type '${typeName(value)}'`);
  let shown: string;
  if (isNumeric(value) && kind !== 's') {
    const places = precision === undefined ? 6 : Number(precision);
    const number = Number(value);
    if (kind === 'f' || kind === 'F') shown = number.toFixed(places);
    else if (kind === '%') shown = `${(number * 100).toFixed(places)}%`;
    else if (kind === 'e') shown = number.toExponential(places).replace(/e([-+])(\d)$/, 'e$10$2');
    else if ('xXob'.includes(kind) && kind) shown = whole(value).toString({ x: 16, X: 16, o: 8, b: 2 }[kind]);
    else if (kind === 'd' && typeof value === 'number') return raise('ValueError', "Unknown format code 'd' for object of type 'float'");
    else
      shown =
        precision !== undefined
          ? floatText(Number(number.toPrecision(Number(precision) || 1)))
          : text(typeof value === 'boolean' ? whole(value) : value);
    if (kind === 'X') shown = shown.toUpperCase();
    if (comma) shown = shown.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, comma);
    if (sign !== '' && sign !== '-' && !shown.startsWith('-')) shown = sign + shown;
  } else {
    if (kind !== '' && kind !== 's') return raise('ValueError', `Unknown format code '${kind}' for object of type '${typeName(value)}'`);
    shown = precision === undefined ? text(value) : text(value).slice(0, Number(precision));
  }
  const missing = Math.max(0, Number(width) - shown.length);
  if (zero && side === undefined) return shown.replace(/^[-+ ]?/, (first) => first + '0'.repeat(missing));
  const place = side ?? (isNumeric(value) ? '>' : '<');
  const before = place === '<' ? 0 : place === '^' ? Math.floor(missing / 2) : missing;
  return fill.repeat(before) + shown + fill.repeat(missing - before);
}
