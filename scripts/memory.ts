// Whether memory stays level while a cluster churns: `npx tsx scripts/memory.ts [MINUTES]` rolls a Deployment of 200 Pods over and over for
// 30 minutes of virtual time and prints what the heap holds after garbage collection, and what the world has most of.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Cluster, createCluster } from '../src/session/index.ts';

const MINUTES = Number(process.argv[2] ?? 30);
const PODS = 200;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function report(cluster: Cluster, minute: number, rolls: number): void {
  collect();
  collect();
  const { store } = cluster.world;
  const counts = store
    .resources()
    .map((resource) => [resource, store.list(resource).length] as const)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4);
  console.log(
    `${String(minute).padStart(3)} min  ${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(1).padStart(6)} MB  ${rolls} rolls, ${store.revision} writes; ${counts.map(([resource, count]) => `${count} ${resource}`).join(', ')}`,
  );
}

const cluster = await createCluster({ nodes: 3 });
const shell = cluster.openShell();
const run = async (line: string): Promise<void> => {
  const { code, err } = await shell.run(line);
  if (code !== 0) throw new Error(`${line}: exit ${code}: ${err}`);
};
await run(
  `kubectl create deployment web --image=nginx --replicas=${PODS}; kubectl expose deployment web --port=80; kubectl rollout status deployment/web`,
);
const begin = cluster.world.now;
const minute = (): number => (cluster.world.now - begin) / 60_000;
report(cluster, 0, 0);
let rolls = 0;
for (const until of [5, 10, 15, 20, 25, 30].filter((at) => at <= MINUTES)) {
  while (minute() < until) {
    await run('kubectl rollout restart deployment/web; kubectl rollout status deployment/web; sleep 5');
    rolls++;
  }
  report(cluster, until, rolls);
}
