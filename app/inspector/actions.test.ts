import { expect, test } from 'vitest';
import { createCluster } from '../../src/session/index.ts';
import en from '../i18n/en.json' with { type: 'json' };
import zh from '../i18n/zh.json' with { type: 'json' };
import { actionsOf } from './actions.ts';

const OBJECTS = [
  { resource: 'pods', namespace: 'default', name: 'one' },
  { resource: 'deployments.apps', namespace: 'default', name: 'web' },
  { resource: 'services', namespace: 'default', name: 'web' },
  { resource: 'nodes', namespace: '', name: 'minikube' },
  { resource: 'namespaces', namespace: '', name: 'default' },
  { resource: 'configmaps', namespace: 'kube-system', name: 'extension-apiserver-authentication' },
];

test.each(OBJECTS)('what is offered for $resource has words in both languages', (object) => {
  for (const { id } of actionsOf(object, 'default')) {
    expect(en.action).toHaveProperty(id);
    expect(zh.action).toHaveProperty(id);
  }
});

test('commands that are run as they are do run', async () => {
  const cluster = await createCluster();
  const shell = cluster.openShell();
  await shell.run(
    'kubectl run one --image=nginx; kubectl create deployment web --image=nginx; kubectl expose deployment web --type=NodePort --port=80; sleep 20',
  );
  await shell.run('kubectl set image deployment/web nginx=nginx:1.27; kubectl rollout status deployment/web'); // something to undo
  const endless = ['shell', 'follow', 'edit', 'startNode'];
  for (const object of OBJECTS.slice(0, 5)) {
    for (const { id, command, ask } of actionsOf(object, 'default')) {
      if (ask || endless.includes(id)) continue;
      const { code, err } = await shell.run(command);
      expect(`${command}: ${code} ${err}`).toMatch(/: 0 /);
    }
  }
});

test('other namespaces are named', () => {
  const [edit] = actionsOf({ resource: 'configmaps', namespace: 'kube-system', name: 'x' }, 'default');
  expect(edit?.command).toBe('kubectl edit configmaps/x -n kube-system');
});

test('no namespace is named but where kubectl looks into another one by itself', () => {
  const commands = (namespace: string): string[] =>
    actionsOf({ resource: 'pods', namespace, name: 'one' }, 'team').map(({ command }) => command.trim());
  expect(commands('default')).toEqual([
    'kubectl exec -it one -n default -- sh',
    'kubectl logs -f one -n default',
    'kubectl label pods/one -n default',
    'kubectl delete pods/one -n default',
  ]);
  expect(commands('team')).toEqual([
    'kubectl exec -it one -- sh',
    'kubectl logs -f one',
    'kubectl label pods/one',
    'kubectl delete pods/one',
  ]);
});
