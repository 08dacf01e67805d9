import { expect, test } from 'vitest';
import { session } from '../session/shell.testing.ts';

test('crictl shows what the runtime of a node has, to root', async () => {
  const run = await session({ nodes: 1 });
  await run('kubectl run web --image=nginx; kubectl run crash --image=busybox -- sh -c "echo bye; exit 3"');
  await run('kubectl wait --for=condition=Ready pod/web; sleep 5');
  expect(await run('minikube ssh crictl ps')).toContain('connect: permission denied');
  const sudo = (command: string): Promise<string> => run(`minikube ssh "sudo crictl ${command}"`);
  const [head, row = ''] = (await sudo('ps')).trimEnd().split('\n');
  expect(head).toMatch(/^CONTAINER {11}IMAGE {15}CREATED {13}STATE {15}NAME {16}ATTEMPT {13}POD ID {14}POD {17}NAMESPACE$/);
  const id = (await run("kubectl get pod web -o jsonpath='{.status.containerStatuses[0].containerID}'")).replace('containerd://', '');
  expect(row).toMatch(new RegExp(`^${id.slice(0, 13)} +[0-9a-f]{13} +\\d seconds ago +Running +web +0 +[0-9a-f]{13} +web +default$`));
  expect(await sudo('ps -a --name crash --state exited')).toMatch(/Exited +crash +1 +.*\n.*Exited +crash +0 /);
  expect(await sudo('pods --name web')).toMatch(/\n[0-9a-f]{13} +\d+ seconds ago +Ready +web +default +0 +\(default\)\n$/);
  expect(await sudo('images nginx')).toMatch(/\ndocker\.io\/library\/nginx +latest +[0-9a-f]{13} +72\.3MB\n$/);
  expect(await sudo('logs \\$(sudo crictl ps -a -q --name crash | head -n1)')).toBe('bye\n');
  expect(await sudo(`stop ${id}`)).toBe(`${id}\n`);
  await run('sleep 5');
  expect(await run('kubectl get pod web --no-headers')).toMatch(/^web +1\/1 +Running +1 /);
  expect(await sudo('exec x')).toBe('crictl: exec is not supported here: try kubectl exec\n');
});
