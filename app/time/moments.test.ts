import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Typist } from '../../src/lessons/typist.ts';
import { createCluster } from '../../src/session/index.ts';
import { axisOf, densityOf, indexAt, indexOfPlace, lineBefore, Moments, neighbour } from './moments.ts';

test('moments: what was typed lies before what it changed, and undone ones are gone', async () => {
  const cluster = await createCluster();
  const terminal = new Typist(cluster);
  const moments = new Moments(cluster.history);
  const now = () => moments.until(cluster.world.store.revision);
  expect(now()).toEqual([]);
  await terminal.type('kubectl create deployment web --image=nginx; sleep 20');
  await terminal.type('kubectl get pods');
  await terminal.type('kubectl scale deployment web --replicas=2; sleep 20');
  const all = now();
  const line = neighbour(all, all.length, -1, 'line') ?? -1;
  expect(all[line]?.mark?.text).toMatch(/^kubectl scale/);
  expect(all[line + 1]?.sentence).toMatchObject({ what: 'scaled', kind: 'Deployment', actor: 'kubectl' });
  expect(lineBefore(all, line)?.text).toMatch(/^kubectl create/);
  expect(lineBefore(all, all.length)?.text).toMatch(/^kubectl scale/);
  expect(all.some(({ mark }) => mark?.text === 'kubectl get pods')).toBe(true);
  // From scratch it is the same as bit by bit, also after going back and on in another way.
  expect(new Moments(cluster.history).until(cluster.world.store.revision)).toEqual(all);
  cluster.history.undo();
  await terminal.type('kubectl delete deployment web; sleep 9');
  const after = now();
  expect(new Moments(cluster.history).until(cluster.world.store.revision)).toEqual(after);
  expect(after.some(({ mark }) => mark?.text.startsWith('kubectl scale'))).toBe(false);
});

test('the line: moments in their order, each found again at its place', () => {
  const steps = fc.array(fc.record({ gap: fc.oneof(fc.nat(50), fc.nat(10_000_000)), writes: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(steps, fc.nat(1e9), (gaps, rest) => {
      let [time, revision] = [1e12, 1];
      const moments = gaps.map(({ gap, writes }) => ({ time: (time += gap), revision: (revision += writes), sentence: {} as never }));
      const axis = axisOf(moments, time + rest);
      for (const [index, place] of [...axis.positions].entries()) {
        expect(place).toBeGreaterThan(0);
        expect(place).toBeLessThan(1);
        expect(place).toBeGreaterThanOrEqual(axis.positions[index - 1] ?? 0);
        const found = indexOfPlace(axis, place);
        expect(axis.positions[found]).toBe(place);
        expect(indexAt(moments, moments[index] as (typeof moments)[number])).toBe(index);
      }
      expect(indexOfPlace(axis, 0)).toBe(-1);
      expect(densityOf(moments, axis, 50).reduce((sum, one) => sum + one, 0)).toBe(moments.length);
    }),
  );
});
