import { expect, test } from 'vitest';
import { fittingSize } from './settings.ts';

test('a terminal writes smaller where only that keeps a wide table on its lines', () => {
  expect(fittingSize(1100)).toBe(13);
  expect(fittingSize(1000)).toBe(12);
  expect(fittingSize(948)).toBe(11.5); // beside a lesson on a screen of 1280
  expect(fittingSize(640)).toBe(13);
});
