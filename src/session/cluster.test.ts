import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiServer } from '../api/server.ts';
import { bootstrap } from '../controllers/bootstrap.ts';
import { freshControllers } from '../controllers/fresh.ts';
import { controllers } from '../controllers/index.ts';
import { runControllers } from '../controllers/run.ts';
import { DEFAULT_ADDONS } from '../kinds/addons.ts';
import { extensions, kinds } from '../kinds/index.ts';
import { World } from '../world/world.ts';
import { type Cluster, createCluster } from './index.ts';

/** The state as JSON data: the order of fields is not part of it. */
const data = (cluster: Cluster): unknown => JSON.parse(JSON.stringify(cluster.snapshot()));

describe('cluster', () => {
  it('has the same history for the same seed and input, and another for another seed', async () => {
    const history = async (seed: number): Promise<string> => {
      const cluster = await createCluster({ seed, nodes: 2 });
      const shell = cluster.openShell();
      await shell.run(
        'kubectl create deployment web --image=nginx --replicas=5; kubectl expose deploy web --port=80 --type=NodePort; sleep 30',
      );
      return JSON.stringify(cluster.snapshot());
    };
    const [one, again, other] = [await history(4), await history(4), await history(5)];
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('has the same history whether all code was there from the start or came with the first request', async () => {
    const history = async (onDemand: boolean): Promise<string[]> => {
      const cluster = await createCluster({ seed: 4, nodes: 2, onDemand });
      cluster.world.advance(2 * 3_600_000);
      const idle = JSON.stringify(cluster.snapshot());
      await cluster
        .openShell()
        .run('kubectl create deployment web --image=nginx --replicas=3; kubectl expose deploy web --port=80; sleep 30');
      return [idle, JSON.stringify(cluster.snapshot())];
    };
    const fromTheStart = await history(false);
    expect(await history(true)).toEqual(fromTheStart);
  });

  it('is fresh just as it would be with all kinds and controllers from the start', async () => {
    const fresh = await createCluster({ nodes: 3, onDemand: true });
    const whole = new World();
    const api = new ApiServer(whole, kinds, extensions);
    runControllers(whole, api, [...freshControllers, ...controllers]);
    bootstrap(whole, api, 3, DEFAULT_ADDONS);
    whole.advance(60_000);
    expect(fresh.world.store.snapshot()).toEqual(whole.store.snapshot());
  });

  it('is not changed by loading, and says so when code is missing that a caller needs', async () => {
    const cluster = await createCluster({ onDemand: true });
    const before = JSON.stringify(cluster.snapshot());
    expect(() => cluster.api).toThrow('load()');
    await cluster.load();
    expect(JSON.stringify(cluster.snapshot())).toBe(before);
    expect(cluster.api.handle({ method: 'GET', path: '/version' }).status).toBe(200);
  });

  it('goes on from a snapshot as it would have without it, with programs running in containers', async () => {
    const script = `while true; do date >> /tmp/log; echo tick; sleep 2; done`;
    const cluster = await createCluster({ seed: 9, nodes: 2 });
    const shell = cluster.openShell();
    await shell.run(
      `kubectl run ticker --image=busybox -- sh -c '${script}'; kubectl run crash --image=busybox -- sh -c 'sleep 3; exit 1'; kubectl create deployment web --image=nginx --replicas=3; sleep 7`,
    );
    const saved = JSON.parse(JSON.stringify(cluster.snapshot()));
    cluster.world.advance(120_000);
    const future = data(cluster);
    cluster.restore(saved);
    cluster.world.advance(120_000);
    expect(data(cluster)).toEqual(future);
    const fresh = await createCluster({ seed: 1, nodes: 2 });
    fresh.restore(saved);
    fresh.world.advance(120_000);
    expect(data(fresh)).toEqual(future);
  });

  it('says how a shell ended, also to who asks it again', async () => {
    const shell = (await createCluster()).openShell();
    expect(await shell.run('false || exit 3')).toMatchObject({ code: 3 });
    expect(await shell.run('echo nobody listens')).toEqual({ out: '', err: '', code: 3 });
  });

  it('survives any words for kubectl, and answers the next command', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'get',
        'describe',
        'create',
        'delete',
        'pods',
        'deploy/x',
        '-o',
        'yaml',
        '-l',
        'a in (b',
        '--sort-by',
        '.x',
        '-f',
        '-',
        '--all',
        'svc',
        'expose',
        '--port',
        'explain',
        'pod.spec',
        'apply',
        'run',
        '--image=',
        'set',
        'image',
      ),
      fc.string({ maxLength: 8 }),
      fc.constantFrom('jsonpath={', 'go-template={{', 'jsonpath={.items[?(@.x', 'custom-columns=A:.b[', '{{range', '--dry-run=client'),
    );
    const cluster = await createCluster();
    const crashes: unknown[] = [];
    cluster.kernel.onCrash = (error) => crashes.push(error);
    const shell = cluster.openShell();
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (words) => {
        if (words.some((one) => one === '-w' || one.startsWith('--watch') || one.includes('\0'))) return;
        await shell.run(`timeout=1; kubectl ${words.map((one) => `'${one.replaceAll("'", `'\\''`)}'`).join(' ')} </dev/null`);
        expect(crashes).toEqual([]);
        expect((await shell.run('echo alive')).out).toBe('alive\n');
      }),
      { numRuns: 150 },
    );
  });
});
