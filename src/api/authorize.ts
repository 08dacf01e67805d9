/** Who may do what: role-based access control over the stored roles and bindings (source: plugin/pkg/auth/authorizer/rbac). */
import type { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from '../kinds/objects.ts';
import type { PolicyRule, Subject } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import { ApiError, forbiddenError } from './errors.ts';
import { goQuote } from './go-json.ts';
import type { UserInfo } from './types.ts';

/** One request as the authorizer sees it. */
export interface Attributes {
  readonly verb: string;
  readonly group: string;
  /** Empty for paths that are no resource. */
  readonly resource: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly path?: string;
}

const RBAC = 'rbac.authorization.k8s.io';
/** Why the user may do it, in the words of the real authorizer; undefined when not. */
export function allowance(world: World, user: UserInfo, asked: Attributes): string | undefined {
  if (user.groups.includes('system:masters')) return '';
  for (const { rule, why } of rulesFor(world, user, asked.namespace ?? '')) if (allows(rule, asked)) return why;
  return undefined;
}

/** Throws Forbidden when the user may not do it. */
export function authorize(world: World, user: UserInfo, asked: Attributes): void {
  if (allowance(world, user, asked) !== undefined) return;
  const who = `User ${goQuote(user.username)} cannot ${asked.verb}`;
  if (asked.resource === '') throw new ApiError(403, 'Forbidden', `forbidden: ${who} path ${goQuote(asked.path ?? '')}`, {});
  const resource = asked.subresource ? `${asked.resource}/${asked.subresource}` : asked.resource;
  const where = asked.namespace ? `in the namespace ${goQuote(asked.namespace)}` : 'at the cluster scope';
  const why = `${who} resource ${goQuote(resource)} in API group ${goQuote(asked.group)} ${where}`;
  throw forbiddenError({ plural: asked.resource, group: asked.group }, asked.name ?? '', why);
}

/** The rules that hold for a user in a namespace ('' for none), with why they do. */
export function* rulesFor(world: World, user: UserInfo, namespace: string): Generator<{ readonly rule: PolicyRule; readonly why: string }> {
  for (const binding of world.store.list<ClusterRoleBinding>(`clusterrolebindings.${RBAC}`)) {
    yield* bound(world, user, binding, '', `ClusterRoleBinding ${goQuote(binding.metadata.name)}`);
  }
  if (namespace === '') return;
  for (const binding of world.store.list<RoleBinding>(`rolebindings.${RBAC}`, namespace)) {
    yield* bound(world, user, binding, namespace, `RoleBinding ${goQuote(`${binding.metadata.name}/${namespace}`)}`);
  }
}

function* bound(
  world: World,
  user: UserInfo,
  binding: Pick<RoleBinding, 'subjects' | 'roleRef'>,
  namespace: string,
  what: string,
): Generator<{ readonly rule: PolicyRule; readonly why: string }> {
  const subject = (binding.subjects ?? []).find((one) => isSubject(one, user, namespace));
  if (!subject) return;
  const { kind, name } = binding.roleRef;
  const role =
    kind === 'ClusterRole'
      ? world.store.get<ClusterRole>(`clusterroles.${RBAC}`, '', name)
      : world.store.get<Role>(`roles.${RBAC}`, namespace, name);
  const to = subject.kind === 'ServiceAccount' ? `${subject.name}/${subject.namespace || namespace}` : subject.name;
  const why = `RBAC: allowed by ${what} of ${kind} ${goQuote(name)} to ${subject.kind} ${goQuote(to)}`;
  for (const rule of role?.rules ?? []) yield { rule, why };
}

function isSubject({ kind, name, namespace }: Subject, user: UserInfo, where: string): boolean {
  if (kind === 'User') return user.username === name;
  if (kind === 'Group') return user.groups.includes(name);
  return kind === 'ServiceAccount' && user.username === `system:serviceaccount:${namespace || where}:${name}`;
}

function allows(rule: PolicyRule, { verb, group, resource, subresource, name = '', path = '' }: Attributes): boolean {
  if (!has(rule.verbs, verb)) return false;
  if (resource === '')
    return (rule.nonResourceURLs ?? []).some(
      (url) => url === '*' || url === path || (url.endsWith('*') && path.startsWith(url.slice(0, -1))),
    );
  if (!has(rule.apiGroups, group)) return false;
  const names = rule.resourceNames ?? [];
  if (names.length > 0 && !names.includes(name)) return false;
  const full = subresource ? `${resource}/${subresource}` : resource;
  return (rule.resources ?? []).some((one) => one === '*' || one === full || (subresource !== undefined && one === `*/${subresource}`));
}

function has(list: readonly string[] | null | undefined, wanted: string): boolean {
  return list?.some((one) => one === '*' || one === wanted) ?? false;
}
