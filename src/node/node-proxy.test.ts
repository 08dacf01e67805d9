import { expect, it } from 'vitest';
import { session } from '../session/shell.testing.ts';

it('a kubelet answers by way of the API server', async () => {
  const run = await session({ nodes: 2 });
  const raw = (node: string, path: string, more = ''): Promise<string> =>
    run(`kubectl get --raw /api/v1/nodes/${node}/proxy/${path} ${more}`);
  expect(await raw('minikube', 'healthz')).toBe('ok');
  expect(await raw('minikube', 'configz', '| jq -r .kubeletconfig.clusterDNS[0],.kubeletconfig.maxPods')).toBe('10.96.0.10\n110\n');
  await run(`kubectl run web --image=nginx --overrides='{"spec":{"nodeName":"minikube-m02"}}'`);
  expect(await raw('minikube-m02', 'pods', "| jq -r '.items[].metadata.name'")).toBe('web\n');
  expect(await raw('minikube', 'pods', "| jq '.items | length'")).toBe('0\n');
  expect(await raw('minikube', 'nope')).toBe('Error from server (NotFound): the server could not find the requested resource\n');
  await run('minikube node stop minikube-m02');
  expect(await raw('minikube-m02', 'healthz')).toMatch(
    /error trying to reach service: dial tcp 192\.168\.49\.3:10250: connect: no route to host/,
  );
});
