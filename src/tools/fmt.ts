/** fmt: paragraphs filled anew, broken where GNU's fmt breaks them (the cheapest breaks for the whole paragraph). */
import { readAll } from '../kernel/sys.ts';
import { options } from './options.ts';
import { Failure, type Tool } from './tool.ts';

interface Word {
  readonly text: string;
  /** Blanks behind it. */
  readonly space: number;
  /** Begins with an opening bracket or quote. */
  readonly opens: boolean;
  /** Ends with a full stop, question or exclamation mark; `punctuated`: with another mark. */
  readonly stops: boolean;
  readonly punctuated: boolean;
  /** Ends a sentence. */
  readonly final: boolean;
}

const square = (n: number): number => n * n;
const LINE = square(70);
const NO_BREAK = square(600);
const short = (n: number): number => square(n * 10);

/** What it costs to begin a line with the word `i`. */
function breakCost(words: readonly Word[], i: number): number {
  let cost = LINE;
  const [before, other, word] = [words[i - 1], words[i - 2], words[i]];
  if (before) {
    if (before.stops) cost += before.final ? -square(50) : NO_BREAK;
    else if (before.punctuated) cost -= square(40);
    else if (other?.final) cost += Math.floor(square(200) / (before.text.length + 2));
  }
  if (word?.opens) cost -= square(40);
  else if (word?.final) cost += Math.floor(square(150) / (word.text.length + 2));
  return cost;
}

/** The numbers of the words that begin lines. */
function breaks(words: readonly Word[], first: number, indent: number, goal: number, width: number): number[] {
  const best: number[] = new Array(words.length + 1).fill(0);
  const next: number[] = new Array(words.length + 1).fill(words.length);
  const lengths: number[] = new Array(words.length + 1).fill(0);
  for (let start = words.length - 1; start >= 0; start--) {
    let length = start === 0 ? first : indent;
    best[start] = Number.POSITIVE_INFINITY;
    for (let i = start; i < words.length; ) {
      length += (words[i] as Word).text.length;
      i++;
      let cost = best[i] as number;
      if (i < words.length) {
        cost += short(goal - length);
        if ((next[i] as number) < words.length) cost += short(length - (lengths[i] as number)) / 2;
      }
      if (cost < (best[start] as number)) {
        best[start] = cost;
        next[start] = i;
        lengths[start] = length;
      }
      if (i >= words.length) break;
      length += (words[i - 1] as Word).space;
      if (length + (words[i] as Word).text.length >= width) break;
    }
    best[start] = (best[start] as number) + breakCost(words, start);
  }
  const found: number[] = [];
  for (let at = 0; at < words.length; at = next[at] as number) found.push(at);
  return found;
}

function wordsOf(lines: readonly string[], uniform: boolean): Word[] {
  const words: Word[] = [];
  for (const line of lines) {
    const found = [...line.trim().matchAll(/(\S+)(\s*)/g)];
    for (const [i, [, text = '', blanks = '']] of found.entries()) {
      const last = i === found.length - 1;
      const bare = text.replace(/["')\]]+$/, '');
      const stops = /[.?!]$/.test(bare);
      const final = stops && (last || blanks.length > 1);
      words.push({
        text,
        space: last || uniform ? (final ? 2 : 1) : blanks.length,
        opens: /^[(['`"]/.test(text),
        stops,
        punctuated: /[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]$/.test(text),
        final,
      });
    }
  }
  // The last word ends a sentence, whatever it is: it is not to stand alone.
  const last = words.pop();
  return last ? [...words, { ...last, stops: true, final: true }] : words;
}

const indentOf = (line: string): number => {
  let column = 0;
  for (const c of /^[ \t]*/.exec(line)?.[0] ?? '') column += c === '\t' ? 8 - (column % 8) : 1;
  return column;
};

export const fmt: Tool = function* (call) {
  const given = options(call, 'w,width: g,goal: s,split-only u,uniform-spacing c,crown-margin t,tagged-paragraph p,prefix:', {
    digits: 'w',
  });
  for (const [letter, name] of [
    ['c', 'crown-margin'],
    ['t', 'tagged-paragraph'],
    ['p', 'prefix'],
  ] as const)
    if (given.has(letter)) throw new Failure(`the option --${name} is not supported here`);
  const text = given.get('w') ?? '75';
  if (!/^\d+$/.test(text) || Number(text) > 2500) throw new Failure(`invalid width: ${call.quote(text)}`);
  const width = Number(text);
  const goal = given.has('g') ? Number(given.get('g')) : Math.floor((width * (2 * (100 - 7) + 1)) / 200);
  const fill = (lines: readonly string[]): void => {
    const words = wordsOf(lines, given.has('u'));
    const [first, rest] = [indentOf(lines[0] as string), indentOf(lines[1] ?? (lines[0] as string))];
    const starts = breaks(words, first, rest, goal, width);
    starts.forEach((from, i) => {
      const line = words.slice(from, starts[i + 1]);
      const shown = line.map((word, j) => (j < line.length - 1 ? word.text + ' '.repeat(word.space) : word.text)).join('');
      call.put(`${' '.repeat(i === 0 ? first : rest)}${shown}\n`);
    });
  };
  return yield* call.eachFile(given.operands, function* (fd) {
    let paragraph: string[] = [];
    const finish = (): void => {
      if (paragraph.length > 0) fill(paragraph);
      paragraph = [];
    };
    for (const line of (yield* readAll(fd)).replace(/\n$/, '').split('\n')) {
      if (line.trim() === '') {
        finish();
        call.put('\n');
        continue;
      }
      // Another indentation begins another paragraph.
      const before = paragraph.at(-1);
      if (before !== undefined && (given.has('s') || indentOf(line) !== indentOf(before))) finish();
      paragraph.push(line);
    }
    finish();
  });
};
