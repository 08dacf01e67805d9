// The engine without a page: in a test, a script, a service.
import { createCluster } from 'drydock';

const cluster = await createCluster({ seed: 7, nodes: 2 });
const shell = cluster.openShell();

// Each call runs to its end, in virtual time: nothing here waits.
console.log((await shell.run('kubectl create deployment web --image=nginx --replicas=2')).out);
await shell.run('kubectl rollout status deployment/web');
console.log((await shell.run('kubectl get deployments')).out);

// State can be read without kubectl.
const pods = cluster.world.store.list('pods', 'default');
console.log(`${pods.length} Pods`);

// A snapshot is plain JSON, and gives the same future.
const saved = JSON.parse(JSON.stringify(cluster.snapshot()));
await shell.run('kubectl delete deployment web');
cluster.restore(saved);
cluster.world.advance(60_000);
console.log(`a minute later: ${(await cluster.openShell().run('kubectl get deployments --no-headers')).out}`);
