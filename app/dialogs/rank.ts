/** Which entries of the palette fit what was typed, and in which order. */

interface Findable {
  readonly text: string;
  /** What kind of thing it is. */
  readonly hint: string;
}

/** How well a word fits an entry, best first; undefined: not at all. Of a kind letters in their order will do: `svc` finds services. */
function quality(word: string, text: string, hint: string): number | undefined {
  if (text.startsWith(word)) return 0;
  if (text.includes(` ${word}`)) return 1;
  if (text.includes(word)) return 2;
  if (hint.startsWith(word)) return 3;
  if (hint.includes(word)) return 4;
  if (word.length < 2) return undefined;
  if (hint[0] === word[0] && hasInOrder(hint.split(' ')[0] ?? '', word)) return 5;
  return beginsWords(text, word) ? 6 : undefined;
}

function hasInOrder(text: string, letters: string): boolean {
  let at = -1;
  return [...letters].every((letter) => (at = text.indexOf(letter, at + 1)) >= 0);
}

/** Whether the letters are beginnings of words, in their order: `opres` of "open resources". */
function beginsWords(text: string, letters: string): boolean {
  if (letters === '') return true;
  return text.split(/[^\p{L}\p{N}]+/u).some((word, index, words) => {
    for (let taken = commonStart(word, letters); taken > 0; taken--)
      if (beginsWords(words.slice(index + 1).join(' '), letters.slice(taken))) return true;
    return false;
  });
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** Entries that all words of the query fit (`svc/web` is two), the best first, those that fit alike as they come. @param most so many are enough */
export function rank<T extends Findable>(entries: readonly T[], query: string, most: number): T[] {
  const words = query
    .toLowerCase()
    .split(/[\s/]+/)
    .filter(Boolean);
  if (words.length === 0) return entries.slice(0, most);
  return entries
    .flatMap((entry) => {
      const fits = words.map((word) => quality(word, entry.text.toLowerCase(), entry.hint.toLowerCase()));
      return fits.includes(undefined) ? [] : [{ entry, score: fits.reduce<number>((sum, one) => sum + (one ?? 0), 0) }];
    })
    .sort((a, b) => a.score - b.score)
    .slice(0, most)
    .map(({ entry }) => entry);
}
