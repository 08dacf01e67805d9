/** -o kyaml: YAML in JSON's clothes, with braces, quoted strings, plain keys and trailing commas. */
import { type KeyOrder, sortedKeys } from './output/json.ts';
import { escapeChar } from './output/yaml.ts';

const PLAIN_KEY = /^[A-Za-z0-9_][A-Za-z0-9_./-]*$/;
/** Words that some YAML reads as something else than a string. */
const RESERVED = /^(y|n|t|f|yes|no|on|off|true|false|null|nan|inf)$/i;
const NUMBER = /^(\d+(\.\d*)?(e[+-]?\d+)?|0x[\da-f]+|0b[01]+|0o[0-7]+|\d{4}-\d\d?-\d\d?.*)$/i;

/** One document, with its `---`. `keysOf` says in which order the fields of an object stand. */
export function printKyaml(value: unknown, keysOf: KeyOrder = sortedKeys): string {
  return `---\n${write(value, '', keysOf)}\n`;
}

function write(value: unknown, margin: string, keysOf: KeyOrder): string {
  if (typeof value === 'string') return value.includes('\n') ? severalLines(value, margin) : `"${escape(value)}"`;
  if (value === null || value === undefined || typeof value !== 'object') return String(value ?? null);
  const inner = `${margin}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every((item) => typeof item === 'object' && item !== null))
      return `[${value.map((item) => write(item, margin, keysOf)).join(', ')}]`;
    return `[\n${value.map((item) => `${inner}${write(item, inner, keysOf)},\n`).join('')}${margin}]`;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const keys = keysOf(fields).filter((key) => fields[key] !== undefined);
  if (keys.length === 0) return '{}';
  return `{\n${keys.map((key) => `${inner}${keyText(key)}: ${write(fields[key], inner, keysOf)},\n`).join('')}${margin}}`;
}

function keyText(key: string): string {
  const bare = key.replaceAll('_', '');
  return PLAIN_KEY.test(key) && !RESERVED.test(key) && !NUMBER.test(bare) ? key : `"${escape(key)}"`;
}

/** A line of the text on each line; a backslash ends it, and stands before blanks that begin it. */
function severalLines(text: string, margin: string): string {
  const pad = `${margin}  `;
  const lines = text.split('\n');
  const last = lines.pop() as string;
  const shown = [...lines.map((line) => `${escape(line)}\\n`), ...(last === '' ? [] : [escape(last)])];
  return `"\\\n${shown.map((line) => `${pad}${/^[ \t]/.test(line) ? '\\' : ' '}${line}\\\n`).join('')}${pad}"`;
}

/** As in YAML's double quotes; a tab stands for itself. */
function escape(text: string): string {
  return Array.from(text, (char) => (char === '\t' ? char : char === '\xa0' ? '\\_' : escapeChar(char))).join('');
}
