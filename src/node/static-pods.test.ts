/** Kubernetes docs: "Create static Pods". */
import { expect, test } from 'vitest';
import { createCluster } from '../session/cluster.ts';
import { session } from '../session/shell.testing.ts';

const MANIFEST = `apiVersion: v1
kind: Pod
metadata: {name: static-web, labels: {role: myrole}}
spec: {terminationGracePeriodSeconds: 1, containers: [{name: web, image: nginx, ports: [{containerPort: 80}]}]}
`;
const put = (name: string, text = MANIFEST): string =>
  `minikube ssh 'sudo tee /etc/kubernetes/manifests/${name} >/dev/null' <<'MANIFEST'\n${text}MANIFEST\n`;

test('a manifest on a node becomes a Pod, which deletion does not end, and which ends with its file', async () => {
  const run = await session({ nodes: 1 });
  await run(put('static-web.yaml'));
  await run('sleep 6');
  expect(await run('kubectl get pods --no-headers')).toMatch(/^static-web-minikube +1\/1 +Running +0 +\ds\n$/);
  expect(await run('kubectl describe pod static-web-minikube')).toMatch(
    /Controlled By: {2}Node\/minikube\n[^]*\n +Normal +Started +\ds +kubelet/,
  );
  const about = (path: string): Promise<string> => run(`kubectl get pod static-web-minikube -o jsonpath='{${path}}'`);
  expect(await about('.metadata.annotations.kubernetes\\.io/config\\.source')).toBe('file');
  const [uid, id] = [await about('.metadata.uid'), await about('.status.containerStatuses[0].containerID')];
  expect(await about('.spec.volumes')).toBe('');
  expect(await run('kubectl delete pod static-web-minikube')).toBe('pod "static-web-minikube" deleted from default namespace\n');
  await run('sleep 2');
  expect(await about('.metadata.uid')).not.toBe(uid);
  expect(await about('.status.containerStatuses[0].containerID')).toBe(id);
  await run('kubectl delete pod static-web-minikube --force; sleep 2');
  expect(await about('.status.containerStatuses[0].containerID')).toBe(id);
  const ip = await about('.status.podIP');
  expect(await run(`minikube ssh 'curl -s ${ip}' | grep title`)).toContain('Welcome to nginx!');
  expect(await run('kubectl exec static-web-minikube -- hostname; kubectl logs static-web-minikube | tail -n 1')).toMatch(
    /^static-web-minikube\n.*"GET \/ HTTP\/1\.1" 200/,
  );
  // Another file is another Pod.
  await run('minikube ssh "sudo sed -i \'s/image: nginx/image: nginx:1.25/\' /etc/kubernetes/manifests/static-web.yaml"; sleep 8');
  expect(await about('.spec.containers[0].image')).toBe('nginx:1.25');
  expect(await about('.status.containerStatuses[0].containerID')).not.toBe(id);
  await run('minikube ssh "sudo rm /etc/kubernetes/manifests/static-web.yaml"; sleep 5');
  expect(await run('kubectl get pods')).toBe('No resources found in default namespace.\n');
});

test('a Pod can write a manifest by hostPath; what is no Pod, or a wrong one, runs nothing', async () => {
  const run = await session({ nodes: 1 });
  await run(
    put('a.yaml', 'a: [\n') +
      put('b.yaml', 'kind: Service\n') +
      put('.hidden.yaml') +
      put('c.yaml', MANIFEST.replace('name: web', 'name: W_B')),
  );
  await run('sleep 5');
  expect(await run('kubectl get pods')).toBe('No resources found in default namespace.\n');
  await run(
    'kubectl debug node/minikube --image=busybox -- sh -c "cp /host/etc/kubernetes/manifests/.hidden.yaml /host/etc/kubernetes/manifests/d.yaml"',
  );
  await run('sleep 9');
  expect(await run('kubectl get pods')).toMatch(/\nstatic-web-minikube +1\/1 +Running/);
});

test('who has no kubelet starts none; drain leaves them; going back in time keeps them true', async () => {
  const cluster = await createCluster({ nodes: 2 });
  const shell = cluster.openShell();
  const run = async (line: string): Promise<string> => {
    const { out, err } = await shell.run(line);
    return out + err;
  };
  await run('minikube ssh "sudo systemctl stop kubelet"');
  await run(put('static-web.yaml'));
  await run('sleep 5');
  expect(await run('kubectl get pods')).toBe('No resources found in default namespace.\n');
  const before = cluster.world.snapshot();
  await run('minikube ssh "sudo systemctl start kubelet"; sleep 8');
  expect(await run('kubectl get pods --no-headers')).toMatch(/^static-web-minikube +1\/1 /);
  expect(await run('kubectl drain minikube --force; sleep 3; kubectl get pods --no-headers')).toMatch(
    /\nstatic-web-minikube +1\/1 +Running/,
  );
  cluster.world.restore(before);
  expect(await run('kubectl get pods')).toBe('No resources found in default namespace.\n');
  await run('minikube ssh "sudo systemctl start kubelet"; sleep 8');
  expect(await run('kubectl get pods --no-headers')).toMatch(/^static-web-minikube +1\/1 /);
});
