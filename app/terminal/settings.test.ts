import { expect, test } from 'vitest';
import { fittingSize } from './settings.ts';

test('a terminal writes smaller where only that keeps a wide table on its lines', () => {
  expect(fittingSize(1100, 1)).toBe(13);
  expect(fittingSize(1000, 1)).toBe(12);
  expect(fittingSize(948, 1)).toBe(11.5); // beside a lesson on a screen of 1280
  expect(fittingSize(640, 1)).toBe(13);
  expect(fittingSize(640, 1.5)).toBe(20); // larger with all text of the page
});
