import fc from 'fast-check';
import { expect, it } from 'vitest';
import { JsonText, jsonPieces } from './json-text.ts';

const plain = fc
  .anything({ withDate: false, withBigInt: false, withMap: false, withSet: false })
  .map((value) => JSON.parse(JSON.stringify(value) ?? 'null') as unknown);

it('pieces make the same JSON, however deep the data is taken apart', () => {
  fc.assert(
    fc.property(plain, fc.nat(6), (value, depth) => {
      expect([...jsonPieces(value, depth)].join('')).toBe(JSON.stringify(value));
      expect([...jsonPieces({ a: new JsonText(JSON.stringify(value)), b: undefined }, 2)].join('')).toBe(JSON.stringify({ a: value }));
    }),
  );
});
