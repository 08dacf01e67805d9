/** -o kyaml: YAML in JSON's clothes, with braces, quoted strings, plain keys and trailing commas. */
import { quoteJson, sortedKeys } from './output/json.ts';

const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_./-]*$/;
/** Words that YAML reads as something else than a string. */
const RESERVED = /^(y|n|yes|no|on|off|true|false|null|~)$/i;

/** One document, with its `---`. */
export function printKyaml(value: unknown): string {
  return `---\n${write(value, '')}\n`;
}

function write(value: unknown, margin: string): string {
  if (typeof value === 'string') return quoteJson(value);
  if (value === null || value === undefined || typeof value !== 'object') return String(value ?? null);
  const inner = `${margin}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every((item) => typeof item === 'object' && item !== null)) return `[${value.map((item) => write(item, margin)).join(', ')}]`;
    return `[\n${value.map((item) => `${inner}${write(item, inner)},\n`).join('')}${margin}]`;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const keys = sortedKeys(fields).filter((key) => fields[key] !== undefined);
  if (keys.length === 0) return '{}';
  return `{\n${keys.map((key) => `${inner}${PLAIN_KEY.test(key) && !RESERVED.test(key) ? key : quoteJson(key)}: ${write(fields[key], inner)},\n`).join('')}${margin}}`;
}
