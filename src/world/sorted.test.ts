import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sorted } from './sorted.ts';

test('holds what was added and not removed, in order', () => {
  const key = fc.nat(2000).map(String);
  const change = fc.record({ add: fc.boolean(), keys: fc.array(key, { maxLength: 400 }) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), key, (changes, wanted) => {
      const [sorted, set] = [new Sorted<{ key: string }>(), new Set<string>()];
      for (const { add, keys } of changes) {
        for (const one of keys) {
          if (add) {
            if (!set.has(one)) sorted.add({ key: one });
            set.add(one);
          } else {
            if (set.delete(one)) sorted.remove(one);
          }
        }
        const expected = [...set].sort();
        expect(sorted.all().map(({ key }) => key)).toEqual(expected);
        expect(sorted.size).toBe(set.size);
        const index = expected.findIndex((one) => one >= wanted);
        expect(sorted.find(wanted)).toBe(index < 0 ? expected.length : index);
      }
    }),
    { numRuns: 50 },
  );
});
