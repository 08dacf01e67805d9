import type { KubeObject } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { CRDS } from '../customresourcedefinition/custom.ts';
import { define } from '../define.ts';
import { implied } from '../implied.ts';
import { metricsOf } from '../metrics/source.ts';
import type { CustomResourceDefinition } from '../objects.ts';
import { API_RESOURCES } from '../resources.ts';
import type { Condition } from '../types.gen.ts';

interface APIService extends KubeObject {
  readonly spec: {
    readonly group?: string;
    readonly groupPriorityMinimum: number;
    readonly insecureSkipTLSVerify?: boolean;
    readonly service?: { readonly name?: string; readonly namespace?: string; readonly port?: number };
    readonly version?: string;
    readonly versionPriority: number;
  };
  readonly status?: { readonly conditions?: readonly Condition[] };
}

/** Where groups stand in discovery, in hundreds (source: pkg/controlplane/apiserver/aggregator.go). */
const PRIORITIES: Readonly<Record<string, number>> = {
  '': 180,
  apps: 178,
  'events.k8s.io': 177.5,
  'authentication.k8s.io': 177,
  'authorization.k8s.io': 176,
  autoscaling: 175,
  batch: 174,
  'certificates.k8s.io': 173,
  'networking.k8s.io': 172,
  policy: 171,
  'rbac.authorization.k8s.io': 170,
  'storage.k8s.io': 168,
  'apiextensions.k8s.io': 167,
  'admissionregistration.k8s.io': 167,
  'scheduling.k8s.io': 166,
  'coordination.k8s.io': 165,
  'node.k8s.io': 163,
  'discovery.k8s.io': 162,
  'flowcontrol.apiserver.k8s.io': 161,
  'resource.k8s.io': 159,
};
const VERSIONS: Readonly<Record<string, number>> = {
  'v1.': 1,
  'v2.autoscaling': 30,
  'v1.flowcontrol.apiserver.k8s.io': 21,
  'v1.resource.k8s.io': 20,
};

const available = ({ status }: APIService) => status?.conditions?.find(({ type }) => type === 'Available');

/** The groups that the server answers for, its own and those of others. */
export const apiServices = define<APIService>('apiregistration.k8s.io/v1', 'apiservices', {
  implied: (world) => {
    const own = API_RESOURCES.filter(({ group }) => group in PRIORITIES).map(({ group, version }) => {
      const name = `${version}.${group}`;
      return local(world, group, version, 'onstart', (PRIORITIES[group] as number) * 100, VERSIONS[name] ?? 15);
    });
    const custom = world.store
      .list<CustomResourceDefinition>(CRDS)
      .flatMap(({ spec: { group, versions } }) =>
        versions.filter(({ served }) => served).map(({ name }) => local(world, group, name, 'true', 1000, 100)),
      );
    const all = [...own, ...custom, ...(metricsOf(world) ? [metricsService(world)] : [])];
    return [...new Map(all.map((one) => [one.metadata.name, one])).values()];
  },
  columns: [
    nameColumn,
    text('Service', ({ spec }) => (spec.service ? `${spec.service.namespace}/${spec.service.name}` : 'Local')),
    text('Available', (one) => {
      const { status = 'Unknown', reason } = available(one) ?? {};
      return status === 'True' || !reason ? status : `${status} (${reason})`;
    }),
    ageColumn,
  ],
});

function local(
  world: World,
  group: string,
  version: string,
  kept: string,
  groupPriorityMinimum: number,
  versionPriority: number,
): APIService {
  const spec = { ...(group && { group }), groupPriorityMinimum, version, versionPriority };
  const labels = { 'kube-aggregator.kubernetes.io/automanaged': kept };
  return made(world, spec, labels, 'Local', 'Local APIServices are always available');
}

/** What the addon metrics-server registers. */
function metricsService(world: World): APIService {
  const service = { name: 'metrics-server', namespace: 'kube-system', port: 443 };
  const priorities = { groupPriorityMinimum: 100, insecureSkipTLSVerify: true, service, version: 'v1beta1', versionPriority: 100 };
  return made(world, { group: 'metrics.k8s.io', ...priorities }, { 'k8s-app': 'metrics-server' }, 'Passed', 'all checks passed');
}

function made(
  world: World,
  spec: APIService['spec'],
  labels: Readonly<Record<string, string>>,
  reason: string,
  message: string,
): APIService {
  const name = `${spec.version}.${spec.group ?? ''}`;
  const one = implied<APIService>(world, { apiVersion: 'apiregistration.k8s.io/v1', kind: 'APIService', spec }, { labels, name });
  const lastTransitionTime = one.metadata.creationTimestamp ?? '';
  return { ...one, status: { conditions: [{ lastTransitionTime, message, reason, status: 'True', type: 'Available' }] } };
}
