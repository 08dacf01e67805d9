/**
 * HorizontalPodAutoscalers as autoscaling/v1 shows them: a target of CPU alone, and all else in annotations
 * (source: pkg/apis/autoscaling/v1/conversion.go).
 */
import type { KubeObject } from '../../world/object.ts';
import { define } from '../define.ts';
import type { HorizontalPodAutoscaler } from '../objects.ts';
import type {
  AutoscalingV1HorizontalPodAutoscaler,
  HorizontalPodAutoscalerBehavior,
  HorizontalPodAutoscalerCondition,
  HPAScalingRules,
  MetricIdentifier,
  MetricSpec,
  MetricStatus,
  MetricTarget,
  MetricValueStatus,
} from '../types.gen.ts';
import { horizontalPodAutoscalers } from './index.ts';

type Bag = Readonly<Record<string, unknown>>;
type OldSpec = AutoscalingV1HorizontalPodAutoscaler['spec'];
type OldStatus = AutoscalingV1HorizontalPodAutoscaler['status'];

const METRICS = 'autoscaling.alpha.kubernetes.io/metrics';
const CURRENT = 'autoscaling.alpha.kubernetes.io/current-metrics';
const CONDITIONS = 'autoscaling.alpha.kubernetes.io/conditions';
const BEHAVIOR = 'autoscaling.alpha.kubernetes.io/behavior';

export const horizontalPodAutoscalersV1 = define('autoscaling/v1', 'horizontalpodautoscalers', {
  conversion: { storedAs: 'autoscaling/v2', view: view as never, store: store as never },
  columns: horizontalPodAutoscalers.columns as never,
});

const isCpuTarget = ({ type, resource }: MetricSpec): boolean =>
  type === 'Resource' && resource?.name === 'cpu' && resource.target.averageUtilization !== undefined;

function view({ spec: { metrics = [], behavior, ...spec }, status, ...object }: HorizontalPodAutoscaler): KubeObject {
  const cpu = metrics.find(isCpuTarget)?.resource?.target.averageUtilization;
  const { currentMetrics, conditions, ...rest } = status;
  const current = currentMetrics?.find(({ resource }) => resource?.name === 'cpu')?.resource?.current.averageUtilization;
  const others = metrics.filter((one) => !isCpuTarget(one));
  const annotations = {
    ...object.metadata.annotations,
    ...(others.length > 0 && { [METRICS]: JSON.stringify(others.map(oldMetric)) }),
    ...(currentMetrics?.length && { [CURRENT]: JSON.stringify(currentMetrics.map(oldStatus)) }),
    ...(conditions?.length && { [CONDITIONS]: JSON.stringify(conditions.map(oldCondition)) }),
    ...(behavior && { [BEHAVIOR]: JSON.stringify(oldBehavior(behavior)) }),
  };
  return {
    ...object,
    metadata: { ...object.metadata, ...(Object.keys(annotations).length > 0 && { annotations }) },
    spec: { ...spec, ...(cpu !== undefined && { targetCPUUtilizationPercentage: cpu }) },
    status: {
      ...rest,
      currentReplicas: rest.currentReplicas ?? 0,
      ...(current !== undefined && { currentCPUUtilizationPercentage: current }),
    },
  } as KubeObject;
}

function store({ spec, status, metadata, ...object }: KubeObject & { readonly spec?: OldSpec; readonly status?: OldStatus }): KubeObject {
  const {
    [METRICS]: metrics,
    [CURRENT]: current,
    [CONDITIONS]: conditions,
    [BEHAVIOR]: behavior,
    ...annotations
  } = metadata.annotations ?? {};
  const { targetCPUUtilizationPercentage: cpu, ...kept } = spec ?? ({} as OldSpec);
  const { currentCPUUtilizationPercentage: measured, ...rest } = status ?? ({} as NonNullable<OldStatus>);
  const targets: MetricSpec[] = [
    ...(cpu === undefined
      ? []
      : [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: cpu } } }]),
    ...parsed(metrics).map(newMetric),
  ];
  const now = measured === undefined ? [] : [{ type: 'Resource', resource: { name: 'cpu', current: { averageUtilization: measured } } }];
  const currentMetrics = current === undefined ? now : parsed(current).map(newStatus);
  return {
    ...object,
    metadata: metadata.annotations ? { ...metadata, annotations } : metadata,
    ...(spec && {
      spec: { ...kept, ...(targets.length > 0 && { metrics: targets }), ...(behavior && { behavior: newBehavior(behavior) }) },
    }),
    ...(status && {
      status: { ...rest, ...(currentMetrics.length > 0 && { currentMetrics }), ...(conditions && { conditions: parsed(conditions) }) },
    }),
  } as KubeObject;
}

/** A list in an annotation; one that cannot be read says nothing. */
function parsed(text: string | undefined): readonly Bag[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

const text = (quantity: string | number | undefined): string | undefined => (quantity === undefined ? undefined : String(quantity));

function oldCondition({ type, status, lastTransitionTime, reason, message }: HorizontalPodAutoscalerCondition): Bag {
  return { type, status, lastTransitionTime, reason, message };
}

type Word = 'target' | 'current';

/** A metric with its target or its measured value, in the order of the fields of the older version. */
function oldOf({ type, object, pods, resource, containerResource, external }: MetricSpec & MetricStatus, word: Word): Bag {
  const use = (one: { readonly name: string } & Measured): Bag => ({
    name: one.name,
    [`${word}AverageUtilization`]: one[word].averageUtilization,
    [`${word}AverageValue`]: text(one[word].averageValue),
  });
  return {
    type,
    object: object && {
      target: reference(object.describedObject),
      metricName: object.metric.name,
      [`${word}Value`]: text(object[word].value) ?? '0',
      selector: object.metric.selector,
      averageValue: text(object[word].averageValue),
    },
    pods: pods && {
      metricName: pods.metric.name,
      [`${word}AverageValue`]: text(pods[word].averageValue),
      selector: pods.metric.selector,
    },
    resource: resource && use(resource),
    containerResource: containerResource && { ...use(containerResource), container: containerResource.container },
    external: external && {
      metricName: external.metric.name,
      metricSelector: external.metric.selector,
      // What is measured is always told, a target need not be.
      [`${word}Value`]: text(external[word].value) ?? (word === 'current' ? '0' : undefined),
      [`${word}AverageValue`]: text(external[word].averageValue),
    },
  };
}

interface Measured {
  readonly target: MetricTarget;
  readonly current: MetricValueStatus;
}

const oldMetric = (metric: MetricSpec): Bag => oldOf(metric as MetricSpec & MetricStatus, 'target');
const oldStatus = (status: MetricStatus): Bag => oldOf(status as MetricSpec & MetricStatus, 'current');

function reference({ kind, name, apiVersion }: { readonly kind: string; readonly name: string; readonly apiVersion?: string }): Bag {
  return { kind, name, apiVersion };
}

type Old = Readonly<Record<string, never>> & { readonly type: string };

const metricOf = (one: Bag): MetricIdentifier =>
  ({
    name: one['metricName'],
    ...((one['selector'] ?? one['metricSelector']) ? { selector: one['selector'] ?? one['metricSelector'] } : {}),
  }) as never;

/** A target or a measured value as the newer version has it. */
function amounts(average: unknown, percent: unknown, value: unknown): Bag {
  return {
    ...(average !== undefined && { averageValue: average }),
    ...(percent !== undefined && { averageUtilization: percent }),
    ...(average === undefined && percent === undefined && value !== undefined && { value }),
  };
}

function newPart(one: Bag, word: Word): Bag {
  const of = amounts(one['averageValue'] ?? one[`${word}AverageValue`], one[`${word}AverageUtilization`], one[`${word}Value`]);
  const type = 'averageUtilization' in of ? 'Utilization' : 'averageValue' in of ? 'AverageValue' : 'Value';
  return {
    ...(one['name'] !== undefined && { name: one['name'] }),
    ...(one['container'] !== undefined && { container: one['container'] }),
    ...(one['metricName'] !== undefined && { metric: metricOf(one) }),
    ...(one['target'] !== undefined && { describedObject: one['target'] }),
    [word]: word === 'target' ? { type, ...of } : of,
  };
}

function newOf(old: Bag, word: Word): Bag {
  const { type, ...parts } = old as Old;
  return { type, ...Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, newPart(part, word)])) };
}

const newMetric = (old: Bag): MetricSpec => newOf(old, 'target') as unknown as MetricSpec;
const newStatus = (old: Bag): MetricStatus => newOf(old, 'current') as unknown as MetricStatus;

/** The annotation holds the server's own struct, whose fields have no other names in JSON. */
function oldBehavior({ scaleUp, scaleDown }: HorizontalPodAutoscalerBehavior): Bag {
  const rules = (of: HPAScalingRules | undefined): Bag | null =>
    of
      ? {
          StabilizationWindowSeconds: of.stabilizationWindowSeconds ?? null,
          SelectPolicy: of.selectPolicy ?? null,
          Policies: (of.policies ?? []).map(({ type, value, periodSeconds }) => ({
            Type: type,
            Value: value,
            PeriodSeconds: periodSeconds,
          })),
          Tolerance: text(of.tolerance) ?? null,
        }
      : null;
  return { ScaleUp: rules(scaleUp), ScaleDown: rules(scaleDown) };
}

function newBehavior(json: string): unknown {
  const lower = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(lower);
    if (value === null || typeof value !== 'object') return value;
    const fields = Object.entries(value).filter(([, part]) => part !== null);
    return Object.fromEntries(fields.map(([key, part]) => [`${key[0]?.toLowerCase()}${key.slice(1)}`, lower(part)]));
  };
  try {
    return lower(JSON.parse(json));
  } catch {
    return undefined;
  }
}
