import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces } from '../world/json-text.ts';
import type { WorldSnapshot } from '../world/world.ts';
import { createCluster } from './index.ts';
import { manifests } from './manifests.ts';
import { checkSave, openSave, parseSave, SAVE_VERSION, SaveError, type SessionSave, withoutPast } from './save.ts';

async function example(): Promise<SessionSave> {
  const cluster = await createCluster({ seed: 3 });
  await cluster
    .openShell()
    .run(
      'kubectl create deployment web --image=nginx --replicas=2; kubectl expose deploy web --port=80 --type=NodePort; kubectl create configmap c --from-literal=a=b; echo hi > note.txt; sleep 10; curl -s $(minikube ip):$(kubectl get svc web -o jsonpath={.spec.ports[0].nodePort})',
    );
  return {
    drydock: SAVE_VERSION,
    scenario: 'empty',
    cluster: withoutPast(cluster.snapshot()),
    terminals: [{ text: '$ echo hi', state: "declare -x A='b'\ncd '/tmp'" }],
  };
}

describe('a saved session', () => {
  it('goes on where it was: objects, files, what runs, and the shell of its terminal', async () => {
    const save = parseSave(JSON.stringify(await example()));
    const cluster = await openSave(save);
    const { out } = await cluster
      .openShell()
      .run(
        'kubectl get deploy web -o jsonpath={.status.availableReplicas}; cat note.txt; curl -s $(kubectl get pods -o jsonpath={.items[0].status.podIP}) || echo outside',
      );
    expect(out).toContain('2hi\n');
    let shown = '';
    const terminal = cluster.openTerminal(80, 24, { shown: save.terminals[0]?.text ?? '', state: save.terminals[0]?.state ?? '' });
    terminal.onOutput((text) => {
      shown += text;
    });
    const wait = async (ms: number): Promise<void> => {
      for (let at = 0; at < ms; at += 50) {
        if (cluster.kernel.awaiting) await cluster.kernel.settled();
        cluster.world.advance(50);
      }
    };
    await wait(500);
    terminal.input('echo "A is $A in $PWD"\r');
    await wait(500);
    expect(shown).toContain('$ echo hi\r\n');
    expect(shown).toContain('A is b in /tmp');
    expect(terminal.state).toContain("cd '/tmp'");
  });

  it('has the images of its own that its containers run', async () => {
    const scenario = {
      id: 'shop',
      titleKey: '',
      setup: ['kubectl run site --image=shop/site:blue --expose --port=80', 'kubectl wait --for=condition=Ready pod/site'],
      environment: {},
      images: [
        {
          names: ['docker.io/shop/site'],
          tags: ['blue'],
          size: 20_000_000,
          entrypoint: ['app'],
          app: { logs: ['open'] },
        },
      ],
    };
    const cluster = await createCluster({ scenario });
    const opened = await openSave({
      drydock: SAVE_VERSION,
      scenario: 'lesson:shop',
      cluster: withoutPast(cluster.snapshot()),
      terminals: [],
    });
    const { out } = await opened
      .openShell()
      .run('kubectl run other --image=shop/site:blue && kubectl wait --for=condition=Ready pod/other pod/site');
    expect(out).toContain('pod/other condition met');
  });

  it('is the same when it is written later, whatever happens meanwhile', async () => {
    const cluster = await createCluster({ seed: 3 });
    const shell = cluster.openShell();
    await shell.run("kubectl run busy --image=busybox -- sh -c 'while true; do date; sleep 3; done'; sleep 15");
    const pieces = jsonPieces(cluster.frozen(), 5);
    const then = withoutPast(cluster.snapshot());
    await shell.run('kubectl exec busy -- touch /new; kubectl delete pod busy; kubectl create deployment web --image=nginx; sleep 5');
    const written = JSON.parse([...pieces].join('')) as WorldSnapshot;
    expect(written).toMatchObject(JSON.parse(JSON.stringify(then)));
    expect(Object.keys(written.store.objects['pods'] ?? {})).toEqual(Object.keys(then.store.objects['pods'] ?? {}));
  });

  it('is refused with what is wrong', () => {
    const wrong = (text: string): string => {
      try {
        parseSave(text);
      } catch (error) {
        if (error instanceof SaveError) return error.message;
      }
      return 'no error';
    };
    expect(wrong('x')).toBe('it is no JSON');
    expect(wrong('{"__proto__": {}}')).toContain('__proto__');
    expect(wrong('{"kind": "Pod"}')).toBe('it is no session of Drydock');
    expect(wrong('{"drydock": 99}')).toBe('a newer version of Drydock made it');
    expect(wrong('{"drydock": 1, "terminals": []}')).toContain('scenario');
  });

  it('however damaged, is refused as a whole or runs', { timeout: 120_000 }, async () => {
    const good = JSON.stringify(await example());
    /** Every place in the data: to be replaced by something else. */
    const paths: (string | number)[][] = [];
    const walk = (data: unknown, path: (string | number)[]): void => {
      if (path.length > 0) paths.push(path);
      if (Array.isArray(data)) for (const [index, one] of data.entries()) walk(one, [...path, index]);
      else if (typeof data === 'object' && data !== null) for (const [key, one] of Object.entries(data)) walk(one, [...path, key]);
    };
    walk(JSON.parse(good), []);
    const odd = fc.constantFrom<unknown>(
      null,
      -1,
      1e300,
      '',
      'x',
      [],
      {},
      [null],
      { a: 1 },
      true,
      '<img src=x onerror=alert(1)>',
      '\x1b]0;x\x07',
      undefined,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...paths), odd), { minLength: 1, maxLength: 3 }), async (changes) => {
        const data = JSON.parse(good);
        for (const [path, value] of changes) {
          // biome-ignore lint/suspicious/noExplicitAny: any place in the data
          const parent = path.slice(0, -1).reduce<any>((at, key) => at?.[key], data);
          if (typeof parent === 'object' && parent !== null) parent[path.at(-1) as string] = value;
        }
        try {
          const cluster = await openSave(checkSave(JSON.parse(JSON.stringify(data))));
          cluster.snapshot();
        } catch (error) {
          expect(error).toBeInstanceOf(SaveError);
        }
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });
});

describe('manifests', () => {
  it('are what was made, and another cluster takes them', async () => {
    const save = await example();
    const text = manifests(await openSave(save));
    expect([...text.matchAll(/^kind: (\w+)$/gm)].map(([, kind]) => kind)).toEqual(['ConfigMap', 'Service', 'Deployment']);
    expect(text).not.toMatch(/uid:|resourceVersion|clusterIP:|^status:|managedFields/m);
    const other = await createCluster({ scenario: { id: 'x', titleKey: '', setup: [], environment: {}, files: { 'all.yaml': text } } });
    const { out, code } = await other.openShell().run('kubectl apply -f all.yaml && kubectl rollout status deploy/web');
    expect(out).toContain('successfully rolled out');
    expect(code).toBe(0);
  });
});
