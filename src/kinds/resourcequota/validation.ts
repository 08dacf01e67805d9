/** Rules for quotas (source: pkg/apis/core/validation, ValidateResourceQuota). */

import { equal } from '../../api/equal.ts';
import { type FieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isQualifiedName } from '../../api/values/names.ts';
import { canonicalQuantity, parseQuantity } from '../../api/values/quantity.ts';
import type { ResourceQuota } from '../objects.ts';
import { validateImmutable } from '../template-validation.ts';

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
/** What quotas of a scope may limit; with BestEffort nothing but the number of Pods. */
const FOR_PODS = /^(pods|(requests\.|limits\.)?(cpu|memory|ephemeral-storage))$/;
const OPERATORS = ['DoesNotExist', 'Exists', 'In', 'NotIn'];

export function validateQuota({ spec }: ResourceQuota): FieldError[] {
  const errors: FieldError[] = [];
  const hard = spec.hard ?? {};
  for (const name of Object.keys(hard).sort()) {
    const at = `spec.hard[${name}]`;
    const wrong = isQualifiedName(name).map((why) => invalid(at, name, why));
    errors.push(...wrong);
    if (!name.includes('/') && !STANDARD.has(name) && !/^(requests\.)?hugepages-/.test(name)) {
      if (wrong.length === 0) errors.push(invalid(at, name, 'must be a standard resource type or fully qualified'));
      errors.push(invalid(at, name, 'must be a standard resource for quotas'));
    }
    const amount = hard[name] as string;
    const { nano } = parseQuantity(amount);
    if (nano < 0n) errors.push(invalid(at, canonicalQuantity(amount), 'must be greater than or equal to 0'));
    if ((INTEGERS.has(name) || name.startsWith('count/')) && nano % 1_000_000_000n !== 0n)
      errors.push(invalid(at, canonicalQuantity(amount), 'must be an integer'));
  }
  return [...errors, ...validateScopes(spec.scopes ?? [], Object.keys(hard).sort()), ...validateSelector(spec)];
}

function validateScopes(scopes: readonly string[], resources: readonly string[]): FieldError[] {
  const errors: FieldError[] = [];
  const unique = [...new Set(scopes)].sort();
  for (const scope of scopes) {
    if (!SCOPES.includes(scope)) {
      errors.push(invalid('spec.scopes', unique, 'unsupported scope'));
      continue;
    }
    for (const name of resources) {
      if (!(scope === 'BestEffort' ? name === 'pods' : FOR_PODS.test(name)) && STANDARD.has(name))
        errors.push(invalid('spec.scopes', unique, 'unsupported scope applied to resource'));
    }
  }
  for (const pair of [
    ['BestEffort', 'NotBestEffort'],
    ['Terminating', 'NotTerminating'],
  ])
    if (pair.every((one) => scopes.includes(one))) errors.push(invalid('spec.scopes', unique, 'conflicting scopes'));
  return errors;
}

function validateSelector({ scopeSelector }: ResourceQuota['spec']): FieldError[] {
  return (scopeSelector?.matchExpressions ?? []).flatMap(({ scopeName, operator, values = [] }) => {
    const at = 'spec.scopeSelector.matchExpressions';
    if (!SCOPES.includes(scopeName)) return [invalid(`${at}.scopeName`, scopeName, 'unsupported scope')];
    if (!OPERATORS.includes(operator)) return [notSupported(`${at}.operator`, operator, OPERATORS)];
    if (scopeName !== 'PriorityClass' && scopeName !== 'VolumeAttributesClass' && operator !== 'Exists')
      return [
        invalid(
          `${at}.operator`,
          operator,
          "must be 'Exist' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity",
        ),
      ];
    const listed = operator === 'In' || operator === 'NotIn';
    if (listed && values.length === 0)
      return [required(`${at}.values`, "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector")];
    if (!listed && values.length > 0)
      return [invalid(`${at}.values`, values, "must be no value when `operator` is 'Exists' or 'DoesNotExist' for scope selector")];
    return [];
  });
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
};
