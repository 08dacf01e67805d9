import { expect, it } from 'vitest';
import { session } from '../session/shell.testing.ts';

it('logs into a node, whose files hostPath volumes share', async () => {
  const run = await session({ nodes: 2 });
  expect(await run(`minikube ssh -- "sudo mkdir -p /mnt/data; echo hello > /mnt/data/index.html; hostname"`)).toBe('minikube\n');
  expect(await run("echo 'hostname; exit 3' | minikube ssh -n m02; echo $?")).toBe('minikube-m02\n3\n');
  await run(`kubectl run p --image=nginx --overrides='{"spec":{"nodeName":"minikube","containers":[{"name":"c","image":"nginx","volumeMounts":[{"name":"d","mountPath":"/usr/share/nginx/html"}]}],"volumes":[{"name":"d","hostPath":{"path":"/mnt/data"}}]}}'
kubectl wait --for=condition=Ready pod/p --timeout=60s`);
  expect(await run('kubectl exec p -- curl -s localhost')).toBe('hello\n');
  expect(await run(`minikube ssh "cat /mnt/data/index.html"`)).toBe('hello\n');
});

it('knows the images of the nodes, and loads them', async () => {
  const run = await session();
  expect(await run('minikube image ls')).toBe('');
  expect(await run('minikube image load busybox && minikube image ls')).toBe('docker.io/library/busybox:latest\n');
  expect(
    await run('kubectl run b --image=busybox --image-pull-policy=Never -- sleep 100; sleep 3; kubectl get pod b --no-headers'),
  ).toMatch(/1\/1 +Running/);
  expect(await run('minikube image load nosuch')).toContain('Exiting due to GUEST_IMAGE_LOAD: Failed to load image:');
});

it('keeps its configuration, and says what makes no sense here', async () => {
  const run = await session();
  expect(
    await run(
      'minikube config set memory 4096; minikube config get memory; minikube config view; minikube config unset memory; minikube config view',
    ),
  ).toBe('4096\n- memory: 4096\n! These changes will take effect upon a minikube delete and then a minikube start\n');
  expect(await run('minikube config set foo 1')).toContain('property name "foo" not found');
  expect(await run('minikube dashboard --url')).toContain(
    'minikube dashboard is not available in this simulated cluster: the picture beside the terminal',
  );
  expect(await run('minikube update-check')).toBe('CurrentVersion: v1.38.1\nLatestVersion: v1.38.1\n');
});

it('gives load balancers their addresses, also when the laptop asked a cluster IP before the tunnel ran', async () => {
  const run = await session();
  await run('kubectl create deployment web --image=nginx; kubectl rollout status deployment/web; kubectl expose deployment web --port=80');
  const ask = 'curl -s -o /dev/null --connect-timeout 1 http://$(kubectl get svc web -o jsonpath={.spec.clusterIP}); echo $?';
  expect(await run(ask)).toBe('28\n');
  await run(`kubectl patch svc web -p '{"spec":{"type":"LoadBalancer"}}'; minikube tunnel > tunnel.log & sleep 10`);
  expect(await run('kubectl get svc web -o jsonpath={.status.loadBalancer.ingress[0].ip}')).toMatch(/^10\./);
  expect(await run(ask)).toBe('0\n');
});
