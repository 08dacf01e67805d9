import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KubeObject } from './object.ts';
import { labelIndexValue } from './store.ts';
import { World } from './world.ts';

const pod = (name: string, labels: Record<string, string> = {}, namespace = 'default'): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace, uid: `uid-${name}`, resourceVersion: '', creationTimestamp: '', labels },
});

describe('store', () => {
  it('lists by namespace and label in order, and follows label changes', () => {
    const { store } = new World();
    store.put('pods', pod('b', { app: 'x' }));
    store.put('pods', pod('a', { app: 'x' }));
    store.put('pods', pod('c', { app: 'x' }, 'other'));
    expect(store.list('pods').map((p) => p.metadata.name)).toEqual(['a', 'b', 'c']);
    expect(store.list('pods', 'default').map((p) => p.metadata.name)).toEqual(['a', 'b']);
    const byApp = () => store.byIndex('pods', 'label', labelIndexValue('default', 'app', 'x')).map((p) => p.metadata.name);
    expect(byApp()).toEqual(['a', 'b']);
    store.put('pods', pod('b', { app: 'y' }));
    expect(byApp()).toEqual(['a']);
    store.remove('pods', 'default', 'a');
    expect(byApp()).toEqual([]);
  });

  it('replaying the journal from any revision rebuilds the state', () => {
    const write = fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), app: fc.constantFrom('x', 'y'), remove: fc.boolean() });
    fc.assert(
      fc.property(fc.array(write, { maxLength: 40 }), fc.nat(40), (writes, cut) => {
        const { store } = new World();
        const states: Map<string, KubeObject>[] = [];
        const revisions: number[] = [];
        const now = () => new Map(store.list('pods').map((p) => [p.metadata.name, p]));
        states.push(now());
        revisions.push(store.revision);
        for (const { name, app, remove } of writes) {
          if (remove) store.remove('pods', 'default', name);
          else store.put('pods', pod(name, { app }));
          states.push(now());
          revisions.push(store.revision);
        }
        const from = Math.min(cut, writes.length);
        const state = new Map(states[from]);
        for (const change of store.changesSince(revisions[from] as number) ?? []) {
          if (change.type === 'DELETED') state.delete(change.object.metadata.name);
          else state.set(change.object.metadata.name, change.object);
        }
        expect([...state].sort()).toEqual([...now()].sort());
      }),
    );
  });
});

describe('world', () => {
  it('tells whoever sleeps until the next timer of one that is due before it, and of no other', () => {
    const world = new World();
    const told: (number | undefined)[] = [];
    world.timers.on('t', () => {});
    world.timers.set('t', 'first', world.now + 50);
    world.timers.onSooner = () => told.push(world.timers.nextAt());
    world.timers.set('t', 'later', world.now + 60);
    world.timers.set('t', 'sooner', world.now + 40);
    world.timers.cancel('t', 'sooner');
    expect(world.timers.nextAt()).toBe(world.now + 50);
    world.timers.set('t', 'again', world.now + 45);
    expect(told).toEqual([world.now + 40, world.now + 45]);
  });

  it('runs timers in order of time, then of setting, and a moved timer once', () => {
    const world = new World();
    const start = world.now;
    const seen: string[] = [];
    world.timers.on('t', (payload, key) => seen.push(`${key}${payload}@${world.now - start}`));
    world.timers.set('t', 'a', start + 30, 1);
    world.timers.set('t', 'b', start + 10, 1);
    world.timers.set('t', 'c', start + 10, 1);
    world.timers.set('t', 'a', start + 5, 2);
    world.timers.set('t', 'd', start + 5, 1);
    world.timers.cancel('t', 'd');
    world.advance(100);
    expect(seen).toEqual(['a2@5', 'b1@10', 'c1@10']);
    expect(world.now - start).toBe(100);
  });

  it('pauses, speeds and steps by its clock', () => {
    const world = new World();
    const start = world.now;
    world.timers.on('t', () => {});
    world.timers.set('t', '', start + 5000);
    world.clock.paused = true;
    world.tick(100);
    expect(world.now).toBe(start);
    expect(world.step()).toBe(true);
    expect(world.now).toBe(start + 5000);
    expect(world.step()).toBe(false);
    world.clock.paused = false;
    world.clock.speed = 10;
    world.tick(100);
    expect(world.now).toBe(start + 6000);
  });

  it('a key that a pass makes dirty has another pass, spaced or not', () => {
    for (const spacing of [0, 50]) {
      const world = new World();
      const at: number[] = [];
      world.queues.register(
        'q',
        10,
        () => {
          at.push(world.now);
          if (at.length < 4) world.queues.add('q', 'k', 1);
        },
        spacing,
      );
      world.queues.add('q', 'k', 1);
      world.advance(1000);
      expect(at, `spacing ${spacing}`).toHaveLength(4);
    }
  });

  it('a restored snapshot has the same future, byte for byte', () => {
    const make = () => {
      const world = new World({ seed: 3 });
      world.timers.on('grow', () => {
        world.store.put('pods', pod(`p-${world.random.suffix()}`, { n: String(world.random.integer(3)) }));
        world.timers.set('grow', '', world.now + 100 + world.random.integer(50));
        world.queues.add('count', 'k', world.store.revision);
      });
      world.queues.register('count', 10, () => {
        const slot = world.slot<{ n: number }>('count', () => ({ n: 0 }));
        slot.n = world.store.count('pods');
      });
      return world;
    };
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), (before, after) => {
        const world = make();
        world.timers.set('grow', '', world.now);
        world.advance(before);
        const saved = JSON.parse(JSON.stringify(world.snapshot()));
        world.advance(after);
        const other = make();
        other.restore(saved);
        other.advance(after);
        expect(JSON.stringify(other.snapshot())).toBe(JSON.stringify(world.snapshot()));
      }),
      { numRuns: 20 },
    );
  });
});
