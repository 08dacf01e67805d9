import type { KindContext } from '../../api/kind.ts';
import { createdAtColumn, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import type { Role } from '../objects.ts';
import { impliedOf } from '../rare.ts';
import { refuseEscalation } from './escalation.ts';

/** What may be done in a namespace. */
export const roles = define<Role>('rbac.authorization.k8s.io/v1', 'roles', {
  nameCheck: 'path',
  implied: impliedOf<Role>('roles'),
  prepareCreate: checked,
  prepareUpdate: (role, _old, context) => checked(role, context),
  columns: [nameColumn, createdAtColumn],
});

function checked(role: Role, context: KindContext): Role {
  const { name, namespace = '' } = role.metadata;
  refuseEscalation(context, { plural: 'roles', name, namespace }, { name: 'escalate', resource: 'roles', role: name }, role.rules ?? []);
  return role;
}
