import { expect, test } from 'vitest';
import { fittingSize } from './settings.ts';

test('a terminal writes smaller where only that keeps a wide table on its lines', () => {
  expect(fittingSize(1100)).toBe(13);
  expect(fittingSize(940)).toBe(12);
  expect(fittingSize(640)).toBe(13);
});
