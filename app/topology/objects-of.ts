import type { Cluster } from '../../src/session/index.ts';
import type { ClusterObjects } from './model.ts';

/** What the picture draws of a cluster. */
export function objectsOf({ world: { store } }: Cluster): ClusterObjects {
  return {
    pods: store.list('pods'),
    services: store.list('services'),
    endpointslices: store.list('endpointslices.discovery.k8s.io'),
    nodes: store.list('nodes'),
    replicasets: store.list('replicasets.apps'),
    deployments: store.list('deployments.apps'),
    statefulsets: store.list('statefulsets.apps'),
    daemonsets: store.list('daemonsets.apps'),
    jobs: store.list('jobs.batch'),
    cronjobs: store.list('cronjobs.batch'),
    configmaps: store.list('configmaps'),
    secrets: store.list('secrets'),
    claims: store.list('persistentvolumeclaims'),
    ingresses: store.list('ingresses.networking.k8s.io'),
  };
}
