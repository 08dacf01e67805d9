import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Typist } from '../lessons/typist.ts';
import type { Trace } from '../network/types.ts';
import { type Cluster, createCluster } from './index.ts';
import { Replay } from './replay.ts';

const LINES = [
  'kubectl create deployment web --image=nginx --replicas=3',
  'kubectl scale deployment web --replicas=1',
  'kubectl expose deployment web --port=80 --type=NodePort; x=5',
  'kubectl label pods -l app=web n=$((x + 1)) --overwrite',
  'curl -s -m 1 http://$(minikube ip):$(kubectl get service web -o jsonpath={.spec.ports[0].nodePort})',
  'kubectl delete pods --all --wait=false',
  'kubectl run busy --image=busybox -- sh -c "while true; do date; sleep 3; done"',
  'kubectl apply -f - <<END\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c$RANDOM\nEND',
  'minikube node stop minikube-m02',
  'minikube node start minikube-m02',
  'sleep 20 &',
  'sleep 7',
  // What follows a tab is typed into what the line runs, a part at a time.
  'read x; kubectl label pods -l app=web n=$x --overwrite\tseven\r',
  'cat > note; kubectl create configmap c$RANDOM --from-file=note\tone\r\ttwo\r\t\x04',
  'kubectl run -it sh$RANDOM --image=busybox -- sh\techo hello > /tmp/x\r\tcat /tmp/x; exit\r',
  'sleep 300; kubectl create configmap never --from-literal=a=b\t\x03',
  'seq 500 | less\t \tG\tq',
];

/**
 * All but what is the laptop's, outside of time: its files (the shell's history is among them), the numbers of its processes; and the
 * numbers of timers, of which each key takes one.
 */
function state(cluster: Cluster): string {
  const { slots, timers, ...rest } = cluster.snapshot();
  const { 'laptop-files': _files, traces, ...own } = slots;
  const requests = (traces as { readonly traces: readonly Trace[] } | undefined)?.traces.map(({ pid: _pid, ...trace }) => trace);
  const inOrder = timers.timers
    .filter(({ kind, key }) => kind !== 'process' || !key.startsWith('-'))
    .toSorted((a, b) => a.at - b.at || a.sequence - b.sequence)
    .map(({ sequence: _number, ...timer }) => timer);
  return JSON.stringify({ ...rest, timers: inOrder, slots: { ...own, requests } });
}

it('a session played again has the same history, byte for byte', async () => {
  const lines = fc.array(fc.record({ line: fc.constantFrom(...LINES), wait: fc.nat(9000) }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(lines, async (session) => {
      const cluster = await createCluster({ nodes: 2 });
      const typist = new Typist(cluster);
      for (const { line, wait } of session) {
        const [text = '', ...keys] = line.split('\t');
        await typist.type(text, keys.length > 0);
        for (const each of keys) {
          typist.keys(each);
          await typist.wait(1 + (wait % 700));
        }
        await typist.wait(wait);
      }
      do {
        await cluster.kernel.settled(); // code that comes late has run no further than this
        await typist.wait(100); // and the laptop's own turns are over
      } while (cluster.kernel.awaiting);
      fc.pre(cluster.world.store.revision > cluster.history.first);
      const before = state(cluster);
      const replay = new Replay(cluster, () => cluster.openTerminal(200, 50)); // as wide as it was
      expect(cluster.history.marks()).toEqual([]);
      await replay.finish();
      const after = state(cluster);
      for (let at = 0; after !== before; at++)
        if (after[at] !== before[at]) expect(after.slice(at - 200, at + 80)).toBe(before.slice(at - 200, at + 80));
    }),
    { numRuns: 8, endOnFailure: true },
  );
}, 120_000);

it('a program that was ended by hand is ended again; redo brings back what was', async () => {
  const cluster = await createCluster();
  const [one, two] = [new Typist(cluster), new Typist(cluster)];
  await one.type('kubectl get pods -w', true);
  await two.type('kubectl create deployment web --image=nginx; sleep 9');
  await one.interrupt();
  await one.type('kubectl delete deployment web; sleep 40');
  const before = JSON.stringify(cluster.world.store.snapshot().objects['pods'] ?? []);
  const replay = new Replay(cluster);
  expect(cluster.world.store.get('deployments.apps', 'default', 'web')).toBeUndefined();
  await replay.finish();
  expect(JSON.stringify(cluster.world.store.snapshot().objects['pods'] ?? [])).toBe(before);
  expect(replay.due).toBeUndefined();
});
