/** What a kubelet answers who asks it itself, by way of the API server: `kubectl get --raw /api/v1/nodes/NAME/proxy/configz`. */
import { ApiError } from '../api/errors.ts';
import type { SubresourceRequest } from '../api/server.ts';
import type { ApiResponse } from '../api/types.ts';
import { kubeletRuns } from '../kinds/node/power.ts';
import type { Node, Pod } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';
import { dialError } from './nodes.ts';

/** The settings of a kubelet that show in what nodes here do; the rest of the real list is left out. */
const configuration = ({ status }: Node) => ({
  kubeletconfig: {
    enableServer: true,
    syncFrequency: '1m0s',
    fileCheckFrequency: '20s',
    clusterDomain: 'cluster.local',
    clusterDNS: ['10.96.0.10'],
    nodeStatusUpdateFrequency: '10s',
    nodeStatusReportFrequency: '5m0s',
    nodeLeaseDurationSeconds: 40,
    cgroupDriver: 'systemd',
    cpuManagerPolicy: 'none',
    memoryManagerPolicy: 'None',
    topologyManagerPolicy: 'none',
    maxPods: Number(status.capacity?.['pods'] ?? 110),
    serializeImagePulls: true,
    failSwapOn: false,
    containerRuntimeEndpoint: 'unix:///run/containerd/containerd.sock',
    kind: 'KubeletConfiguration',
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
  },
});

const json = (body: unknown): ApiResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  warnings: [],
});
const plain = (status: number, body: string): ApiResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
  warnings: [],
});

/** Answers for the node's kubelet. Throws 503 where the node does not run. */
export function proxyNode(world: World, { object, rest }: SubresourceRequest): ApiResponse {
  const node = object as Node;
  const { name } = node.metadata;
  if (!kubeletRuns(world, name)) throw new ApiError(503, 'ServiceUnavailable', `error trying to reach service: ${dialError(world, name)}`);
  switch (rest.replace(/\/$/, '')) {
    case 'healthz':
      return plain(200, 'ok');
    case 'configz':
      return json(configuration(node));
    case 'pods': {
      const items = world.store.list<Pod>('pods').filter(({ spec }) => spec.nodeName === name);
      return json({ kind: 'PodList', apiVersion: 'v1', metadata: {}, items });
    }
    default:
      return plain(404, '404 page not found\n');
  }
}
