import type { KindContext } from '../../api/kind.ts';
import { createdAtColumn, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import type { ClusterRole } from '../objects.ts';
import { impliedOf } from '../rare.ts';
import { refuseEscalation } from '../role/escalation.ts';

/** What may be done anywhere. */
export const clusterRoles = define<ClusterRole>('rbac.authorization.k8s.io/v1', 'clusterroles', {
  nameCheck: 'path',
  implied: impliedOf<ClusterRole>('clusterroles'),
  prepareCreate: checked,
  prepareUpdate: (role, _old, context) => checked(role, context),
  columns: [nameColumn, createdAtColumn],
});

function checked(role: ClusterRole, context: KindContext): ClusterRole {
  const { name } = role.metadata;
  const verb = { name: 'escalate', resource: 'clusterroles', role: name } as const;
  refuseEscalation(context, { plural: 'clusterroles', name, namespace: '' }, verb, role.rules ?? []);
  return role;
}
