import { expect, test } from 'vitest';
import { inOrder, podsInOrder } from './order.ts';

const made = (name: string, created: number) => ({ name, created, uid: name, key: name });
const names = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);

test('the older first, then by name with its numbers by value', () => {
  const items = [made('app10', 2), made('app2', 2), made('zoo', 1), made('app1', 2)];
  expect(names(podsInOrder(items))).toEqual(['zoo', 'app1', 'app2', 'app10']);
  const [, ...rest] = items;
  expect(names(podsInOrder([made('app3', 2), made('ark', 1), ...rest]))).toEqual(['ark', 'zoo', 'app1', 'app2', 'app3']);
});

test('what is drawn stays before what comes in the same second', () => {
  const drawn = [made('web', 5)];
  expect(names(inOrder(drawn))).toEqual(['web']);
  const later = [made('api', 5), ...drawn, made('old', 4)];
  expect(names(inOrder(later))).toEqual(['old', 'web', 'api']);
  expect(names(inOrder(later.toReversed()))).toEqual(['old', 'web', 'api']);
});
