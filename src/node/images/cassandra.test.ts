import { expect, it } from 'vitest';
import { session } from '../../session/shell.testing.ts';

const EXAMPLES = 'https://k8s.io/examples/application/cassandra';

it('Cassandra: nodes join by their seed, and nodetool shows who answers', async () => {
  const run = await session({ nodes: 2 });
  await run(
    `kubectl apply -f ${EXAMPLES}/cassandra-service.yaml -f ${EXAMPLES}/cassandra-statefulset.yaml; kubectl rollout status sts/cassandra`,
  );
  const states = async (): Promise<string[]> =>
    (await run('kubectl exec cassandra-0 -- nodetool status')).split('\n').filter((line) => /^[UD]N/.test(line));
  const shown = await run('kubectl exec cassandra-2 -- nodetool status');
  expect(shown).toMatch(
    /^Datacenter: DC1-K8Demo\n={22}\nStatus=Up\/Down\n\|\/ State=Normal\/Leaving\/Joining\/Moving\n-- {2}Address +Load +Tokens +Owns \(effective\) +Host ID +Rack\n(?:UN {2}10\.244\S+ +\S+ KiB +32 +\d+\.\d% +[0-9a-f-]{36} +Rack1-K8Demo\n){3}\n$/,
  );
  const ids = (lines: readonly string[]): string[] => lines.map((line) => line.split(/ {2,}/)[5] ?? '').sort();
  const before = await states();
  // One that comes back is the same member with another address.
  await run('kubectl delete pod cassandra-1; kubectl rollout status sts/cassandra');
  const back = await states();
  expect(back.every((line) => line.startsWith('UN'))).toBe(true);
  expect(ids(back)).toEqual(ids(before));
  await run('kubectl scale sts/cassandra --replicas=2; kubectl wait --for=delete pod/cassandra-2');
  expect((await states()).map((line) => line.slice(0, 2)).sort()).toEqual(['DN', 'UN', 'UN']);
  await run('kubectl exec cassandra-1 -- nodetool decommission');
  expect((await states()).map((line) => line.slice(0, 2)).sort()).toEqual(['DN', 'UN']);
  expect(await run('kubectl exec cassandra-0 -- nodetool fly')).toContain('nodetool: Found unexpected parameters: [fly]');
});
