import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deployment } from '../kinds/types.gen.ts';
import { Typist } from '../lessons/typist.ts';
import { type Cluster, createCluster } from './index.ts';

const COMMANDS = [
  'kubectl create deployment web --image=nginx --replicas=3',
  'kubectl create deployment api --image=httpd',
  'kubectl scale deployment web --replicas=1',
  'kubectl scale deployment web --replicas=5',
  'kubectl expose deployment web --port=80 --type=NodePort',
  'kubectl set image deployment/web nginx=nginx:nope',
  'kubectl rollout undo deployment/web',
  'kubectl delete pods -l app=web --wait=false',
  'kubectl delete service web',
  "kubectl run busy --image=busybox -- sh -c 'while true; do date; sleep 3; done'",
  'curl -s -m 1 http://$(minikube ip):$(kubectl get service web -o jsonpath={.spec.ports[0].nodePort})',
  'minikube node stop minikube-m02',
  'minikube node start minikube-m02',
  'kubectl get pods -A',
  'sleep 0.7',
  'sleep 8',
  'sleep 45',
];

const objects = (cluster: Cluster): unknown => JSON.parse(JSON.stringify(cluster.world.store.snapshot().objects));
const seen = ({ history }: Cluster, revision: number, resources: readonly string[]): unknown => {
  const view = history.view(revision);
  const all = Object.fromEntries(resources.map((resource) => [resource, view.list(resource)]));
  return JSON.parse(JSON.stringify(all));
};
/** Resources that had objects once, or not yet, are as good as not there. */
const filled = (all: unknown): unknown =>
  Object.fromEntries(Object.entries(all as Record<string, unknown[]>).filter(([, list]) => list.length > 0));

/** Where two long texts part. */
function difference(a: string, b: string): string {
  if (a === b) return '';
  let at = 0;
  while (a[at] === b[at]) at++;
  return `${a.slice(at - 80, at + 80)}\n${b.slice(at - 80, at + 80)}`;
}

describe('history', () => {
  it('shows any moment as it was, goes back to it, and forward to a state that is the same byte for byte', async () => {
    const steps = fc.array(fc.constantFrom(...COMMANDS), { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(steps, fc.array(fc.nat(20), { maxLength: 6 }), async (lines, jumps) => {
        const cluster = await createCluster({ nodes: 2 });
        const shell = cluster.openShell();
        const moments = [{ revision: cluster.world.store.revision, then: objects(cluster) }];
        for (const line of lines) {
          await shell.run(line);
          moments.push({ revision: cluster.world.store.revision, then: objects(cluster) });
        }
        const end = JSON.stringify(cluster.snapshot());
        const { history } = cluster;
        for (const jump of jumps) {
          const { revision, then } = moments[jump % moments.length] as (typeof moments)[number];
          expect(filled(seen(cluster, revision, Object.keys(then as object)))).toEqual(filled(then));
          expect(history.goTo(revision)).toBe(revision);
          expect(filled(objects(cluster))).toEqual(filled(then));
          expect(history.newest).toBe(moments.at(-1)?.revision);
        }
        history.goTo(history.newest);
        expect(difference(JSON.stringify(cluster.snapshot()), end)).toBe('');
      }),
      { numRuns: 25 },
    );
  });

  it('goes on from the past as from the present, and the future that was is gone', async () => {
    const cluster = await createCluster();
    const shell = cluster.openShell();
    await shell.run('kubectl create deployment web --image=nginx --replicas=2; sleep 20');
    const before = cluster.world.store.revision;
    await shell.run('kubectl delete deployment web; sleep 40');
    expect((await shell.run('kubectl get pods')).err).toContain('No resources found');
    expect(cluster.history.goTo(before)).toBe(before);
    expect((await shell.run('kubectl get deployment web')).out).toContain('2/2');
    await shell.run('kubectl scale deployment web --replicas=3; sleep 20');
    expect((await shell.run('kubectl get pods --no-headers | wc -l')).out.trim()).toBe('3');
    expect(cluster.history.newest).toBe(cluster.world.store.revision);
  });

  it('keeps what is on the laptop, and its shells go on', async () => {
    const cluster = await createCluster();
    const shell = cluster.openShell();
    const before = cluster.world.store.revision;
    await shell.run('kubectl create configmap one --from-literal=a=b; echo kept > note; sleep 5000 & x=7');
    cluster.history.goTo(before);
    expect((await shell.run('cat note; echo $x; kubectl get configmap one')).out).toBe('kept\n7\n');
  });
});

describe('undo', () => {
  it('goes to just before the last line that changed something, and forward again until somebody interferes', async () => {
    const cluster = await createCluster();
    const terminal = new Typist(cluster);
    await terminal.type('kubectl create deployment web --image=nginx --replicas=2; sleep 20');
    await terminal.type('kubectl scale deployment web --replicas=4; sleep 20');
    await terminal.type('kubectl get pods');
    const { history } = cluster;
    const end = JSON.stringify(cluster.snapshot());
    const replicas = () => (cluster.world.store.get('deployments.apps', 'default', 'web') as Deployment | undefined)?.spec?.replicas;
    expect(history.undoable?.text).toMatch(/^kubectl scale/);
    history.undo();
    expect(replicas()).toBe(2);
    const lines = () => history.marks().filter(({ text }) => text.startsWith('kubectl'));
    expect(lines().map(({ text }) => text.split(' ')[1])).toEqual(['create']);
    cluster.world.advance(60_000); // the cluster's own doings do not count
    expect(history.undo()?.text).toMatch(/^kubectl create/);
    expect([replicas(), history.undoable]).toEqual([undefined, undefined]);
    cluster.world.advance(60_000);
    expect(history.redo()).toBe(true);
    expect(replicas()).toBe(2);
    expect(history.redo()).toBe(true);
    expect(difference(JSON.stringify(cluster.snapshot()), end)).toBe('');
    expect([history.redo(), lines().length]).toEqual([false, 3]);
    history.undo();
    await terminal.type('kubectl get pods');
    expect(history.redoable).toBe(true);
    await terminal.type('kubectl label deployment web a=b');
    expect(history.redoable).toBe(false);
    expect(history.undo()?.text).toMatch(/^kubectl label/);
  });

  it('knows which terminal changed something, and counts what minikube does to machines', async () => {
    const cluster = await createCluster({ nodes: 2 });
    const [one, two] = [new Typist(cluster), new Typist(cluster)];
    await one.type('sleep 3; kubectl create configmap late --from-literal=a=b', true);
    await two.type('kubectl get nodes');
    await two.type('sleep 10');
    expect(cluster.history.undoable?.text).toMatch(/^sleep 3;/);
    await two.type('minikube node stop minikube-m02');
    expect(cluster.history.undoable?.text).toBe('minikube node stop minikube-m02');
    cluster.world.advance(60_000);
    cluster.history.undo();
    cluster.world.advance(60_000);
    expect((await two.type('kubectl get nodes')).shown).not.toContain('NotReady');
  });

  it('tells who watches what is gone, back or other, and nothing of the way there', async () => {
    const cluster = await createCluster();
    const [one, two] = [new Typist(cluster), new Typist(cluster)];
    const news = async (): Promise<string[]> => {
      const { shown } = await two.type('sleep 1; cat seen; : > seen');
      return shown
        .split('\n')
        .flatMap((line) => /^([A-Z]+ +web)-\S+ +(\d\/\d +\w+)/.exec(line)?.slice(1).join(' ').replace(/ +/g, ' ') ?? []);
    };
    await one.type('kubectl create deployment web --image=nginx; kubectl rollout status deployment web; sleep 2');
    await two.type('kubectl get pods -w --output-watch-events >> seen &');
    expect(await news()).toEqual(['ADDED web 1/1 Running']);
    await one.type('kubectl scale deployment web --replicas=2; sleep 3');
    expect(await news()).toContain('MODIFIED web 1/1 Running');
    cluster.history.undo();
    expect(await news()).toEqual(['DELETED web 1/1 Running']);
    cluster.history.redo();
    expect(await news()).toEqual(['ADDED web 1/1 Running']);
    await one.type('kubectl delete pods --all --wait=false; sleep 40');
    expect(await news()).toContain('DELETED web 0/1 Completed');
    cluster.history.undo();
    expect((await news()).sort()).toEqual([
      'ADDED web 1/1 Running',
      'ADDED web 1/1 Running',
      'DELETED web 1/1 Running',
      'DELETED web 1/1 Running',
    ]);
  });
});

describe('another cluster', () => {
  it('shows any moment of the past as it was, with logs and times, while this one stays where it is', async () => {
    const cluster = await createCluster({ seed: 3 });
    const shell = cluster.openShell();
    await shell.run("kubectl run busy --image=busybox -- sh -c 'while true; do date; sleep 3; done'; sleep 20");
    const { now, store } = cluster.world;
    const { revision } = store;
    const look = async (from: Cluster) => {
      const { out } = await from.look(['kubectl', 'get', 'pods', '-o', 'yaml']);
      const log = await from.look(['kubectl', 'logs', 'busy']);
      return out + log.out;
    };
    const then = await look(cluster);
    await shell.run('kubectl delete pod busy; kubectl create deployment web --image=nginx; sleep 60');
    const after = JSON.stringify(cluster.snapshot());
    const other = await createCluster({ seed: 8 });
    for (const _ of [1, 2]) {
      expect(other.showPastOf(cluster, revision, now)).toBe(revision);
      expect(await look(other)).toBe(then);
      expect(other.showPastOf(cluster, cluster.history.newest)).toBe(cluster.history.newest);
      expect(await look(other)).toContain('web-');
    }
    expect(JSON.stringify(cluster.snapshot())).toBe(after);
  });
});
