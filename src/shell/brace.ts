/** Brace expansion: `a{b,c}d`, `{1..9..2}`, `{a..e}`, on the text of a word, before anything else is expanded. */

const LIMIT = 1_000_000;

/** More words than a shell could hold. */
export class TooManyWords extends Error {}

/** The texts that a word's text stands for; quotes and expansions in it are left as they are. */
export function expandBraces(text: string): string[] {
  for (let open = next(text, 0, '{'); open >= 0; open = next(text, open + 1, '{')) {
    const close = next(text, open + 1, '}');
    if (close < 0) continue;
    const items = itemsOf(text.slice(open + 1, close));
    if (!items) continue;
    const before = text.slice(0, open);
    const rests = expandBraces(text.slice(close + 1));
    if (items.length * rests.length > LIMIT)
      throw new TooManyWords(`brace expansion: failed to allocate memory for \`${items.length * rests.length}' elements`);
    const words: string[] = [];
    for (const item of items) for (const rest of rests) words.push(before + item + rest);
    return words;
  }
  return [text];
}

function itemsOf(inner: string): string[] | undefined {
  const parts: string[] = [];
  let start = 0;
  for (let comma = next(inner, 0, ','); comma >= 0; comma = next(inner, start, ',')) {
    parts.push(inner.slice(start, comma));
    start = comma + 1;
  }
  if (parts.length > 0) return [...parts, inner.slice(start)].flatMap(expandBraces);
  const numbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/.exec(inner);
  if (numbers) {
    const [from, to] = [numbers[1] as string, numbers[2] as string];
    const width = [from, to].some((n) => /^-?0\d/.test(n)) ? Math.max(from.length, to.length) : 0;
    return range(Number(from), Number(to), Number(numbers[3] ?? 1)).map((n) =>
      n < 0 ? `-${String(-n).padStart(width - 1, '0')}` : String(n).padStart(width, '0'),
    );
  }
  const letters = /^([a-zA-Z])\.\.([a-zA-Z])(?:\.\.(-?\d+))?$/.exec(inner);
  if (letters)
    return range((letters[1] as string).charCodeAt(0), (letters[2] as string).charCodeAt(0), Number(letters[3] ?? 1)).map((n) =>
      // The two that quote: bash makes nothing of a backslash.
      n === 0x5c ? "''" : n === 0x60 ? '\\`' : String.fromCharCode(n),
    );
  return undefined;
}

function range(from: number, to: number, step: number): number[] {
  const by = Math.abs(step) || 1;
  const count = Math.floor(Math.abs(to - from) / by) + 1;
  if (count > LIMIT) throw new TooManyWords(`brace expansion: failed to allocate memory for \`${count}' elements`);
  return Array.from({ length: count }, (_, i) => (from <= to ? from + i * by : from - i * by));
}

/** Index of the next unquoted `wanted` at this level of braces, or -1. */
function next(text: string, start: number, wanted: '{' | '}' | ','): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === "'") i = skipTo(text, i + 1, "'");
    else if (c === '"' || c === '`') i = skipTo(text, i + 1, c);
    else if (c === '$' && (text[i + 1] === '{' || text[i + 1] === '(')) i = skipNested(text, i + 1);
    else if (c === wanted && depth === 0) return i;
    else if (c === '{') depth++;
    else if (c === '}') depth = Math.max(0, depth - 1); // one that closes nothing is text
  }
  return -1;
}

function skipTo(text: string, start: number, quote: string): number {
  for (let i = start; i < text.length; i++) {
    if (text[i] === '\\' && quote !== "'") i++;
    else if (text[i] === quote) return i;
  }
  return text.length;
}

function skipNested(text: string, open: number): number {
  const pairs: Readonly<Record<string, string>> = { '{': '}', '(': ')' };
  const opener = text[open] as string;
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === "'" || c === '"') i = skipTo(text, i + 1, c);
    else if (c === opener) depth++;
    else if (c === pairs[opener] && --depth === 0) return i;
  }
  return text.length;
}
