/** The builtins that are not written in jq itself: functions of values, and those that steer the machine or ask the outside. */
import { compare, described, isArray, isObject, isTrue, JsonError, parseJson, print, sortedKeys, typeName, type Value } from './json.ts';
import { attempt, type Filter, type Host } from './machine.ts';
import { contains, OPERATORS, sameKind, splitText } from './operators.ts';
import { deletePaths, getPath, hasKey, JqError, type Path, pathKeys, type Step, setPath, textLength } from './paths.ts';
import { brokenTime, formatText, matches, parseTime, secondsOf, splitByPattern, timeText, toText } from './text.ts';

type Native = (value: Value, ...args: Value[]) => Value;

function items(value: Value): readonly Value[] {
  if (isArray(value)) return value;
  if (isObject(value)) return [...value.values()];
  throw new JqError(
    `Cannot iterate over ${typeName(value)}${value === null ? ' (null)' : ` (${described(value).replace(/^\w+ \(|\)$/g, '')})`}`,
  );
}

function array(value: Value, problem: string): readonly Value[] {
  if (!isArray(value)) throw new JqError(`${described(value)} ${problem}`);
  return value;
}

function text(value: Value, message: string): string {
  if (typeof value !== 'string') throw new JqError(message);
  return value;
}

const number = (value: Value): number => {
  if (typeof value !== 'number') throw new JqError(`${described(value)} number required`);
  return value;
};

const NOT_SORTABLE = 'cannot be sorted, as it is not an array';

/** Values with the keys to order them by, in that order; equal ones stay as they were. */
function ordered(values: Value, keys: Value): { value: Value; key: Value }[] {
  const list = array(values, NOT_SORTABLE);
  return list.map((value, i) => ({ value, key: (keys as readonly Value[])[i] as Value })).sort((a, b) => compare(a.key, b.key));
}

function extreme(values: Value, keys: Value, sign: 1 | -1): Value {
  if (!isArray(values)) throw new JqError(`${described(values)} and ${described(keys)} cannot be iterated over`);
  let best = 0;
  const key = (i: number): Value => (keys as readonly Value[])[i] as Value;
  for (let i = 1; i < values.length; i++) if (compare(key(i), key(best)) < 0 === sign < 0) best = i;
  return values[best] ?? null;
}

function flat(value: Value, depth: number): Value[] {
  return items(value).flatMap((item) => (isArray(item) && depth !== 0 ? flat(item, depth - 1) : [item]));
}

function fromJson(value: Value): Value {
  try {
    return parseJson(value as string);
  } catch (error) {
    if (error instanceof JsonError) throw new JqError(error.message);
    throw error;
  }
}

function toNumber(value: Value): Value {
  if (typeof value === 'number') return value;
  const parsed = typeof value === 'string' ? fromJson(value) : value;
  if (typeof parsed !== 'number') throw new JqError(`${described(value)} cannot be parsed as a number`);
  return parsed;
}

function length(value: Value): Value {
  if (value === null) return 0;
  if (typeof value === 'number') return Math.abs(value);
  if (typeof value === 'string') return textLength(value);
  if (typeof value === 'boolean') throw new JqError(`${described(value)} has no length`);
  return isArray(value) ? value.length : (value as ReadonlyMap<string, Value>).size;
}

function keys(value: Value, sorted: boolean): Value {
  if (isArray(value)) return value.map((_item, i) => i);
  if (!isObject(value)) throw new JqError(`${described(value)} has no keys`);
  return sorted ? sortedKeys(value) : [...value.keys()];
}

function indices(value: Value, wanted: Value): Value {
  if (value === null) return null;
  if (typeof value === 'string') {
    if (typeof wanted !== 'string') throw new JqError(`Cannot determine indices of ${typeName(wanted)} in string`);
    if (wanted === '') return null;
    const found: number[] = [];
    for (let at = value.indexOf(wanted); at >= 0; at = value.indexOf(wanted, at + 1)) found.push(textLength(value.slice(0, at)));
    return found;
  }
  if (!isArray(value)) throw new JqError(`Cannot index ${typeName(value)} with ${typeName(wanted)}`);
  const list = isArray(wanted) ? wanted : [wanted];
  if (list.length === 0) return null;
  return value.flatMap((_item, i) =>
    list.every((item, j) => i + j < value.length && compare(value[i + j] as Value, item) === 0) ? [i] : [],
  );
}

function fromEntries(value: Value): Value {
  const made = new Map<string, Value>();
  for (const entry of items(value)) {
    if (entry !== null && !isObject(entry)) throw new JqError(`Cannot index ${typeName(entry)} with string "key"`);
    const first = (names: readonly string[]): Value => names.map((name) => entry?.get(name) ?? null).find(isTrue) ?? null;
    const own = entry?.get('key') ?? null;
    const key = own === null ? first(['k', 'name', 'Name', 'K', 'Key']) : own;
    if (key === null) throw new JqError('Cannot use null (null) as object key');
    const at = ['value', 'v', 'Value', 'V'].find((name) => entry?.has(name));
    made.set(typeof key === 'string' ? key : print(key), at === undefined ? null : (entry?.get(at) ?? null));
  }
  return made;
}

function join(value: Value, separator: Value): Value {
  const add = OPERATORS['+'] as Native;
  let joined: Value = null;
  for (const item of items(value)) {
    const piece = typeof item === 'boolean' || typeof item === 'number' ? toText(item) : (item ?? '');
    joined = add(joined === null ? '' : add(joined, separator), piece);
  }
  return joined ?? '';
}

function implode(value: Value): Value {
  if (!isArray(value)) throw new JqError('implode input must be an array');
  return value
    .map((code) => {
      if (typeof code !== 'number' || Number.isNaN(code))
        throw new JqError(`${described(code)} can't be imploded, unicode codepoint needs to be numeric`);
      const whole = Math.trunc(code);
      return whole < 0 || whole > 0x10ffff || (whole >= 0xd800 && whole <= 0xdfff) ? '\ufffd' : String.fromCodePoint(whole);
    })
    .join('');
}

/** The events of `--stream` and `tostream`: [path, leaf], and [path] at the end of each container. */
export function streamEvents(value: Value, path: readonly Value[] = []): Value[] {
  const entries: [Value, Value][] = isArray(value) ? [...value.entries()] : isObject(value) ? [...value.entries()] : [];
  if (entries.length === 0) return [[path, value]];
  const events = entries.flatMap(([key, part]) => streamEvents(part, [...path, key]));
  return [...events, [[...path, entries.at(-1)?.[0] as Value]]];
}

function captures(value: Value): Value {
  const made = new Map<string, Value>();
  for (const capture of items((value as ReadonlyMap<string, Value>).get('captures') ?? [])) {
    const name = (capture as ReadonlyMap<string, Value>).get('name');
    if (typeof name === 'string') made.set(name, (capture as ReadonlyMap<string, Value>).get('string') ?? null);
  }
  return made;
}

const trimmed =
  (name: string, pattern: RegExp): Native =>
  (value) =>
    text(value, `${described(value)} ${name} input must be a string`).replace(pattern, '');

const BLANK = '[\\t\\n\\v\\f\\r \\u0085\\u00a0]+';

const mathFunctions = (): Record<string, Native> => {
  const round = (x: number): number => Math.sign(x) * Math.round(Math.abs(x));
  const even = (x: number): number => (Math.abs(x) % 1 === 0.5 ? 2 * Math.round(x / 2) : Math.round(x));
  const exponentOf = (x: number): number => Math.floor(Math.log2(Math.abs(x)));
  const one: Record<string, (x: number) => number> = {
    ...{ floor: Math.floor, ceil: Math.ceil, sqrt: Math.sqrt, round, trunc: Math.trunc, fabs: Math.abs, cbrt: Math.cbrt },
    ...{ sin: Math.sin, cos: Math.cos, tan: Math.tan, asin: Math.asin, acos: Math.acos, atan: Math.atan },
    ...{ sinh: Math.sinh, cosh: Math.cosh, tanh: Math.tanh, asinh: Math.asinh, acosh: Math.acosh, atanh: Math.atanh },
    ...{ exp: Math.exp, expm1: Math.expm1, log: Math.log, log1p: Math.log1p, log2: Math.log2, log10: Math.log10 },
    ...{ exp2: (x: number) => 2 ** x, exp10: (x: number) => 10 ** x, rint: even, nearbyint: even },
    logb: exponentOf,
    significand: (x) => (x === 0 || !Number.isFinite(x) ? x : x / 2 ** exponentOf(x)),
  };
  const two: Record<string, (x: number, y: number) => number> = {
    ...{ pow: (x: number, y: number) => x ** y, atan2: Math.atan2, fmin: Math.min, fmax: Math.max, fmod: (x: number, y: number) => x % y },
    ...{
      ldexp: (x: number, y: number) => x * 2 ** y,
      scalb: (x: number, y: number) => x * 2 ** y,
      scalbln: (x: number, y: number) => x * 2 ** y,
    },
  };
  return {
    ...Object.fromEntries(Object.entries(one).map(([name, f]): [string, Native] => [`${name}/0`, (value) => f(number(value))])),
    ...Object.fromEntries(
      Object.entries(two).map(([name, f]): [string, Native] => [`${name}/2`, (_value, a = null, b = null) => f(number(a), number(b))]),
    ),
  };
};

/** By name and number of arguments. The first parameter is the input. */
export const NATIVES: Readonly<Record<string, Native>> = {
  ...mathFunctions(),
  'not/0': (value) => !isTrue(value),
  'type/0': typeName,
  'length/0': length,
  'utf8bytelength/0': (value) => {
    if (typeof value !== 'string') throw new JqError(`${described(value)} only strings have UTF-8 byte length`);
    return new TextEncoder().encode(value).length;
  },
  'keys/0': (value) => keys(value, true),
  'keys_unsorted/0': (value) => keys(value, false),
  'has/1': (value, key = null) => hasKey(value, key),
  'contains/1': (value, part = null) => {
    if (!sameKind(value, part)) throw new JqError(`${described(value)} and ${described(part)} cannot have their containment checked`);
    return contains(value, part);
  },
  'to_entries/0': (value) => {
    if (!isObject(value) && !isArray(value)) throw new JqError(`${described(value)} has no keys`);
    return [...value.entries()].map(
      ([key, part]) =>
        new Map<string, Value>([
          ['key', key],
          ['value', part],
        ]),
    );
  },
  'from_entries/0': fromEntries,
  'tostring/0': toText,
  'tonumber/0': toNumber,
  'tojson/0': (value) => print(value),
  'fromjson/0': (value) => {
    if (typeof value !== 'string') throw new JqError(`${described(value)} only strings can be parsed`);
    return fromJson(value);
  },
  'format/1': (value, name = null) => {
    if (typeof name !== 'string') throw new JqError(`${described(name)} is not a valid format`);
    return formatText(name, value);
  },
  'startswith/1': (value, start = null) =>
    text(value, 'startswith() requires string inputs').startsWith(text(start, 'startswith() requires string inputs')),
  'endswith/1': (value, end = null) =>
    text(value, 'endswith() requires string inputs').endsWith(text(end, 'endswith() requires string inputs')),
  'ltrimstr/1': (value, start) =>
    typeof value === 'string' && typeof start === 'string' && value.startsWith(start) ? value.slice(start.length) : value,
  'rtrimstr/1': (value, end) =>
    typeof value === 'string' && typeof end === 'string' && end !== '' && value.endsWith(end) ? value.slice(0, -end.length) : value,
  'trim/0': trimmed('trim', new RegExp(`^${BLANK}|${BLANK}$`, 'g')),
  'ltrim/0': trimmed('trim', new RegExp(`^${BLANK}`)),
  'rtrim/0': trimmed('trim', new RegExp(`${BLANK}$`)),
  'ascii_downcase/0': (value) => text(value, 'explode input must be a string').replace(/[A-Z]/g, (c) => c.toLowerCase()),
  'ascii_upcase/0': (value) => text(value, 'explode input must be a string').replace(/[a-z]/g, (c) => c.toUpperCase()),
  'explode/0': (value) => [...text(value, 'explode input must be a string')].map((c) => c.codePointAt(0) as number),
  'implode/0': implode,
  'split/1': (value, separator = null) => {
    const problem = 'split input and separator must be strings';
    return splitText(text(value, problem), text(separator, problem));
  },
  'split/2': (value, pattern = null, flags = null) => splitByPattern(value, pattern, flags),
  'join/1': (value, separator = null) => join(value, separator),
  'indices/1': (value, wanted = null) => indices(value, wanted),
  '_matches/2': (value, pattern = null, flags = null) => matches(value, pattern, flags).map((one) => one.value),
  '_captures/0': captures,
  '_negate/0': (value) => {
    if (typeof value !== 'number') throw new JqError(`${described(value)} cannot be negated`);
    return -value;
  },
  'abs/0': (value) => {
    if (typeof value !== 'number') throw new JqError(`${described(value)} has no absolute value`);
    return value < 0 ? -value : value;
  },
  'toarray/0': (value) => (isArray(value) ? value : [value]),
  'sort/0': (value) => [...array(value, NOT_SORTABLE)].sort(compare),
  '_sort_by/1': (value, by = null) => ordered(value, by).map((one) => one.value),
  '_group_by/1': (value, by = null) => {
    const groups: { key: Value; values: Value[] }[] = [];
    for (const one of ordered(value, by)) {
      const last = groups.at(-1);
      if (last && compare(last.key, one.key) === 0) last.values.push(one.value);
      else groups.push({ key: one.key, values: [one.value] });
    }
    return groups.map((group) => group.values);
  },
  'unique/0': (value) => {
    const sorted = [...array(value, NOT_SORTABLE)].sort(compare);
    return sorted.filter((item, i) => i === 0 || compare(item, sorted[i - 1] as Value) !== 0);
  },
  'min/0': (value) => extreme(value, value, -1),
  'max/0': (value) => extreme(value, value, 1),
  '_min_by/1': (value, by = null) => extreme(value, by, -1),
  '_max_by/1': (value, by = null) => extreme(value, by, 1),
  'reverse/0': (value) =>
    typeof value === 'string'
      ? [...value].reverse().join('')
      : value === null
        ? []
        : [...array(value, 'cannot be reversed, as it is not an array')].reverse(),
  'flatten/0': (value) => flat(value, -1),
  'flatten/1': (value, depth = null) => {
    if (number(depth) < 0) throw new JqError('flatten depth must not be negative');
    return flat(value, Math.trunc(number(depth)));
  },
  'setpath/2': (value, path = null, part = null) => setPath(value, path, part),
  'delpaths/1': (value, paths = null) => deletePaths(value, paths),
  '_events/0': (value) => streamEvents(value),
  'infinite/0': () => Number.POSITIVE_INFINITY,
  'nan/0': () => Number.NaN,
  'isinfinite/0': (value) => Math.abs(number(value)) === Number.POSITIVE_INFINITY,
  'isnan/0': (value) => Number.isNaN(number(value)),
  'isnormal/0': (value) => Number.isFinite(number(value)) && Math.abs(number(value)) >= 2 ** -1022,
  'gmtime/0': brokenTime,
  'localtime/0': brokenTime,
  'mktime/0': secondsOf,
  'strftime/1': (value, format = null) => timeText(value, format),
  'strflocaltime/1': (value, format = null) => timeText(value, format),
  'strptime/1': (value, format = null) => parseTime(value, format),
  'ascii/0': (value) => String.fromCharCode(number(value)),
  'have_decnum/0': () => false,
  'have_literal_numbers/0': () => true,
};

// Filters that steer the machine or ask the outside

type Making = (args: readonly Filter[]) => Filter;

const off = (path: Path | undefined): Path | undefined => (path === undefined ? undefined : 'broken');

function range(from: Filter, to: Filter, by?: Filter): Filter {
  const counted: (step: number) => Filter = (step) => (run, scope, value, path, then, fail) =>
    from(
      run,
      scope,
      value,
      undefined,
      (first) =>
        to(
          run,
          scope,
          value,
          undefined,
          (last) => {
            if (typeof first !== 'number' || typeof last !== 'number') return fail('Range bounds must be numeric');
            const at = (n: number): ReturnType<Filter> => {
              if (step > 0 ? !(n < last) : step < 0 ? !(n > last) : true) return null;
              run.fork(() => at(n + step));
              return then(n, off(path));
            };
            return at(first);
          },
          fail,
        ),
      fail,
    );
  if (!by) return counted(1);
  return (run, scope, value, path, then, fail) =>
    by(
      run,
      scope,
      value,
      undefined,
      (step) => (typeof step === 'number' ? counted(step)(run, scope, value, path, then, fail) : fail('Range bounds must be numeric')),
      fail,
    );
}

/** Gives the value on and does something with it. */
const seen =
  (act: (host: Host, value: Value) => void): Making =>
  () =>
  (run, _scope, value, path, then) => {
    act(run.host, value);
    return then(value, path);
  };

const told =
  (tell: (host: Host) => Value): Making =>
  () =>
  (run, _scope, _value, path, then) =>
    then(tell(run.host), off(path));

export const NATIVE_FILTERS: Readonly<Record<string, Making>> = {
  'empty/0': () => () => null,
  'error/0': () => (_run, _scope, value, _path, _then, fail) => fail(value),
  'error/1':
    ([message]) =>
    (run, scope, value, _path, _then, fail) =>
      (message as Filter)(run, scope, value, undefined, (x) => fail(x), fail),
  'select/1':
    ([test]) =>
    (run, scope, value, path, then, fail) =>
      (test as Filter)(run, scope, value, undefined, (x) => (isTrue(x) ? then(value, path) : null), fail),
  'path/1':
    ([of]) =>
    (run, scope, value, path, then, fail) =>
      (of as Filter)(
        run,
        scope,
        value,
        null,
        (x, at) =>
          attempt(
            () => pathKeys(at as Path, x),
            (found) => then(found, off(path)),
            fail,
          ),
        fail,
      ),
  'getpath/1':
    ([which]) =>
    (run, scope, value, path, then, fail) =>
      (which as Filter)(
        run,
        scope,
        value,
        undefined,
        (at) => {
          if (path === 'broken') return fail(`Invalid path expression near attempt to access element ${print(at)} of ${print(value)}`);
          const longer = (): Path | undefined =>
            path === undefined ? undefined : (at as readonly Value[]).reduce<Step | null>((parent, key) => ({ parent, key }), path);
          return attempt(
            () => getPath(value, at),
            (x) => then(x, longer()),
            fail,
          );
        },
        fail,
      ),
  'range/1': ([to]) => range((_run, _scope, _value, _path, then) => then(0, undefined), to as Filter),
  'range/2': ([from, to]) => range(from as Filter, to as Filter),
  'range/3': ([from, to, by]) => range(from as Filter, to as Filter, by),
  'first/1':
    ([of]) =>
    (run, scope, value, path, then, fail) => {
      const height = run.forks.length;
      const one: typeof then = (x, at) => {
        run.cut(height);
        return then(x, at);
      };
      return (of as Filter)(run, scope, value, path, one, fail);
    },
  'limit/2':
    ([most, of]) =>
    (run, scope, value, path, then, fail) =>
      (most as Filter)(
        run,
        scope,
        value,
        undefined,
        (limit) => {
          const height = run.forks.length;
          if (limit === 0) return null;
          let left = typeof limit === 'number' && limit > 0 ? limit : Number.POSITIVE_INFINITY;
          const one: typeof then = (x, at) => {
            left--;
            if (left <= 0) run.cut(height);
            return then(x, at);
          };
          return (of as Filter)(run, scope, value, path, one, fail);
        },
        fail,
      ),
  'input/0': () => (run, _scope, _value, path, then, fail) =>
    run.ask(
      () => run.host.input(),
      (x) => then(x, off(path)),
      fail,
    ),
  'now/0': () => (run, _scope, _value, path, then, fail) =>
    run.ask(
      () => run.host.now(),
      (x) => then(x, off(path)),
      fail,
    ),
  'debug/0': seen((to, value) => to.note(`${print(['DEBUG:', value])}\n`)),
  'stderr/0': seen((to, value) => to.note(toText(value))),
  'env/0': told(({ env }) => new Map(Object.entries(env))),
  'input_filename/0': told((of) => of.filename()),
  'input_line_number/0': told((of) => of.line()),
  'halt/0': () => (run) => {
    run.host.halt(0);
    return null;
  },
  'halt_error/1':
    ([code]) =>
    (run, scope, value, _path, _then, fail) =>
      (code as Filter)(
        run,
        scope,
        value,
        undefined,
        (x) => {
          if (typeof x !== 'number') return fail(`${described(value)} halt_error/1: number required`);
          run.host.halt(Math.trunc(x) & 255, value);
          return null;
        },
        fail,
      ),
};
