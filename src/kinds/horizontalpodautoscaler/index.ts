import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import { canonicalQuantity } from '../../api/values/quantity.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { HorizontalPodAutoscaler } from '../objects.ts';
import type { HorizontalPodAutoscalerSpec, HPAScalingRules, MetricSpec, MetricTarget, MetricValueStatus } from '../types.gen.ts';

const SHOWN = 2;
const METRIC_TYPES = ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'];
const SELECT_POLICIES = ['Disabled', 'Max', 'Min'];
const MAX_WINDOW = 3600;
const MAX_PERIOD = 1800;
const DEFAULT_METRICS: readonly MetricSpec[] = [
  { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
];

/** Replicas by load. */
export const horizontalPodAutoscalers = define<HorizontalPodAutoscaler>('autoscaling/v2', 'horizontalpodautoscalers', {
  defaults: (one) => within(one, 'spec', defaultSpec),
  prepareCreate: (one) => ({ ...one, status: { currentMetrics: null as never, desiredReplicas: 0 } }),
  validate,
  columns: [
    nameColumn,
    text('Reference', ({ spec }) => `${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}`),
    text('Targets', targetsText),
    text('MinPods', ({ spec }) => String(spec.minReplicas ?? '<unset>')),
    text('MaxPods', ({ spec }) => String(spec.maxReplicas)),
    text('Replicas', ({ status }) => String(status.currentReplicas ?? 0)),
    ageColumn,
  ],
});

function defaultSpec(spec: HorizontalPodAutoscalerSpec): HorizontalPodAutoscalerSpec {
  const filled = fill(spec.metrics?.length ? spec : { ...spec, metrics: DEFAULT_METRICS }, { minReplicas: 1 });
  return within(filled, 'behavior', (behavior) => ({
    ...behavior,
    scaleUp: fill(behavior.scaleUp ?? {}, {
      stabilizationWindowSeconds: 0,
      selectPolicy: 'Max',
      policies: [
        { type: 'Pods', value: 4, periodSeconds: 15 },
        { type: 'Percent', value: 100, periodSeconds: 15 },
      ],
    }),
    scaleDown: fill(behavior.scaleDown ?? {}, { selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] }),
  }));
}

function targetsText({ spec, status }: HorizontalPodAutoscaler): string {
  const metrics = spec.metrics ?? [];
  if (metrics.length === 0) return '<none>';
  const all = metrics.map((metric, index) => metricText(metric, status.currentMetrics?.[index]));
  const shown = all.slice(0, SHOWN).join(', ');
  return all.length > SHOWN ? `${shown} + ${all.length - SHOWN} more...` : shown;
}

type Current = NonNullable<HorizontalPodAutoscaler['status']['currentMetrics']>[number];

/** `cpu: 12%/80%` */
function metricText(metric: MetricSpec, current: Current | undefined): string {
  if (metric.resource) return `${metric.resource.name}: ${amount(current?.resource?.current, metric.resource.target)}`;
  if (metric.containerResource)
    return `${metric.containerResource.name}: ${amount(current?.containerResource?.current, metric.containerResource.target)}`;
  if (metric.pods) return amount(current?.pods?.current, metric.pods.target);
  const [one, is] = metric.object ? [metric.object, current?.object] : [metric.external, current?.external];
  if (!one) return '<unknown type>';
  return `${amount(is?.current, one.target)}${one.target.averageValue === undefined ? '' : ' (avg)'}`;
}

function amount(current: MetricValueStatus | undefined, target: MetricTarget): string {
  if (target.averageUtilization !== undefined) {
    return `${current?.averageUtilization === undefined ? '<unknown>' : `${current.averageUtilization}%`}/${target.averageUtilization}%`;
  }
  const average = target.averageValue !== undefined;
  const [is, wanted] = average ? [current?.averageValue, target.averageValue] : [current?.value, target.value];
  return `${is === undefined ? '<unknown>' : canonicalQuantity(is)}/${wanted === undefined ? '<auto>' : canonicalQuantity(wanted)}`;
}

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
