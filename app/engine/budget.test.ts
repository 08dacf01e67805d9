import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budgetAfter, MOST } from './budget.ts';

test('a late frame makes the next ones cheaper, and those on time give it back', () => {
  const late = budgetAfter(MOST, 33.3);
  expect(late).toBeLessThan(MOST);
  expect(budgetAfter(late, 33.3)).toBeLessThan(late);
  let budget = late;
  for (let frame = 0; frame < 60; frame++) budget = budgetAfter(budget, 16.7);
  expect(budget).toBe(MOST);
});

test('whatever comes, a frame computes something and never too long', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1000, noNaN: true })), (times) => {
      const budget = times.reduce(budgetAfter, MOST);
      expect(budget).toBeGreaterThanOrEqual(1);
      expect(budget).toBeLessThanOrEqual(MOST);
    }),
  );
});
