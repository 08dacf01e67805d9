import { expect, test } from 'vitest';
import { createCluster } from '../../src/session/index.ts';
import { storyOf } from './story.ts';

async function after(...commands: readonly string[]) {
  const cluster = await createCluster();
  const shell = cluster.openShell();
  for (const command of commands.slice(0, -1)) await shell.run(command);
  const { store } = cluster.world;
  const since = store.revision;
  await shell.run(`${commands.at(-1)}; sleep 15`);
  return storyOf(store.changesSince(since) ?? []);
}

test('a Deployment: who does what because of whom', async () => {
  const story = await after('kubectl create deployment web --image=nginx');
  const told = story.map(({ actor, kind, what }) => `${actor} ${what} ${kind}`);
  const at = (sentence: string): number => told.indexOf(sentence);
  const chain = [
    'kubectl-create created Deployment',
    'deployment-controller created ReplicaSet',
    'replicaset-controller created Pod',
    'default-scheduler bound Pod',
    'kubelet ready Pod',
  ];
  expect(chain.map((sentence) => at(sentence) >= 0)).toEqual(chain.map(() => true));
  expect(chain.map(at)).toEqual(chain.map(at).sort((a, b) => a - b));
  const depths = chain.slice(0, 4).map((sentence) => story[at(sentence)]?.depth);
  expect(depths).toEqual([0, 1, 2, 3]);
});

test('a relabelled Pod: the Service loses it, the ReplicaSet replaces it', async () => {
  const story = await after(
    'kubectl create deployment web --image=nginx --replicas=2; kubectl expose deployment web --port=80; kubectl rollout status deployment/web',
    "kubectl label pod $(kubectl get pods -o jsonpath='{.items[0].metadata.name}') app=other --overwrite",
  );
  expect(story[0]).toMatchObject({ actor: 'kubectl-label', what: 'labels', kind: 'Pod', depth: 0 });
  const slice = story.find(({ what }) => what === 'endpoints');
  expect(slice).toMatchObject({ values: { ready: 1 } });
  expect(slice?.depth).toBeGreaterThan(0);
  expect(story.some(({ actor, what, kind }) => actor === 'replicaset-controller' && what === 'created' && kind === 'Pod')).toBe(true);
});

test('an image that is not there', async () => {
  const story = await after('kubectl create deployment web --image=nginx:no-such-tag');
  expect(story.some(({ what, values }) => what === 'waiting' && values['reason'] === 'ErrImagePull')).toBe(true);
});

test('what stands still makes no story', async () => {
  expect(await after('sleep 30')).toEqual([]);
});
