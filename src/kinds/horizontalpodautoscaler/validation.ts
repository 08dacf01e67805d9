/** Rules for horizontalpodautoscalers. */
import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isDNS1123Label, isPathSegmentName } from '../../api/values/names.ts';
import { canonicalQuantity, parseQuantity } from '../../api/values/quantity.ts';
import { countedStatus } from '../counted-status.ts';
import type { HorizontalPodAutoscaler } from '../objects.ts';
import { validateResourceName } from '../pod/resources.ts';
import type {
  ContainerResourceMetricSource,
  HorizontalPodAutoscalerSpec,
  HPAScalingRules,
  MetricSpec,
  MetricTarget,
} from '../types.gen.ts';

const METRIC_TYPES = ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'];

const TARGETS = ['Utilization', 'Value', 'AverageValue'];

const SELECT_POLICIES = ['Disabled', 'Max', 'Min'];

const MAX_WINDOW = 3600;

const MAX_PERIOD = 1800;

function validate({ spec }: HorizontalPodAutoscaler): FieldError[] {
  return validateSpec(spec);
}

function validateSpec({ minReplicas = 1, maxReplicas, scaleTargetRef, metrics = [], behavior }: HorizontalPodAutoscalerSpec): FieldError[] {
  const errors: FieldError[] = [];
  if (minReplicas < 1) errors.push(invalid('spec.minReplicas', minReplicas, 'must be greater than or equal to 1'));
  if (maxReplicas < 1) errors.push(invalid('spec.maxReplicas', maxReplicas, 'must be greater than 0'));
  if (maxReplicas < minReplicas) errors.push(invalid('spec.maxReplicas', maxReplicas, 'must be greater than or equal to `minReplicas`'));
  errors.push(...validateReference(scaleTargetRef, 'spec.scaleTargetRef'));
  errors.push(...metrics.flatMap((metric, index) => validateMetric(metric, `spec.metrics[${index}]`)));
  errors.push(
    ...validateRules(behavior?.scaleUp, 'spec.behavior.scaleUp'),
    ...validateRules(behavior?.scaleDown, 'spec.behavior.scaleDown'),
  );
  return errors;
}

const SOURCES = ['object', 'external', 'pods', 'resource', 'containerResource'] as const;

function validateMetric(metric: MetricSpec, at: string): FieldError[] {
  const { type = '' } = metric;
  const errors: FieldError[] = [];
  const unsupported = notSupported(`${at}.type`, type, METRIC_TYPES);
  if (type === '') errors.push(required(`${at}.type`, 'must specify a metric source type'));
  if (!METRIC_TYPES.includes(type)) errors.push(unsupported);
  const present = SOURCES.filter((name) => metric[name] !== undefined);
  const [first] = present;
  if (first) errors.push(...validateSource(metric, first, `${at}.${first}`));
  const expected = METRIC_TYPES.includes(type) ? `${type.charAt(0).toLowerCase()}${type.slice(1)}` : '';
  if (expected === '') errors.push(unsupported);
  else if (!present.some((name) => name === expected))
    errors.push(required(`${at}.${expected}`, 'must populate information for the given metric source'));
  if (present.length !== 1)
    for (const name of present)
      if (name !== expected) errors.push(forbidden(`${at}.${name}`, 'must populate the given metric source only'));
  return errors;
}

function validateSource({ object, external, pods, resource, containerResource }: MetricSpec, source: string, at: string): FieldError[] {
  const target = object?.target ?? external?.target ?? pods?.target ?? resource?.target ?? containerResource?.target;
  const { value, averageValue: average, averageUtilization: percent } = target ?? {};
  const place = `${at}.target`;
  const errors: FieldError[] = [];
  if (source === 'object' && object) errors.push(...validateReference(object.describedObject, `${at}.describedObject`));
  if (source === 'resource' && !resource?.name) errors.push(required(`${at}.name`, 'must specify a resource name'));
  if (source === 'containerResource' && containerResource) errors.push(...validateContainerMetric(containerResource, at));
  const name = (object ?? external ?? pods)?.metric.name;
  if (source === 'object' || source === 'external' || source === 'pods')
    errors.push(
      ...(name
        ? isPathSegmentName(name).map((why) => invalid(`${at}.metric.name`, name, why))
        : [required(`${at}.metric.name`, 'must specify a metric name')]),
    );
  errors.push(...validateTarget(target ?? { type: '' }, place));
  switch (source) {
    case 'object':
      if (value === undefined && average === undefined)
        errors.push(required(`${place}.averageValue`, 'must set either a target value or averageValue'));
      return errors;
    case 'external':
      if (value === undefined && average === undefined)
        errors.push(required(`${place}.averageValue`, 'must set either a target value for metric or a per-pod target'));
      if (value !== undefined && average !== undefined)
        errors.push(forbidden(`${place}.value`, 'may not set both a target value for metric and a per-pod target'));
      return errors;
    case 'pods':
      return average === undefined ? [...errors, required(`${place}.averageValue`, 'must specify a positive target averageValue')] : errors;
    default:
      if (percent === undefined && average === undefined)
        errors.push(required(`${place}.averageUtilization`, 'must set either a target raw value or a target utilization'));
      if (percent !== undefined && average !== undefined)
        errors.push(forbidden(`${place}.averageValue`, 'may not set both a target raw value and a target utilization'));
      return errors;
  }
}

function validateContainerMetric({ name, container }: ContainerResourceMetricSource, at: string): FieldError[] {
  return [
    ...(name ? validateResourceName(name, `${at}.name`) : [required(`${at}.name`, 'must specify a resource name')]),
    ...(container
      ? isDNS1123Label(container).map((why) => invalid(`${at}.container`, container, why))
      : [required(`${at}.container`, 'must specify a container')]),
  ];
}

function validateTarget({ type = '', value, averageValue, averageUtilization: percent }: MetricTarget, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (type === '') errors.push(required(`${at}.type`, 'must specify a metric target type'));
  if (!TARGETS.includes(type)) errors.push(invalid(`${at}.type`, type, 'must be either Utilization, Value, or AverageValue'));
  for (const [name, amount] of Object.entries({ value, averageValue }))
    if (amount !== undefined && parseQuantity(amount).nano <= 0n)
      errors.push(invalid(`${at}.${name}`, canonicalQuantity(amount), 'must be positive'));
  if (percent !== undefined && percent < 1) errors.push(invalid(`${at}.averageUtilization`, percent, 'must be greater than 0'));
  return errors;
}

/** An object by kind and name. */
function validateReference({ kind, name }: { readonly kind?: string; readonly name?: string }, at: string): FieldError[] {
  return Object.entries({ kind, name }).flatMap(([field, value]) =>
    value ? isPathSegmentName(value).map((why) => invalid(`${at}.${field}`, value, why)) : [required(`${at}.${field}`)],
  );
}

function validateRules(rules: HPAScalingRules | undefined, at: string): FieldError[] {
  if (!rules) return [];
  const errors: FieldError[] = [];
  const { stabilizationWindowSeconds: window, selectPolicy, policies = [] } = rules;
  if (window !== undefined && window < 0)
    errors.push(invalid(`${at}.stabilizationWindowSeconds`, window, 'must be greater than or equal to zero'));
  if (window !== undefined && window > MAX_WINDOW)
    errors.push(invalid(`${at}.stabilizationWindowSeconds`, window, `must be less than or equal to ${MAX_WINDOW}`));
  if (selectPolicy !== undefined && !SELECT_POLICIES.includes(selectPolicy))
    errors.push(notSupported(`${at}.selectPolicy`, selectPolicy, SELECT_POLICIES));
  if (policies.length === 0) errors.push(required(`${at}.policies`, 'must specify at least one Policy'));
  policies.forEach(({ type, value, periodSeconds }, index) => {
    const one = `${at}.policies[${index}]`;
    if (type !== 'Pods' && type !== 'Percent') errors.push(notSupported(`${one}.type`, type, ['Percent', 'Pods']));
    if (value <= 0) errors.push(invalid(`${one}.value`, value, 'must be greater than zero'));
    if (periodSeconds <= 0) errors.push(invalid(`${one}.periodSeconds`, periodSeconds, 'must be greater than zero'));
    if (periodSeconds > MAX_PERIOD)
      errors.push(invalid(`${one}.periodSeconds`, periodSeconds, `must be less than or equal to ${MAX_PERIOD}`));
  });
  return errors;
}

export const horizontalPodAutoscalerRules: Rules<HorizontalPodAutoscaler> = {
  validate,
  validateStatus: countedStatus({ counts: ['currentReplicas', 'desiredReplicas'] }),
};
