/** Rules for flow schemas (source: pkg/apis/flowcontrol/validation, ValidateFlowSchema). */
import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import { isDNS1123Label, isDNS1123Subdomain } from '../../api/values/names.ts';
import type { Stored } from '../objects.ts';
import type { FlowcontrolV1Subject, FlowSchema, NonResourcePolicyRule, PolicyRulesWithSubjects, ResourcePolicyRule } from '../types.gen.ts';

const METHODS = ['ByNamespace', 'ByUser'];
const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'proxy', 'update', 'watch'];
const SUBJECTS = ['Group', 'ServiceAccount', 'User'];
const MAX_PRECEDENCE = 10_000;

export function validateFlowSchema({ metadata, spec }: Stored<FlowSchema>): FieldError[] {
  const { matchingPrecedence: precedence = 0, distinguisherMethod: method, priorityLevelConfiguration: level, rules } = spec;
  const at = 'spec.matchingPrecedence';
  const errors: FieldError[] = [];
  if (precedence <= 0) errors.push(invalid(at, precedence, 'must be a positive value'));
  if (precedence > MAX_PRECEDENCE) errors.push(invalid(at, precedence, `must not be greater than ${MAX_PRECEDENCE}`));
  if (precedence === 1 && metadata.name !== 'exempt')
    errors.push(invalid(at, precedence, "only the schema named 'exempt' may have matchingPrecedence 1"));
  if (method && !METHODS.includes(method.type)) errors.push(notSupported('spec.distinguisherMethod.type', { Type: method.type }, METHODS));
  if (!level?.name) errors.push(required('spec.priorityLevelConfiguration.name', 'must reference a priority level'));
  else errors.push(...isDNS1123Subdomain(level.name).map((why) => invalid('spec.priorityLevelConfiguration.name', level.name, why)));
  return [...errors, ...listOf(rules).flatMap((rule, index) => validateRule(rule, `spec.rules[${index}]`))];
}

/** A list that a client sent, which may have said null. */
const listOf = <T>(list: readonly T[] | null | undefined): readonly T[] => list ?? [];

function validateRule(rule: PolicyRulesWithSubjects, at: string): FieldError[] {
  const [subjects, resourceRules, nonResourceRules] = [listOf(rule.subjects), listOf(rule.resourceRules), listOf(rule.nonResourceRules)];
  const errors = subjects.flatMap((subject, index) => validateSubject(subject, `${at}.subjects[${index}]`));
  if (subjects.length === 0) errors.push(required(`${at}.subjects`, 'subjects must contain at least one value'));
  if (resourceRules.length + nonResourceRules.length === 0)
    errors.push(required(at, 'at least one of resourceRules and nonResourceRules has to be non-empty'));
  return [
    ...errors,
    ...resourceRules.flatMap((one, index) => validateResources(one, `${at}.resourceRules[${index}]`)),
    ...nonResourceRules.flatMap((one, index) => validatePaths(one, `${at}.nonResourceRules[${index}]`)),
  ];
}

/** A subject is of one kind, and has what that needs and nothing else. */
function validateSubject(subject: FlowcontrolV1Subject, at: string): FieldError[] {
  const fields = { ServiceAccount: 'serviceAccount', User: 'user', Group: 'group' } as const;
  const { kind } = subject;
  if (!SUBJECTS.includes(kind)) return [notSupported(`${at}.kind`, kind, SUBJECTS)];
  const own = fields[kind as keyof typeof fields];
  const given = subject[own];
  const errors: FieldError[] = [];
  if (!given) errors.push(required(`${at}.${own}`, `${own} is required when subject kind is '${kind}'`));
  else if (!given.name) errors.push(required(`${at}.${own}.name`));
  const account = kind === 'ServiceAccount' ? subject.serviceAccount : undefined;
  if (account?.name && account.name !== '*')
    errors.push(...isDNS1123Subdomain(account.name).map((why) => invalid(`${at}.${own}.name`, account.name, why)));
  if (account && !account.namespace) errors.push(required(`${at}.${own}.namespace`, 'must specify namespace for service account'));
  else if (account)
    errors.push(...isDNS1123Label(account.namespace).map((why) => invalid(`${at}.${own}.namespace`, account.namespace, why)));
  for (const [other, field] of Object.entries(fields))
    if (other !== kind && subject[field])
      errors.push(forbidden(`${at}.${field}`, `${field} is forbidden when subject kind is not '${other}'`));
  return errors;
}

function validateVerbs(verbs: readonly string[], at: string): FieldError[] {
  if (verbs.length === 0) return [required(at, 'verbs must contain at least one value')];
  if (verbs.includes('*')) return verbs.length > 1 ? [invalid(at, verbs, "if '*' is present, must not specify other verbs")] : [];
  return verbs.every((verb) => VERBS.includes(verb)) ? [] : [notSupported(at, verbs, VERBS)];
}

/** Some values, or a star for all; `none` and `others` are what is said where it is neither. */
function someOrAll(values: readonly string[], at: string, none: string, others: string): FieldError[] {
  if (values.length === 0) return [required(at, none)];
  if (values.length > 1 && values.includes('*')) return [invalid(at, values, `if '*' is present, must not specify other ${others}`)];
  return [];
}

function validateResources(rule: ResourcePolicyRule, at: string): FieldError[] {
  const { clusterScope = false } = rule;
  const [verbs, apiGroups] = [listOf(rule.verbs), listOf(rule.apiGroups)];
  const [resources, namespaces] = [listOf(rule.resources), listOf(rule.namespaces)];
  const errors = [
    ...validateVerbs(verbs, `${at}.verbs`),
    ...someOrAll(apiGroups, `${at}.apiGroups`, 'resource rules must supply at least one api group', 'api groups'),
    ...someOrAll(resources, `${at}.resources`, 'resource rules must supply at least one resource', 'resources'),
  ];
  const where = `${at}.namespaces`;
  const none = 'resource rules that are not cluster scoped must supply at least one namespace';
  if (namespaces.includes('*') || (namespaces.length === 0 && !clusterScope))
    return [...errors, ...someOrAll(namespaces, where, none, 'namespaces')];
  const intro = "each member of this list must be '*' or a DNS-1123 label; ";
  return [
    ...errors,
    ...namespaces.flatMap((one, index) => isDNS1123Label(one).map((why) => invalid(`${where}[${index}]`, one, `${intro}${why}`))),
  ];
}

function validatePaths(rule: NonResourcePolicyRule, at: string): FieldError[] {
  const [verbs, paths] = [listOf(rule.verbs), listOf(rule.nonResourceURLs)];
  const where = `${at}.nonResourceURLs`;
  const errors = [
    ...validateVerbs(verbs, `${at}.verbs`),
    ...someOrAll(paths, where, 'nonResourceURLs must contain at least one value', 'non-resource URLs'),
  ];
  if (paths.includes('*')) return errors;
  return [...errors, ...paths.flatMap((path, index) => validatePath(path, `${where}[${index}]`))];
}

function validatePath(path: string, at: string): FieldError[] {
  if (path === '') return [invalid(at, path, 'must not be empty')];
  if (path === '/') return [];
  if (!path.startsWith('/')) return [invalid(at, path, 'must start with slash')];
  if (path.includes(' ')) return [invalid(at, path, 'must not contain white-space')];
  if (path.includes('//')) return [invalid(at, path, 'must not contain double slash')];
  const stars = path.split('*').length - 1;
  return stars > 1 || (stars === 1 && !path.endsWith('/*')) ? [invalid(at, path, 'wildcard can only do suffix matching')] : [];
}
