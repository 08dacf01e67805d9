/** Rules for admission policies and their bindings (source: pkg/apis/admissionregistration/validation). */
import { duplicate, type FieldError, forbidden, invalid, notSupported, required, tooMany } from '../../api/field-errors.ts';
import { isDNS1035Label, isDNS1123Subdomain, isPathSegmentName, isQualifiedName } from '../../api/values/names.ts';
import { validateLabelSelector } from '../selector.ts';
import { expressionErrors } from './expressions.ts';
import { TypeMismatch, withoutLiterals } from './literals.ts';
import type { BindingSpec, PolicySpec } from './matching.ts';
import type { Mutating } from './mutating.ts';
import { failurePolicyErrors, matchErrors, oneOf } from './rules.ts';
import type { Validating, ValidatingBinding } from './validating.ts';

const ACTIONS = ['Audit', 'Deny', 'Warn'];
const REASONS = ['Forbidden', 'Invalid', 'RequestEntityTooLarge'];
const REINVOCATION = ['IfNeeded', 'Never'];
const PATCH_TYPES = ['ApplyConfiguration', 'JSONPatch'];
const MISSING = ['Deny', 'Allow'];
const MAX_CONDITIONS = 64;
const IDENTIFIER = /^[_a-zA-Z][_a-zA-Z0-9]*$/;
const RESERVED = 'true false null in as break const continue else for function if import let loop package namespace return var void while';
const NAMES = ['object', 'oldObject', 'request', 'namespaceObject', 'variables'];

type Of<S> = { readonly spec?: S };

export function validatingPolicyErrors({ spec = {} }: Of<Validating>): FieldError[] {
  const { validations = [], auditAnnotations = [] } = spec;
  const names = namesOf(spec);
  const neither = 'validations or auditAnnotations must contain at least one item';
  return [
    ...policyErrors(spec),
    ...(validations.length + auditAnnotations.length === 0
      ? [required('spec.validations', neither), required('spec.auditAnnotations', neither)]
      : []),
    ...validations.flatMap(({ expression, message, messageExpression, reason }, index) => {
      const at = `spec.validations[${index}]`;
      return [
        ...expressionErrors(expression ?? '', `${at}.expression`, [...names, 'authorizer'], { missing: 'expression is not specified' }),
        ...(messageExpression ? messageErrors(messageExpression, `${at}.messageExpression`, names) : []),
        ...(message && message.trim() === '' ? [invalid(`${at}.message`, message, 'message must be non-empty if specified')] : []),
        ...(message && /[\n\r]/.test(message.trim()) ? [invalid(`${at}.message`, message, 'message must not contain line breaks')] : []),
        ...(reason === undefined ? [] : oneOf(reason, REASONS, `${at}.reason`)),
      ];
    }),
  ];
}

function messageErrors(expression: string, at: string, names: readonly string[]): FieldError[] {
  if (expression.trim() === '') return [invalid(at, expression, 'must be non-empty if specified')];
  return expressionErrors(expression, at, names, { type: 'string' });
}

export function mutatingPolicyErrors({ spec = {} }: Of<Mutating>): FieldError[] {
  const { mutations = [], reinvocationPolicy } = spec;
  const names = [...namesOf(spec), 'authorizer', 'jsonpatch'];
  return [
    ...policyErrors(spec),
    ...(mutations.length === 0 ? [required('spec.mutations', 'mutations must contain at least one item')] : []),
    ...mutations.flatMap(({ patchType, applyConfiguration, jsonPatch }, index) => {
      const at = `spec.mutations[${index}]`;
      if (!patchType) return [required(`${at}.patchType`)];
      if (!PATCH_TYPES.includes(patchType)) return [notSupported(`${at}.patchType`, patchType, PATCH_TYPES)];
      const [field, given, other, more] =
        patchType === 'JSONPatch'
          ? ['jsonPatch', jsonPatch, 'applyConfiguration', applyConfiguration]
          : ['applyConfiguration', applyConfiguration, 'jsonPatch', jsonPatch];
      return [
        ...(more ? [invalid(`${at}.${other}`, more, `must not be specified when patchType is ${patchType}`)] : []),
        ...(given
          ? mutationErrors(given.expression ?? '', `${at}.${field}.expression`, names)
          : [required(`${at}.${field}`, `must be specified when patchType is ${patchType}`)]),
      ];
    }),
    ...oneOf(reinvocationPolicy, REINVOCATION, 'spec.reinvocationPolicy'),
  ];
}

/** Types of literals are only told apart when the expression gives something. */
function mutationErrors(expression: string, at: string, names: readonly string[]): FieldError[] {
  try {
    const how = { type: '', read: withoutLiterals(expression), missing: 'expression is not specified' };
    return expressionErrors(expression, at, names, how);
  } catch (error) {
    if (error instanceof TypeMismatch) return [];
    throw error;
  }
}

const namesOf = ({ paramKind }: PolicySpec): string[] => (paramKind ? [...NAMES, 'params'] : NAMES);

/** What policies of both kinds have in common. */
function policyErrors(spec: PolicySpec): FieldError[] {
  const { failurePolicy, paramKind, matchConstraints: match, matchConditions = [], variables = [] } = spec;
  const names = [...namesOf(spec), 'authorizer'];
  return [
    ...failurePolicyErrors(failurePolicy, 'spec.failurePolicy'),
    ...(paramKind ? paramKindErrors(paramKind, 'spec.paramKind') : []),
    ...(match ? matchErrors(match, 'spec.matchConstraints') : [required('spec.matchConstraints')]),
    ...(match && !match.resourceRules?.length ? [required('spec.matchConstraints.resourceRules')] : []),
    ...conditionErrors(matchConditions, 'spec.matchConditions', names),
    ...variables.flatMap(({ name, expression }, index) => {
      const at = `spec.variables[${index}]`;
      const valid = IDENTIFIER.test(name ?? '') && !RESERVED.split(' ').includes(name);
      return [
        ...(name?.trim()
          ? valid
            ? []
            : [invalid(`${at}.name`, name, 'name is not a valid CEL identifier')]
          : [required(`${at}.name`, 'name is not specified')]),
        ...expressionErrors(expression ?? '', `${at}.expression`, names, { type: '', missing: 'expression is not specified' }),
      ];
    }),
  ];
}

function conditionErrors(conditions: NonNullable<PolicySpec['matchConditions']>, at: string, names: readonly string[]): FieldError[] {
  return [
    ...(conditions.length > MAX_CONDITIONS ? [tooMany(at, conditions.length, MAX_CONDITIONS)] : []),
    ...conditions.flatMap(({ name, expression }, index) => {
      const one = `${at}[${index}]`;
      return [
        ...expressionErrors((expression ?? '').trim(), `${one}.expression`, names),
        ...(name ? isQualifiedName(name).map((why) => invalid(`${one}.name`, name, why)) : [required(`${one}.name`)]),
        ...(name && conditions.findIndex((other) => other.name === name) < index ? [duplicate(`${one}.name`, name)] : []),
      ];
    }),
  ];
}

function paramKindErrors({ apiVersion = '', kind = '' }: NonNullable<PolicySpec['paramKind']>, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const parts = apiVersion.split('/');
  const [version = '', group] = [...parts].reverse();
  if (apiVersion === '') errors.push(required(`${at}.apiVersion`));
  else if (parts.length > 2) errors.push(invalid(`${at}.apiVersion`, apiVersion, `unexpected GroupVersion string: ${apiVersion}`));
  else {
    const bad = (value: string, why: readonly string[]) => (why.length > 0 ? [invalid(`${at}.apiVersion`, value, why.join(','))] : []);
    if (group) errors.push(...bad(group, isDNS1123Subdomain(group)));
    errors.push(...(version === '' ? bad(apiVersion, ['version must be specified']) : bad(version, isDNS1035Label(version))));
  }
  const wrong = isDNS1035Label(kind.toLowerCase());
  if (kind === '') errors.push(required(`${at}.kind`));
  else if (wrong.length > 0)
    errors.push(invalid(`${at}.kind`, kind, `may have mixed case, but should otherwise match: ${wrong.join(',')}`));
  return errors;
}

export function validatingBindingErrors({ spec = {} }: Of<ValidatingBinding>): FieldError[] {
  const actions = spec.validationActions ?? [];
  const at = 'spec.validationActions';
  return [
    ...bindingErrors({ spec }),
    ...actions.flatMap((action, index) => [
      ...oneOf(action, ACTIONS, `${at}[${index}]`),
      ...(actions.indexOf(action) < index ? [duplicate(`${at}[${index}]`, action)] : []),
    ]),
    ...(actions.includes('Deny') && actions.includes('Warn')
      ? [
          invalid(
            at,
            actions,
            'must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)',
          ),
        ]
      : []),
    ...(actions.length === 0 ? [required(at, 'at least one validation action is required')] : []),
  ];
}

export function bindingErrors({ spec = {} }: Of<BindingSpec>): FieldError[] {
  const { policyName, paramRef, matchResources } = spec;
  return [
    ...(policyName
      ? isDNS1123Subdomain(policyName).map((why) => invalid('spec.policyName', policyName, why))
      : [required('spec.policyName')]),
    ...(paramRef ? paramRefErrors(paramRef, 'spec.paramRef') : []),
    // The real server leaves out a letter too.
    ...matchErrors(matchResources, 'spec.matchResouces'),
  ];
}

function paramRefErrors(
  { name, selector, parameterNotFoundAction: action }: NonNullable<BindingSpec['paramRef']>,
  at: string,
): FieldError[] {
  const both = 'name and selector are mutually exclusive';
  return [
    ...(name ? isPathSegmentName(name).map((why) => invalid(`${at}.name`, name, why)) : []),
    ...(name && selector ? [forbidden(`${at}.name`, both)] : []),
    ...(selector ? validateLabelSelector(selector, `${at}.selector`) : []),
    ...(name && selector ? [forbidden(`${at}.selector`, both)] : []),
    ...(name || selector ? [] : [required(at, 'one of name or selector must be specified')]),
    ...oneOf(action || undefined, MISSING, `${at}.parameterNotFoundAction`),
  ];
}
