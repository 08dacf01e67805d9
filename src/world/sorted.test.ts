import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sorted } from './sorted.ts';

test('holds what was added and not removed, in order', () => {
  const key = fc.nat(2000).map(String);
  const change = fc.record({ add: fc.boolean(), keys: fc.array(key, { maxLength: 400 }) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), key, (changes, wanted) => {
      const [sorted, set] = [new Sorted<{ key: string }>(), new Map<string, { key: string }>()];
      for (const { add, keys } of changes) {
        for (const one of keys) {
          if (add) {
            if (set.has(one)) continue;
            set.set(one, { key: one });
            sorted.add(set.get(one) as { key: string });
          } else {
            const thing = set.get(one);
            if (thing) sorted.remove(thing);
            set.delete(one);
          }
        }
        const expected = [...set.keys()].sort();
        expect(sorted.all().map(({ key }) => key)).toEqual(expected);
        expect(sorted.size).toBe(set.size);
        const index = expected.findIndex((one) => one >= wanted);
        expect(sorted.find(wanted)).toBe(index < 0 ? expected.length : index);
      }
    }),
    { numRuns: 50 },
  );
});
