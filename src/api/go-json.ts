// Text as Go prints it inside messages: %q and encoding/json.

const ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '"': '\\"',
  '\\': '\\\\',
};

/** A string as Go's %q: quoted, control characters escaped. */
export function goQuote(text: string): string {
  return `"${text.replace(/["\\]|[^\x20-\x7e]/gu, (char) => ESCAPES[char] ?? (isPrintable(char) ? char : escapeCode(char)))}"`;
}

function isPrintable(char: string): boolean {
  return /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(char);
}

function escapeCode(char: string): string {
  const code = char.codePointAt(0) as number;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}

/** A value as Go's json.Marshal writes it: no spaces, keys sorted, <, > and & escaped. */
export function toGoJson(value: unknown): string {
  if (value instanceof Verbatim) return value.text;
  return JSON.stringify(sorted(value)).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const from = value as Readonly<Record<string, unknown>>;
  const to: Record<string, unknown> = {};
  for (const key of Object.keys(from).sort()) to[key] = sorted(from[key]);
  return to;
}

/** A value as Go's %v prints decoded JSON: `map[name:web ports:[80 443]]`. */
export function goValue(value: unknown): string {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(goValue).join(' ')}]`;
  if (typeof value !== 'object') return String(value);
  const bag = value as Readonly<Record<string, unknown>>;
  return `map[${Object.keys(bag)
    .sort()
    .map((key) => `${key}:${goValue(bag[key])}`)
    .join(' ')}]`;
}

/** A struct of the server's own as messages show it: fields in the order given, by their Go names. */
export function goStructText(fields: Readonly<Record<string, unknown>>): Verbatim {
  const text = Object.entries(fields).map(([name, value]) => `${JSON.stringify(name)}:${toGoJson(value ?? null)}`);
  return new Verbatim(`{${text.join(',')}}`);
}

/** A value that messages show as this text, where Go prints a struct of its own. */
export class Verbatim {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
