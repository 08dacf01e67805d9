// Go's package fmt for the values that templates meet. A bigint stands for a Go int, a number for an int64 or float64 (a whole float64 is a
// WholeFloat), null and undefined for nil, an array for []interface {}, another object for map[string]interface {}.
import { sortedKeys } from './json.ts';

/** A float64 without a fraction, as a template may write it (2.0, 1e3): a plain number would be an int64. */
export class WholeFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** Whether kubectl decodes the number into an int64, and not into a float64. */
export function isInt64(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) < 2 ** 63;
}

/** The name of the Go type of `value`. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return '<nil>';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return isInt64(value) ? 'int64' : 'float64';
  if (typeof value === 'string') return 'string';
  if (value instanceof WholeFloat) return 'float64';
  return Array.isArray(value) ? '[]interface {}' : 'map[string]interface {}';
}

/** fmt.Sprint: a blank between two operands when neither is a string. */
export function sprint(...args: readonly unknown[]): string {
  let text = '';
  args.forEach((arg, index) => {
    if (index > 0 && typeof arg !== 'string' && typeof args[index - 1] !== 'string') text += ' ';
    text += formatValue(arg);
  });
  return text;
}

/** fmt.Sprintln: a blank between all operands, and a newline. */
export function sprintln(...args: readonly unknown[]): string {
  return `${args.map((arg) => formatValue(arg)).join(' ')}\n`;
}

/** `value` as %v prints it. */
export function formatValue(value: unknown): string {
  return typeof value === 'string' ? value : formatVerb('v', value, {});
}

/** A string as Go quotes it (%q). */
export function quote(text: string): string {
  return `"${Array.from(text, (char) => (char === '"' ? '\\"' : escapeChar(char))).join('')}"`;
}

const NAMED: Readonly<Record<string, string>> = {
  '\x07': 'a',
  '\b': 'b',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '\v': 'v',
  '\\': '\\',
};

function escapeChar(char: string, ascii = false): string {
  if (Object.hasOwn(NAMED, char)) return `\\${NAMED[char]}`;
  const code = char.codePointAt(0) as number;
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x7f || (!ascii && isPrint(char))) return char;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the plain blank. */
export function isPrint(char: string): boolean {
  return char === ' ' || /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(char);
}

interface Flags {
  plus?: boolean;
  minus?: boolean;
  sharp?: boolean;
  space?: boolean;
  zero?: boolean;
  width?: number;
  precision?: number;
}

/** A width or precision beyond this is an error in Go, too. */
const MAX_WIDTH = 1_000_000;

/** fmt.Sprintf, its complaints inside the text included. */
export function sprintf(format: string, args: readonly unknown[]): string {
  let [text, next, reordered] = ['', 0, false];
  const directive = /%([-+# 0]*)(\[\d*\])?(\*|\d+)?(?:(\.)(\[\d*\])?(\*|\d+)?)?(\[\d*\])?([\s\S]?)/gu;
  let last = 0;
  for (let found = directive.exec(format); found; found = directive.exec(format)) {
    text += format.slice(last, found.index);
    last = directive.lastIndex;
    const [all, marks = '', index1, width, dot, index2, precision, index3, verb = ''] = found;
    const flags: Flags = {
      plus: marks.includes('+'),
      minus: marks.includes('-'),
      sharp: marks.includes('#'),
      space: marks.includes(' '),
      zero: marks.includes('0') && !marks.includes('-'),
    };
    let badIndex = false;
    const choose = (index: string | undefined) => {
      if (index === undefined) return;
      const wanted = Number(index.slice(1, -1)) - 1;
      reordered = true;
      if (index === '[]' || wanted < 0 || wanted >= args.length) badIndex = true;
      else next = wanted;
    };
    choose(index1);
    if (width === '*') {
      const given = takeInt(args[next++]);
      if (given === undefined) text += '%!(BADWIDTH)';
      else {
        flags.width = Math.abs(given);
        if (given < 0) [flags.minus, flags.zero] = [true, false];
      }
    } else if (width !== undefined) flags.width = takeInt(BigInt(width));
    if (dot) {
      choose(index2);
      if (precision === '*') {
        const given = takeInt(args[next++]);
        if (given === undefined || given < 0) text += '%!(BADPREC)';
        else flags.precision = given;
      } else flags.precision = takeInt(BigInt(precision ?? 0)) ?? 0;
    }
    choose(index3);
    if (all === '%' || verb === '') text += '%!(NOVERB)';
    else if (verb === '%') text += '%';
    else if (badIndex) text += `%!${verb}(BADINDEX)`;
    else if (next >= args.length) text += `%!${verb}(MISSING)`;
    else text += formatVerb(verb, args[next++], flags);
  }
  text += format.slice(last);
  if (reordered || next >= args.length) return text;
  const extra = args.slice(next).map((arg) => (arg === null || arg === undefined ? '<nil>' : `${typeName(arg)}=${formatValue(arg)}`));
  return `${text}%!(EXTRA ${extra.join(', ')})`;
}

function takeInt(value: unknown): number | undefined {
  if (typeof value !== 'bigint' && !isInt64(value)) return undefined;
  return value <= MAX_WIDTH && value >= -MAX_WIDTH ? Number(value) : undefined;
}

function formatVerb(verb: string, value: unknown, given: Flags): string {
  // %+v asks for names of fields, not for signs.
  const flags = verb === 'v' && given.plus ? { ...given, plus: false } : given;
  if (verb === 'T') return pad(typeName(value), flags);
  if (value === null || value === undefined) return verb === 'v' ? pad('<nil>', flags) : `%!${verb}(<nil>)`;
  if (typeof value === 'object' && !(value instanceof WholeFloat)) return formatComposite(verb, value, flags);
  const text = formatScalar(verb, value, flags);
  if (text !== undefined) return text;
  // The complaint shows the value as %v with the same width, precision and signs; # would ask %v, and no other verb, for Go's syntax.
  return `%!${verb}(${typeName(value)}=${formatScalar('v', value, { ...given, sharp: false })})`;
}

function formatComposite(verb: string, value: object, flags: Flags): string {
  if (verb === 'p') return `%!p(${typeName(value)}=${formatValue(value)})`;
  const part = (item: unknown) => formatElement(verb, item, flags);
  const source = verb === 'v' && flags.sharp;
  if (Array.isArray(value)) return source ? `[]interface {}{${value.map(part).join(', ')}}` : `[${value.map(part).join(' ')}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  const pairs = sortedKeys(fields).map((key) => `${formatVerb(verb, key, flags)}:${part(fields[key])}`);
  return source ? `map[string]interface {}{${pairs.join(', ')}}` : `map[${pairs.join(' ')}]`;
}

function formatElement(verb: string, item: unknown, flags: Flags): string {
  if (item !== null && item !== undefined) return formatVerb(verb, item, flags);
  return verb === 'v' && flags.sharp ? 'interface {}(nil)' : '<nil>';
}

function formatScalar(verb: string, value: boolean | bigint | number | string | unknown, flags: Flags): string | undefined {
  switch (typeof value) {
    case 'boolean':
      return verb === 't' || verb === 'v' ? pad(String(value), flags) : undefined;
    case 'string':
      return formatString(verb, value, flags);
    case 'bigint':
      return formatInt(verb, value, flags);
    case 'number':
      return isInt64(value) ? formatInt(verb, BigInt(value), flags) : formatFloat(verb, value, flags);
    default:
      return value instanceof WholeFloat ? formatFloat(verb, value.value, flags) : undefined;
  }
}

function pad(text: string, { width = 0, minus }: Flags): string {
  const blanks = ' '.repeat(Math.max(0, width - [...text].length));
  return minus ? text + blanks : blanks + text;
}

/** Pads with zeros between sign and digits when the flag asks for it. */
function padNumber(sign: string, digits: string, flags: Flags): string {
  if (flags.zero && flags.width !== undefined) return sign + digits.padStart(flags.width - sign.length, '0');
  return pad(sign + digits, flags);
}

function formatString(verb: string, value: string, flags: Flags): string | undefined {
  const cut = flags.precision === undefined ? value : [...value].slice(0, flags.precision).join('');
  const zeros = (text: string) => (flags.zero ? text.padStart(flags.width ?? 0, '0') : pad(text, flags));
  if (verb === 'v' && flags.sharp) return pad(quote(value), flags);
  if (verb === 's' || verb === 'v') return zeros(cut);
  if (verb === 'q') {
    if (flags.sharp && !/[`\x00-\x08\x0a-\x1f\x7f\ufeff]/.test(cut)) return pad(`\`${cut}\``, flags);
    return zeros(flags.plus ? `"${Array.from(cut, (char) => (char === '"' ? '\\"' : escapeChar(char, true))).join('')}"` : quote(cut));
  }
  if (verb !== 'x' && verb !== 'X') return undefined;
  const bytes = Array.from(new TextEncoder().encode(value), (byte) => byte.toString(16).padStart(2, '0')).slice(0, flags.precision);
  const prefix = flags.sharp && bytes.length > 0 ? '0x' : '';
  const text = flags.space ? bytes.map((byte, index) => (index === 0 ? '' : ' ') + prefix + byte).join('') : prefix + bytes.join('');
  return pad(verb === 'X' ? text.toUpperCase() : text, flags);
}

const BASES: Readonly<Record<string, readonly [number, string]>> = {
  b: [2, '0b'],
  o: [8, '0'],
  O: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
};

function formatInt(verb: string, value: bigint, flags: Flags): string | undefined {
  const sign = value < 0n ? '-' : flags.plus && verb !== 'q' && verb !== 'c' ? '+' : flags.space ? ' ' : '';
  const size = value < 0n ? -value : value;
  const number = (digits: string, prefix = '') => {
    if (flags.precision === undefined) return padNumber(sign + (flags.zero ? prefix : ''), (flags.zero ? '' : prefix) + digits, flags);
    if (flags.precision === 0 && value === 0n) return pad('', flags);
    return pad(sign + prefix + digits.padStart(flags.precision, '0'), flags);
  };
  if (verb === 'd' || verb === 'v') return number(String(size));
  const base = Object.hasOwn(BASES, verb) ? BASES[verb] : undefined;
  if (base) {
    const digits = size.toString(base[0]);
    return number(verb === 'X' ? digits.toUpperCase() : digits, flags.sharp || verb === 'O' ? base[1] : '');
  }
  const char = value >= 0n && value <= 0x10ffffn ? String.fromCodePoint(Number(value)) : '\ufffd';
  if (verb === 'c') return pad(char, flags);
  if (verb === 'q') return pad(`'${char === "'" ? "\\'" : escapeChar(char, flags.plus)}'`, flags);
  if (verb !== 'U') return undefined;
  const hex = size
    .toString(16)
    .toUpperCase()
    .padStart(Math.max(4, flags.precision ?? 4), '0');
  return pad(`U+${value < 0n ? '-' : ''}${hex}${flags.sharp && isPrint(char) ? ` '${char}'` : ''}`, flags);
}

function formatFloat(verb: string, value: number, flags: Flags): string | undefined {
  if (!'vbeEfFgGxX'.includes(verb)) return undefined;
  const sign = value < 0 || Object.is(value, -0) ? '-' : flags.plus ? '+' : flags.space ? ' ' : '';
  const size = Math.abs(value);
  if (!Number.isFinite(size)) return pad(Number.isNaN(size) ? 'NaN' : `${sign || '+'}Inf`, flags);
  const { precision } = flags;
  let digits: string;
  if (verb === 'f' || verb === 'F') digits = fixed(size, precision ?? 6);
  else if (verb === 'e' || verb === 'E') digits = goExponent(size.toExponential(Math.min(precision ?? 6, 100)));
  else if (verb === 'x' || verb === 'X') digits = hexFloat(size);
  else if (verb === 'b') digits = binaryFloat(size);
  else digits = general(size, precision, verb === 'v' && flags.sharp ? 21 : 6);
  return padNumber(sign, verb === 'E' || verb === 'G' || verb === 'X' ? digits.toUpperCase() : digits, flags);
}

function fixed(size: number, precision: number): string {
  const places = Math.min(precision, 100);
  const text = size < 1e21 ? roundedToEven(size, places) : `${BigInt(size)}${places > 0 ? `.${'0'.repeat(places)}` : ''}`;
  return text + '0'.repeat(Math.min(precision, MAX_WIDTH) - places);
}

/** toFixed takes the larger of two numbers that are equally near, Go the even one. */
function roundedToEven(size: number, places: number): string {
  const text = size.toFixed(places);
  if (places > 40 || !/[13579]$/.test(text)) return text;
  const exact = size.toFixed(100);
  const rest = exact.slice(exact.indexOf('.') + 1 + places);
  return /^50*$/.test(rest) ? exact.slice(0, places === 0 ? exact.indexOf('.') : -rest.length) : text;
}

/** %g: the shortest digits, with an exponent when it is below -4 or not below `limit`. */
function general(size: number, precision: number | undefined, limit: number): string {
  const wanted = precision === undefined ? undefined : Math.min(Math.max(precision, 1), 100);
  const [mantissa = '0', power = '0'] = (wanted === undefined ? size.toExponential() : size.toExponential(wanted - 1)).split('e');
  const exponent = Number(power);
  const digits = mantissa.replace('.', '').replace(/0+$/, '') || '0';
  let most = wanted ?? limit;
  if (wanted !== undefined && wanted > digits.length && digits.length >= exponent + 1) most = digits.length;
  if (exponent < -4 || exponent >= most) return goExponent(`${digits[0]}${digits.length > 1 ? `.${digits.slice(1)}` : ''}e${exponent}`);
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return digits.length > exponent + 1 ? `${whole}.${digits.slice(exponent + 1)}` : whole;
}

/** 1.5e6 as Go writes it: a sign and at least two digits of exponent. */
function goExponent(text: string): string {
  return text.replace(/e([-+]?)(\d+)$/, (_all, sign: string, digits: string) => `e${sign === '-' ? '-' : '+'}${digits.padStart(2, '0')}`);
}

/** The exact value of `size` as `mantissa * 2^exponent` with a mantissa of 53 bits. */
function parts(size: number): { mantissa: bigint; exponent: number } {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, size);
  const raw = bits.getBigUint64(0);
  const biased = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  return biased === 0 ? { mantissa: fraction, exponent: -1074 } : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

function binaryFloat(size: number): string {
  const { mantissa, exponent } = parts(size);
  return `${mantissa}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

function hexFloat(size: number): string {
  if (size === 0) return '0x0p+00';
  let { mantissa, exponent } = parts(size);
  while (mantissa < 1n << 52n) [mantissa, exponent] = [mantissa << 1n, exponent - 1];
  const power = exponent + 52;
  const fraction = (mantissa & 0xfffffffffffffn).toString(16).padStart(13, '0').replace(/0+$/, '');
  return `0x1${fraction ? `.${fraction}` : ''}p${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** A float64 as strconv prints it in %g, the form of numbers in YAML. */
export function formatGoFloat(value: number): string {
  return formatFloat('g', value, {}) as string;
}
