import type { KubeObject } from '../../world/object.ts';
import { ageColumn, integer, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { within } from '../fill.ts';
import { implied } from '../implied.ts';
import type { Stored } from '../objects.ts';
import type * as gen from '../types.gen.ts';
import { validateFlowSchema } from './validation.ts';

interface FlowSchema extends KubeObject {
  readonly spec: {
    readonly distinguisherMethod?: { readonly type: string };
    readonly matchingPrecedence: number;
    readonly priorityLevelConfiguration: { readonly name: string };
    readonly rules?: readonly object[];
  };
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

/**
 * Name, priority level, precedence, what tells its flows apart, subjects (g: group, u: user, a: account of kube-system), and what of
 * the cluster they ask for, all when empty: verbs, group and resources, `+` where the cluster's own count and not those of namespaces
 * (source: apiserver/pkg/apis/flowcontrol/bootstrap).
 */
const SCHEMAS = `
exempt exempt 1 - g:system:masters
probes exempt 2 - g:system:unauthenticated,g:system:authenticated probes
system-leader-election leader-election 100 User u:system:kube-controller-manager,u:system:kube-scheduler,a:* get,create,update coordination.k8s.io leases
endpoint-controller workload-high 150 User u:system:kube-controller-manager,a:endpoint-controller,a:endpointslicemirroring-controller get,create,update - endpoints
workload-leader-election leader-election 200 User a:* get,create,update coordination.k8s.io leases
system-node-high node-high 400 User g:system:nodes * - nodes,nodes/status+ * coordination.k8s.io leases
system-nodes system 500 User g:system:nodes
kube-controller-manager workload-high 800 Namespace u:system:kube-controller-manager
kube-scheduler workload-high 800 Namespace u:system:kube-scheduler
kube-system-service-accounts workload-high 900 Namespace a:*
service-accounts workload-low 9000 User g:system:serviceaccounts
global-default global-default 9900 User g:system:unauthenticated,g:system:authenticated
catch-all catch-all 10000 User g:system:unauthenticated,g:system:authenticated
`;

/** Which requests are of which priority level; those that the server makes itself. */
export const flowSchemas = define<FlowSchema>('flowcontrol.apiserver.k8s.io/v1', 'flowschemas', {
  generation: ['spec'],
  keptByStatus: ['labels', 'annotations', 'ownerReferences', 'finalizers'],
  defaults: (schema) => within(schema, 'spec', (spec) => (spec.matchingPrecedence ? spec : { ...spec, matchingPrecedence: 1000 })),
  validate: (schema) => validateFlowSchema(schema as Stored<gen.FlowSchema>),
  implied: (world) =>
    SCHEMAS.trim()
      .split('\n')
      .map((line) => {
        const [name = '', level = '', precedence, method, subjects = '', ...rules] = line.split(' ');
        const one = implied<FlowSchema>(
          world,
          {
            apiVersion: 'flowcontrol.apiserver.k8s.io/v1',
            kind: 'FlowSchema',
            spec: {
              ...(method !== '-' && { distinguisherMethod: { type: `By${method}` } }),
              matchingPrecedence: Number(precedence),
              priorityLevelConfiguration: { name: level },
              rules: [{ ...rulesOf(rules), subjects: subjects.split(',').map(subjectOf) }],
            },
          },
          { annotations: { 'apf.kubernetes.io/autoupdate-spec': 'true' }, generation: 1, name },
        );
        const message = `This FlowSchema references the PriorityLevelConfiguration object named "${level}" and it exists`;
        const lastTransitionTime = one.metadata.creationTimestamp;
        return { ...one, status: { conditions: [{ lastTransitionTime, message, reason: 'Found', status: 'False', type: 'Dangling' }] } };
      }),
  listed: (one, other) => one.spec.matchingPrecedence - other.spec.matchingPrecedence,
  columns: [
    nameColumn,
    text('PriorityLevel', ({ spec }) => spec.priorityLevelConfiguration.name),
    integer('MatchingPrecedence', ({ spec }) => spec.matchingPrecedence),
    text('DistinguisherMethod', ({ spec }) => spec.distinguisherMethod?.type ?? '<none>'),
    ageColumn,
    text('MissingPL', ({ status }) => status?.conditions?.find(({ type }) => type === 'Dangling')?.status ?? '?'),
  ],
});

function subjectOf(text: string): object {
  const name = text.slice(2);
  if (text[0] === 'g') return { group: { name }, kind: 'Group' };
  return text[0] === 'u'
    ? { kind: 'User', user: { name } }
    : { kind: 'ServiceAccount', serviceAccount: { name, namespace: 'kube-system' } };
}

function rulesOf(words: readonly string[]): object {
  const all = ['*'];
  if (words.length === 0) {
    return {
      nonResourceRules: [{ nonResourceURLs: all, verbs: all }],
      resourceRules: [{ apiGroups: all, clusterScope: true, namespaces: all, resources: all, verbs: all }],
    };
  }
  if (words[0] === 'probes') return { nonResourceRules: [{ nonResourceURLs: ['/healthz', '/readyz', '/livez'], verbs: ['get'] }] };
  const resourceRules: object[] = [];
  for (let at = 0; at < words.length; at += 3) {
    const [verbs = '', group = '', resources = ''] = words.slice(at);
    const clusterScope = resources.endsWith('+');
    resourceRules.push({
      apiGroups: [group === '-' ? '' : group],
      ...(clusterScope ? { clusterScope } : { namespaces: all }),
      resources: resources.replace('+', '').split(','),
      verbs: verbs.split(','),
    });
  }
  return { resourceRules };
}
