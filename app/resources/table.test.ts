import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCluster } from '../../src/session/index.ts';
import { columnsWithin, compareCells, kindChoices, objectOf, rowsOf, secondsOf, tableOf } from './table.ts';

const ALL = { namespace: undefined, text: '', sort: undefined };

async function cluster() {
  const made = await createCluster();
  await made.load();
  const shell = made.openShell();
  await shell.run('kubectl create deployment web --image=nginx --replicas=3; kubectl create deployment api --image=nginx; sleep 20');
  return made;
}

test('columns and cells are those that kubectl prints', async () => {
  const made = await cluster();
  const { columns, rows } = tableOf(made, 'deployments.apps');
  expect(columns.filter(({ priority }) => priority === 0).map(({ name }) => name)).toEqual([
    'Name',
    'Ready',
    'Up-to-date',
    'Available',
    'Age',
  ]);
  expect(rows.filter(({ object }) => object.namespace === 'default').map(({ cells }) => cells.slice(0, 4))).toEqual([
    ['api', '1/1', 1, 1],
    ['web', '3/3', 3, 3],
  ]);
});

test('kinds are offered of which there is something, once each', async () => {
  const made = await cluster();
  const choices = kindChoices(made);
  expect(choices).toContainEqual({ resource: 'deployments.apps', kind: 'Deployment', count: expect.any(Number) });
  expect(choices.some(({ kind }) => kind === 'CronJob')).toBe(false);
  expect(new Set(choices.map(({ resource }) => resource)).size).toBe(choices.length);
  expect(kindChoices(made, 'cronjobs.batch')).toContainEqual({ resource: 'cronjobs.batch', kind: 'CronJob', count: 0 });
});

test('each row is an object to look at, and a kind has as many as it says', async () => {
  const made = await cluster();
  await made.openShell().run('kubectl create clusterrolebinding mine --clusterrole=view --user=me; kubectl get clusterroles,leases -A');
  for (const { resource, count } of kindChoices(made)) {
    const { rows } = tableOf(made, resource);
    expect(`${resource} ${rows.length}`).toBe(`${resource} ${count}`);
    for (const { object } of rows) expect(objectOf(made, object)?.metadata.name).toBe(object.name);
  }
});

test('rows are found by text and namespace, and sorted', async () => {
  const made = await cluster();
  const table = tableOf(made, 'deployments.apps');
  const names = (view: Parameters<typeof rowsOf>[1]): string[] => rowsOf(table, view).map(({ object }) => object.name);
  expect(names({ ...ALL, namespace: 'default', sort: { column: 0, down: true } })).toEqual(['web', 'api']);
  expect(names({ ...ALL, namespace: 'default', text: '3/3' })).toEqual(['web']);
  expect(names({ ...ALL, text: 'no such thing' })).toEqual([]);
});

test('a kind that is not served has no table', async () => {
  expect(tableOf(await cluster(), 'nothings.example.com')).toEqual({ columns: [], rows: [] });
});

test('ages are compared by how long they are', () => {
  expect(secondsOf('4d21h')).toBe(421_200);
  expect(secondsOf('web')).toBeUndefined();
  expect(['2d', '35s', '5m10s', '3h'].sort(compareCells)).toEqual(['35s', '5m10s', '3h', '2d']);
  expect(['web-10', 'web-2'].sort(compareCells)).toEqual(['web-2', 'web-10']);
});

test('comparing cells is an order', () => {
  const cell = fc.oneof(fc.integer(), fc.stringMatching(/^[0-9]{1,3}[smhd]$/), fc.string({ maxLength: 4 }));
  fc.assert(fc.property(cell, cell, (a, b) => Math.sign(compareCells(a, b)) === -Math.sign(compareCells(b, a))));
});

test('where there is little room, columns come from the left, without those that are too long', () => {
  const column = (name: string) => ({ name, type: 'string', priority: 0 });
  const columns = ['Name', 'Type', 'External-IP', 'Age'].map(column);
  const object = { resource: 'services', namespace: 'default', name: 'web' };
  const table = { columns, rows: [{ object, cells: ['a-very-long-name', 'NodePort', '<pending>', '3d4h'] }] };
  const within = (room: number) => columnsWithin(table, [0, 1, 2, 3], room);
  expect([within(0), within(10), within(16), within(29)]).toEqual([[0], [0, 1], [0, 1, 3], [0, 1, 2, 3]]);
});
