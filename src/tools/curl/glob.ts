/** The several URLs that one argument may stand for: `{a,b}`, `[1-9]`, `[01-10:3]`, `[a-z]`. */
import { CurlError } from './request.ts';

/** Alternatives from which one is taken each; made when asked for, as a range may be long. */
type Part = () => Iterable<string>;

/** One URL and what its patterns stood for, in order (`#1` in -o). */
export interface Globbed {
  readonly url: string;
  readonly taken: readonly string[];
}

/** Throws CurlError 3 with the place of the mistake. */
export function globUrl(text: string): Iterable<Globbed> {
  const parts: (string | Part)[] = [];
  const bad = (why: string, at: number): never => {
    throw new CurlError(3, `${why} in URL position ${at + 1}:\n${text}\n${' '.repeat(at)}^`);
  };
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const literal = /^(?:[^[\]{}\\]|\\[[\]{}]|\\|\[\]|\[[^\]-]*:[^\]-]*:[^\]-]*\])+/.exec(rest)?.[0];
    if (literal !== undefined) {
      parts.push(literal.replace(/\\([[\]{}])/g, '$1'));
      at += literal.length;
    } else if (rest.startsWith('{')) {
      const inside = /^\{((?:\\.|[^{}[\]\\])*)/s.exec(rest)?.[1] ?? '';
      const end = rest[inside.length + 1];
      if (end === undefined) bad('unmatched brace', at);
      if (end === '{' || end === '[') bad('nested brace', at + inside.length + 1);
      if (end === ']') bad('unexpected close bracket', at + inside.length + 1);
      if (inside === '') bad('empty string within braces', at + 1);
      const choices = inside.split(',').map((choice) => choice.replace(/\\(.)/gs, '$1'));
      parts.push(() => choices);
      at += inside.length + 2;
    } else if (rest.startsWith('[')) {
      if (!/^\[[\da-z]/i.test(rest)) bad('bad range specification', at + 1);
      const [whole, from = '', to = '', step = '1'] = /^\[(\d+|[a-z])-(\d+|[a-z])(?::(\d+))?\]/i.exec(rest) ?? [];
      const letters = /^[a-z]/i.test(from);
      const number = (end: string): number => (letters ? end.charCodeAt(0) : Number(end));
      const [first, last, by] = [number(from), number(to), Number(step)];
      const wrong = letters !== /^[a-z]/i.test(to) || by < 1 || last < first || (last > first ? by > last - first : by !== 1);
      if (whole === undefined || wrong) bad('bad range', at + (whole ?? (/^\[\d+-?\d*/.exec(rest) ?? ['['])[0]).length);
      const width = from.startsWith('0') ? from.length : 0;
      parts.push(function* () {
        for (let value = first; value <= last; value += by) yield letters ? String.fromCharCode(value) : String(value).padStart(width, '0');
      });
      at += (whole as string).length;
    } else bad('unmatched close brace/bracket', at);
  }
  return expand(parts, 0, { url: '', taken: [] });
}

function* expand(parts: readonly (string | Part)[], index: number, made: Globbed): Iterable<Globbed> {
  const part = parts[index];
  if (part === undefined) yield made;
  else if (typeof part === 'string') yield* expand(parts, index + 1, { ...made, url: made.url + part });
  else for (const one of part()) yield* expand(parts, index + 1, { url: made.url + one, taken: [...made.taken, one] });
}
