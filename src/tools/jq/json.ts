/** JSON values as jq has them: their order, their text, and a reader that takes text as it comes. */

export type Value = null | boolean | number | string | readonly Value[] | JsonMap;
/** Objects keep the order of their keys, whatever these are. Values are never changed once made. */
export type JsonMap = ReadonlyMap<string, Value>;

export const isObject = (value: Value): value is JsonMap => value instanceof Map;
export const isArray = (value: Value): value is readonly Value[] => Array.isArray(value);
export const isTrue = (value: Value): boolean => value !== null && value !== false;

export type TypeName = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export function typeName(value: Value): TypeName {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  return isObject(value) ? 'object' : (typeof value as TypeName);
}

// Order

const RANKS: Readonly<Record<TypeName, number>> = { null: 0, boolean: 1, number: 3, string: 4, array: 5, object: 6 };

/** Order by code points, which is that of the UTF-8 bytes. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    // Halves of pairs stand for the code points above all others.
    const [high, low] = [x >= 0xd800 && x < 0xe000, y >= 0xd800 && y < 0xe000];
    return high === low ? x - y : high ? 1 : -1;
  }
  return a.length - b.length;
}

export const sortedKeys = (object: JsonMap): string[] => [...object.keys()].sort(compareText);

export function compare(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b || Number.isNaN(a) ? -1 : a === b ? 0 : 1;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const rank = (value: Value): number => (value === true ? 2 : RANKS[typeName(value)]);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (isArray(a) && isArray(b)) {
    for (let i = 0; i < a.length && i < b.length; i++) {
      const order = compare(a[i] as Value, b[i] as Value);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
  if (isObject(a) && isObject(b)) {
    const [keys, others] = [sortedKeys(a), sortedKeys(b)];
    const order = compare(keys, others);
    if (order !== 0) return order;
    for (const key of keys) {
      const difference = compare(a.get(key) as Value, b.get(key) as Value);
      if (difference !== 0) return difference;
    }
  }
  return 0;
}

// Text

/** A number as C's shortest form: exponents from 1e17 for one digit on, and below 0.0001. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return 'null';
  if (!Number.isFinite(value)) return value < 0 ? '-1.7976931348623157e+308' : '1.7976931348623157e+308';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [, sign = '', whole = '', fraction = '', exponent = ''] = /^(-?)(\d)(?:\.(\d+))?e([-+]\d+)$/.exec(value.toExponential()) ?? [];
  const digits = whole + fraction;
  const point = Number(exponent) + 1;
  if (point <= -4 || point > digits.length + 15) {
    const power = String(Math.abs(point - 1)).padStart(2, '0');
    return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}e${point > 0 ? '+' : '-'}${power}`;
  }
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.slice(0, point).padEnd(point, '0')}${digits.length > point ? `.${digits.slice(point)}` : ''}`;
}

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\r': '\\r',
  '\n': '\\n',
  '\f': '\\f',
};
const unicode = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;

export function quoteText(text: string, ascii = false): string {
  const escaped = text.replace(/["\\\x00-\x1f\x7f]/g, (c) => SHORT[c] ?? unicode(c));
  return `"${ascii ? escaped.replace(/[^\x00-\x7f]/g, unicode) : escaped}"`;
}

export interface Format {
  /** One step of indentation; '' for one line. */
  readonly indent: string;
  readonly sorted?: boolean;
  readonly ascii?: boolean;
  /** Escape sequences for null, false, true, numbers, strings, arrays, objects and keys. */
  readonly colors?: readonly string[];
}

const DEEPEST = 256;
const RESET = '\x1b[0m';
const COLOR_ORDER: Readonly<Record<TypeName, number>> = { null: 0, boolean: 1, number: 3, string: 4, array: 5, object: 6 };

export const COMPACT: Format = { indent: '' };

/** The JSON text of a value. */
export function print(value: Value, format: Format = COMPACT, depth = 0): string {
  const { indent, colors } = format;
  const color = colors?.[value === true ? 2 : COLOR_ORDER[typeName(value)]] ?? '';
  const reset = colors ? RESET : '';
  if (depth > DEEPEST) return `${color}<skipped: too deep>${reset}`;
  if (!isArray(value) && !isObject(value)) {
    const text = typeof value === 'string' ? quoteText(value, format.ascii) : typeof value === 'number' ? numberText(value) : String(value);
    return color + text + reset;
  }
  const line = indent === '' ? '' : `\n${indent.repeat(depth + 1)}`;
  const end = indent === '' ? '' : `\n${indent.repeat(depth)}`;
  if (isArray(value)) {
    if (value.length === 0) return `${color}[]${reset}`;
    const items = value.map((item) => print(item, format, depth + 1) + color);
    return `${color}[${line}${items.join(`,${line}`)}${end}${color}]${reset}`;
  }
  if (value.size === 0) return `${color}{}${reset}`;
  const keys = format.sorted ? sortedKeys(value) : [...value.keys()];
  const pairs = keys.map((key) => {
    const name = `${reset}${colors?.[7] ?? ''}${quoteText(key, format.ascii)}${reset}`;
    return `${name}${color}:${indent === '' ? '' : ' '}${reset}${print(value.get(key) as Value, format, depth + 1)}${color}`;
  });
  return `${color}{${line}${pairs.join(`,${line}`)}${end}${color}}${reset}`;
}

/** The text as messages quote it: cut to fit. */
export function shortened(value: Value, most = 14): string {
  const text = print(value);
  return text.length <= most ? text : `${text.slice(0, most - 3)}...`;
}

/** `object ({"a":1})`, as messages name a value. */
export const described = (value: Value): string => `${typeName(value)} (${shortened(value)})`;

// Reading

/** Why text is no JSON: the reason with the place, as jq words it. */
export class JsonError extends Error {}

type Open = { readonly array: Value[] } | { readonly object: Map<string, Value>; key?: string };

const MOST_NESTED = 10000;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Takes text in pieces and gives each value at the top as soon as it is complete. */
export class JsonReader {
  private readonly open: Open[] = [];
  private next: Value | undefined;
  private token = '';
  private state: 'normal' | 'string' | 'escape' = 'normal';
  private line = 1;
  private column = 0;

  /** Values that `text` completes. Throws JsonError; the values before it were passed to `each`. */
  add(text: string, each: (value: Value) => void): void {
    for (let i = 0; i < text.length; i++) {
      // Plain text within a string at once.
      if (this.state === 'string') {
        const start = i;
        while (i < text.length && text[i] !== '"' && text[i] !== '\\' && text[i] !== '\n') i++;
        this.token += text.slice(start, i);
        this.column += i - start;
        if (i >= text.length) return;
      }
      this.character(text[i] as string, each);
    }
  }

  /** The end of the text: a number at the top is complete now. */
  end(each: (value: Value) => void): void {
    const at = (reason: string): JsonError => new JsonError(`${reason} at EOF at line ${this.line}, column ${this.column}`);
    if (this.state !== 'normal') throw at('Unfinished string');
    const problem = this.literal();
    if (problem) throw at(problem);
    if (this.open.length > 0) throw at('Unfinished JSON term');
    this.complete(each);
  }

  private character(c: string, each: (value: Value) => void): void {
    this.column++;
    if (c === '\n') {
      this.line++;
      this.column = 0;
    }
    const problem = this.state === 'normal' ? this.plain(c, each) : this.inString(c);
    if (problem) throw new JsonError(`${problem} at line ${this.line}, column ${this.column}`);
    this.complete(each);
  }

  private plain(c: string, each: (value: Value) => void): string | undefined {
    const structure = '[]{},:'.includes(c);
    if (!structure && c !== '"' && c !== ' ' && c !== '\t' && c !== '\n' && c !== '\r') {
      this.token += c;
      return undefined;
    }
    const problem = this.literal();
    if (problem) return problem;
    this.complete(each);
    if (c === '"') this.state = 'string';
    return structure ? this.structure(c) : undefined;
  }

  private inString(c: string): string | undefined {
    if (c === '"' && this.state === 'string') {
      this.state = 'normal';
      const text = unescape(this.token);
      this.token = '';
      return 'problem' in text ? text.problem : this.value(text.text);
    }
    this.token += c;
    this.state = c === '\\' && this.state === 'string' ? 'escape' : 'string';
    return undefined;
  }

  private complete(each: (value: Value) => void): void {
    if (this.next === undefined || this.open.length > 0) return;
    const value = this.next;
    this.next = undefined;
    each(value);
  }

  private value(value: Value): string | undefined {
    if (this.next !== undefined) return 'Expected separator between values';
    this.next = value;
    return undefined;
  }

  private literal(): string | undefined {
    const { token } = this;
    if (token === '') return undefined;
    this.token = '';
    const word = { t: 'true', f: 'false', n: token[1] === 'u' ? 'null' : undefined }[token[0] as string];
    if (word !== undefined) return token === word ? this.value(token === 'null' ? null : token === 'true') : 'Invalid literal';
    if (/^[-+]?nan$/i.test(token)) return this.value(Number.NaN);
    if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(token)) return 'Invalid numeric literal';
    return this.value(Number(token));
  }

  /** Puts the value that waits into what is open; a problem when there is no place for it. */
  private place(separator: string): string | undefined {
    const top = this.open.at(-1);
    const value = this.next as Value;
    if (top && 'array' in top) top.array.push(value);
    else if (top?.key !== undefined) {
      top.object.set(top.key, value);
      delete top.key;
    } else return separator === ',' && !top ? "',' not as part of an object or array" : 'Objects must consist of key:value pairs';
    this.next = undefined;
    return undefined;
  }

  private structure(c: string): string | undefined {
    const top = this.open.at(-1);
    switch (c) {
      case '[':
      case '{':
        if (this.open.length >= MOST_NESTED) return 'Exceeds depth limit for parsing';
        if (this.next !== undefined) return 'Expected separator between values';
        this.open.push(c === '[' ? { array: [] } : { object: new Map() });
        return undefined;
      case ':':
        if (this.next === undefined) return "Expected string key before ':'";
        if (!top || 'array' in top || top.key !== undefined) return "':' not as part of an object";
        if (typeof this.next !== 'string') return 'Object keys must be strings';
        top.key = this.next;
        this.next = undefined;
        return undefined;
      case ',':
        if (this.next === undefined) return "Expected value before ','";
        return this.place(c);
      case ']':
        if (!top || !('array' in top)) return "Unmatched ']'";
        if (this.next !== undefined) top.array.push(this.next);
        else if (top.array.length > 0) return 'Expected another array element';
        this.open.pop();
        this.next = top.array;
        return undefined;
      default: {
        if (!top) return "Unmatched '}'";
        if (this.next !== undefined) {
          const problem = 'array' in top ? 'Objects must consist of key:value pairs' : this.place(c);
          if (problem) return problem;
        } else if ('array' in top || top.key !== undefined) return "Unmatched '}'";
        else if (top.object.size > 0) return 'Expected another key-value pair';
        this.open.pop();
        this.next = (top as { object: Map<string, Value> }).object;
        return undefined;
      }
    }
  }
}

function unescape(raw: string): { text: string } | { problem: string } {
  if (/[\x00-\x1f]/.test(raw)) return { problem: 'Invalid string: control characters from U+0000 through U+001F must be escaped' };
  if (!raw.includes('\\')) return { text: raw };
  let text = '';
  for (let i = 0; i < raw.length; i++) {
    const c = raw[i] as string;
    if (c !== '\\') {
      text += c;
      continue;
    }
    const letter = raw[++i] as string;
    if (letter !== 'u') {
      const plain = ESCAPES[letter];
      if (plain === undefined) return { problem: 'Invalid escape' };
      text += plain;
      continue;
    }
    const hex = raw.slice(i + 1, i + 5);
    if (hex.length < 4) return { problem: 'Invalid \\uXXXX escape' };
    if (!/^[0-9a-fA-F]{4}$/.test(hex)) return { problem: 'Invalid characters in \\uXXXX escape' };
    let code = String.fromCharCode(Number.parseInt(hex, 16));
    i += 4;
    if (/[\ud800-\udbff]/.test(code)) {
      const low = /^\\u(d[c-f][0-9a-f]{2})/i.exec(raw.slice(i + 1, i + 7));
      if (!low) return { problem: 'Invalid \\uXXXX\\uXXXX surrogate pair escape' };
      code += String.fromCharCode(Number.parseInt(low[1] as string, 16));
      i += 6;
    } else if (/[\udc00-\udfff]/.test(code)) code = '\ufffd';
    text += code;
  }
  return { text };
}

/** The one value in a text, as `fromjson` and `--argjson` read it. Throws JsonError. */
export function parseJson(text: string): Value {
  const values: Value[] = [];
  try {
    const reader = new JsonReader();
    reader.add(text, (value) => values.push(value));
    reader.end((value) => values.push(value));
    if (values.length !== 1) throw new JsonError(values.length === 0 ? 'Expected JSON value' : 'Unexpected extra JSON values');
  } catch (error) {
    if (error instanceof JsonError) throw new JsonError(`${error.message} (while parsing '${text}')`);
    throw error;
  }
  return values[0] as Value;
}
