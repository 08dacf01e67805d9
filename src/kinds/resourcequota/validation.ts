/** Rules for quotas (source: pkg/apis/core/validation, ValidateResourceQuota). */

import { equal } from '../../api/equal.ts';
import { type FieldError, invalid, required } from '../../api/field-errors.ts';
import { goStructText, Verbatim } from '../../api/go-json.ts';
import type { Rules } from '../../api/kind.ts';
import type { ResourceQuota } from '../objects.ts';
import { validateAmount, validateAnyResourceName } from '../pod/resources.ts';
import { validateImmutable } from '../template-validation.ts';
import type { ScopedResourceSelectorRequirement } from '../types.gen.ts';

const STANDARD = new Set(
  (
    'cpu memory ephemeral-storage requests.cpu requests.memory requests.storage requests.ephemeral-storage limits.cpu limits.memory ' +
    'limits.ephemeral-storage pods resourcequotas services replicationcontrollers secrets persistentvolumeclaims configmaps ' +
    'services.nodeports services.loadbalancers'
  ).split(' '),
);
const INTEGERS = new Set(
  'pods resourcequotas services replicationcontrollers secrets persistentvolumeclaims configmaps services.nodeports services.loadbalancers'.split(
    ' ',
  ),
);
const SCOPES = [
  'BestEffort',
  'CrossNamespacePodAffinity',
  'NotBestEffort',
  'NotTerminating',
  'PriorityClass',
  'Terminating',
  'VolumeAttributesClass',
];
const OF_PODS = ['cpu', 'memory', 'pods', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];
const PAIRS = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
];
/** Scopes that a Pod is in or not, without values. */
const PLAIN_SCOPES = ['BestEffort', 'NotBestEffort', 'Terminating', 'NotTerminating', 'CrossNamespacePodAffinity'];

export function validateQuota({ spec }: ResourceQuota): FieldError[] {
  const errors: FieldError[] = [];
  const hard = spec.hard ?? {};
  errors.push(...validateAmounts(hard, 'spec.hard'));
  return [...errors, ...validateScopes(spec), ...validateSelector(spec)];
}

/** What a quota grants, or what has been used of it. */
function validateAmounts(amounts: Readonly<Record<string, string | number>>, of: string): FieldError[] {
  return Object.keys(amounts)
    .sort()
    .flatMap((name) => {
      const at = `${of}[${name}]`;
      const errors = [...validateAnyResourceName(name, at)];
      if (!name.includes('/') && !isStandard(name)) errors.push(invalid(at, name, 'must be a standard resource for quota'));
      const counted = (one: string): boolean => INTEGERS.has(one) || one.startsWith('count/');
      return [...errors, ...validateAmount(name, amounts[name] as string, at, counted)];
    });
}

function isStandard(name: string): boolean {
  return STANDARD.has(name) || /^(requests\.)?hugepages-/.test(name);
}

/** The resources of a quota that its scope has nothing to say of. */
function outOf(scope: string, { hard = {} }: ResourceQuota['spec']): string[] {
  return Object.keys(hard).filter((name) => isStandard(name) && !isLimitedBy(scope, name));
}

function isLimitedBy(scope: string, name: string): boolean {
  if (!SCOPES.includes(scope)) return true;
  if (scope === 'BestEffort') return name === 'pods';
  return (scope === 'VolumeAttributesClass' ? ['persistentvolumeclaims', 'requests.storage'] : OF_PODS).includes(name);
}

function validateScopes(spec: ResourceQuota['spec']): FieldError[] {
  const { scopes = [] } = spec;
  const wrong = (detail: string): FieldError => invalid('spec.scopes', scopes, detail);
  const errors = scopes.flatMap((scope) => [
    ...(SCOPES.includes(scope) ? [] : [wrong('unsupported scope')]),
    ...outOf(scope, spec).map(() => wrong('unsupported scope applied to resource')),
  ]);
  return [...errors, ...conflicts(scopes).map(() => wrong('conflicting scopes'))];
}

function conflicts(scopes: readonly string[]): (readonly string[])[] {
  return PAIRS.filter((pair) => pair.every((one) => scopes.includes(one)));
}

function validateSelector(spec: ResourceQuota['spec']): FieldError[] {
  const at = 'spec.scopeSelector.matchExpressions';
  const requirements = spec.scopeSelector?.matchExpressions ?? [];
  const texts = requirements.map(
    ({ scopeName, operator, values }) => goStructText({ ScopeName: scopeName, Operator: operator, Values: values ?? null }).text,
  );
  const shown = new Verbatim(`{"MatchExpressions":[${texts.join(',')}]}`);
  const errors = requirements.flatMap((requirement) => [
    ...(SCOPES.includes(requirement.scopeName) ? [] : [invalid(`${at}.scopeName`, requirement.scopeName, 'unsupported scope')]),
    ...outOf(requirement.scopeName, spec).map(() => invalid(at, shown, 'unsupported scope applied to resource')),
    ...validateOperator(requirement, at),
  ]);
  const clashes = conflicts(requirements.map(({ scopeName }) => scopeName));
  return [...errors, ...clashes.map(() => invalid(at, spec.scopes ?? null, 'conflicting scopes'))];
}

function validateOperator({ scopeName, operator, values = [] }: ScopedResourceSelectorRequirement, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const plain = `must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity`;
  if (PLAIN_SCOPES.includes(scopeName) && operator !== 'Exists') errors.push(invalid(`${at}.operator`, operator, plain));
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0)
      errors.push(required(`${at}.values`, "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector"));
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length > 0)
      errors.push(invalid(`${at}.values`, values, "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector"));
  } else errors.push(invalid(`${at}.operator`, operator, 'not a valid selector operator'));
  return errors;
}

export function validateQuotaUpdate(quota: ResourceQuota, old: ResourceQuota): FieldError[] {
  const scopes = (one: ResourceQuota): readonly string[] => [...(one.spec.scopes ?? [])].sort();
  const same = equal(scopes(quota), scopes(old));
  return [
    ...validateQuota(quota),
    ...(same ? [] : [invalid('spec.scopes', quota.spec.scopes ?? null, 'field is immutable')]),
    ...validateImmutable(quota.spec.scopeSelector, old.spec.scopeSelector, 'spec.scopeSelector'),
  ];
}

export const resourceQuotaRules: Rules<ResourceQuota> = {
  validate: validateQuota,
  validateUpdate: validateQuotaUpdate,
  validateStatus: ({ status }) => [
    ...validateAmounts(status.hard ?? {}, 'status.hard'),
    ...validateAmounts(status.used ?? {}, 'status.used'),
  ],
};
