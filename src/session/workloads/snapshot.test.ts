import { expect, it } from 'vitest';
import { noteAddon } from '../../kinds/addons.ts';
import { type Cluster, createCluster } from '../index.ts';

const data = (cluster: Cluster): unknown => JSON.parse(JSON.stringify(cluster.snapshot()));

it('workloads go on from a snapshot as they would have without it', async () => {
  const cluster = await createCluster({ seed: 5, nodes: 2 });
  noteAddon(cluster.world, 'metrics-server', true);
  await cluster.openShell().run(`kubectl apply -f - <<'Y'
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  serviceName: web
  replicas: 3
  selector: {matchLabels: {app: web}}
  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: hpa-example-none}]}}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  selector: {matchLabels: {app: agent}}
  template: {metadata: {labels: {app: agent}}, spec: {containers: [{name: c, image: busybox, command: [sleep, "36000"]}]}}
---
apiVersion: batch/v1
kind: Job
metadata: {name: bad}
spec:
  backoffLimit: 4
  template: {spec: {restartPolicy: Never, containers: [{name: c, image: busybox, command: [sh, -c, "sleep 2; exit 1"]}]}}
Y
kubectl create cronjob tick --image=busybox --schedule='* * * * *' -- date
kubectl create deployment apache --image=registry.k8s.io/hpa-example; kubectl set resources deploy apache --requests=cpu=200m
kubectl expose deployment apache --port=80; kubectl autoscale deployment apache --max=5 --cpu=50%
kubectl create pdb apache --selector=app=apache --min-available=1
kubectl run load --image=busybox --restart=Never -- sh -c 'while sleep 0.1; do wget -q -O- http://apache; done'
sleep 30`);
  const saved = JSON.parse(JSON.stringify(cluster.snapshot()));
  cluster.world.advance(60_000);
  const future = data(cluster);
  const fresh = await createCluster({ seed: 1, nodes: 2 });
  fresh.restore(saved);
  fresh.world.advance(60_000);
  expect(data(fresh)).toEqual(future);
});
