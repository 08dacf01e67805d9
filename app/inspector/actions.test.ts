import { expect, test } from 'vitest';
import { type Cluster, createCluster } from '../../src/session/index.ts';
import type { ObjectReference } from '../panels/selection.ts';
import { actionsOf } from './actions.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh.json' with { type: 'json' };

const namespaced = (resource: string, name: string, namespace = 'default'): ObjectReference => ({ resource, namespace, name });
const inCluster = (resource: string, name: string): ObjectReference => ({ resource, namespace: '', name });
const WEB = namespaced('deployments.apps', 'web');

/** What is offered, by id; words for it must be there in both languages. */
function offers(cluster: Cluster, object: ObjectReference, current = 'default'): string[] {
  return actionsOf(cluster, object, current).map(({ id }) => {
    expect(en.action).toHaveProperty(id);
    expect(zh.action).toHaveProperty(id);
    return id;
  });
}

const podOf = (cluster: Cluster, app: string): ObjectReference => {
  const found = cluster.world.store.list('pods', 'default').find(({ metadata }) => metadata.name.startsWith(app));
  return namespaced('pods', found?.metadata.name ?? '');
};

test('commands that are run as they are do run', async () => {
  const cluster = await createCluster({ nodes: 2 });
  const shell = cluster.openShell();
  await shell.run(
    'kubectl run one --image=nginx; kubectl create deployment web --image=nginx; kubectl expose deployment web --type=NodePort --port=80; kubectl create cronjob hourly --image=busybox --schedule="0 * * * *" -- date; kubectl create job once --image=busybox -- sleep 1000; sleep 20',
  );
  await shell.run('kubectl set image deployment/web nginx=nginx:1.27; kubectl rollout status deployment/web'); // something to undo
  const objects = [
    namespaced('pods', 'one'),
    WEB,
    namespaced('services', 'web'),
    namespaced('cronjobs.batch', 'hourly'),
    namespaced('jobs.batch', 'once'),
    inCluster('nodes', 'minikube-m02'),
    inCluster('namespaces', 'kube-system'),
  ];
  const endless = ['shell', 'follow', 'edit'];
  const ran = new Set<string>();
  let current = 'default';
  // Twice: what is offered after the first time is the other way of each switch.
  for (const object of [...objects, ...objects]) {
    for (const { id, command, ask } of actionsOf(cluster, object, current)) {
      if (ask || endless.includes(id)) continue;
      if (!offers(cluster, object, current).includes(id)) continue; // what ran before it settled that
      ran.add(id);
      if (id === 'use') current = object.name;
      const { code, err } = await shell.run(command);
      expect(`${command}: ${code} ${err}`).toMatch(/: 0 /);
    }
  }
  expect([...ran]).toEqual(expect.arrayContaining(['cordon', 'uncordon', 'pause', 'resume', 'suspend', 'resumeIt', 'undo', 'use']));
});

test('what is offered goes by the state of the object', async () => {
  const cluster = await createCluster({ nodes: 2 });
  const shell = cluster.openShell();
  const node = inCluster('nodes', 'minikube-m02');
  const primary = inCluster('nodes', 'minikube');
  expect(offers(cluster, node)).toEqual(['cordon', 'drain', 'taint', 'stop', 'label']);
  expect(offers(cluster, primary)).not.toContain('stop');
  await shell.run('kubectl cordon minikube-m02; minikube node stop minikube-m02');
  expect(offers(cluster, node)).toEqual(['uncordon', 'taint', 'startNode', 'label']);
  await shell.run('minikube node start minikube-m02; kubectl uncordon minikube-m02');

  await shell.run('kubectl create deployment web --image=nginx; sleep 20');
  expect(offers(cluster, WEB)).toEqual(['scale', 'restart', 'history', 'pause', 'expose', 'edit', 'delete']); // nothing to undo yet
  expect(offers(cluster, podOf(cluster, 'web'))).toEqual(['shell', 'follow', 'label', 'delete']);
  const set = cluster.world.store.list('replicasets.apps', 'default')[0];
  expect(offers(cluster, namespaced('replicasets.apps', set?.metadata.name ?? ''))).toEqual(['edit', 'delete']);
  await shell.run('kubectl rollout pause deployment/web; kubectl expose deployment web --port=80');
  expect(offers(cluster, WEB)).toEqual(['scale', 'history', 'resume', 'edit', 'delete']);
  expect(offers(cluster, namespaced('services', 'web'))).not.toContain('url'); // it has no node port
  await shell.run(
    'kubectl rollout resume deployment/web; kubectl rollout restart deployment/web; kubectl autoscale deployment web --max=3',
  );
  expect(offers(cluster, WEB)).toEqual(['restart', 'history', 'undo', 'pause', 'edit', 'delete']);
  await shell.run('kubectl delete deployment web');
  expect(offers(cluster, WEB)).toEqual([]);

  await shell.run('kubectl run wrong --image=no.such/image:1; kubectl run crash --image=busybox -- false; sleep 60');
  expect(offers(cluster, podOf(cluster, 'wrong'))).toEqual(['label', 'delete']);
  expect(offers(cluster, podOf(cluster, 'crash'))).toEqual(['follow', 'previous', 'label', 'delete']);
  await shell.run('kubectl run slow --image=busybox -- sleep 1000; sleep 20; kubectl delete pod slow --wait=false');
  expect(offers(cluster, podOf(cluster, 'slow'))).toEqual(['shell', 'follow', 'label', 'deleteNow']);

  await shell.run('kubectl create job once --image=busybox -- true; sleep 30');
  expect(offers(cluster, namespaced('jobs.batch', 'once'))).toEqual(['edit', 'label', 'delete']);
  expect(offers(cluster, inCluster('namespaces', 'default'))).toEqual(['edit', 'label']); // the one that kubectl is in, and not to be deleted
});

test('no namespace is named but where kubectl looks into another one by itself', async () => {
  const cluster = await createCluster();
  await cluster.openShell().run('kubectl run one --image=nginx; sleep 20');
  const commands = (current: string): string[] =>
    actionsOf(cluster, namespaced('pods', 'one'), current).map(({ command }) => command.trim());
  expect(commands('team')).toEqual([
    'kubectl exec -it one -n default -- sh',
    'kubectl logs -f one -n default',
    'kubectl label pods/one -n default',
    'kubectl delete pods/one -n default',
  ]);
  expect(commands('default')).toEqual([
    'kubectl exec -it one -- sh',
    'kubectl logs -f one',
    'kubectl label pods/one',
    'kubectl delete pods/one',
  ]);
});
