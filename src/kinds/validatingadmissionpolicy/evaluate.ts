/** What policies say of a write (source: apiserver/pkg/admission/plugin/policy/validating). Of deletions only clients' are asked about. */
import type { Deletion } from '../../api/admission.ts';
import { ApiError, forbiddenError } from '../../api/errors.ts';
import { apiVersionOf, type Kind, type KindContext, resourceOf } from '../../api/kind.ts';
import type { UserInfo } from '../../api/types.ts';
import { fromLabelSelector, type LabelSelector, matches } from '../../api/values/selector.ts';
import type { KubeObject } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import { celValue, run } from '../customresourcedefinition/cel.ts';
import { Authorizer } from './authorizer.ts';
import { POLICIES } from './index.ts';

interface ResourceRule {
  readonly apiGroups?: readonly string[];
  readonly apiVersions?: readonly string[];
  readonly operations?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly scope?: string;
}

interface MatchResources {
  readonly resourceRules?: readonly ResourceRule[];
  readonly excludeResourceRules?: readonly ResourceRule[];
  readonly namespaceSelector?: LabelSelector;
  readonly objectSelector?: LabelSelector;
}

interface Named {
  readonly name: string;
  readonly expression: string;
}

interface Validation {
  readonly expression: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly reason?: string;
}

interface Policy extends KubeObject {
  readonly spec: {
    readonly failurePolicy?: string;
    readonly matchConditions?: readonly Named[];
    readonly matchConstraints?: MatchResources;
    readonly paramKind?: { readonly apiVersion?: string; readonly kind?: string };
    readonly validations?: readonly Validation[];
    readonly variables?: readonly Named[];
  };
}

interface Binding extends KubeObject {
  readonly spec: {
    readonly matchResources?: MatchResources;
    readonly paramRef?: {
      readonly name?: string;
      readonly namespace?: string;
      readonly parameterNotFoundAction?: string;
      readonly selector?: LabelSelector;
    };
    readonly policyName?: string;
    readonly validationActions?: readonly string[];
  };
}

interface Write {
  readonly world: World;
  readonly kind: Kind;
  /** Nothing when it is deleted. */
  readonly object: KubeObject | undefined;
  readonly old: KubeObject | undefined;
  readonly user?: UserInfo | undefined;
  readonly dryRun?: boolean;
}

interface Violation {
  readonly policy: string;
  readonly binding: string;
  readonly message: string;
  readonly reason: string;
}

const CODES: Readonly<Record<string, number>> = { Unauthorized: 401, Forbidden: 403, RequestEntityTooLarge: 413, Invalid: 422 };

export function admit(kind: Kind, object: KubeObject, old: KubeObject | undefined, context: KindContext): void {
  if (context.subresource) return;
  refuse({ world: context.world, kind, object, old, user: context.user, dryRun: context.dryRun });
}

/** Before a deletion: refused, or warned of. */
export function remove(kind: Kind, old: KubeObject, context: Deletion): string[] {
  refuse({ ...context, kind, object: undefined, old });
  return warned({ ...context, kind, object: undefined, old });
}

function refuse(write: Write): void {
  const [first] = violations(write, 'Deny');
  if (!first) return;
  const message = `ValidatingAdmissionPolicy '${first.policy}' with binding '${first.binding}' denied request: ${first.message}`;
  const { status } = forbiddenError(write.kind, about(write).metadata.name, message, [{ message }]);
  throw new ApiError(CODES[first.reason] ?? 422, first.reason, status.message ?? '', status.details);
}

export function warnings(kind: Kind, object: KubeObject, old: KubeObject | undefined, world: World): string[] {
  return warned({ world, kind, object, old });
}

function warned(write: Write): string[] {
  return violations(write, 'Warn').map(
    ({ policy, binding, message }) => `Validation failed for ValidatingAdmissionPolicy '${policy}' with binding '${binding}': ${message}`,
  );
}

const about = ({ object, old }: Write): KubeObject => (object ?? old) as KubeObject;
const operationOf = ({ object, old }: Write): string => (!object ? 'DELETE' : old ? 'UPDATE' : 'CREATE');

/** What the policies whose bindings say `action` have against a write. */
function violations(write: Write, action: string): Violation[] {
  const { world } = write;
  const found: Violation[] = [];
  for (const policy of world.store.list<Policy>(POLICIES)) {
    const { name, deletionTimestamp } = policy.metadata;
    if (deletionTimestamp || !concerns(policy.spec.matchConstraints, write, false)) continue;
    for (const binding of world.store.list<Binding>('validatingadmissionpolicybindings.admissionregistration.k8s.io')) {
      if (binding.spec.policyName !== name || !binding.spec.validationActions?.includes(action)) continue;
      if (!concerns(binding.spec.matchResources, write, true)) continue;
      for (const { message, reason } of paramsOf(policy, binding, write).flatMap((params) => broken(policy, write, params)))
        found.push({ policy: name, binding: binding.metadata.name, message, reason });
    }
  }
  return found;
}

function concerns(match: MatchResources | undefined, write: Write, unlessSaid: boolean): boolean {
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
    (has(rule.resources, kind.plural) || (rule.resources?.includes('*/*') ?? false)) &&
    has([rule.scope ?? '*'], scope) &&
    (!rule.resourceNames?.length || rule.resourceNames.includes(about(write).metadata.name))
  );
}

/** The objects that parametrize a policy; null where it has none, nothing where a missing one lets the write pass. */
function paramsOf({ spec: { paramKind } }: Policy, { spec: { paramRef } }: Binding, write: Write): (KubeObject | null)[] {
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
  if (all.length > 0) return all;
  return paramRef.parameterNotFoundAction === 'Allow' ? [] : [null];
}

function broken({ spec }: Policy, write: Write, params: KubeObject | null): { message: string; reason: string }[] {
  const { kind, object, old, world, user, dryRun = false } = write;
  const { name, namespace = '' } = about(write).metadata;
  const { group, version } = kind;
  const request = {
    kind: { group, version, kind: kind.kind },
    resource: { group, version, resource: kind.plural },
    name,
    namespace,
    operation: operationOf(write),
    userInfo: { username: user?.username ?? '', groups: user?.groups ?? [] },
    dryRun,
  };
  const whole = (one: KubeObject | null | undefined) =>
    one ? celValue(undefined, { ...one, apiVersion: one.apiVersion ?? apiVersionOf(kind) }) : null;
  const known: Record<string, unknown> = {
    object: whole(object),
    oldObject: whole(old),
    params: whole(params),
    request: celValue(undefined, request),
    namespaceObject: whole(namespace === '' ? null : world.store.get('namespaces', '', namespace)),
    authorizer: new Authorizer(world, user ?? { username: '', groups: ['system:masters'] }, {
      group,
      resource: kind.plural,
      namespace,
      name,
    }),
    variables: {},
  };
  const failed = (expression: string, error: unknown) =>
    spec.failurePolicy === 'Ignore'
      ? []
      : [
          {
            message: `expression '${expression}' resulted in error: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
            reason: 'Invalid',
          },
        ];
  for (const { expression } of spec.matchConditions ?? []) {
    try {
      if (run(expression, known) !== true) return [];
    } catch (error) {
      return failed(expression, error);
    }
  }
  for (const variable of spec.variables ?? []) {
    try {
      known['variables'] = { ...(known['variables'] as object), [variable.name]: run(variable.expression, known) };
    } catch (error) {
      if (spec.validations?.some(({ expression }) => expression.includes(`variables.${variable.name}`)))
        return failed(variable.expression, error);
    }
  }
  return (spec.validations ?? []).flatMap(({ expression, message, messageExpression, reason = 'Invalid' }) => {
    try {
      if (run(expression, known) === true) return [];
    } catch (error) {
      return failed(expression, error);
    }
    return [{ message: told(messageExpression, known) ?? (message?.trim() || `failed expression: ${expression.trim()}`), reason }];
  });
}

function told(messageExpression: string | undefined, known: Record<string, unknown>): string | undefined {
  if (!messageExpression) return undefined;
  try {
    const text = run(messageExpression, known);
    return typeof text === 'string' && text.trim() !== '' && !text.includes('\n') ? text.trim() : undefined;
  } catch {
    return undefined;
  }
}
