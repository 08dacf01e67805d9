import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Channel } from '../kernel/channel.ts';
import { kinds } from '../kinds/index.ts';
import { rulesCode } from '../kinds/rules-code.ts';
import type { KubeObject } from '../world/object.ts';
import { World } from '../world/world.ts';
import { ApiServer } from './server.ts';
import type { WatchEvent } from './types.ts';

await rulesCode.load();

const PATH = '/api/v1/namespaces/default/configmaps';
const MERGE = { 'content-type': 'application/merge-patch+json' };

class Fixture {
  readonly world = new World();
  readonly api = new ApiServer(this.world, kinds);

  constructor() {
    this.api.create('namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } });
  }

  put(name: string, labels: Record<string, string>): void {
    const made = this.api.handle({ method: 'POST', path: PATH, body: { metadata: { name, labels } } });
    if (made.status !== 201) this.api.handle({ method: 'PATCH', path: `${PATH}/${name}`, headers: MERGE, body: { metadata: { labels } } });
  }

  remove(name: string): void {
    this.api.handle({ method: 'DELETE', path: `${PATH}/${name}` });
  }

  watch(query: Record<string, string> = {}, accept = ''): Channel<WatchEvent> {
    const { watch } = this.api.handle({ method: 'GET', path: PATH, query: { watch: 'true', ...query }, headers: { accept } });
    if (!watch) throw new Error('no watch');
    return watch;
  }
}

function drain(channel: Channel<WatchEvent>): WatchEvent[] {
  const events: WatchEvent[] = [];
  for (let next = channel.poll(); next; next = channel.poll()) events.push(next);
  return events;
}

const told = (events: readonly WatchEvent[]): string[] =>
  events.map(({ type, object }) => `${type} ${(object as KubeObject).metadata.name}`);

describe('watch', () => {
  test('begins with what is there, and goes on with what happens', () => {
    const f = new Fixture();
    f.put('a', {});
    const watch = f.watch();
    f.put('b', {});
    f.put('a', { x: '1' });
    f.remove('a');
    expect(told(drain(watch))).toEqual(['ADDED a', 'ADDED b', 'MODIFIED a', 'DELETED a']);
  });

  test('an object that enters or leaves the selection is ADDED or DELETED', () => {
    const f = new Fixture();
    f.put('a', { app: 'web' });
    const watch = f.watch({ labelSelector: 'app=web' });
    f.put('a', { app: 'api' });
    f.put('a', { app: 'web' });
    f.put('a', { app: 'web', more: '1' });
    expect(told(drain(watch))).toEqual(['ADDED a', 'DELETED a', 'ADDED a', 'MODIFIED a']);
  });

  test('ends at its time limit, and tells where it stands by bookmarks', () => {
    const f = new Fixture();
    const watch = f.watch({ timeoutSeconds: '90', allowWatchBookmarks: 'true' });
    f.world.advance(100_000);
    expect(drain(watch).map(({ type }) => type)).toEqual(['BOOKMARK']);
    expect(watch.closed).toBe(true);
  });

  test('marks the end of the initial events', () => {
    const f = new Fixture();
    f.put('a', {});
    const events = drain(f.watch({ sendInitialEvents: 'true', allowWatchBookmarks: 'true', resourceVersionMatch: 'NotOlderThan' }));
    expect(events.map(({ type }) => type)).toEqual(['ADDED', 'BOOKMARK']);
    expect(events[1]?.object).toMatchObject({ metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } } });
  });

  test('a version that the journal no longer has is Gone', () => {
    const f = new Fixture();
    f.world.store.compacted = 5;
    const [event] = drain(f.watch({ resourceVersion: '1' }));
    expect(event).toMatchObject({ type: 'ERROR', object: { code: 410, reason: 'Expired', message: 'too old resource version: 1 (5)' } });
  });

  test('rows of a Table', () => {
    const f = new Fixture();
    const watch = f.watch({}, 'application/json;as=Table;v=v1;g=meta.k8s.io');
    f.put('a', {});
    expect(drain(watch)[0]?.object).toMatchObject({ kind: 'Table', rows: [{ cells: ['a', 0, '0s'] }] });
  });

  const step = fc.record({ name: fc.constantFrom('a', 'b', 'c'), label: fc.constantFrom('x', 'y', undefined) });

  test('replayed from any version rebuilds the state; versions strictly grow', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.nat(20), fc.boolean(), (steps, from, selected) => {
        const f = new Fixture();
        const query: Record<string, string> = selected ? { labelSelector: 'l=x' } : {};
        const list = (): { items: KubeObject[]; metadata: { resourceVersion: string } } =>
          f.api.handle({ method: 'GET', path: PATH, query }).body as never;
        let start = list();
        steps.forEach(({ name, label }, index) => {
          if (label) f.put(name, { l: label });
          else f.remove(name);
          if (index === from) start = list();
        });
        const state = new Map(start.items.map((object) => [object.metadata.name, object]));
        let last = Number(start.metadata.resourceVersion);
        for (const { type, object } of drain(f.watch({ ...query, resourceVersion: start.metadata.resourceVersion }))) {
          const { name, resourceVersion } = (object as KubeObject).metadata;
          expect(Number(resourceVersion)).toBeGreaterThan(last);
          last = Number(resourceVersion);
          if (type === 'DELETED') expect(state.delete(name)).toBe(true);
          else {
            expect(state.has(name)).toBe(type === 'MODIFIED');
            state.set(name, object as KubeObject);
          }
        }
        expect([...state.keys()].sort().map((name) => state.get(name))).toEqual(list().items);
      }),
      { numRuns: 60 },
    );
  });
});

describe('list', () => {
  test('in pages, all of the same revision', () => {
    const f = new Fixture();
    for (const name of ['a', 'b', 'c', 'd', 'e']) f.put(name, {});
    const get = (query: Record<string, string>): { items: KubeObject[]; metadata: { continue?: string; remainingItemCount?: number } } =>
      f.api.handle({ method: 'GET', path: PATH, query }).body as never;
    const first = get({ limit: '2' });
    expect(first.metadata.remainingItemCount).toBe(3);
    f.remove('c');
    f.put('cc', {});
    const second = get({ limit: '2', continue: first.metadata.continue ?? '' });
    expect(second.items.map(({ metadata }) => metadata.name)).toEqual(['c', 'd']);
    const third = get({ continue: second.metadata.continue ?? '' });
    expect(third.items.map(({ metadata }) => metadata.name)).toEqual(['e']);
    expect(third.metadata.continue).toBeUndefined();
  });

  test.each([
    [{ fieldSelector: 'spec.foo=a' }, '"spec.foo" is not a known field selector: only "metadata.name", "metadata.namespace"'],
    [{ labelSelector: '=x' }, "found '=', expected: !, identifier, or 'end of string'"],
    [{ continue: 'abc' }, "invalid continue token: continue key is not valid: invalid character 'i' looking for beginning of value"],
    [{ continue: 'a b' }, 'invalid continue token: continue key is not valid: illegal base64 data at input byte 1'],
  ])('refuses %j', (query, message) => {
    const f = new Fixture();
    expect(f.api.handle({ method: 'GET', path: PATH, query: query as Record<string, string> }).body).toMatchObject({ code: 400, message });
  });
});
