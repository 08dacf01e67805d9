/** Which policies are about a write, and with what parameters (source: apiserver/pkg/admission/plugin/policy/generic and matching). */
import { type ApiError, forbiddenError } from '../../api/errors.ts';
import { type Kind, resourceOf } from '../../api/kind.ts';
import type { UserInfo } from '../../api/types.ts';
import { fromLabelSelector, type LabelSelector, matches } from '../../api/values/selector.ts';
import type { KubeObject, ResourceName } from '../../world/object.ts';
import type { World } from '../../world/world.ts';

export interface ResourceRule {
  readonly apiGroups?: readonly string[];
  readonly apiVersions?: readonly string[];
  readonly operations?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly scope?: string;
}

export interface MatchResources {
  readonly matchPolicy?: string;
  readonly resourceRules?: readonly ResourceRule[];
  readonly excludeResourceRules?: readonly ResourceRule[];
  readonly namespaceSelector?: LabelSelector;
  readonly objectSelector?: LabelSelector;
}

interface Named {
  readonly name: string;
  readonly expression: string;
}

/** What policies of both kinds say. */
export interface PolicySpec {
  readonly failurePolicy?: string;
  readonly matchConditions?: readonly Named[];
  readonly matchConstraints?: MatchResources;
  readonly paramKind?: { readonly apiVersion?: string; readonly kind?: string };
  readonly variables?: readonly Named[];
}

export interface BindingSpec {
  readonly matchResources?: MatchResources;
  readonly paramRef?: {
    readonly name?: string;
    readonly namespace?: string;
    readonly parameterNotFoundAction?: string;
    readonly selector?: LabelSelector;
  };
  readonly policyName?: string;
}

export interface Write {
  readonly world: World;
  readonly kind: Kind;
  /** Nothing when it is deleted. */
  readonly object: KubeObject | undefined;
  readonly old: KubeObject | undefined;
  readonly user?: UserInfo | undefined;
  readonly dryRun?: boolean;
  /** What is written to, when it is not the object itself. */
  readonly subresource?: string;
}

export type Policy<S extends PolicySpec> = KubeObject & { readonly spec: S };
export type Binding<B extends BindingSpec> = KubeObject & { readonly spec: B };

/** A policy that is about a write because of a binding. */
export interface Invocation<S extends PolicySpec, B extends BindingSpec> {
  readonly policy: Policy<S>;
  readonly binding: Binding<B>;
  /** The objects that parametrize it, one at a time; null where it has none. Undefined: they should be there and are not. */
  readonly params: readonly (KubeObject | null)[] | undefined;
}

export const NO_PARAMS = 'failed to configure binding: no params found for policy binding with `Deny` parameterNotFoundAction';

export const about = ({ object, old }: Write): KubeObject => (object ?? old) as KubeObject;
export const operationOf = ({ object, old }: Write): string => (!object ? 'DELETE' : old ? 'UPDATE' : 'CREATE');

/** What is to be asked about a write, policy by policy. */
export function invocations<S extends PolicySpec, B extends BindingSpec>(
  write: Write,
  policies: ResourceName,
  bindings: ResourceName,
): Invocation<S, B>[] {
  const { store } = write.world;
  return store.list<Policy<S>>(policies).flatMap((policy) => {
    const { name, deletionTimestamp } = policy.metadata;
    if (deletionTimestamp || !concerns(policy.spec.matchConstraints, write, false)) return [];
    return store
      .list<Binding<B>>(bindings)
      .filter(({ spec }) => spec.policyName === name && concerns(spec.matchResources, write, true))
      .map((binding) => ({ policy, binding, params: paramsOf(policy.spec, binding.spec, write) }));
  });
}

/** A Forbidden whose words are in its causes, to be said as the kind of policy says it. */
export function refusal(write: Write, message: string): ApiError {
  return forbiddenError(write.kind, about(write).metadata.name, message, [{ message }]);
}

/** Whether a write is one of those that rules and selectors name; without rules it is one if `unlessSaid`. */
export function concerns(match: MatchResources | undefined, write: Write, unlessSaid: boolean): boolean {
  const { world, object } = write;
  const { metadata } = about(write);
  const rules = match?.resourceRules ?? [];
  if (rules.length === 0 ? !unlessSaid : !rules.some((rule) => covers(rule, write))) return false;
  if (match?.excludeResourceRules?.some((rule) => covers(rule, write))) return false;
  const namespace = metadata.namespace && world.store.get('namespaces', '', metadata.namespace);
  const chosen = (selector: LabelSelector | undefined, of: KubeObject | undefined) =>
    !selector || matches(fromLabelSelector(selector), of?.metadata.labels);
  return (
    (!namespace || chosen(match?.namespaceSelector, namespace)) &&
    ((object !== undefined && chosen(match?.objectSelector, object)) ||
      (write.old !== undefined && chosen(match?.objectSelector, write.old)))
  );
}

function covers(rule: ResourceRule, write: Write): boolean {
  const { kind } = write;
  const has = (list: readonly string[] | undefined, one: string) => list?.includes('*') || list?.includes(one) || false;
  const scope = kind.namespaced ? 'Namespaced' : 'Cluster';
  return (
    has(rule.apiGroups, kind.group) &&
    has(rule.apiVersions, kind.version) &&
    has(rule.operations, operationOf(write)) &&
    (rule.resources?.some((one) => names(one, write)) ?? false) &&
    has([rule.scope ?? '*'], scope) &&
    (!rule.resourceNames?.length || rule.resourceNames.includes(about(write).metadata.name))
  );
}

/** `pods`, `pods/status`, `pods/*`, `*`, all of all */
function names(resource: string, { kind, subresource = '' }: Write): boolean {
  const [plural = '', below = ''] = resource.split('/');
  return (plural === '*' || plural === kind.plural) && (below === '*' || below === subresource);
}

function paramsOf({ paramKind }: PolicySpec, { paramRef }: BindingSpec, write: Write): (KubeObject | null)[] | undefined {
  const { world } = write;
  if (!paramKind || !paramRef) return [null];
  const [group = '', version = ''] = `/${paramKind.apiVersion ?? ''}`.split('/').slice(-2);
  const isCore = !paramKind.apiVersion?.includes('/');
  const plural = `${(paramKind.kind ?? '').toLowerCase()}s`;
  const resource = resourceOf({ plural, group: isCore ? '' : group });
  const namespace = paramRef.namespace ?? about(write).metadata.namespace ?? '';
  const all = world.store
    .list<KubeObject>(resource)
    .filter(
      ({ apiVersion, metadata }) => apiVersion.endsWith(version) && (metadata.namespace === undefined || metadata.namespace === namespace),
    )
    .filter(({ metadata }) =>
      paramRef.name === undefined ? matches(fromLabelSelector(paramRef.selector), metadata.labels) : metadata.name === paramRef.name,
    );
  return all.length === 0 && paramRef.parameterNotFoundAction === 'Deny' ? undefined : all;
}
