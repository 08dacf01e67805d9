/** What RoleBindings and ClusterRoleBindings have in common (source: pkg/apis/rbac). */
import { equal } from '../../api/equal.ts';
import { type FieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import { goStructText, type Verbatim } from '../../api/go-json.ts';
import type { Column, KindContext } from '../../api/kind.ts';
import { isDNS1123Subdomain, isPathSegmentName } from '../../api/values/names.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { eachOf, fill, within } from '../fill.ts';
import type { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from '../objects.ts';
import { refuseEscalation } from '../role/escalation.ts';
import type { RoleRef, Subject } from '../types.gen.ts';

type Binding = RoleBinding | ClusterRoleBinding;

const GROUP = 'rbac.authorization.k8s.io';
const SUBJECT_KINDS = ['ServiceAccount', 'User', 'Group'];

export function defaultBinding<T extends Binding>(binding: T): T {
  const filled = within(binding as Binding, 'roleRef', (ref) => (ref.apiGroup ? ref : { ...ref, apiGroup: GROUP }));
  return eachOf(filled, 'subjects', (subject: Subject) =>
    subject.kind === 'ServiceAccount' ? subject : fill(subject, { apiGroup: GROUP }),
  ) as T;
}

/** Refuses a binding to a role that has more rights than its author. */
export function checkedBinding<T extends Binding>(plural: string, binding: T, context: KindContext): T {
  const { name, namespace = '' } = binding.metadata;
  const { kind, name: role } = binding.roleRef;
  const store = context.world.store;
  const bound =
    kind === 'ClusterRole' ? store.get<ClusterRole>(`clusterroles.${GROUP}`, '', role) : store.get<Role>(`roles.${GROUP}`, namespace, role);
  const verb = { name: 'bind', resource: kind === 'ClusterRole' ? 'clusterroles' : 'roles', role } as const;
  refuseEscalation(context, { plural, name, namespace }, verb, bound?.rules ?? []);
  return binding;
}

export function validateBinding({ roleRef, subjects }: Binding, roles: readonly string[], old?: Binding): FieldError[] {
  const errors: FieldError[] = [];
  if (roleRef.apiGroup !== GROUP) errors.push(notSupported('roleRef.apiGroup', roleRef.apiGroup, [GROUP]));
  if (!roles.includes(roleRef.kind)) errors.push(notSupported('roleRef.kind', roleRef.kind, roles));
  if (!roleRef.name) errors.push(required('roleRef.name'));
  else errors.push(...isPathSegmentName(roleRef.name).map((why) => invalid('roleRef.name', roleRef.name, why)));
  (subjects ?? []).forEach((subject, index) => {
    errors.push(...validateSubject(subject, `subjects[${index}]`, roles.includes('Role')));
  });
  if (old && !equal(roleRef, old.roleRef)) errors.push(invalid('roleRef', shownRef(roleRef), 'cannot change roleRef'));
  return errors;
}

const shownRef = ({ apiGroup, kind, name }: RoleRef): Verbatim => goStructText({ APIGroup: apiGroup, Kind: kind, Name: name });

const named = ({ subjects }: Binding, kind: string): string =>
  (subjects ?? [])
    .filter((one) => one.kind === kind)
    .map(({ name, namespace }) => (kind === 'ServiceAccount' ? `${namespace ?? ''}/${name}` : name))
    .join(', ');

/** A ServiceAccount without a namespace is one of the RoleBinding's own; a ClusterRoleBinding has none. */
function validateSubject({ kind, name, namespace, apiGroup = '' }: Subject, at: string, namespaced: boolean): FieldError[] {
  const errors: FieldError[] = name ? [] : [required(`${at}.name`)];
  switch (kind) {
    case 'ServiceAccount':
      if (name) errors.push(...isDNS1123Subdomain(name).map((why) => invalid(`${at}.name`, name, why)));
      if (apiGroup !== '') errors.push(notSupported(`${at}.apiGroup`, apiGroup, ['']));
      if (!namespaced && !namespace) errors.push(required(`${at}.namespace`));
      return errors;
    case 'User':
    case 'Group':
      return apiGroup === GROUP ? errors : [...errors, notSupported(`${at}.apiGroup`, apiGroup, [GROUP])];
    default:
      return [...errors, notSupported(`${at}.kind`, kind, SUBJECT_KINDS)];
  }
}

export const bindingColumns: readonly Column<Binding>[] = [
  nameColumn,
  text('Role', ({ roleRef }) => `${roleRef.kind}/${roleRef.name}`),
  ageColumn,
  text('Users', (binding) => named(binding, 'User'), true),
  text('Groups', (binding) => named(binding, 'Group'), true),
  text('ServiceAccounts', (binding) => named(binding, 'ServiceAccount'), true),
];
