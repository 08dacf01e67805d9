/** Rules for what decides on a Pod's node, and for who it runs as (source: pkg/apis/core/validation). */
import { duplicate, type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import { isDNS1123Label, isLabelKey, isLabelValue } from '../../api/values/names.ts';
import { validateLabelSelector } from '../selector.ts';
import type {
  Affinity,
  NodeSelectorTerm,
  PodAffinityTerm,
  PodSecurityContext,
  PodSpec,
  SecurityContext,
  TopologySpreadConstraint,
} from '../types.gen.ts';

const NODE_OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];
const SCHEDULE = ['DoNotSchedule', 'ScheduleAnyway'];
const MAX_ID = 2 ** 31 - 1;
const ID_RANGE = `must be between 0 and ${MAX_ID}, inclusive`;

export function validateAffinity({ nodeAffinity, podAffinity, podAntiAffinity }: Affinity, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (nodeAffinity) {
    const hard = nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution;
    const field = `${at}.nodeAffinity`;
    if (hard) {
      const place = `${field}.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms`;
      if (!hard.nodeSelectorTerms?.length) errors.push(required(place, 'must have at least one node selector term'));
      (hard.nodeSelectorTerms ?? []).forEach((term, index) => {
        errors.push(...validateNodeTerm(term, `${place}[${index}]`));
      });
    }
    (nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution ?? []).forEach(({ weight, preference }, index) => {
      const place = `${field}.preferredDuringSchedulingIgnoredDuringExecution[${index}]`;
      errors.push(...validateWeight(weight, `${place}.weight`), ...validateNodeTerm(preference, `${place}.preference`));
    });
  }
  for (const [affinity, name] of [
    [podAffinity, 'podAffinity'],
    [podAntiAffinity, 'podAntiAffinity'],
  ] as const) {
    (affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).forEach((term, index) => {
      errors.push(...validatePodTerm(term, `${at}.${name}.requiredDuringSchedulingIgnoredDuringExecution[${index}]`));
    });
    (affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).forEach(({ weight, podAffinityTerm }, index) => {
      const place = `${at}.${name}.preferredDuringSchedulingIgnoredDuringExecution[${index}]`;
      errors.push(...validateWeight(weight, `${place}.weight`), ...validatePodTerm(podAffinityTerm, `${place}.podAffinityTerm`));
    });
  }
  return errors;
}

function validateWeight(weight: number, at: string): FieldError[] {
  return weight >= 1 && weight <= 100 ? [] : [invalid(at, weight, 'must be in the range 1-100')];
}

function validateNodeTerm({ matchExpressions }: NodeSelectorTerm, at: string): FieldError[] {
  return (matchExpressions ?? []).flatMap(({ key, operator, values = [] }, index) => {
    const one = `${at}.matchExpressions[${index}]`;
    const errors: FieldError[] = [];
    if (!NODE_OPERATORS.includes(operator)) errors.push(invalid(`${one}.operator`, operator, 'not a valid selector operator'));
    else if ((operator === 'In' || operator === 'NotIn') && values.length === 0)
      errors.push(required(`${one}.values`, "must be specified when `operator` is 'In' or 'NotIn'"));
    else if ((operator === 'Exists' || operator === 'DoesNotExist') && values.length > 0)
      errors.push(forbidden(`${one}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
    else if ((operator === 'Gt' || operator === 'Lt') && values.length !== 1)
      errors.push(required(`${one}.values`, "must be specified single value when `operator` is 'Lt' or 'Gt'"));
    errors.push(...isLabelKey(key).map((why) => invalid(`${one}.key`, key, why)));
    values.forEach((value, at2) => {
      errors.push(...isLabelValue(value).map((why) => invalid(`${one}.values[${at2}]`, value, why)));
    });
    return errors;
  });
}

function validatePodTerm({ labelSelector, namespaces, namespaceSelector, topologyKey }: PodAffinityTerm, at: string): FieldError[] {
  const errors = [
    ...(labelSelector ? validateLabelSelector(labelSelector, `${at}.labelSelector`) : []),
    ...(namespaceSelector ? validateLabelSelector(namespaceSelector, `${at}.namespaceSelector`) : []),
    ...(namespaces ?? []).flatMap((name) => isDNS1123Label(name).map((why) => invalid(`${at}.namespace`, name, why))),
  ];
  if (!topologyKey) errors.push(required(`${at}.topologyKey`, 'can not be empty'));
  return [...errors, ...isLabelKey(topologyKey ?? '').map((why) => invalid(`${at}.topologyKey`, topologyKey ?? '', why))];
}

export function validateSpread(constraints: readonly TopologySpreadConstraint[], at: string): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  constraints.forEach(({ maxSkew, topologyKey, whenUnsatisfiable, minDomains, labelSelector }, index) => {
    const one = `${at}[${index}]`;
    if (maxSkew <= 0) errors.push(invalid(`${one}.maxSkew`, maxSkew, 'must be greater than zero'));
    if (!topologyKey) errors.push(required(`${one}.topologyKey`, 'can not be empty'));
    else errors.push(...isLabelKey(topologyKey).map((why) => invalid(`${one}.topologyKey`, topologyKey, why)));
    if (!SCHEDULE.includes(whenUnsatisfiable)) errors.push(notSupported(`${one}.whenUnsatisfiable`, whenUnsatisfiable, SCHEDULE));
    const pair = `{${topologyKey}, ${whenUnsatisfiable}}`;
    if (seen.has(pair)) errors.push(duplicate(`${one}.{topologyKey, whenUnsatisfiable}`, pair));
    seen.add(pair);
    if (minDomains !== undefined && minDomains <= 0) errors.push(invalid(`${one}.minDomains`, minDomains, 'must be greater than zero'));
    if (minDomains !== undefined && whenUnsatisfiable !== 'DoNotSchedule')
      errors.push(
        invalid(`${one}.minDomains`, minDomains, 'can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ScheduleAnyway'),
      );
    errors.push(...validateLabelSelector(labelSelector, `${one}.labelSelector`));
  });
  return errors;
}

function validateId(id: number | undefined, at: string): FieldError[] {
  return id !== undefined && (id < 0 || id > MAX_ID) ? [invalid(at, id, ID_RANGE)] : [];
}

export function validatePodSecurity(context: PodSecurityContext, at: string): FieldError[] {
  return [
    ...validateId(context.fsGroup, `${at}.fsGroup`),
    ...validateId(context.runAsUser, `${at}.runAsUser`),
    ...validateId(context.runAsGroup, `${at}.runAsGroup`),
    ...(context.supplementalGroups ?? []).flatMap((group, index) => validateId(group, `${at}.supplementalGroups[${index}]`)),
  ];
}

export function validateSecurity(context: SecurityContext | undefined, at: string): FieldError[] {
  if (!context) return [];
  const errors = [...validateId(context.runAsUser, `${at}.runAsUser`), ...validateId(context.runAsGroup, `${at}.runAsGroup`)];
  if (context.allowPrivilegeEscalation === false && context.privileged)
    errors.push(invalid(at, context, 'cannot set `allowPrivilegeEscalation` to false and `privileged` to true'));
  return errors;
}

/** imagePullSecrets, readinessGates and schedulingGates. */
export function validateReferences({ imagePullSecrets, readinessGates, schedulingGates }: PodSpec, at: string): FieldError[] {
  const errors: FieldError[] = [];
  (imagePullSecrets ?? []).forEach(({ name }, index) => {
    if (!name) errors.push(required(`${at}.imagePullSecrets[${index}].name`));
  });
  (readinessGates ?? []).forEach(({ conditionType }, index) => {
    errors.push(...isLabelKey(conditionType).map((why) => invalid(`${at}.readinessGates[${index}].conditionType`, conditionType, why)));
  });
  const gates = new Set<string>();
  (schedulingGates ?? []).forEach(({ name }, index) => {
    errors.push(...isLabelKey(name).map((why) => invalid(`${at}.schedulingGates[${index}].name`, name, why)));
    if (gates.has(name)) errors.push(duplicate(`${at}.schedulingGates[${index}].name`, name));
    gates.add(name);
  });
  return errors;
}
