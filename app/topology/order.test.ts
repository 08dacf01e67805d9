import { expect, test } from 'vitest';
import { byCreation, inOrder } from './order.ts';

const made = (name: string, created: number) => ({ name, created, uid: name });
const names = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);

test('the older first, then by name with its numbers by value', () => {
  const items = [made('app10', 2), made('app2', 2), made('zoo', 1), made('app1', 2)];
  expect(names(items.toSorted(byCreation))).toEqual(['zoo', 'app1', 'app2', 'app10']);
});

test('what is drawn stays before what comes in the same second', () => {
  const drawn = [made('web', 5)];
  expect(names(inOrder(drawn))).toEqual(['web']);
  const later = [made('api', 5), ...drawn, made('old', 4)];
  expect(names(inOrder(later))).toEqual(['old', 'web', 'api']);
  expect(names(inOrder(later.toReversed()))).toEqual(['old', 'web', 'api']);
});
