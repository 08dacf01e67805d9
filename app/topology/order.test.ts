import { expect, test } from 'vitest';
import { asTheyStood, keptOf, memoryOfKept, newMemory } from './memory.ts';
import type { PodView } from './model.ts';
import { inOrder, NO_ORDER, podsInOrder, servicesInOrder } from './order.ts';
import { assignSlots, NO_SLOTS, type SlotState } from './slots.ts';

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

test('a Service comes where its lines cross least, and stays there', () => {
  const targets = new Map([
    ['web', [4, 5]],
    ['api', [0, 1]],
    ['all', [0, 1, 4, 5]],
  ]);
  const first = servicesInOrder(NO_ORDER, ['web', 'api'], targets);
  expect(first.keys).toEqual(['api', 'web']);
  const second = servicesInOrder(first, ['web', 'api', 'all', 'kubernetes'], targets);
  expect(second.keys).toEqual(['api', 'all', 'web', 'kubernetes']);
  // What its lines lead to has changed: nothing that is drawn moves for that.
  const moved = new Map([...targets, ['web', [0]], ['api', [9]]] as const);
  expect(servicesInOrder(second, ['web', 'api', 'all', 'kubernetes'], moved).keys).toEqual(second.keys);
  expect(servicesInOrder(second, ['web', 'all'], moved).keys).toEqual(['all', 'web']);
});

test('a Service that came before its Pods gets its place with them', () => {
  const before = servicesInOrder(NO_ORDER, ['b', 'a'], new Map());
  expect(before.keys).toEqual(['b', 'a']);
  const after = servicesInOrder(
    before,
    ['b', 'a'],
    new Map([
      ['b', [3]],
      ['a', [1]],
    ]),
  );
  expect(after.keys).toEqual(['a', 'b']);
  expect(
    servicesInOrder(
      after,
      ['b', 'a'],
      new Map([
        ['b', [1]],
        ['a', [3]],
      ]),
    ).keys,
  ).toEqual(['a', 'b']);
});

test('after a reload Pods of one second stand as they came, not by their names', () => {
  const pods = ['web-b', 'web-a'].map((name) => ({ ...made(name, 5), namespace: 'default' }) as unknown as PodView);
  const place = (state: SlotState, some: readonly PodView[]): SlotState =>
    assignSlots(
      state,
      some,
      () => 'web',
      () => 'minikube',
      0,
    );
  const live = { ...newMemory(), slots: { grouping: 'node' as const, state: place(place(NO_SLOTS, pods.slice(0, 1)), pods), time: 0 } };
  const { stood } = memoryOfKept(JSON.parse(JSON.stringify(keptOf(live))));
  const again = place(NO_SLOTS, asTheyStood(pods.toReversed(), stood));
  expect(names(again.places.get('minikube')![0]!.slots.map(({ pod }) => pod))).toEqual(['web-b', 'web-a']);
});
