/** printf, loaded when first used. */

import { byteLength, bytesOf, textOf } from '../../kernel/bytes.ts';
import { now, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { formatDate } from '../../tools/datetext.ts';
import { type LongDouble, longDigits, longOf, readLong } from '../../tools/longdouble.ts';
import { zoneAt } from '../../tools/zone.ts';
import { backslashed, unescape } from '../quote.ts';
import type { Shell } from '../shell.ts';

export function* printf(shell: Shell, argv: string[]): Sys<number> {
  let args = argv.slice(1);
  let variable: string | undefined;
  if (args[0] === '-v') {
    variable = args[1];
    args = args.slice(2);
  }
  const wrong = shell.dialect === 'bash' && /^-[^-]/.test(args[0] ?? '') ? args[0]?.slice(0, 2) : undefined;
  if (wrong !== undefined) yield* shell.complain(`printf: ${wrong}: ${wrong === '-v' ? 'option requires an argument' : 'invalid option'}`);
  if (args[0] === '--') args = args.slice(1);
  if (args[0] === undefined || wrong !== undefined) {
    yield* write(
      2,
      `${shell.dialect === 'bash' ? 'printf: usage: printf [-v var] format [arguments]' : 'printf: usage: printf format [arg ...]'}\n`,
    );
    return 2;
  }
  if (variable !== undefined && !/^[a-zA-Z_]\w*(?:\[.+\])?$/s.test(variable)) {
    yield* shell.complain(`printf: \`${variable}': not a valid identifier`);
    return 2;
  }
  const time = /\([^)]*\)T/.test(args[0]) ? yield* now() : 0;
  const result = format(args[0], args.slice(1), { time, tz: shell.variables.get('TZ') });
  if (variable !== undefined) {
    // As in C, a text in memory ends at its first zero byte.
    const kept = result.text.split('\0', 1)[0] as string;
    const item = /^(\w+)\[(.*)\]$/s.exec(variable);
    if (item) shell.variables.setItem(item[1] as string, shell.subscript(item[1] as string, item[2] as string), kept);
    else shell.variables.set(variable, kept);
  } else {
    yield* write(1, result.text);
  }
  for (const [name, count] of result.counts) shell.variables.set(name, String(count));
  for (const error of result.errors) yield* shell.complain(`printf: ${error}`);
  return result.failed ? 1 : 0;
}

interface Surroundings {
  /** Virtual time, for `%(...)T`. */
  readonly time: number;
  readonly tz: string | undefined;
}

interface Formatted {
  text: string;
  readonly errors: string[];
  /** What numbers too large say is no failure. */
  failed: boolean;
  /** Variables that `%n` gave the number of bytes so far. */
  readonly counts: [name: string, count: number][];
}

/** One conversion of the format. Widths and precisions count bytes, as bash has it up to 5.2. */
interface Conversion {
  readonly letter: string;
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
}

/** What printf prints; the format is used again while arguments are left. */
function format(template: string, args: readonly string[], around: Surroundings): Formatted {
  const out: Formatted = { text: '', errors: [], failed: false, counts: [] };
  const fail = (message: string): void => {
    out.errors.push(message);
    out.failed = true;
  };
  let next = 0;
  do {
    const before = next;
    // Behind the last argument the conversions get nothing: '' or 0.
    const take = (): string | undefined => args[next++];
    for (const token of template.match(/%%|%[-+ #0']*(?:\*|\d+)?(?:\.(?:\*|-?\d*))?[hlLjzt]*(?:\([^)]*\)T|[^])?|[^%]+/g) ?? []) {
      if (!token.startsWith('%') || token === '%%') {
        out.text += token === '%%' ? '%' : unescape(token, { octal: 'plain' }).text;
        continue;
      }
      const [, signs = '', wide = '', precise, letter = ''] = /^%([-+ #0']*)(\*|\d+)?(?:\.(\*|-?\d*))?[hlLjzt]*([^]*)$/.exec(token) ?? [];
      const number = (text: string): number => Number(text === '*' ? integer(take() ?? '0', 'd', out, fail) : text);
      const width = number(wide);
      const precision = precise === undefined ? undefined : number(precise);
      if (!/^(?:\([^)]*\)T|[diouxXfFeEgGaAscbqQn])$/.test(letter)) {
        fail(letter === '' ? `\`${token}': missing format character` : `\`${letter}': invalid format character`);
        return out;
      }
      const conversion: Conversion = {
        letter,
        flags: width < 0 ? `${signs}-` : signs,
        width: Math.min(Math.abs(width), WIDEST),
        precision: precision !== undefined && precision >= 0 ? Math.min(precision, WIDEST) : undefined,
      };
      if (letter === 'n') {
        const name = take();
        if (name !== undefined && /^[a-zA-Z_]\w*$/.test(name)) out.counts.push([name, byteLength(out.text)]);
        else if (name) {
          fail(`\`${name}': not a valid identifier`);
          return out;
        }
        continue;
      }
      if (letter === 'b') {
        const { text, stopped } = unescape(take() ?? '', { octal: 'both', stop: true, quotes: false });
        out.text += pad(cut(text, conversion.precision), conversion);
        if (stopped) return { ...out, failed: false };
        continue;
      }
      out.text += convert(conversion, take(), around, out, fail);
    }
    if (next === before) break;
  } while (next < args.length);
  return out;
}

/** Wider than this nothing is worth the memory. */
const WIDEST = 1_000_000;

const pad = (text: string, { flags, width }: Conversion): string => {
  const blanks = ' '.repeat(Math.max(0, width - byteLength(text)));
  return flags.includes('-') ? text + blanks : blanks + text;
};

/** The first `bytes` bytes of a text. */
const cut = (text: string, bytes: number | undefined): string =>
  bytes === undefined || byteLength(text) <= bytes ? text : textOf(bytesOf(text).slice(0, bytes));

function convert(
  conversion: Conversion,
  arg: string | undefined,
  { time, tz }: Surroundings,
  out: Formatted,
  fail: (message: string) => void,
): string {
  const { letter, flags, precision } = conversion;
  if (letter.startsWith('(')) {
    const given = arg === undefined ? -1 : Number(integer(arg, 'd', out, fail));
    const seconds = given === -1 || given === -2 ? Math.floor(time / 1000) : given;
    return pad(cut(formatDate(letter.slice(1, -2) || '%X', seconds * 1000, zoneAt(tz, seconds * 1000)), precision), conversion);
  }
  switch (letter) {
    case 's':
      return pad(cut(arg ?? '', precision), conversion);
    case 'c':
      // An empty argument is the byte that ends it.
      return pad(cut(arg || '\0', 1), conversion);
    case 'q':
      return pad(cut(backslashed(arg ?? ''), precision), conversion);
    case 'Q':
      return pad(backslashed(cut(arg ?? '', precision)), conversion);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': {
      const value = integer(arg ?? '0', letter, out, fail);
      const size = value < 0n ? -value : value;
      const digits = size.toString(letter === 'o' ? 8 : letter.toLowerCase() === 'x' ? 16 : 10);
      const filled = precision === 0 && value === 0n ? '' : digits.padStart(precision ?? 1, '0');
      const alternate = flags.includes('#') && (value !== 0n || letter === 'o');
      const shown = alternate && letter === 'o' && !filled.startsWith('0') ? `0${filled}` : filled;
      const prefix = alternate && letter.toLowerCase() === 'x' ? `0${letter}` : '';
      const sign = 'di'.includes(letter) ? signOf(value < 0n, flags) : '';
      return padNumber(sign + prefix, letter === 'X' ? shown.toUpperCase() : shown, conversion, precision === undefined);
    }
    default: {
      const value = real(arg ?? '0', fail);
      const text = longDigits(value, letter, precision, flags.includes('#'));
      const hex = /^0x/i.exec(text)?.[0] ?? '';
      return padNumber(signOf(value.negative, flags) + hex, text.slice(hex.length), conversion, value.kind === 'finite');
    }
  }
}

const signOf = (negative: boolean, flags: string): string => (negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '');

/** @param zeros whether the flag `0` counts */
function padNumber(prefix: string, digits: string, conversion: Conversion, zeros: boolean): string {
  const { flags, width } = conversion;
  const filled = zeros && flags.includes('0') && !flags.includes('-') ? digits.padStart(width - prefix.length, '0') : digits;
  return pad(prefix + filled, conversion);
}

/** A whole number as C reads it, and what it says of what is none; too large ones become the largest there is. */
function integer(text: string, letter: string, out: Formatted, fail: (message: string) => void): bigint {
  const quote = /^["']([^]?)/u.exec(text)?.[1];
  if (quote !== undefined) return BigInt(quote.codePointAt(0) ?? 0);
  const [all = '', sign, digits = '0'] = /^\s*([-+]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)/.exec(text) ?? [];
  if (all.length !== text.length && text !== '') {
    const base = /^\s*[-+]?0(?:[xX]|(?=.))/.exec(text);
    fail(`${text}: invalid ${base === null ? '' : /x$/i.test(base[0]) ? 'hex ' : 'octal '}number`);
  }
  const size = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  const value = sign === '-' ? -size : size;
  const signed = letter === 'd' || letter === 'i';
  const [least, most] = signed ? [-(2n ** 63n), 2n ** 63n - 1n] : [1n - 2n ** 64n, 2n ** 64n - 1n];
  if (value >= least && value <= most) return signed ? value : BigInt.asUintN(64, value);
  out.errors.push(`warning: ${text}: Numerical result out of range`);
  return value < least && signed ? least : most;
}

function real(text: string, fail: (message: string) => void): LongDouble {
  const quote = /^["']([^]?)/u.exec(text)?.[1];
  if (quote !== undefined) return longOf(quote.codePointAt(0) ?? 0);
  const read = readLong(text);
  if (read?.length !== text.length && text !== '') fail(`${text}: invalid number`);
  if (!read) return longOf(0);
  return read.value;
}
