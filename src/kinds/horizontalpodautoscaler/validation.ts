/** Rules for horizontalpodautoscalers. */
import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import type { HorizontalPodAutoscaler } from '../objects.ts';
import type { HorizontalPodAutoscalerSpec, HPAScalingRules, MetricSpec } from '../types.gen.ts';

const METRIC_TYPES = ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'];

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
  if (!scaleTargetRef.kind) errors.push(required('spec.scaleTargetRef.kind'));
  if (!scaleTargetRef.name) errors.push(required('spec.scaleTargetRef.name'));
  errors.push(...metrics.flatMap((metric, index) => validateMetric(metric, `spec.metrics[${index}]`)));
  errors.push(
    ...validateRules(behavior?.scaleUp, 'spec.behavior.scaleUp'),
    ...validateRules(behavior?.scaleDown, 'spec.behavior.scaleDown'),
  );
  return errors;
}

function validateMetric(metric: MetricSpec, at: string): FieldError[] {
  const { type, resource, containerResource } = metric;
  if (!type) return [required(`${at}.type`, 'must specify a metric source type')];
  if (!METRIC_TYPES.includes(type)) return [notSupported(`${at}.type`, type, METRIC_TYPES)];
  const field = `${type.charAt(0).toLowerCase()}${type.slice(1)}` as keyof MetricSpec;
  if (!metric[field]) return [required(`${at}.${field}`, `must populate information for the given metric source`)];
  const source = resource ?? containerResource;
  if (!source) return [];
  const errors: FieldError[] = [];
  if (!source.name) errors.push(required(`${at}.${field}.name`, 'must specify a resource name'));
  const { averageUtilization: percent, averageValue } = source.target;
  const target = `${at}.${field}.target`;
  if (percent !== undefined && percent < 1) errors.push(invalid(`${target}.averageUtilization`, percent, 'must be greater than 0'));
  if (percent === undefined && averageValue === undefined)
    errors.push(required(`${target}.averageUtilization`, 'must set either a target raw value or a target utilization'));
  if (percent !== undefined && averageValue !== undefined)
    errors.push(forbidden(`${target}.averageValue`, 'may not set both a target raw value and a target utilization'));
  return errors;
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
};
