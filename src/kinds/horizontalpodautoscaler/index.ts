import { canonicalQuantity } from '../../api/values/quantity.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { HorizontalPodAutoscaler } from '../objects.ts';
import type { HorizontalPodAutoscalerSpec, MetricSpec, MetricTarget, MetricValueStatus } from '../types.gen.ts';

const SHOWN = 2;
const DEFAULT_METRICS: readonly MetricSpec[] = [
  { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
];

/** Replicas by load. */
export const horizontalPodAutoscalers = define<HorizontalPodAutoscaler>('autoscaling/v2', 'horizontalpodautoscalers', {
  defaults: (one) => within(one, 'spec', defaultSpec),
  prepareCreate: (one) => ({ ...one, status: { currentMetrics: null as never, desiredReplicas: 0 } }),
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
