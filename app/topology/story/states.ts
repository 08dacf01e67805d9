// The states that the story page shows, as lists of API objects.
import type { Trace } from '../../../src/network/types.ts';
import { curlTrace, type FixtureCluster, minikube, nodePort } from '../fixtures.ts';
import type { Model } from '../model.ts';

const APP = 'kubernetes-bootcamp';
const NODES = ['minikube', 'minikube-m02', 'minikube-m03'];

const exposed = (replicas: number): FixtureCluster =>
  minikube()
    .deployment(APP, replicas, { labels: { app: APP } })
    .service(APP, nodePort(8080, 31234, { app: APP }))
    .sync();

function orphan(): FixtureCluster {
  const cluster = exposed(4);
  const name = cluster.pods[1]!.metadata!.name!;
  cluster.relabel(name, { app: 'debug', 'pod-template-hash': '765bf4c7b4' });
  cluster.pod(`${APP}-765bf4c7b4-n2w9c`, {
    labels: { app: APP, 'pod-template-hash': '765bf4c7b4' },
    state: 'ContainerCreating',
    owner: cluster.replicasets[0]!,
  });
  return cluster.sync();
}

function many(): FixtureCluster {
  const cluster = minikube(2).deployment('web', 3, {
    hash: '7d8f9c6b5',
    image: 'nginx:1.27',
    labels: { app: 'web', tier: 'front' },
    nodes: NODES.slice(0, 2),
    port: 80,
  });
  cluster.deployment('api', 2, {
    hash: '5c9d7b8f66',
    image: 'registry.k8s.io/agnhost:2.53',
    labels: { app: 'api', tier: 'back' },
    nodes: NODES.slice(0, 2),
  });
  cluster.pod('redis', { labels: { app: 'redis' }, image: 'redis:7', node: 'minikube' });
  return cluster
    .service('web', {
      type: 'NodePort',
      clusterIP: '10.104.12.7',
      selector: { app: 'web' },
      ports: [
        { name: 'http', port: 80, targetPort: 80, nodePort: 30080 },
        { name: 'metrics', port: 9090, targetPort: 9113, nodePort: 30990 },
      ],
    })
    .service('web-lb', {
      type: 'LoadBalancer',
      clusterIP: '10.101.40.51',
      selector: { app: 'web' },
      ports: [{ port: 8080, targetPort: 80, nodePort: 31475 }],
    })
    .service('api', { clusterIP: '10.99.1.20', selector: { app: 'api', tier: 'back' }, ports: [{ port: 80, targetPort: 8080 }] })
    .service('redis-headless', { clusterIP: 'None', selector: { app: 'redis' }, ports: [{ port: 6379, targetPort: 6379 }] })
    .service('my-db', { clusterIP: '10.109.118.146', ports: [{ port: 5432, targetPort: 5432 }] })
    .slice('my-db', ['192.0.2.42', '192.0.2.50'], [{ port: 5432 }])
    .service('my-ext', { type: 'ExternalName', externalName: 'example.com' })
    .service('typo', { clusterIP: '10.99.9.9', selector: { app: 'wev' }, ports: [{ port: 80, targetPort: 80 }] })
    .sync();
}

function trouble(): FixtureCluster {
  const cluster = minikube(2);
  cluster.nodes = [];
  cluster
    .node('minikube', '192.168.49.2', { taints: ['dedicated=gpu:NoSchedule'] })
    .node('minikube-m02', '192.168.49.3', { ready: false })
    .node('minikube-m03', '192.168.49.4', { cordoned: true });
  return cluster
    .deployment('web', 5, {
      hash: '7d8f9c6b5',
      image: 'nginx:1.27',
      states: ['Running', 'NotReady', 'CrashLoopBackOff', 'Terminating', 'Pending'],
      nodes: NODES.slice(0, 2),
    })
    .deployment('job-runner', 2, { hash: '66cd9b7f5', image: 'busybox', states: ['Completed', 'ImagePullBackOff'], nodes: ['minikube'] })
    .service('web', nodePort(80, 30080, { app: 'web' }))
    .sync();
}

export const STATES: Readonly<Record<string, () => Model>> = {
  empty: () => minikube().model(),
  deployed: () => minikube().deployment(APP, 1).model(),
  exposed: () => exposed(1).model(),
  scaled: () => exposed(4).model(),
  notready: () =>
    minikube()
      .deployment(APP, 4, { states: ['Running', 'Running', 'NotReady', 'ContainerCreating'] })
      .service(APP, nodePort(8080, 31234, { app: APP }))
      .sync()
      .model(),
  orphan: () => orphan().model(),
  nomatch: () =>
    minikube()
      .deployment('wev', 2, { image: 'nginx:1.27', hash: '7d8f9c6b5' })
      .service('web', nodePort(80, 30080, { app: 'web' }))
      .sync()
      .model(),
  many: () => many().model(),
  trouble: () => trouble().model(),
  thirty: () =>
    minikube(3)
      .deployment('web', 30, {
        nodes: NODES,
        hash: '7d8f9c6b5',
        states: [...Array(13).fill('Running'), 'ContainerCreating', 'CrashLoopBackOff'],
      })
      .service('web', nodePort(80, 30080, { app: 'web' }))
      .sync()
      .model(),
  thousand: () =>
    minikube(3)
      .deployment('web', 940, { nodes: NODES, hash: '7d8f9c6b5', states: [...Array(40).fill('Running'), 'NotReady', 'ContainerCreating'] })
      .deployment('api', 60, { nodes: NODES, hash: '66cd9b7f5' })
      .service('web', nodePort(80, 30080, { app: 'web' }))
      .service('api', nodePort(80, 30081, { app: 'api' }, '10.96.4.4'))
      .sync()
      .model(),
  curl: () => withTrace(exposed(4), (cluster) => curlTrace(1, cluster.services[1]!, cluster.pods[2]!, 4)),
  refused: () =>
    withTrace(
      minikube()
        .deployment(APP, 1, { states: ['NotReady'] })
        .service(APP, nodePort(8080, 31234, { app: APP }))
        .sync(),
      (cluster) => curlTrace(1, cluster.services[1]!, undefined),
    ),
};

function withTrace(cluster: FixtureCluster, trace: (cluster: FixtureCluster) => Trace): Model {
  return cluster.model([trace(cluster)]);
}
