import { createdAtColumn, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import type { ClusterRole } from '../objects.ts';
import { validateRules } from '../role/rules.ts';

/** What may be done anywhere. */
export const clusterRoles = define<ClusterRole>('rbac.authorization.k8s.io/v1', 'clusterroles', {
  nameCheck: 'path',
  validate: ({ rules }) => validateRules(rules ?? []),
  columns: [nameColumn, createdAtColumn],
});
