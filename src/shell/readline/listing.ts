/** What Tab inserts and lists. */
import type { Candidate } from '../completers.ts';
import type { Completion } from '../completion.ts';
import { textWidth } from './width.ts';

/**
 * The text that replaces what was typed of the word: the common beginning of all candidates, or the whole of a single one with what
 * follows it. What was typed stays as it was, quotes and all.
 */
export function insertion({ candidates, quote, word }: Completion, typed: string): string | undefined {
  // In another case (completion-ignore-case) the candidate's own letters stand in the place of those typed.
  const whole = (value: string): string =>
    value.startsWith(word) ? typed + quoteFor(value.slice(word.length), quote) : quote + quoteFor(value, quote);
  const [only, ...more] = candidates;
  if (!only) return undefined;
  if (more.length === 0) return `${whole(only.value)}${only.open ? '' : `${quote} `}`;
  let common = only.value;
  for (const { value } of more) while (!value.startsWith(common)) common = common.slice(0, -1);
  return common.length > word.length ? whole(common) : undefined;
}

/** Escaped so that the shell reads it as this word; a leading `~` and variables stay what they are. */
function quoteFor(value: string, quote: '' | '"' | "'"): string {
  if (quote === "'") return value.replaceAll("'", "'\\''");
  if (quote === '"') return value.replace(/["\\`]/g, '\\$&');
  return value.replace(/[\s|&;()<>`\\"'*?[\]!{}]/g, (c, at: number) =>
    (c === '{' || c === '}') && value.includes('${') ? c : at >= 0 ? `\\${c}` : c,
  );
}

/** The candidates in columns, or one a line with their descriptions. Ends with a newline. */
export function listing(candidates: readonly Candidate[], columns: number): string {
  const names = candidates.map(({ value }) => shortName(value, candidates));
  const widest = Math.max(...names.map(textWidth));
  if (candidates.some(({ description }) => description)) {
    const room = columns - widest - 5;
    return candidates
      .map(({ description }, i) => {
        const name = names[i] as string;
        if (!description || room < 10) return `${name}\r\n`;
        const text = description.length > room ? `${description.slice(0, room - 1)}…` : description;
        return `${name}${' '.repeat(widest - textWidth(name))}  (${text})\r\n`;
      })
      .join('');
  }
  const perRow = Math.max(1, Math.floor(columns / (widest + 2)));
  const rows = Math.ceil(names.length / perRow);
  let out = '';
  for (let r = 0; r < rows; r++) {
    let line = '';
    for (let i = r; i < names.length; i += rows) {
      const name = names[i] as string;
      line += name + ' '.repeat(widest + 2 - textWidth(name));
    }
    out += `${line.trimEnd()}\r\n`;
  }
  return out;
}

/** Paths are listed by what follows the folder they share. */
function shortName(value: string, candidates: readonly Candidate[]): string {
  const slash = value.replace(/\/$/, '').lastIndexOf('/') + 1;
  const folder = value.slice(0, slash);
  return slash > 0 && candidates.every((other) => other.value.startsWith(folder)) ? value.slice(slash) : value;
}
