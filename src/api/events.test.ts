import { describe, expect, it } from 'vitest';
import { kinds } from '../kinds/index.ts';
import { rulesCode } from '../kinds/rules-code.ts';
import type { KubeObject } from '../world/object.ts';
import { World } from '../world/world.ts';
import { ApiServer } from './server.ts';

await rulesCode.load();

const HOUR_MS = 3_600_000;

function cluster() {
  const world = new World();
  const api = new ApiServer(world, kinds);
  api.create('namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } });
  const config = (name: string): KubeObject =>
    api.create<KubeObject>('configmaps', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'default' } });
  const event = (about: KubeObject, message: string) => api.event(about, 'Normal', 'Tested', message, { component: 'test' });
  return { world, api, config, event };
}

describe('events', () => {
  it('live an hour after they were last seen', () => {
    const { world, config, event } = cluster();
    const about = config('one');
    event(about, 'often');
    event(about, 'once');
    world.advance(HOUR_MS / 2);
    event(about, 'often');
    world.advance(HOUR_MS / 2 + 60_000);
    expect(
      world.store.list<KubeObject & { message: string; count: number }>('events').map(({ message, count }) => [message, count]),
    ).toEqual([['often', 2]]);
    world.advance(HOUR_MS);
    expect(world.store.count('events')).toBe(0);
  });

  it('of events.k8s.io have a time of their own, and become a series about the same version of an object', () => {
    const { world, api, config } = cluster();
    const about = config('one');
    const event = (object: KubeObject) =>
      api.event(object, 'Warning', 'FailedScheduling', 'no room', { component: 'default-scheduler', host: 'x', action: 'Scheduling' });
    event(about);
    const later = api.update('configmaps', { ...about, metadata: { ...about.metadata, labels: { a: 'b' } } });
    event(later);
    world.advance(60_000);
    event(later);
    const common = { action: 'Scheduling', firstTimestamp: null, lastTimestamp: null, source: {}, reportingInstance: 'x' };
    const eventTime = '2026-11-24T09:00:00.000000Z';
    const series = { count: 2, lastObservedTime: '2026-11-24T09:01:00.000000Z' };
    expect(world.store.list('events')).toMatchObject([
      { ...common, eventTime },
      { ...common, eventTime, series },
    ]);
    expect(world.store.list('events')[0]).not.toHaveProperty('series');
  });

  it('are cleaned up where there are too many, first those about what is gone, and what is remembered of them too', () => {
    const { world, api, config, event } = cluster();
    const kept = config('kept');
    event(kept, 'the oldest of all');
    for (let round = 0; round < 14; round++) {
      for (let i = 0; i < 1000; i++) {
        const one = config(`gone-${round}-${i}`);
        event(one, 'made');
        api.delete('configmaps', 'default', one.metadata.name);
      }
      world.advance(10_000);
      expect(world.store.count('events')).toBeLessThanOrEqual(13_000);
    }
    expect(world.store.list<KubeObject & { message: string }>('events').some(({ message }) => message === 'the oldest of all')).toBe(true);
    expect([...world.entries('event-memory', { fixed: true }).keys()].length).toBeLessThanOrEqual(world.store.count('events'));
  });
});
