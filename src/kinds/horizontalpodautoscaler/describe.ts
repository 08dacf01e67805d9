import { canonicalQuantity } from '../../api/values/quantity.ts';
import { type Describer, type DescribeWriter, timeText, writeEvents, writeHead } from '../describe.ts';
import type { HorizontalPodAutoscaler } from '../objects.ts';
import type { HPAScalingRules, MetricSpec, MetricTarget, MetricValueStatus } from '../types.gen.ts';

const UNKNOWN = '<unknown>';

type Current = NonNullable<HorizontalPodAutoscaler['status']['currentMetrics']>[number];

export const describeHorizontalPodAutoscaler: Describer<HorizontalPodAutoscaler> = function* (given, w, context) {
  const autoscaler = given.apiVersion === NEWEST ? given : ((yield* context.get<HorizontalPodAutoscaler>(pathOf(given))) ?? given);
  const { metadata, spec, status } = autoscaler;
  writeHead(w, autoscaler);
  w.write(0, `CreationTimestamp:\t${timeText(metadata.creationTimestamp)}\n`);
  w.write(0, `Reference:\t${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}\n`);
  w.write(0, 'Metrics:\t( current / target )\n');
  (spec.metrics ?? []).forEach((metric, index) => {
    w.write(1, metricLine(metric, status.currentMetrics?.[index]));
  });
  w.write(0, `Min replicas:\t${spec.minReplicas ?? '<unset>'}\n`);
  w.write(0, `Max replicas:\t${spec.maxReplicas}\n`);
  if (spec.behavior) {
    w.write(0, 'Behavior:\n');
    writeRules(w, 'Scale Up', spec.behavior.scaleUp);
    writeRules(w, 'Scale Down', spec.behavior.scaleDown);
  }
  w.write(0, `${spec.scaleTargetRef.kind} pods:\t${status.currentReplicas ?? 0} current / ${status.desiredReplicas} desired\n`);
  if (status.conditions?.length) {
    w.write(0, 'Conditions:\n');
    w.write(1, 'Type\tStatus\tReason\tMessage\n');
    w.write(1, '----\t------\t------\t-------\n');
    for (const { type, status: is, reason = '', message = '' } of status.conditions) w.write(1, `${type}\t${is}\t${reason}\t${message}\n`);
  }
  yield* writeEvents(w, autoscaler, context);
};

/** Whichever version was asked for, kubectl describes this one. */
const NEWEST = 'autoscaling/v2';

function pathOf({ metadata: { namespace, name } }: HorizontalPodAutoscaler): string {
  return `/apis/${NEWEST}/namespaces/${namespace}/horizontalpodautoscalers/${name}`;
}

const quantity = (value: string | number | undefined): string => (value === undefined ? UNKNOWN : canonicalQuantity(value));

function metricLine(metric: MetricSpec, current: Current | undefined): string {
  const { resource, containerResource, pods, object, external } = metric;
  if (resource) return `resource ${resource.name} on pods${ofRequest(resource.target, current?.resource?.current)}`;
  if (containerResource) {
    const { name, container, target } = containerResource;
    return `resource ${name} of container "${container}" on pods${ofRequest(target, current?.containerResource?.current)}`;
  }
  if (pods)
    return `"${pods.metric.name}" on pods:\t${quantity(current?.pods?.current.averageValue)} / ${quantity(pods.target.averageValue)}\n`;
  if (object) {
    const { kind, name } = object.describedObject;
    return `"${object.metric.name}" on ${kind}/${name} ${ofValue(object.target, current?.object?.current)}`;
  }
  if (external) return `"${external.metric.name}" ${ofValue(external.target, current?.external?.current)}`;
  return `<unknown metric type "${metric.type}">\n`;
}

function ofRequest(target: MetricTarget, current: MetricValueStatus | undefined): string {
  if (target.averageValue !== undefined) return `:\t${quantity(current?.averageValue)} / ${quantity(target.averageValue)}\n`;
  const is = current?.averageUtilization === undefined ? UNKNOWN : `${current.averageUtilization}% (${quantity(current.averageValue)})`;
  const wanted = target.averageUtilization === undefined ? '<auto>' : `${target.averageUtilization}%`;
  return `  (as a percentage of request):\t${is} / ${wanted}\n`;
}

function ofValue(target: MetricTarget, current: MetricValueStatus | undefined): string {
  return target.averageValue === undefined
    ? `(target value):\t${quantity(current?.value)} / ${quantity(target.value)}\n`
    : `(target average value):\t${quantity(current?.averageValue)} / ${quantity(target.averageValue)}\n`;
}

function writeRules(w: DescribeWriter, direction: string, rules: HPAScalingRules | undefined): void {
  if (!rules) return;
  w.write(1, `${direction}:\n`);
  if (rules.stabilizationWindowSeconds !== undefined) w.write(2, `Stabilization Window: ${rules.stabilizationWindowSeconds} seconds\n`);
  if (!rules.policies?.length) return;
  w.write(2, `Select Policy: ${rules.selectPolicy ?? 'Max'}\n`);
  w.write(2, 'Policies:\n');
  for (const { type, value, periodSeconds } of rules.policies)
    w.write(3, `- Type: ${type}\tValue: ${value}\tPeriod: ${periodSeconds} seconds\n`);
}
