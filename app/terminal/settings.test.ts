import { expect, test } from 'vitest';
import { fittingSize } from './settings.ts';

test('a terminal writes smaller where only that keeps a wide table on its lines', () => {
  expect(fittingSize(1100, 1)).toBe(13);
  expect(fittingSize(1000, 1)).toBe(12);
  expect(fittingSize(948, 1)).toBe(11.5); // beside a lesson on a screen of 1280
  expect(fittingSize(640, 1)).toBe(13);
  expect(fittingSize(492, 1)).toBe(13); // beside the picture on a screen of 1024
  expect(fittingSize(380, 1)).toBe(11); // beside the picture in a frame of 800
  expect(fittingSize(354, 1)).toBe(10); // on a phone
  expect(fittingSize(334, 1)).toBe(13); // no size would do
  expect(fittingSize(700, 1.5)).toBe(20); // larger with all text of the page
  expect(fittingSize(640, 1.5)).toBe(18.5);
});
