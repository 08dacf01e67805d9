// JSON as Go's encoding/json prints it, which is how kubectl prints.

/** Go escapes these in every string, so that JSON can stand inside HTML. */
const ESCAPED = /[<>&\u2028\u2029]/g;
const PLAIN = /^[^"\\<>&\u2028\u2029\0-\x1f\ud800-\udfff]*$/;

/** The keys of an object in the order in which they are written. */
export type KeyOrder = (fields: object) => readonly string[];

/** `value` over several lines, with sorted keys unless told otherwise, and no newline at the end; fields that are undefined are left out. */
export function printJson(value: unknown, indent = '    ', keysOf: KeyOrder = sortedKeys): string {
  return write(value, indent, '\n', keysOf);
}

/** `value` on one line, with sorted keys unless told otherwise. */
export function marshalJson(value: unknown, keysOf: KeyOrder = sortedKeys): string {
  return write(value, '', '', keysOf);
}

/** The keys of `value` in the order of Go's maps when printed. */
export function sortedKeys(value: object): string[] {
  return Object.keys(value).sort();
}

/** `margin` is what starts a line: a newline and the indentation so far; empty for one-line output. */
function write(value: unknown, indent: string, margin: string, keysOf: KeyOrder): string {
  if (typeof value === 'string') return quoteJson(value);
  if (typeof value === 'bigint') return String(value);
  if (value === null || value === undefined || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const inner = margin + indent;
  if (Array.isArray(value)) {
    return value.length === 0 ? '[]' : `[${value.map((item) => inner + write(item, indent, inner, keysOf)).join(',')}${margin}]`;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const colon = margin === '' ? ':' : ': ';
  const lines: string[] = [];
  for (const key of keysOf(fields)) {
    if (fields[key] !== undefined) lines.push(`${inner}${quoteJson(key)}${colon}${write(fields[key], indent, inner, keysOf)}`);
  }
  return lines.length === 0 ? '{}' : `{${lines.join(',')}${margin}}`;
}

/** `text` as a JSON string. */
export function quoteJson(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  return JSON.stringify(text).replace(ESCAPED, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
