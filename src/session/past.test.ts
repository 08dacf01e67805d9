import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Typist } from '../lessons/typist.ts';
import { jsonPieces } from '../world/json-text.ts';
import { adoptPast, pastPieces } from '../world/past.ts';
import type { WorldSnapshot } from '../world/world.ts';
import { type Cluster, createCluster } from './index.ts';
import { openSave, SAVE_VERSION } from './save.ts';

const CREATE = 'kubectl create deployment web --image=nginx --replicas=3';
const SCALE = 'kubectl scale deployment web --replicas=5';
const BUSY = 'kubectl run busy --image=busybox -- sh -c "while true; do date; sleep 3; done"';
const STOP = 'minikube node stop minikube-m02';
const LINES = [
  CREATE,
  'kubectl scale deployment web --replicas=1',
  SCALE,
  'kubectl expose deployment web --port=80 --type=NodePort',
  'kubectl label pods -l app=web n=$RANDOM --overwrite',
  'kubectl set image deployment/web nginx=nginx:nope',
  'kubectl annotate service kubernetes note=$(date +%s) --overwrite; kubectl annotate service kubernetes note-',
  'kubectl delete pods --all --wait=false',
  BUSY,
  'curl -s -m 1 http://$(minikube ip):$(kubectl get service web -o jsonpath={.spec.ports[0].nodePort})',
  STOP,
  'minikube node start minikube-m02',
  'sleep 45',
];

const joined = (pieces: Iterator<string>): string => [...{ [Symbol.iterator]: () => pieces }].join('');

/** Another cluster, as a page is after a reload. */
async function reloaded(cluster: Cluster): Promise<Cluster> {
  const past = joined(pastPieces(cluster.history));
  const saved = JSON.parse(joined(jsonPieces(cluster.frozen(), 5))) as WorldSnapshot;
  const other = await openSave({ drydock: SAVE_VERSION, scenario: 'empty', cluster: saved, terminals: [] });
  adoptPast(other.history, JSON.parse(past));
  return other;
}

/** All but the laptop's, which is outside of time, and the changes that led there. */
function state(cluster: Cluster): string {
  const { slots, timers, store, ...rest } = cluster.snapshot();
  const { 'laptop-files': _files, ...others } = slots;
  // One that nobody has asked for yet may be there as it begins.
  const own = Object.fromEntries(Object.entries(others).filter(([, slot]) => JSON.stringify(slot) !== '{}'));
  const inOrder = timers.timers.filter(({ kind, key }) => kind !== 'process' || !key.startsWith('-'));
  return JSON.stringify({ ...rest, objects: store.objects, timers: inOrder, slots: own });
}

/** Where two long texts part. */
function difference(a: string, b: string): string {
  if (a === b) return '';
  let at = 0;
  while (a[at] === b[at]) at++;
  const from = Math.max(0, at - 80);
  return `${a.slice(from, at + 80)}\n${b.slice(from, at + 80)}`;
}

describe('a past that was kept', () => {
  it('is the same at every moment, and so is what comes of it', async () => {
    const lines = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lines, fc.array(fc.nat(1000), { minLength: 1, maxLength: 5 }), fc.nat(9000), async (typed, jumps, rest) => {
        const cluster = await createCluster({ nodes: 2 });
        const typist = new Typist(cluster);
        for (const line of typed) await typist.type(line);
        await typist.wait(rest);
        const other = await reloaded(cluster);
        expect(other.history.marks()).toEqual(cluster.history.marks());
        const { first, newest } = cluster.history;
        const since = JSON.stringify(cluster.world.store.changesSince(first));
        expect(difference(JSON.stringify(other.history.changes()), since)).toBe('');
        expect(other.history.first).toBe(first);
        for (const jump of jumps) {
          const revision = first + (jump % (newest - first + 1));
          expect(other.history.goTo(revision)).toBe(cluster.history.goTo(revision));
          expect(difference(state(other), state(cluster))).toBe('');
        }
        for (const each of [cluster, other]) {
          each.history.goTo(newest);
          each.history.undo();
          each.world.advance(20_000);
        }
        expect(difference(state(other), state(cluster))).toBe('');
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('what was undone can be done again', async () => {
    const lines = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(lines, fc.nat(2), fc.nat(3000), async (typed, undone, rest) => {
        const cluster = await createCluster({ nodes: 2 });
        const typist = new Typist(cluster);
        for (const line of typed) await typist.type(line);
        for (let times = 0; times <= undone; times++) {
          cluster.history.undo();
          cluster.world.advance(rest);
        }
        const other = await reloaded(cluster);
        expect(other.history.newest).toBe(cluster.history.newest);
        for (let times = 0; times <= undone + 1; times++) {
          expect(other.history.redoable).toBe(cluster.history.redoable);
          expect(other.history.redo()).toBe(cluster.history.redo());
          expect(difference(state(other), state(cluster))).toBe('');
          expect(other.history.marks()).toEqual(cluster.history.marks());
        }
        for (const each of [cluster, other]) {
          each.history.undo();
          each.world.advance(20_000);
        }
        expect(difference(state(other), state(cluster))).toBe('');
      }),
      {
        numRuns: 12,
        examples: [
          [[CREATE, STOP], 1, 71],
          [[BUSY, CREATE, STOP, SCALE], 0, 0],
        ],
      },
    );
  }, 120_000);

  it('of another moment or damaged is refused, and changes nothing', async () => {
    const cluster = await createCluster();
    await cluster.openShell().run('kubectl create deployment web --image=nginx; sleep 20');
    const past = JSON.parse(joined(pastPieces(cluster.history)));
    const before = state(cluster);
    expect(() => adoptPast(cluster.history, { ...past, revision: past.revision - 1 })).toThrow();
    expect(() => adoptPast(cluster.history, { ...past, changes: past.changes.slice(1) })).toThrow();
    expect(() => adoptPast(cluster.history, { ...past, parts: [] })).toThrow();
    expect(() => adoptPast(cluster.history, 'nonsense')).toThrow();
    expect(state(cluster)).toBe(before);
  });
});
