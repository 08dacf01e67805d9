/** Nobody gives away more than they have: roles and bindings are refused that grant what their author may not do (source: pkg/registry/rbac). */
import { allowance, rulesFor } from '../../api/authorize.ts';
import { forbiddenError } from '../../api/errors.ts';
import { goQuote } from '../../api/go-json.ts';
import type { KindContext } from '../../api/kind.ts';
import type { UserInfo } from '../../api/types.ts';
import type { PolicyRule } from '../types.gen.ts';
import { breakDown, compactRules } from './compact.ts';

const GROUP = 'rbac.authorization.k8s.io';

/**
 * Throws Forbidden when the context's user may grant neither because of the verb (`escalate` on the role, `bind` on the role that is
 * bound) nor because he has the rules himself.
 */
export function refuseEscalation(
  { world, user, trusted }: KindContext,
  about: { readonly plural: string; readonly name: string; readonly namespace: string },
  verb: { readonly name: 'escalate' | 'bind'; readonly resource: string; readonly role: string },
  rules: readonly PolicyRule[],
): void {
  if (trusted || !user || user.groups.includes('system:masters')) return;
  const asked = { verb: verb.name, group: GROUP, resource: verb.resource, name: verb.role, namespace: about.namespace };
  if (allowance(world, user, asked) !== undefined) return;
  const held = [...rulesFor(world, user, about.namespace)].map(({ rule }) => rule);
  const missing = rules.flatMap(breakDown).filter((rule) => !held.some((one) => covers(one, rule)));
  if (missing.length === 0) return;
  const list = compactRules(missing).map(goText).join('\n');
  throw forbiddenError(
    { plural: about.plural, group: GROUP },
    about.name,
    `user ${who(user)} is attempting to grant RBAC permissions not currently held:\n${list}`,
  );
}

function who({ username, groups }: UserInfo): string {
  return `${goQuote(username)} (groups=[${groups.map(goQuote).join(' ')}])`;
}

const has = (list: readonly string[] | null | undefined, wanted: string): boolean =>
  list?.some((one) => one === '*' || one === wanted) ?? false;

/** Whether one rule allows what another does, which names one verb on one thing. */
function covers(owner: PolicyRule, { verbs, apiGroups, resources, resourceNames, nonResourceURLs }: PolicyRule): boolean {
  if (!has(owner.verbs, verbs[0] ?? '')) return false;
  const url = nonResourceURLs?.[0];
  if (url !== undefined)
    return (owner.nonResourceURLs ?? []).some((one) => one === url || (one.endsWith('*') && url.startsWith(one.slice(0, -1))));
  const [resource = '', name] = [resources?.[0], resourceNames?.[0]];
  const below = resource.includes('/') && (owner.resources?.includes(`*/${resource.split('/')[1]}`) ?? false);
  const names = owner.resourceNames ?? [];
  return (
    has(owner.apiGroups, apiGroups?.[0] ?? '') &&
    (has(owner.resources, resource) || below) &&
    (names.length === 0 || (name !== undefined && names.includes(name)))
  );
}

/** `{APIGroups:[""], Resources:["pods"], Verbs:["get" "list"]}` */
function goText({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: PolicyRule): string {
  const parts: readonly (readonly [string, readonly string[] | null | undefined])[] = [
    ['APIGroups', apiGroups],
    ['Resources', resources],
    ['ResourceNames', resourceNames],
    ['NonResourceURLs', nonResourceURLs],
    ['Verbs', verbs],
  ];
  const shown = parts.flatMap(([label, list]) => (list?.length ? [`${label}:[${list.map(goQuote).join(' ')}]`] : []));
  return `{${shown.join(', ')}}`;
}
