import { expect, it } from 'vitest';
import { Checker } from './cel.ts';
import type { Facts } from './facts.ts';

it('counts what repeats itself in a list, and shows the end of a long one', () => {
  const shown = (list: string): string | undefined => new Checker({}).compile(list).shows({} as Facts);
  expect(shown("['a', 'b', 'b']")).toBe('a, b, b');
  expect(shown("['a', 'a', 'a', 'a', 'b']")).toBe('a × 4, b');
  expect(shown('[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]')).toBe('…, 3, 4, 5, 6, 7, 8, 9, 10');
  expect(shown('[]')).toBeUndefined();
});
