/** awk's built-in functions. */
import { now } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { formatDate } from '../datetext.ts';
import { Failure } from '../tool.ts';
import type { Expr, Lvalue } from './parse.ts';
import type { Awk } from './run.ts';
import { compareValues, Input, leadingNumber, toNumber, type Value } from './values.ts';

const MATH: Readonly<Record<string, (x: number) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  int: Math.trunc,
};
const BITS: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  lshift: (a, b) => a << (b & 63n),
  rshift: (a, b) => a >> (b & 63n),
};

/** How many arguments each takes: from, to. */
const ARITY: Readonly<Record<string, readonly [number, number]>> = {
  length: [0, 1],
  substr: [2, 3],
  index: [2, 2],
  split: [2, 4],
  sub: [2, 3],
  gsub: [2, 3],
  gensub: [3, 4],
  match: [2, 3],
  sprintf: [1, 99],
  tolower: [1, 1],
  toupper: [1, 1],
  atan2: [2, 2],
  rand: [0, 0],
  srand: [0, 1],
  system: [1, 1],
  close: [1, 2],
  fflush: [0, 1],
  strftime: [0, 3],
  systime: [0, 0],
  mktime: [1, 2],
  strtonum: [1, 1],
  compl: [1, 1],
  asort: [1, 2],
  asorti: [1, 2],
};

/** Text of sub's replacement for one match: `&` and `\&`. */
function replaced(replacement: string, match: string, groups?: readonly (string | undefined)[]): string {
  return replacement.replace(/\\(\\|&|\d)|&/g, (whole, c?: string) => {
    if (c === undefined) return match;
    if (c === '&' || c === '\\') return c;
    return groups ? (groups[Number(c)] ?? '') : whole;
  });
}

export function* callBuiltin(awk: Awk, name: string, args: readonly Expr[], line: number): Sys<Value> {
  const [least, most] = ARITY[name] ?? (MATH[name] ? [1, 1] : [2, 2]);
  if (args.length < least || args.length > most) throw new Failure(`line ${line}: wrong number of arguments in call to ${name}`, 2);
  const value = function* (i: number): Sys<Value> {
    return args[i] ? yield* awk.eval(args[i]) : undefined;
  };
  const text = function* (i: number): Sys<string> {
    return awk.toText(yield* value(i));
  };
  const number = function* (i: number): Sys<number> {
    return toNumber(yield* value(i));
  };
  const arrayName = (i: number): string => {
    const arg = args[i];
    if (arg?.k !== 'var') throw new Failure(`line ${line}: type error in arguments to ${name}`, 2);
    return arg.name;
  };
  const math = MATH[name];
  if (math) return math(yield* number(0));
  const bits = BITS[name];
  if (bits) {
    const [a, b] = [yield* number(0), yield* number(1)];
    return Number(BigInt.asUintN(53, bits(BigInt(Math.trunc(a) || 0), BigInt(Math.max(0, Math.trunc(b)) || 0))));
  }
  switch (name) {
    case 'length': {
      const [arg] = args;
      if (arg?.k === 'var' && isArray(awk, arg.name)) return awk.array(arg.name).size;
      return [...(arg ? yield* text(0) : awk.toText(yield* awk.eval({ k: 'field', index: { k: 'number', value: 0 } })))].length;
    }
    case 'substr': {
      const chars = [...(yield* text(0))];
      const start = Math.round(yield* number(1));
      const end = args[2] ? start + Math.round(yield* number(2)) : Number.POSITIVE_INFINITY;
      return chars.slice(Math.max(0, start - 1), Math.max(0, end - 1)).join('');
    }
    case 'index': {
      const whole = yield* text(0);
      const at = whole.indexOf(yield* text(1));
      return at < 0 ? 0 : [...whole.slice(0, at)].length + 1;
    }
    case 'split': {
      const whole = yield* text(0);
      const separator = args[2];
      const parts = awk.splitText(
        whole,
        separator === undefined ? awk.text('FS') : separator.k === 'regex' ? awk.regex(separator.source) : yield* text(2),
      );
      const array = awk.array(arrayName(1));
      array.clear();
      parts.forEach((part, i) => array.set(String(i + 1), new Input(part)));
      return parts.length;
    }
    case 'sub':
    case 'gsub':
      return yield* substitute(awk, args, name === 'gsub');
    case 'gensub': {
      const pattern = yield* awk.pattern(args[0] as Expr);
      const replacement = yield* text(1);
      const how = yield* text(2);
      const target = args[3] ? yield* text(3) : awk.toText(yield* awk.eval({ k: 'field', index: { k: 'number', value: 0 } }));
      const which = /^[gG]/.test(how) ? 0 : Math.max(1, Math.trunc(leadingNumber(how)));
      return replaceMatches(
        target,
        (at) => pattern.exec(target, at),
        (match, count) => (which === 0 || which === count ? replaced(replacement, match.groups[0] ?? '', match.groups) : undefined),
      ).text;
    }
    case 'match': {
      const whole = yield* text(0);
      const found = (yield* awk.pattern(args[1] as Expr)).exec(whole);
      const start = found ? [...whole.slice(0, found.start)].length + 1 : 0;
      awk.setVariable('RSTART', start);
      awk.setVariable('RLENGTH', found ? [...whole.slice(found.start, found.end)].length : -1);
      if (args[2]) {
        const array = awk.array(arrayName(2));
        array.clear();
        found?.groups.forEach((group, i) => group !== undefined && array.set(String(i), new Input(group)));
      }
      return start;
    }
    case 'sprintf': {
      const values: Value[] = [];
      for (let i = 1; i < args.length; i++) values.push(yield* value(i));
      return awk.format(yield* text(0), values);
    }
    case 'tolower':
      return (yield* text(0)).toLowerCase();
    case 'toupper':
      return (yield* text(0)).toUpperCase();
    case 'atan2':
      return Math.atan2(yield* number(0), yield* number(1));
    case 'rand':
      return yield* awk.random();
    case 'srand': {
      const before = awk.previousSeed;
      awk.previousSeed = args[0] ? yield* number(0) : Math.floor((yield* now()) / 1000);
      awk.seed = Math.abs(Math.trunc(awk.previousSeed)) % 2147483648 || 0;
      return before;
    }
    case 'system':
      return yield* awk.system(yield* text(0));
    case 'close':
      return yield* awk.closeStream(yield* text(0));
    case 'fflush':
      yield* awk.call.flush();
      return 0;
    case 'systime':
      return Math.floor((yield* now()) / 1000);
    case 'strftime': {
      const ms = args[1] ? (yield* number(1)) * 1000 : yield* now();
      return formatDate(args[0] ? yield* text(0) : '%a %b %e %H:%M:%S %Z %Y', ms);
    }
    case 'mktime': {
      const [year = Number.NaN, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (yield* text(0)).trim().split(/\s+/).map(Number);
      const ms = Date.UTC(year, month - 1, day, hour, minute, second);
      return Number.isNaN(ms) ? -1 : ms / 1000;
    }
    case 'strtonum': {
      const whole = (yield* text(0)).trim();
      return /^[-+]?0x[\da-f]+/i.test(whole)
        ? Number.parseInt(whole, 16)
        : /^0[0-7]+$/.test(whole)
          ? Number.parseInt(whole, 8)
          : leadingNumber(whole);
    }
    case 'compl':
      return Number(BigInt.asUintN(53, ~BigInt(Math.trunc(yield* number(0)) || 0)));
    default: {
      // asort and asorti
      const source = awk.array(arrayName(0));
      const items: Value[] = name === 'asort' ? [...source.values()] : [...source.keys()];
      items.sort((a, b) => compareValues(a, b, awk.convfmt));
      const target = args[1] ? awk.array(arrayName(1)) : source;
      target.clear();
      items.forEach((item, i) => target.set(String(i + 1), item));
      return items.length;
    }
  }
}

function isArray(awk: Awk, name: string): boolean {
  try {
    awk.getVariable(name);
    return false;
  } catch {
    return true;
  }
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
}

/** Replaces the matches for which `replace` gives a text. */
function replaceMatches(
  text: string,
  find: (at: number) => Found | null,
  replace: (match: Found, count: number) => string | undefined,
  once = false,
): { text: string; count: number } {
  let result = '';
  let at = 0;
  let count = 0;
  let seen = 0;
  for (let match = find(0); match; ) {
    const part = replace(match, ++seen);
    if (part !== undefined) {
      result += text.slice(at, match.start) + part;
      at = match.end;
      count++;
      if (once) break;
    }
    const last: Found = match;
    const from = match.end > match.start ? match.end : match.end + 1;
    if (from > text.length || (match.end > match.start && match.end >= text.length)) break;
    match = find(from);
    // An empty match right behind the last one is none.
    if (match && match.start === match.end && match.start === last.end && last.end > last.start)
      match = match.end + 1 > text.length ? null : find(match.end + 1);
  }
  return { text: result + text.slice(at), count };
}

function* substitute(awk: Awk, args: readonly Expr[], global: boolean): Sys<number> {
  const pattern = yield* awk.pattern(args[0] as Expr);
  const replacement = awk.toText(yield* awk.eval(args[1] as Expr));
  const given = args[2];
  const bare = given?.k === 'list' && given.items.length === 1 ? given.items[0] : given;
  const target: Lvalue | undefined =
    bare === undefined
      ? { k: 'field', index: { k: 'number', value: 0 } }
      : bare.k === 'var' || bare.k === 'field' || bare.k === 'element'
        ? bare
        : undefined;
  const before = awk.toText(yield* awk.eval(target ?? (bare as Expr)));
  const { text, count } = replaceMatches(
    before,
    (at) => pattern.exec(before, at),
    (match) => replaced(replacement, match.groups[0] ?? ''),
    !global,
  );
  if (count > 0 && target) yield* awk.store(target, text);
  return count;
}
