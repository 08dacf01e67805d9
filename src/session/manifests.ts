/** Everything that was made in a cluster, as manifests that another cluster takes: without what the cluster itself filled in. */
import { printYaml } from '../kubectl/output/yaml.ts';
import type { KubeObject } from '../world/object.ts';
import type { Cluster } from './cluster.ts';

/** What people make. Pods and the like only where nothing owns them. */
const RESOURCES = [
  'namespaces',
  'configmaps',
  'secrets',
  'persistentvolumeclaims',
  'serviceaccounts',
  'roles.rbac.authorization.k8s.io',
  'rolebindings.rbac.authorization.k8s.io',
  'services',
  'deployments.apps',
  'statefulsets.apps',
  'daemonsets.apps',
  'replicasets.apps',
  'jobs.batch',
  'cronjobs.batch',
  'pods',
  'endpointslices.discovery.k8s.io',
  'horizontalpodautoscalers.autoscaling',
  'poddisruptionbudgets.policy',
  'ingresses.networking.k8s.io',
  'networkpolicies.networking.k8s.io',
  'resourcequotas',
  'limitranges',
];

/** Namespaces that the cluster and its addons keep for themselves. */
export const SYSTEM = /^(?:kube-system|kube-public|kube-node-lease|local-path-storage|ingress-nginx)$/;
const APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

type Fields = Record<string, unknown>;

/** The manifests as one YAML text of several documents; empty when nothing was made. */
export function manifests({ world: { store } }: Cluster): string {
  return RESOURCES.flatMap((resource) => store.list(resource))
    .filter(isMade)
    .map((object) => printYaml(bare(object)))
    .join('---\n');
}

function isMade({ kind, metadata }: KubeObject): boolean {
  const { name, namespace = '', ownerReferences, labels } = metadata;
  if (ownerReferences?.length || SYSTEM.test(namespace)) return false;
  if (kind === 'Namespace') return name !== 'default' && !SYSTEM.test(name);
  if (kind === 'ConfigMap') return name !== 'kube-root-ca.crt';
  if (kind === 'ServiceAccount') return name !== 'default';
  if (kind === 'Service' || kind === 'EndpointSlice')
    return (
      !(namespace === 'default' && name === 'kubernetes') && !labels?.['endpointslice.kubernetes.io/managed-by']?.includes('controller')
    );
  return true;
}

/** Without status, versions, times and addresses that were given out. */
function bare(object: KubeObject): Fields {
  const { apiVersion, kind, metadata, ...rest } = object as KubeObject & Fields;
  const { name, namespace, labels, annotations } = metadata;
  const kept = Object.fromEntries(
    Object.entries(annotations ?? {}).filter(([key]) => key !== APPLIED && key !== 'deployment.kubernetes.io/revision'),
  );
  delete rest['status'];
  const spec = rest['spec'] as Fields | undefined;
  if (spec) {
    const { nodeName: _node, ...own } = spec;
    if (kind === 'Service' && own['clusterIP'] !== 'None') for (const field of ['clusterIP', 'clusterIPs']) delete own[field];
    if (kind === 'Namespace') delete rest['spec'];
    else rest['spec'] = own;
  }
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      ...(labels && { labels }),
      ...(Object.keys(kept).length > 0 && { annotations: kept }),
    },
    ...rest,
  };
}
