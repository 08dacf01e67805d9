/** What comes with Python: its functions, the methods of its values, and the modules that small programs import. */
import { SysError } from '../../../kernel/error.ts';
import { files, now, random, read, readLine, sleep, write } from '../../../kernel/sys.ts';
import type { Sys } from '../../../kernel/types.ts';
import type { Interpreter } from './run.ts';
import {
  type Arguments,
  compared,
  Dict,
  ExceptionType,
  formatted,
  isEqual,
  isKindOf,
  isTrue,
  iterated,
  List,
  Module,
  Native,
  operate,
  Raised,
  repr,
  SetValue,
  text,
  typeName,
  type Value,
  whole,
} from './values.ts';

type Run = (given: Arguments) => Sys<Value>;

const native = (name: string, run: Run): Native => new Native(name, run);

/** A function that only computes. */
const pure = (name: string, run: (args: readonly Value[], named: ReadonlyMap<string, Value>) => Value): Native =>
  // biome-ignore lint/correctness/useYield: it computes, and waits for nothing
  native(name, function* ({ args, named }) {
    return run(args, named);
  });

function words(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  throw new Raised('TypeError', `expected str, got ${typeName(value ?? null)}`);
}

function float(value: Value | undefined): number {
  if (typeof value === 'string') {
    const special = /^\s*([-+]?)(?:(inf(?:inity)?)|nan)\s*$/i.exec(value);
    if (special) return special[2] ? (special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY) : Number.NaN;
    const read = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(value) ? Number(value) : Number.NaN;
    if (Number.isNaN(read)) throw new Raised('ValueError', `could not convert string to float: ${repr(value)}`);
    return read;
  }
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  throw new Raised('TypeError', `must be real number, not ${typeName(value ?? null)}`);
}

function integer(value: Value | undefined, base: Value | undefined): bigint {
  if (value === undefined) return 0n;
  if (typeof value === 'number') return BigInt(Math.trunc(value));
  if (typeof value !== 'string') return whole(value);
  const radix = base === undefined ? 10 : Number(whole(base));
  const digits = value
    .trim()
    .replaceAll('_', '')
    .toLowerCase()
    .replace(radix === 16 ? /^0x/ : radix === 2 ? /^0b/ : /^(?!)/, '');
  const parsed = Number.parseInt(digits, radix);
  if (!/^[-+]?[\da-z]+$/.test(digits) || Number.isNaN(parsed) || (radix === 10 && !/^[-+]?\d+$/.test(digits)))
    throw new Raised('ValueError', `invalid literal for int() with base ${radix}: ${repr(value)}`);
  return radix === 10 ? BigInt(digits.replace(/^\+/, '')) : BigInt(parsed);
}

const MOST_ITEMS = 1_000_000;

function range(args: readonly Value[]): List {
  const [first, second, third] = args.map((one) => Number(whole(one)));
  const [from, to, step] = second === undefined ? [0, first ?? 0, 1] : [first ?? 0, second, third ?? 1];
  if (step === 0) throw new Raised('ValueError', 'range() arg 3 must not be zero');
  if ((to - from) / step > MOST_ITEMS) throw new Raised('MemoryError');
  const found: Value[] = [];
  for (let at = from; step > 0 ? at < to : at > to; at += step) found.push(BigInt(at));
  return new List(found);
}

/** Sorted by what `key=` makes of each. */
function* sorted(self: Interpreter, values: readonly Value[], named: ReadonlyMap<string, Value>): Sys<Value[]> {
  const key = named.get('key') ?? null;
  const keyed: [Value, Value][] = [];
  for (const value of values) keyed.push([key === null ? value : yield* self.call(key, { args: [value], named: new Map() }), value]);
  keyed.sort(([a], [b]) => compared(a, b));
  const found = keyed.map(([, value]) => value);
  return isTrue(named.get('reverse') ?? false) ? found.reverse() : found;
}

function* extreme(self: Interpreter, name: 'min' | 'max', { args, named }: Arguments): Sys<Value> {
  const order = yield* sorted(
    self,
    args.length === 1 ? iterated(args[0] as Value) : args,
    new Map([...named].filter(([one]) => one === 'key')),
  );
  const found = name === 'min' ? order[0] : order.at(-1);
  if (found === undefined) {
    const otherwise = named.get('default');
    if (otherwise !== undefined) return otherwise;
    throw new Raised('ValueError', `${name}() iterable argument is empty`);
  }
  return found;
}

const STREAMS: Readonly<Record<string, number>> = { '<stdout>': 1, '<stderr>': 2 };

export function builtins(self: Interpreter): Readonly<Record<string, Value>> {
  const list = [
    native('print', function* ({ args, named }) {
      const stream = named.get('file') ?? null;
      const said = args.map(text).join(text(named.get('sep') ?? ' ')) + text(named.get('end') ?? '\n');
      yield* write(stream instanceof Module ? (STREAMS[stream.name] ?? 1) : 1, said);
      return null;
    }),
    native('input', function* ({ args }) {
      yield* write(1, args.map(text).join(''));
      const line = yield* readLine(0);
      if (line === null) throw new Raised('EOFError', 'EOF when reading a line');
      return line.replace(/\n$/, '');
    }),
    native('open', function* ({ args, named }) {
      return yield* opened(words(args[0]), text(args[1] ?? named.get('mode') ?? 'r'));
    }),
    native('sorted', function* ({ args, named }) {
      return new List(yield* sorted(self, iterated(args[0] ?? null), named));
    }),
    native('map', function* ({ args: [of = null, values = null] }) {
      const found: Value[] = [];
      for (const value of iterated(values)) found.push(yield* self.call(of, { args: [value], named: new Map() }));
      return new List(found);
    }),
    native('filter', function* ({ args: [of = null, values = null] }) {
      const found: Value[] = [];
      for (const value of iterated(values))
        if (isTrue(of === null ? value : yield* self.call(of, { args: [value], named: new Map() }))) found.push(value);
      return new List(found);
    }),
    native('min', (given) => extreme(self, 'min', given)),
    native('max', (given) => extreme(self, 'max', given)),
    pure('len', ([value = null]) => {
      if (value instanceof Dict) return BigInt(value.entries.size);
      if (typeof value === 'string' || value instanceof List || value instanceof SetValue) return BigInt(iterated(value).length);
      throw new Raised('TypeError', `object of type '${typeName(value)}' has no len()`);
    }),
    pure('range', range),
    pure('str', ([value]) => (value === undefined ? '' : text(value))),
    pure('repr', ([value = null]) => repr(value)),
    pure('int', ([value, base], named) => integer(value, base ?? named.get('base'))),
    pure('float', ([value]) => (value === undefined ? 0 : float(value))),
    pure('bool', ([value = false]) => isTrue(value)),
    pure('list', ([value]) => new List(value === undefined ? [] : iterated(value))),
    pure('tuple', ([value]) => new List(value === undefined ? [] : iterated(value), true)),
    pure('set', ([value]) => new SetValue(value === undefined ? [] : iterated(value))),
    pure('dict', ([value], named) => {
      const made = new Dict();
      if (value instanceof Dict) for (const [key, one] of value.entries.values()) made.set(key, one);
      else if (value !== undefined) for (const pair of iterated(value)) made.set(iterated(pair)[0] ?? null, iterated(pair)[1] ?? null);
      for (const [key, one] of named) made.set(key, one);
      return made;
    }),
    pure('sum', ([values = null, start = 0n]) => iterated(values).reduce((a, b) => operate('+', a, b), start)),
    pure('abs', ([value = null]) => (typeof value === 'number' ? Math.abs(value) : whole(value) < 0n ? -whole(value) : whole(value))),
    pure('round', ([value = null, digits]) => {
      const scale = 10 ** (digits === undefined ? 0 : Number(whole(digits)));
      const scaled = float(value) * scale;
      const rounded = Math.abs(scaled % 1) === 0.5 ? 2 * Math.round(scaled / 2) : Math.round(scaled);
      return digits === undefined ? BigInt(rounded) : rounded / scale;
    }),
    pure('any', ([values = null]) => iterated(values).some(isTrue)),
    pure('all', ([values = null]) => iterated(values).every(isTrue)),
    pure('enumerate', ([values = null, start], named) => {
      const first = whole(start ?? named.get('start') ?? 0n);
      return new List(iterated(values).map((one, at) => new List([first + BigInt(at), one], true)));
    }),
    pure('zip', (lists) => {
      const all = lists.map(iterated);
      const length = Math.min(...all.map((one) => one.length));
      return new List(
        Array.from(
          { length: lists.length === 0 ? 0 : length },
          (_, at) =>
            new List(
              all.map((one) => one[at] as Value),
              true,
            ),
        ),
      );
    }),
    pure('reversed', ([values = null]) => new List(iterated(values).reverse())),
    pure('chr', ([value]) => String.fromCodePoint(Number(whole(value)))),
    pure('ord', ([value]) => BigInt(words(value).codePointAt(0) ?? 0)),
    pure('hex', ([value]) => `0x${whole(value).toString(16)}`),
    pure('bin', ([value]) => `0b${whole(value).toString(2)}`),
    pure('divmod', ([a = null, b = null]) => new List([operate('//', a, b), operate('%', a, b)], true)),
    pure('pow', ([a = null, b = null]) => operate('**', a, b)),
    pure('format', ([value = null, spec]) => formatted(value, spec === undefined ? '' : words(spec))),
    pure('type', ([value = null]) => new ExceptionType(typeName(value), undefined)),
    pure('isinstance', ([value = null, type = null]) => (type instanceof List ? type.items : [type]).some((one) => isOf(value, one))),
    native('exit', function* ({ args }) {
      throw yield* leaving(args);
    }),
    native('quit', function* ({ args }) {
      throw yield* leaving(args);
    }),
  ];
  return Object.fromEntries(list.map((one) => [one.name, one]));
}

function isOf(value: Value, type: Value): boolean {
  if (type instanceof ExceptionType && value instanceof Raised) return isKindOf(value.type, type.name);
  return (type instanceof ExceptionType || type instanceof Native) && type.name === typeName(value);
}

// biome-ignore lint/correctness/useYield: it is called as the others are
function* leaving(args: readonly Value[]): Sys<Raised> {
  return new Raised('SystemExit', ...args);
}

function* opened(path: string, mode: string): Sys<Value> {
  let content = '';
  try {
    content = yield* files((tree, cwd) => {
      const full = tree.resolve(cwd, path);
      if (mode.startsWith('w')) tree.write(full, '');
      return mode.startsWith('w') || (mode.startsWith('a') && !tree.exists(full)) ? '' : tree.read(full);
    });
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    if (error.errno === 'ENOENT') throw new Raised('FileNotFoundError', `[Errno 2] No such file or directory: ${repr(path)}`);
    throw new Raised('OSError', `${error.errno}: ${repr(path)}`);
  }
  const rest = (): string => {
    const all = content;
    content = '';
    return all;
  };
  return new Module(`<file ${path}>`, {
    read: pure('read', rest),
    readline: pure('readline', () => {
      const line = /^[^\n]*\n?/.exec(content)?.[0] ?? '';
      content = content.slice(line.length);
      return line;
    }),
    readlines: pure('readlines', () => new List(rest().match(/[^\n]*\n|[^\n]+$/g) ?? [])),
    write: native('write', function* ({ args }) {
      const said = words(args[0]);
      yield* files((tree, cwd) => tree.write(tree.resolve(cwd, path), tree.read(tree.resolve(cwd, path)) + said));
      return BigInt(said.length);
    }),
    flush: pure('flush', () => null),
    close: pure('close', () => null),
  });
}

/** `value.name`: a member or a bound method. */
export function attributeOf(self: Interpreter, of: Value, name: string): Value {
  if (of instanceof Module) {
    const member = Object.hasOwn(of.members, name) ? of.members[name] : undefined;
    if (member !== undefined) return member;
    throw new Raised('AttributeError', `module '${of.name}' has no attribute '${name}'`);
  }
  if (of instanceof Raised && name === 'args') return new List([...of.args], true);
  if (of instanceof Raised && name === 'code') return of.args[0] ?? null;
  if (of instanceof ExceptionType && name === '__name__') return of.name;
  const methods =
    typeof of === 'string' ? TEXTS : of instanceof List ? LISTS : of instanceof Dict ? DICTS : of instanceof SetValue ? SETS : {};
  const method = Object.hasOwn(methods, name) ? (methods as Methods)[name] : undefined;
  if (method) return pure(name, (args, named) => method(of as never, args, named));
  if (of instanceof List && name === 'sort')
    return native('sort', function* ({ named }) {
      const order = yield* sorted(self, of.items, named);
      of.items.splice(0, of.items.length, ...order);
      return null;
    });
  throw new Raised('AttributeError', `'${typeName(of)}' object has no attribute '${name}'`);
}

type Methods = Readonly<Record<string, (self: never, args: readonly Value[], named: ReadonlyMap<string, Value>) => Value>>;

const strip =
  (side: 'both' | 'left' | 'right') =>
  (self: string, [signs]: readonly Value[]) => {
    const wanted = signs === undefined ? ' \t\n\r\f\v' : words(signs);
    let [from, to] = [0, self.length];
    if (side !== 'right') while (from < to && wanted.includes(self[from] as string)) from++;
    if (side !== 'left') while (to > from && wanted.includes(self[to - 1] as string)) to--;
    return self.slice(from, to);
  };
const isAll = (pattern: RegExp) => (self: string) => pattern.test(self);
const startsOrEnds =
  (which: 'startsWith' | 'endsWith') =>
  (self: string, [part = null]: readonly Value[]) =>
    (part instanceof List ? part.items : [part]).some((one) => self[which](words(one)));

const TEXTS: Methods = {
  upper: (self: string) => self.toUpperCase(),
  lower: (self: string) => self.toLowerCase(),
  title: (self: string) => self.toLowerCase().replace(/[a-z]+/g, (word) => (word[0] ?? '').toUpperCase() + word.slice(1)),
  capitalize: (self: string) => (self[0] ?? '').toUpperCase() + self.slice(1).toLowerCase(),
  strip: strip('both'),
  lstrip: strip('left'),
  rstrip: strip('right'),
  split: (self: string, [separator, most], named) => {
    const at = most ?? named.get('maxsplit');
    const limit = at === undefined ? -1n : whole(at);
    const parts =
      separator === undefined || separator === null
        ? self
            .trim()
            .split(/\s+/)
            .filter((one) => one !== '')
        : self.split(words(separator));
    if (limit < 0n || parts.length <= Number(limit) + 1) return new List(parts);
    const kept = parts.slice(0, Number(limit));
    return new List([...kept, parts.slice(Number(limit)).join(typeof separator === 'string' ? separator : ' ')]);
  },
  splitlines: (self: string) => new List(self === '' ? [] : self.replace(/\n$/, '').split('\n')),
  join: (self: string, [parts = null]) =>
    iterated(parts)
      .map((one, at) => {
        if (typeof one === 'string') return one;
        throw new Raised('TypeError', `sequence item ${at}: expected str instance, ${typeName(one)} found`);
      })
      .join(self),
  replace: (self: string, [old, by]) => self.replaceAll(words(old), words(by)),
  startswith: startsOrEnds('startsWith'),
  endswith: startsOrEnds('endsWith'),
  find: (self: string, [part]) => BigInt(self.indexOf(words(part))),
  count: (self: string, [part]) => BigInt(self.split(words(part)).length - 1),
  isdigit: isAll(/^\d+$/),
  isalpha: isAll(/^\p{L}+$/u),
  isspace: isAll(/^\s+$/),
  ljust: (self: string, [width]) => self.padEnd(Number(whole(width))),
  rjust: (self: string, [width]) => self.padStart(Number(whole(width))),
  zfill: (self: string, [width]) => self.padStart(Number(whole(width)), '0'),
  encode: (self: string) => self,
  decode: (self: string) => self,
  format: (self: string, args, named) => {
    let next = 0;
    return self.replace(/\{\{|\}\}|\{(\w*)(?::([^}]*))?\}/g, (all, name?: string, spec = '') => {
      if (name === undefined) return all[0] as string;
      const value = name === '' ? args[next++] : /^\d+$/.test(name) ? args[Number(name)] : named.get(name);
      if (value === undefined)
        throw /^\d*$/.test(name)
          ? new Raised('IndexError', 'Replacement index 0 out of range for positional args tuple')
          : new Raised('KeyError', name);
      return formatted(value, spec);
    });
  },
};

/** What a method returns that only changes something. */
const done = (_changed: unknown): null => null;

const LISTS: Methods = {
  append: (self: List, [value = null]) => done(self.items.push(value)),
  extend: (self: List, [values = null]) => done(self.items.push(...iterated(values))),
  insert: (self: List, [at, value = null]) => done(self.items.splice(Number(whole(at)), 0, value)),
  pop: (self: List, [at]) => {
    if (self.items.length === 0) throw new Raised('IndexError', 'pop from empty list');
    return self.items.splice(at === undefined ? -1 : Number(whole(at)), 1)[0] as Value;
  },
  remove: (self: List, [value = null]) => {
    const at = self.items.findIndex((one) => isEqual(one, value));
    if (at < 0) throw new Raised('ValueError', 'list.remove(x): x not in list');
    self.items.splice(at, 1);
    return null;
  },
  index: (self: List, [value = null]) => {
    const at = self.items.findIndex((one) => isEqual(one, value));
    if (at < 0) throw new Raised('ValueError', `${repr(value)} is not in list`);
    return BigInt(at);
  },
  count: (self: List, [value = null]) => BigInt(self.items.filter((one) => isEqual(one, value)).length),
  reverse: (self: List) => done(self.items.reverse()),
  clear: (self: List) => done(self.items.splice(0)),
  copy: (self: List) => new List([...self.items]),
};

const DICTS: Methods = {
  get: (self: Dict, [key = null, otherwise = null]) => self.get(key) ?? otherwise,
  keys: (self: Dict) => new List(iterated(self)),
  values: (self: Dict) => new List([...self.entries.values()].map(([, value]) => value)),
  items: (self: Dict) => new List([...self.entries.values()].map((entry) => new List([...entry], true))),
  update: (self: Dict, [other]) => {
    if (other instanceof Dict) for (const [key, value] of other.entries.values()) self.set(key, value);
    return null;
  },
  setdefault: (self: Dict, [key = null, value = null]) => {
    if (self.get(key) === undefined) self.set(key, value);
    return self.get(key) ?? null;
  },
  pop: (self: Dict, [key = null, otherwise]) => {
    const found = self.get(key) ?? otherwise;
    if (found === undefined) throw new Raised('KeyError', key);
    for (const [hash, [one]] of self.entries) if (isEqual(one, key)) self.entries.delete(hash);
    return found;
  },
};

const SETS: Methods = {
  add: (self: SetValue, [value = null]) => {
    for (const [hash, one] of new SetValue([value]).items) self.items.set(hash, one);
    return null;
  },
  discard: (self: SetValue, [value = null]) => {
    for (const hash of new SetValue([value]).items.keys()) self.items.delete(hash);
    return null;
  },
};

const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function dateText(ms: number, format: string): string {
  const date = new Date(ms);
  const iso = date.toISOString();
  const day = DAYS[(date.getUTCDay() + 6) % 7] as string;
  const month = MONTHS[date.getUTCMonth()] as string;
  const parts: Readonly<Record<string, string>> = {
    Y: iso.slice(0, 4),
    y: iso.slice(2, 4),
    m: iso.slice(5, 7),
    d: iso.slice(8, 10),
    H: iso.slice(11, 13),
    M: iso.slice(14, 16),
    S: iso.slice(17, 19),
    A: day,
    a: day.slice(0, 3),
    B: month,
    b: month.slice(0, 3),
    f: `${iso.slice(20, 23)}000`,
    Z: 'UTC',
    z: '+0000',
    '%': '%',
  };
  return format.replace(/%([A-Za-z%])/g, (all, sign: string) => parts[sign] ?? all);
}

const stream = (name: string, fd: number): Module =>
  new Module(name, {
    write: native('write', function* ({ args }) {
      yield* write(fd, words(args[0]));
      return BigInt(words(args[0]).length);
    }),
    flush: pure('flush', () => null),
  });

/** The modules, by name. Those of Python that are not here are told apart from those that do not exist. */
const MODULES: Readonly<Record<string, (self: Interpreter) => Readonly<Record<string, Value>>>> = {
  os: ({ process }) => {
    const environ = new Dict();
    for (const [name, value] of Object.entries(process.env)) environ.set(name, value);
    return {
      environ,
      getenv: pure('getenv', ([name = null, otherwise = null]) => environ.get(name) ?? otherwise),
      getpid: pure('getpid', () => BigInt(process.pid)),
      getcwd: pure('getcwd', () => process.cwd),
      listdir: native('listdir', function* ({ args }) {
        return new List(yield* files((tree, cwd) => [...tree.list(tree.resolve(cwd, args.length > 0 ? words(args[0]) : '.'))]));
      }),
      path: new Module('posixpath', {
        exists: native('exists', function* ({ args }) {
          return yield* files((tree, cwd) => tree.exists(tree.resolve(cwd, words(args[0]))));
        }),
        join: pure('join', (parts) => parts.map(words).join('/').replace(/\/+/g, '/')),
        basename: pure('basename', ([path]) => words(path).replace(/^.*\//, '')),
      }),
      _exit: native('_exit', function* ({ args }) {
        throw yield* leaving(args);
      }),
    };
  },
  sys: ({ argv, process }) => ({
    argv: new List([...argv]),
    exit: native('exit', function* ({ args }) {
      throw yield* leaving(args);
    }),
    stdout: stream('<stdout>', 1),
    stderr: stream('<stderr>', 2),
    stdin: new Module('<stdin>', {
      read: native('read', function* () {
        let all = '';
        for (let chunk = yield* read(0); chunk !== null; chunk = yield* read(0)) all += chunk;
        return all;
      }),
      readline: native('readline', function* () {
        return (yield* readLine(0)) ?? '';
      }),
    }),
    version: process.env['PYTHON_VERSION'] ?? '3',
    platform: 'linux',
  }),
  time: () => ({
    sleep: native('sleep', function* ({ args }) {
      yield* sleep(float(args[0]) * 1000);
      return null;
    }),
    time: native('time', function* () {
      return (yield* now()) / 1000;
    }),
    monotonic: native('monotonic', function* () {
      return (yield* now()) / 1000;
    }),
    strftime: native('strftime', function* ({ args }) {
      return dateText(yield* now(), words(args[0]));
    }),
    ctime: native('ctime', function* () {
      return dateText(yield* now(), '%a %b %d %H:%M:%S %Y');
    }),
  }),
  datetime: () => {
    const moment = (ms: number): Module =>
      new Module('datetime.datetime', {
        strftime: pure('strftime', ([format]) => dateText(ms, words(format))),
        isoformat: pure('isoformat', () => dateText(ms, '%Y-%m-%dT%H:%M:%S.%f')),
        __str__: dateText(ms, '%Y-%m-%d %H:%M:%S.%f'),
      });
    const current = native('now', function* () {
      return moment(yield* now());
    });
    return { datetime: new Module('datetime.datetime', { now: current, utcnow: current }) };
  },
  random: () => ({
    random: native('random', random),
    randint: native('randint', function* ({ args }) {
      const [from, to] = [Number(whole(args[0])), Number(whole(args[1]))];
      return BigInt(from + Math.floor((yield* random()) * (to - from + 1)));
    }),
    choice: native('choice', function* ({ args }) {
      const all = iterated(args[0] ?? null);
      if (all.length === 0) throw new Raised('IndexError', 'Cannot choose from an empty sequence');
      return all[Math.floor((yield* random()) * all.length)] as Value;
    }),
    uniform: native('uniform', function* ({ args }) {
      return float(args[0]) + (yield* random()) * (float(args[1]) - float(args[0]));
    }),
  }),
  math: () => ({
    pi: Math.PI,
    e: Math.E,
    sqrt: pure('sqrt', ([value]) => Math.sqrt(float(value))),
    floor: pure('floor', ([value]) => BigInt(Math.floor(float(value)))),
    ceil: pure('ceil', ([value]) => BigInt(Math.ceil(float(value)))),
    pow: pure('pow', ([a, b]) => float(a) ** float(b)),
    log: pure('log', ([value]) => Math.log(float(value))),
    sin: pure('sin', ([value]) => Math.sin(float(value))),
    cos: pure('cos', ([value]) => Math.cos(float(value))),
    factorial: pure('factorial', ([value]) => {
      let made = 1n;
      for (let one = 2n; one <= whole(value); one++) made *= one;
      return made;
    }),
  }),
  socket: ({ process }) => ({ gethostname: pure('gethostname', () => process.machine.hostname) }),
  platform: ({ process }) => ({
    node: pure('node', () => process.machine.hostname),
    python_version: pure('python_version', () => process.env['PYTHON_VERSION'] ?? '3'),
    system: pure('system', () => 'Linux'),
  }),
  json: () => ({
    dumps: pure('dumps', ([value = null]) => jsonText(value)),
    loads: pure('loads', ([source]) => {
      try {
        return fromJson(JSON.parse(words(source)));
      } catch (error) {
        if (error instanceof SyntaxError) throw new Raised('ValueError', 'Expecting value: line 1 column 1 (char 0)');
        throw error;
      }
    }),
  }),
};

function jsonText(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return String(value);
  if (value === null) return 'null';
  if (value instanceof List) return `[${value.items.map(jsonText).join(', ')}]`;
  if (value instanceof Dict)
    return `{${[...value.entries.values()].map(([key, one]) => `${JSON.stringify(text(key))}: ${jsonText(one)}`).join(', ')}}`;
  if (typeof value === 'bigint' || typeof value === 'number') return text(value);
  throw new Raised('TypeError', `Object of type ${typeName(value)} is not JSON serializable`);
}

function fromJson(value: unknown): Value {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return new List(value.map(fromJson));
  if (typeof value !== 'object' || value === null) return value as Value;
  const made = new Dict();
  for (const [key, one] of Object.entries(value)) made.set(key, fromJson(one));
  return made;
}

/** Modules of Python itself that are not here. */
const OTHERS =
  'argparse asyncio base64 collections concurrent contextlib copy csv ctypes dataclasses enum functools glob hashlib http inspect io itertools logging multiprocessing operator pathlib pickle queue re select shutil signal sqlite3 ssl statistics string struct subprocess tempfile textwrap threading traceback types typing unittest urllib uuid xml';

export function importModule(self: Interpreter, name: string): Module {
  const [top = ''] = name.split('.');
  const make = MODULES[top];
  if (make && Object.hasOwn(MODULES, top)) {
    const module = new Module(top, make(self));
    const inner = name === top ? module : module.members[name.slice(top.length + 1)];
    if (inner instanceof Module) return inner;
  }
  throw new Raised(
    'ModuleNotFoundError',
    OTHERS.split(' ').includes(top) ? `the module '${name}' is not supported here` : `No module named '${name}'`,
  );
}
