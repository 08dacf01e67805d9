import { createdAtColumn, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import type { Role } from '../objects.ts';
import { validateRules } from '../role/rules.ts';

/** What may be done in a namespace. */
export const roles = define<Role>('rbac.authorization.k8s.io/v1', 'roles', {
  nameCheck: 'path',
  validate: ({ rules }) => validateRules(rules ?? []),
  columns: [nameColumn, createdAtColumn],
});
