import { expect, it } from 'vitest';
import { createCluster } from '../../session/index.ts';

it('a node has a lease that its kubelet renews, although nothing is written', async () => {
  const cluster = await createCluster({ nodes: 2 });
  const shell = cluster.openShell();
  const out = async (line: string) => (await shell.run(line)).out;
  const renewed = (node: string) => out(`kubectl get lease -n kube-node-lease ${node} -o jsonpath='{.spec.renewTime}'`);
  expect(await out('kubectl get lease -A --no-headers -o custom-columns=N:.metadata.namespace,H:.spec.holderIdentity')).toBe(
    'kube-node-lease   minikube\nkube-node-lease   minikube-m02\n',
  );
  const [before, revision] = [Date.parse(await renewed('minikube')), cluster.world.store.revision];
  await shell.run('sleep 20');
  expect(Date.parse(await renewed('minikube')) - before).toBe(20_000);
  expect(cluster.world.store.revision).toBe(revision);
  await shell.run('minikube node stop minikube-m02');
  const silent = await renewed('minikube-m02');
  await shell.run('sleep 30');
  expect(await renewed('minikube-m02')).toBe(silent);
});

it('a lease can be changed, and goes with its node', async () => {
  const shell = (await createCluster({ nodes: 2 })).openShell();
  const out = async (line: string) => (await shell.run(line)).out;
  expect(await out('kubectl label lease minikube -n kube-node-lease a=b')).toBe('lease.coordination.k8s.io/minikube labeled\n');
  expect(await out('kubectl get lease -n kube-node-lease -l a=b -o name')).toBe('lease.coordination.k8s.io/minikube\n');
  const renewed = async () => Date.parse(await out(`kubectl get lease -n kube-node-lease minikube -o jsonpath='{.spec.renewTime}'`));
  const before = await renewed();
  await shell.run('sleep 20');
  expect((await renewed()) - before).toBe(20_000);
  expect(await out('kubectl delete lease minikube -n kube-node-lease')).toBe(
    'lease.coordination.k8s.io "minikube" deleted from kube-node-lease namespace\n',
  );
  await shell.run('kubectl delete node minikube-m02');
  expect(await out('kubectl get lease -n kube-node-lease -o name')).toBe('lease.coordination.k8s.io/minikube\n');
});
