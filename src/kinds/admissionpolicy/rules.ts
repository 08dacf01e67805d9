/** What policies, bindings and webhooks may say of the requests that they are about (source: pkg/apis/admissionregistration/validation). */
import { duplicate, type FieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import { isPathSegmentName } from '../../api/values/names.ts';
import { validateLabelSelector } from '../selector.ts';
import type { MatchResources, ResourceRule } from './matching.ts';

const OPERATIONS = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];
const SCOPES = ['*', 'Cluster', 'Namespaced'];
const MATCH_POLICIES = ['Equivalent', 'Exact'];
const FAILURE_POLICIES = ['Fail', 'Ignore'];

/** A field that must be one of a few words. */
export function oneOf(value: string | undefined, words: readonly string[], at: string): FieldError[] {
  if (value === undefined) return [required(at)];
  return words.includes(value) ? [] : [notSupported(at, value, words)];
}

export const failurePolicyErrors = (value: string | undefined, at: string): FieldError[] => oneOf(value, FAILURE_POLICIES, at);
export const matchPolicyErrors = (value: string | undefined, at: string): FieldError[] => oneOf(value, MATCH_POLICIES, at);

export function matchErrors(match: MatchResources | undefined, at: string): FieldError[] {
  if (!match) return [];
  const { matchPolicy, namespaceSelector, objectSelector, resourceRules = [], excludeResourceRules = [] } = match;
  const named = (rules: readonly ResourceRule[], field: string): FieldError[] =>
    rules.flatMap((rule, index) => [
      ...(rule.resourceNames ?? []).flatMap((name, one, all) =>
        nameErrors(name, all.indexOf(name) < one, `${at}.${field}[${index}].resourceNames[${one}]`),
      ),
      ...ruleErrors(rule, `${at}.${field}[${index}]`),
    ]);
  return [
    ...matchPolicyErrors(matchPolicy, `${at}.matchPolicy`),
    ...validateLabelSelector(namespaceSelector, `${at}.namespaceSelector`),
    ...validateLabelSelector(objectSelector, `${at}.objectSelector`),
    ...named(resourceRules, 'resourceRules'),
    ...named(excludeResourceRules, 'excludeResourceRules'),
  ];
}

function nameErrors(name: string, again: boolean, at: string): FieldError[] {
  const errors = isPathSegmentName(name).map((why) => invalid(at, name, why));
  return again ? [...errors, duplicate(at, name)] : errors;
}

/** A rule of operations on resources. */
export function ruleErrors(
  { operations = [], apiGroups = [], apiVersions = [], resources = [], scope }: ResourceRule,
  at: string,
): FieldError[] {
  const alone = (list: readonly string[], field: string, others: string): FieldError[] =>
    list.length > 1 && list.includes('*') ? [invalid(`${at}.${field}`, list, `if '*' is present, must not specify other ${others}`)] : [];
  const some = (list: readonly string[], field: string): FieldError[] => (list.length === 0 ? [required(`${at}.${field}`)] : []);
  const named = (list: readonly string[], field: string): FieldError[] =>
    list.flatMap((one, index) => (one === '' ? [required(`${at}.${field}[${index}]`)] : []));
  return [
    ...some(operations, 'operations'),
    ...alone(operations, 'operations', 'operations'),
    ...operations.flatMap((one, index) => oneOf(one, OPERATIONS, `${at}.operations[${index}]`)),
    ...some(apiGroups, 'apiGroups'),
    ...alone(apiGroups, 'apiGroups', 'API groups'),
    ...some(apiVersions, 'apiVersions'),
    ...alone(apiVersions, 'apiVersions', 'API versions'),
    ...named(apiVersions, 'apiVersions'),
    ...some(resources, 'resources'),
    ...named(resources, 'resources'),
    ...wildcardErrors(resources, `${at}.resources`),
    ...(scope === undefined ? [] : oneOf(scope, SCOPES, `${at}.scope`)),
  ];
}

function wildcardErrors(resources: readonly string[], at: string): FieldError[] {
  const errors: FieldError[] = [];
  const [ofAll, inAll] = [new Set<string>(), new Set<string>()];
  resources.forEach((one, index) => {
    const [resource = '', sub] = one.split(/\/(.*)/s);
    if (sub === undefined) return;
    if (ofAll.has(resource)) errors.push(invalid(`${at}[${index}]`, one, `if '${resource}/*' is present, must not specify ${one}`));
    if (inAll.has(sub)) errors.push(invalid(`${at}[${index}]`, one, `if '*/${sub}' is present, must not specify ${one}`));
    if (sub === '*') ofAll.add(resource);
    if (resource === '*') inAll.add(sub);
  });
  if (resources.length > 1 && resources.includes('*/*'))
    errors.push(invalid(at, resources, "if '*/*' is present, must not specify other resources"));
  if (resources.includes('*') && resources.some((one) => one !== '*' && !one.includes('/')))
    errors.push(invalid(at, resources, "if '*' is present, must not specify other resources without subresources"));
  return errors;
}
