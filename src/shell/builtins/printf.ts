/** printf, loaded when first used; its formats are those of the tools too. */
import { now, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { formatDate } from '../../tools/datetext.ts';
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
  const time = /%(?:-?\d*)\([^)]*\)T/.test(args[0]) ? yield* now() : 0;
  const result = format(args[0], args.slice(1), time, shell.variables.get('TZ'));
  if (variable !== undefined) {
    const item = /^(\w+)\[(.*)\]$/.exec(variable);
    if (item) shell.variables.setItem(item[1] as string, shell.subscript(item[1] as string, item[2] as string), result.text);
    else shell.variables.set(variable, result.text);
  } else {
    yield* write(1, result.text);
  }
  for (const error of result.errors) yield* shell.complain(`printf: ${error}`);
  return result.errors.length > 0 ? 1 : 0;
}

/** What printf prints; the format is used again while arguments are left. Pure, so that the tool `printf` shares it. */
export function format(template: string, args: readonly string[], time = 0, tz?: string): { text: string; errors: string[] } {
  const errors: string[] = [];
  let text = '';
  let next = 0;
  do {
    const before = next;
    for (const token of template.match(/%[-+ #0']*(?:\*|\d+)?(?:\.(?:\*|-?\d*))?(?:[hlLqjzt]*)(?:\([^)]*\)T|[a-zA-Z%])|%|[^%]+/g) ?? []) {
      if (!token.startsWith('%')) {
        text += unescape(token, { octal: 'plain' }).text;
        continue;
      }
      const spec = /^%([-+ #0']*)(\*|\d+)?(?:\.(\*|-?\d*))?[hlLjzt]*(q|\([^)]*\)T|[a-zA-Z%])$/.exec(token);
      if (!spec) {
        errors.push(`\`${token.at(-1)}': ${token === '%' ? 'missing format character' : 'invalid format character'}`);
        return { text, errors };
      }
      let flags = spec[1] as string;
      const take = (): string | undefined => args[next++];
      let width = spec[2] === '*' ? Number(take() ?? 0) : Number(spec[2] ?? 0);
      if (width < 0) {
        flags += '-';
        width = -width;
      }
      const precision = spec[3] === undefined ? undefined : spec[3] === '*' ? Number(take() ?? 0) : Number(spec[3]);
      const conversion = spec[4] as string;
      if (conversion === '%') {
        text += '%';
        continue;
      }
      const piece = convert(conversion, flags, width, precision, take(), time, errors, tz);
      if (piece === undefined) return { text, errors: [...errors, `\`${conversion}': invalid format character`] };
      text += piece.text;
      if (piece.stopped) return { text, errors };
    }
    if (next === before) break;
  } while (next < args.length);
  return { text, errors };
}

function convert(
  conversion: string,
  flags: string,
  width: number,
  precision: number | undefined,
  arg: string | undefined,
  time: number,
  errors: string[],
  tz?: string,
): { text: string; stopped?: boolean } | undefined {
  const pad = (text: string): string => (flags.includes('-') ? text.padEnd(width) : text.padStart(width));
  if (conversion.endsWith('T') && conversion.startsWith('(')) {
    const seconds = arg === undefined || arg === '-1' || arg === '-2' ? Math.floor(time / 1000) : Number(arg);
    return { text: pad(formatDate(conversion.slice(1, -2) || '%X', seconds * 1000, zoneAt(tz, seconds * 1000))) };
  }
  switch (conversion) {
    case 's':
      return { text: pad(precision === undefined ? (arg ?? '') : [...(arg ?? '')].slice(0, precision).join('')) };
    case 'c':
      return { text: pad([...(arg ?? '')][0] ?? '') };
    case 'q':
      return { text: pad(backslashed(arg ?? '')) };
    case 'Q':
      return { text: pad(backslashed([...(arg ?? '')].slice(0, precision).join(''))) };
    case 'b': {
      const result = unescape(arg ?? '', { octal: 'both', stop: true, quotes: false });
      return { text: pad(precision === undefined ? result.text : result.text.slice(0, precision)), stopped: result.stopped };
    }
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': {
      let value = integer(arg ?? '0', errors);
      const [least, most] = [-(2n ** 63n), conversion === 'd' || conversion === 'i' ? 2n ** 63n - 1n : 2n ** 64n - 1n];
      if (value < least || value > most) {
        errors.push(`warning: ${arg}: Numerical result out of range`);
        value = value < least ? least : most;
      }
      if (conversion !== 'd' && conversion !== 'i') value = BigInt.asUintN(64, value);
      const negative = value < 0n;
      const digits = (negative ? -value : value)
        .toString(conversion === 'o' ? 8 : conversion.toLowerCase() === 'x' ? 16 : 10)
        .padStart(precision ?? 1, '0');
      const shown = conversion === 'X' ? digits.toUpperCase() : digits;
      const prefix =
        flags.includes('#') && value !== 0n ? (conversion === 'o' ? '0' : conversion === 'x' ? '0x' : conversion === 'X' ? '0X' : '') : '';
      return { text: padNumber(prefix + shown, negative, flags, width, precision === undefined) };
    }
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
    case 'a':
    case 'A': {
      const value = real(arg ?? '0', errors);
      return {
        text: padNumber(
          formatReal(Math.abs(value), conversion, precision, flags.includes('#')),
          value < 0 || Object.is(value, -0),
          flags,
          width,
          Number.isFinite(value),
        ),
      };
    }
    default:
      return undefined;
  }
}

function padNumber(digits: string, negative: boolean, flags: string, width: number, zeros: boolean): string {
  const sign = negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  if (flags.includes('-')) return (sign + digits).padEnd(width);
  if (flags.includes('0') && zeros) return sign + digits.padStart(width - sign.length, '0');
  return (sign + digits).padStart(width);
}

/** A number as C's %f, %e and %g print it; shared with awk. */
export function formatReal(value: number, conversion: string, precision = 6, keepZeros = false): string {
  if (!Number.isFinite(value)) {
    const text = Number.isNaN(value) ? 'nan' : 'inf';
    return conversion < 'a' ? text.toUpperCase() : text;
  }
  const exponential = (digits: number): string => value.toExponential(Math.min(100, digits)).replace(/e([-+])(\d)$/, 'e$10$2');
  switch (conversion.toLowerCase()) {
    case 'f':
      return fixed(value, Math.min(100, precision));
    case 'e':
      return conversion === 'E' ? exponential(precision).toUpperCase() : exponential(precision);
    case 'a':
      return value.toString(16);
    default: {
      const significant = precision === 0 ? 1 : Math.min(100, precision);
      const exponent = value === 0 ? 0 : Number(value.toExponential(significant - 1).split('e')[1]);
      let text = exponent < -4 || exponent >= significant ? exponential(significant - 1) : fixed(value, significant - 1 - exponent);
      if (!keepZeros && text.includes('.')) text = text.replace(/\.?0+(?=e|$)/, '');
      return conversion === 'G' ? text.toUpperCase() : text;
    }
  }
}

function fixed(value: number, digits: number): string {
  // toFixed switches to exponents from 1e21 on.
  return value < 1e21 ? value.toFixed(digits) : BigInt(value).toString() + (digits > 0 ? `.${'0'.repeat(digits)}` : '');
}

function integer(text: string, errors: string[]): bigint {
  const quote = /^["']([^])/u.exec(text)?.[1];
  if (quote !== undefined) return BigInt(quote.codePointAt(0) as number);
  if (/^["']$/.test(text)) return 0n;
  const match = /^\s*([-+]?)(0[xX][0-9a-fA-F]+|\d+)/.exec(text);
  const digits = match?.[2];
  if (match?.[0].length !== text.length && text !== '')
    errors.push(`${text}: invalid ${/^0[0-9]*[89]/.test(digits ?? '') ? 'octal ' : ''}number`);
  if (!digits) return 0n;
  const octal = /^0[0-7]+$/.test(digits);
  const value = BigInt(octal ? `0o${digits.slice(1)}` : /^0\d/.test(digits) ? (/^0[0-7]*/.exec(digits)?.[0] as string) : digits);
  return match[1] === '-' ? -value : value;
}

function real(text: string, errors: string[]): number {
  const quote = /^["']([^])/u.exec(text)?.[1];
  if (quote !== undefined) return quote.codePointAt(0) as number;
  const match = /^\s*[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|0[xX][0-9a-fA-F]+|inf(?:inity)?|nan)/i.exec(text);
  if (match?.[0].length !== text.length && text !== '') errors.push(`${text}: invalid number`);
  if (!match) return 0;
  const plain = match[0].trim().toLowerCase();
  if (/inf/.test(plain)) return plain.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(plain.replace(/^\+/, ''));
}
