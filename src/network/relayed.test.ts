import { expect, it } from 'vitest';
import { createCluster } from '../session/index.ts';
import { tracesOf } from './traces.ts';

it('tells what kubectl passes on as one way, through the API server to the Pod', async () => {
  const { world, ...cluster } = await prepared();
  const ways = async (script: string): Promise<readonly string[]> => {
    const before = tracesOf(world).at(-1)?.id ?? 0;
    await cluster.run(script);
    return tracesOf(world).flatMap(({ id, hops }) => (id > before ? [hops.map(({ kind }) => kind).join(' ')] : []));
  };
  await cluster.run('kubectl proxy > /dev/null & kubectl port-forward pod/web 8080:80 > /dev/null & sleep 1');
  expect(await ways('curl -s http://localhost:8001/version')).toEqual(['origin origin apiServer']);
  expect(await ways('curl -s http://localhost:8001/api/v1/namespaces/default/pods/web/proxy/')).toEqual(['origin origin apiServer pod']);
  expect(await ways('curl -s http://localhost:8001/api/v1/namespaces/default/services/web/proxy/')).toEqual([
    'origin origin apiServer service endpoint pod',
  ]);
  expect(await ways('curl -s http://localhost:8080')).toEqual(['origin origin apiServer pod']);
  await cluster.run('kubectl port-forward pod/web 8081:81 > /dev/null 2>&1 & sleep 1');
  expect(await ways('curl -s http://localhost:8081')).toEqual(['origin origin apiServer pod']);
  expect(tracesOf(world).at(-1)?.hops.at(-1)).toMatchObject({ reason: { id: 'local_closed' }, object: { name: 'web' } });
  expect(await ways('kubectl get --raw /api/v1/namespaces/default/pods/web/proxy/')).toEqual(['origin pod']);
});

async function prepared() {
  const cluster = await createCluster();
  const shell = cluster.openShell();
  const run = (script: string) => shell.run(script);
  await run('kubectl run web --image=nginx --port=80; kubectl expose pod web; kubectl wait --for=condition=Ready pod/web');
  return { world: cluster.world, run };
}
