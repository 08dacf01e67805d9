/**
 * The roles that every cluster has from its start, and who has them (source: the docs "Using RBAC Authorization", and
 * pkg/auth/authorizer/rbac/bootstrappolicy). Those of the control plane's own parts, which nobody
 * else is given, are made when read: `kinds/clusterrole/bootstrap.ts`.
 */
import type { Operations } from '../../api/operations.ts';
import type { ClusterRole, ClusterRoleBinding } from '../../kinds/objects.ts';
import type { PolicyRule, Subject } from '../../kinds/types.gen.ts';

const GROUP = 'rbac.authorization.k8s.io';
const META = {
  labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' },
  annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' },
};

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];
const ALL = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

/** `may(['get'], 'apps', 'deployments deployments/scale')` */
const may = (verbs: readonly string[], group: string, resources: string): PolicyRule => ({
  verbs: [...verbs],
  apiGroups: [group],
  resources: resources.split(' '),
});
const urls = (paths: string): PolicyRule => ({ verbs: ['get'], nonResourceURLs: paths.split(' ') });

const OLD_WORKLOADS =
  'daemonsets deployments deployments/scale ingresses networkpolicies replicasets replicasets/scale replicationcontrollers/scale';
const CLAIMS = 'resourceclaims resourceclaimtemplates';

const VIEW: readonly PolicyRule[] = [
  may(
    READ,
    '',
    'configmaps endpoints persistentvolumeclaims persistentvolumeclaims/status pods replicationcontrollers replicationcontrollers/scale serviceaccounts services services/status',
  ),
  may(
    READ,
    '',
    'bindings events limitranges namespaces/status pods/log pods/status replicationcontrollers/status resourcequotas resourcequotas/status',
  ),
  may(READ, '', 'namespaces'),
  may(READ, 'discovery.k8s.io', 'endpointslices'),
  may(
    READ,
    'apps',
    'controllerrevisions daemonsets daemonsets/status deployments deployments/scale deployments/status replicasets replicasets/scale replicasets/status statefulsets statefulsets/scale statefulsets/status',
  ),
  may(READ, 'autoscaling', 'horizontalpodautoscalers horizontalpodautoscalers/status'),
  may(READ, 'batch', 'cronjobs cronjobs/status jobs jobs/status'),
  may(
    READ,
    'extensions',
    'daemonsets daemonsets/status deployments deployments/scale deployments/status ingresses ingresses/status networkpolicies replicasets replicasets/scale replicasets/status replicationcontrollers/scale',
  ),
  may(READ, 'policy', 'poddisruptionbudgets poddisruptionbudgets/status'),
  may(READ, 'networking.k8s.io', 'ingresses ingresses/status networkpolicies'),
  may(READ, 'resource.k8s.io', 'resourceclaims resourceclaims/status resourceclaimtemplates'),
];

const EDIT: readonly PolicyRule[] = [
  may(READ, '', 'pods/attach pods/exec pods/portforward pods/proxy secrets services/proxy'),
  may(['impersonate'], '', 'serviceaccounts'),
  may(WRITE, '', 'pods pods/attach pods/exec pods/portforward pods/proxy'),
  may(['create'], '', 'pods/eviction'),
  may(
    WRITE,
    '',
    'configmaps events persistentvolumeclaims replicationcontrollers replicationcontrollers/scale secrets serviceaccounts services services/proxy',
  ),
  may(['create'], '', 'serviceaccounts/token'),
  may(
    WRITE,
    'apps',
    'daemonsets deployments deployments/rollback deployments/scale replicasets replicasets/scale statefulsets statefulsets/scale',
  ),
  may(WRITE, 'autoscaling', 'horizontalpodautoscalers'),
  may(WRITE, 'batch', 'cronjobs jobs'),
  may(WRITE, 'extensions', OLD_WORKLOADS.replace('deployments/scale', 'deployments/rollback deployments/scale')),
  may(WRITE, 'policy', 'poddisruptionbudgets'),
  may(WRITE, 'networking.k8s.io', 'ingresses networkpolicies'),
  may(ALL, 'coordination.k8s.io', 'leases'),
  may(WRITE, 'resource.k8s.io', CLAIMS),
];

const ADMIN: readonly PolicyRule[] = [
  may(['create'], 'authorization.k8s.io', 'localsubjectaccessreviews'),
  may(ALL, GROUP, 'rolebindings roles'),
];

const MONITORED = '/healthz /healthz/* /livez /livez/* /metrics /metrics/slis /readyz /readyz/* /statusz /flagz'
  .split(' ')
  .sort()
  .join(' ');

const ROLES: Readonly<Record<string, readonly PolicyRule[]>> = {
  'cluster-admin': [may(['*'], '*', '*'), { verbs: ['*'], nonResourceURLs: ['*'] }],
  'system:aggregate-to-admin': ADMIN,
  'system:aggregate-to-edit': EDIT,
  'system:aggregate-to-view': VIEW,
  'system:auth-delegator': [
    may(['create'], 'authentication.k8s.io', 'tokenreviews'),
    may(['create'], 'authorization.k8s.io', 'subjectaccessreviews'),
  ],
  'system:basic-user': [
    may(['create'], 'authorization.k8s.io', 'selfsubjectaccessreviews selfsubjectrulesreviews'),
    may(['create'], 'authentication.k8s.io', 'selfsubjectreviews'),
  ],
  'system:discovery': [urls('/api /api/* /apis /apis/* /healthz /livez /openapi /openapi/* /readyz /version /version/')],
  'system:monitoring': [urls(MONITORED)],
  'system:public-info-viewer': [urls('/healthz /livez /readyz /version /version/')],
};

/** Roles whose rules are those of all roles with a label: name, the role that they are aggregated to in turn. */
const AGGREGATED: readonly (readonly [name: string, to?: string])[] = [['admin'], ['edit', 'admin'], ['view', 'edit']];

const group = (name: string): Subject => ({ kind: 'Group', name, apiGroup: GROUP });

const BINDINGS: Readonly<Record<string, readonly Subject[]>> = {
  'cluster-admin': [group('system:masters')],
  'system:basic-user': [group('system:authenticated')],
  'system:discovery': [group('system:authenticated')],
  'system:monitoring': [group('system:monitoring')],
  'system:public-info-viewer': [group('system:authenticated'), group('system:unauthenticated')],
};

/** Writes the default roles and bindings. */
export function bootstrapRoles(api: Operations): void {
  const role = (name: string, rules: readonly PolicyRule[], labels: Readonly<Record<string, string>> = {}, to?: string): void => {
    api.create<ClusterRole>(`clusterroles.${GROUP}`, {
      apiVersion: `${GROUP}/v1`,
      kind: 'ClusterRole',
      metadata: { name, ...META, labels: { ...META.labels, ...labels } },
      ...(to && { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { [aggregateTo(to)]: 'true' } }] } }),
      rules: [...rules],
    });
  };
  for (const [name, to] of AGGREGATED) role(name, [], to ? { [aggregateTo(to)]: 'true' } : {}, name);
  for (const [name, rules] of Object.entries(ROLES)) {
    const to = /^system:aggregate-to-(.*)$/.exec(name)?.[1];
    role(name, rules, to ? { [aggregateTo(to)]: 'true' } : {});
  }
  for (const [name, subjects] of Object.entries(BINDINGS)) {
    api.create<ClusterRoleBinding>(`clusterrolebindings.${GROUP}`, {
      apiVersion: `${GROUP}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name, ...META },
      roleRef: { apiGroup: GROUP, kind: 'ClusterRole', name },
      subjects: [...subjects],
    });
  }
}

function aggregateTo(role: string): string {
  return `rbac.authorization.k8s.io/aggregate-to-${role}`;
}
