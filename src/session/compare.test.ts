import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Difference, differencesOf, differs, fieldsOf, yamlDiff } from './compare.ts';
import { createCluster } from './index.ts';

const wordOf = ({ kind, before, after }: Difference): string => `${before ? (after ? '~' : '-') : '+'}${kind}`;

test('what a command made of a cluster, in the order of causes, and how its fields differ', async () => {
  const cluster = await createCluster();
  const shell = cluster.openShell();
  await shell.run('kubectl create deployment web --image=nginx --replicas=2; kubectl create configmap old --from-literal=a=b; sleep 20');
  const { revision } = cluster.world.store;
  await shell.run('kubectl scale deployment web --replicas=3; kubectl delete configmap old; kubectl expose deployment web --port=80');
  const all = differencesOf(cluster.world.store.changesSince(revision) ?? []);
  const told = all.filter(({ resource }) => !/^(?:events|leases|endpoints)/.test(resource));
  expect(told.slice(0, 4).map(wordOf)).toEqual(['~Deployment', '~ReplicaSet', '+Pod', '-ConfigMap']);
  const deployment = told[0] as Difference;
  expect(fieldsOf(deployment)).toContainEqual({ path: 'spec.replicas', before: 2, after: 3 });
  const diff = yamlDiff(deployment, false);
  expect(diff).toMatch(/^- {2}replicas: 2\n\+ {2}replicas: 3$/m);
  expect(diff).not.toMatch(/resourceVersion|managedFields|lastUpdateTime/);
  expect(yamlDiff(deployment, true)).toContain('resourceVersion');
  expect(yamlDiff(told[3] as Difference, false)).toMatch(/^-kind: ConfigMap$/m);
});

test('a Node that only said that it lives does not differ; data called like a time does', async () => {
  const cluster = await createCluster();
  const [node] = cluster.world.store.list('nodes');
  const later = JSON.parse(JSON.stringify(node).replace(/"(lastHeartbeatTime|resourceVersion)":"[^"]*"/g, '"$1":"9"'));
  expect(later).not.toEqual(node);
  expect(differs({ resource: 'nodes', kind: 'Node', namespace: '', name: 'minikube', before: node, after: later })).toBe(false);
  const shell = cluster.openShell();
  await shell.run('kubectl create configmap c --from-literal=bedTime=9');
  const before = cluster.world.store.revision;
  await shell.run(`kubectl patch configmap c -p '{"data":{"bedTime":"10"}}'`);
  const [config] = differencesOf(cluster.world.store.changesSince(before) ?? []);
  expect(config && fieldsOf(config)).toEqual([{ path: 'data.bedTime', before: '9', after: '10' }]);
});

test('differences are those between the two views of the past', async () => {
  const cluster = await createCluster();
  await cluster
    .openShell()
    .run('kubectl create deployment web --image=nginx --replicas=2; sleep 9; kubectl delete deployment web; sleep 9');
  const { history, world } = cluster;
  const resources = world.store.resources();
  const texts = (revision: number): Map<string, string> => {
    const view = history.view(revision);
    return new Map(
      resources.flatMap((resource) =>
        view
          .list(resource)
          .map((one) => [`${resource} ${one.metadata.namespace ?? ''}/${one.metadata.name}`, JSON.stringify(one)] as const),
      ),
    );
  };
  const revisions = fc.integer({ min: history.oldest, max: history.newest });
  fc.assert(
    fc.property(revisions, revisions, (one, two) => {
      const [from, to] = [Math.min(one, two), Math.max(one, two)];
      const after = texts(from);
      for (const each of differencesOf(history.changes().filter(({ revision }) => revision > from && revision <= to))) {
        const key = `${each.resource} ${each.namespace}/${each.name}`;
        expect(after.get(key)).toBe(each.before && JSON.stringify(each.before));
        if (each.after) after.set(key, JSON.stringify(each.after));
        else after.delete(key);
      }
      expect(after).toEqual(texts(to));
    }),
    { numRuns: 40 },
  );
});
