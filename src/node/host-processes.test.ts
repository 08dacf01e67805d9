import { expect, test } from 'vitest';
import { session } from '../session/shell.testing.ts';

test('a node lists its services and all that runs in its containers, and root may end that', async () => {
  const run = await session({ nodes: 2 });
  await run('kubectl run web --image=nginx; kubectl run far --image=nginx --overrides=\'{"spec":{"nodeName":"minikube-m02"}}\'');
  await run('kubectl wait --for=condition=Ready pod/web pod/far');
  const node = (await run("kubectl get pod web -o jsonpath='{.spec.nodeName}'")).trim();
  const on = (command: string): Promise<string> => run(`minikube ssh -n ${node} "${command}"`);
  const list = await on('ps -ef');
  expect(list).toMatch(/\nroot +1 +0 .* \/sbin\/init\n/);
  expect(list).toMatch(/\nroot +1420 +1 .*\/kubelet --bootstrap-kubeconfig=.*--node-ip=192\.168\.49\.\d\n/);
  expect(list).toMatch(/\nroot +3\d{3} +1 .* nginx: master process nginx -g daemon off;\n/);
  expect(list).toMatch(/\ndocker +3\d{3} +1 .* ps -ef\n$/);
  await on('sudo systemctl stop kubelet');
  expect(await on('ps -ef')).not.toContain('/kubelet ');
  await on('sudo systemctl start kubelet');
  await on('sudo kill -9 \\$(pgrep -o nginx)');
  await run('sleep 5');
  expect(await run('kubectl get pod web --no-headers')).toMatch(/^web +1\/1 +Running +1 /);
  expect(await run('kubectl exec web -- ps')).toMatch(/\n +1 root +0:00 nginx: master/);
});

test('a Pod of the node’s process namespace sees what the node sees; another sees its own', async () => {
  const run = await session({ nodes: 1 });
  await run('kubectl run web --image=nginx; kubectl debug node/minikube --image=busybox -- sleep 1000; sleep 3');
  await run('P=$(kubectl get pods -o name | grep debugger)');
  const inside = await run('kubectl exec $P -- ps');
  expect(inside).toMatch(/ 612 root +0:00 \/usr\/bin\/containerd\n/);
  expect(inside).toMatch(/ 3\d{3} root +0:00 nginx: master process/);
  expect(inside).toMatch(/ 3\d{3} root +0:00 sleep 1000\n/);
  await run('kubectl exec $P -- sh -c "kill -9 $(kubectl exec $P -- pgrep nginx)"; sleep 5');
  expect(await run('kubectl get pod web --no-headers')).toMatch(/^web +1\/1 +Running +1 /);
  // Its own end is noticed too, though it is no process 1.
  await run(
    'kubectl run two --image=busybox --restart=Never --overrides=\'{"spec":{"hostPID":true}}\' -- sh -c "sleep 2; exit 3"; sleep 6',
  );
  expect(await run("kubectl get pod two -o jsonpath='{.status.containerStatuses[0].state.terminated.exitCode}'")).toBe('3');
});
