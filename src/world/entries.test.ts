import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Entries, type KeptEntries } from './entries.ts';

const KEYS = ['a', 'b', 'c', 'd'];
const step = fc.record({
  does: fc.constantFrom('set', 'change', 'delete', 'replace', 'look', 'keep', 'back'),
  key: fc.constantFrom(...KEYS),
  value: fc.nat(9),
});

interface Part {
  value: number;
}

const textOf = (entries: Entries<Part>): string => JSON.stringify(Object.entries(entries.data()));

describe.each([false, true])('entries whose parts are fixed: %s', (fixed) => {
  it('come back as they were at any moment that was kept, in the same order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let entries = new Entries<Part>({ fixed });
        const moments: { kept: KeptEntries; text: string }[] = [];
        for (const { does, key, value } of steps) {
          if (does === 'set') entries.set(key, { value });
          else if (does === 'change') {
            if (fixed) entries.set(key, { value });
            else entries.of(key, () => ({ value: 0 })).value = value;
          } else if (does === 'delete') entries.delete(key);
          else if (does === 'replace') {
            entries.delete(key);
            entries.set(key, { value });
          } else if (does === 'look') for (const part of entries.peek()) expect(part.value).toBeLessThan(10);
          else if (does === 'keep') moments.push({ kept: entries.keep(), text: textOf(entries) });
          else if (moments.length > 0)
            entries = Entries.from((moments[value % moments.length] as (typeof moments)[0]).kept) as Entries<Part>;
        }
        for (const { kept, text } of moments) {
          expect(textOf(Entries.from(kept) as Entries<Part>)).toBe(text);
        }
      }),
    );
  });
});
