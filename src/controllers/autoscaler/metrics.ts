/** What an autoscaler's metrics say: the number of replicas each asks for (rules: pkg/controller/podautoscaler, replica_calculator). */
import { canonicalQuantity, parseQuantity } from '../../api/values/quantity.ts';
import { fromLabelSelector, matches } from '../../api/values/selector.ts';
import { metricsOf } from '../../kinds/metrics/source.ts';
import type { HorizontalPodAutoscaler, Pod } from '../../kinds/objects.ts';
import type { LabelSelector, MetricSpec, MetricStatus, MetricTarget } from '../../kinds/types.gen.ts';
import type { World } from '../../world/world.ts';
import { condition, READY } from '../pods.ts';

const TOLERANCE = 0.1;
/** A Pod's CPU figures do not count before it was ready once, for so long after its start. */
const CPU_INITIALIZATION_MS = 300_000;
const INITIAL_READINESS_MS = 30_000;

/** A metric that could not be had, with the reason of the event that tells of it. */
export class MetricError extends Error {
  readonly reason: string;
  /** What it was about, for the summary of all metrics. */
  readonly what: string;

  constructor(reason: string, what: string, message: string) {
    super(message);
    this.reason = reason;
    this.what = what;
  }
}

export interface Proposal {
  readonly replicas: number;
  /** As conditions and events call it: `cpu resource utilization (percentage of request)`. */
  readonly name: string;
  readonly status: MetricStatus;
}

interface Target {
  readonly namespace: string;
  readonly selector: LabelSelector | undefined;
  readonly specReplicas: number;
  readonly statusReplicas: number;
}

/** What one metric asks for. Throws MetricError. */
export function propose(world: World, target: Target, metric: MetricSpec): Proposal {
  const { resource, containerResource } = metric;
  if (resource) return proposeResource(world, target, resource.name, resource.target, undefined);
  if (containerResource)
    return proposeResource(world, target, containerResource.name, containerResource.target, containerResource.container);
  if (metric.pods) {
    const text = `unable to get metric ${metric.pods.metric.name}: no metrics returned from custom metrics API`;
    throw new MetricError('FailedGetPodsMetric', 'pods metric value', noApi(text, 'custom'));
  }
  if (metric.object) {
    const text = `unable to get metric ${metric.object.metric.name}: ${metric.object.describedObject.kind} on ${target.namespace} ${metric.object.describedObject.name}/unable to fetch metrics from custom metrics API`;
    throw new MetricError('FailedGetObjectMetric', 'object metric value', noApi(text, 'custom'));
  }
  const name = metric.external?.metric.name ?? '';
  const text = `unable to get external metric ${target.namespace}/${name}/nil: unable to fetch metrics from external metrics API`;
  throw new MetricError('FailedGetExternalMetric', 'external metric value', noApi(text, 'external'));
}

const noApi = (text: string, api: string): string =>
  `${text}: the server could not find the requested resource (get ${api}.metrics.k8s.io)`;

interface Sample {
  readonly pod: Pod;
  /** Cores or bytes. */
  readonly value: number;
}

function proposeResource(
  world: World,
  target: Target,
  name: string,
  { averageUtilization, averageValue }: MetricTarget,
  container: string | undefined,
): Proposal {
  const fail = (text: string): never => {
    const percent = averageUtilization !== undefined;
    const what = container === undefined ? `${name} resource metric value` : `${name} container metric value`;
    throw new MetricError(
      container === undefined ? 'FailedGetResourceMetric' : 'FailedGetContainerResourceMetric',
      what,
      `failed to get ${name} ${percent ? 'utilization' : container === undefined ? 'resource metric value' : 'usage'}: ${text}`,
    );
  };
  const pods = world.store
    .list<Pod>('pods', target.namespace)
    .filter((pod) => matches(fromLabelSelector(target.selector), pod.metadata.labels));
  const samples = samplesOf(world, pods, name, container, fail);
  const { ready, unready, missing } = group(world, pods, samples, name);
  if (ready.length === 0) fail('did not receive metrics for targeted pods (pods might be unready)');
  const of = (pod: Pod): number => (averageUtilization === undefined ? 0 : requestOf(pod, name, container, fail));
  const total = sum(ready.map(({ value }) => value));
  const requests = sum(ready.map(({ pod }) => of(pod)));
  const per = total / ready.length;
  const wanted = averageUtilization === undefined ? Number(parseQuantity(averageValue ?? '0').nano) / 1e9 : averageUtilization;
  const is = averageUtilization === undefined ? per : (100 * total) / requests;
  const measured = averageUtilization === undefined ? is : Math.floor(is);

  const replicas = count();
  function count(): number {
    const ratio = measured / wanted;
    const rebalance = unready.length > 0 && ratio > 1;
    if (!rebalance && missing.length === 0) {
      return Math.abs(ratio - 1) <= TOLERANCE ? target.specReplicas : Math.ceil(ratio * ready.length);
    }
    // Pods without figures are taken for what speaks against scaling: full use on the way down, none on the way up.
    const assumed = [...ready];
    if (missing.length > 0 && ratio < 1) {
      const full = (pod: Pod): number => (averageUtilization === undefined ? wanted : (of(pod) * Math.max(100, wanted)) / 100);
      assumed.push(...missing.map((pod) => ({ pod, value: full(pod) })));
    } else if (missing.length > 0 && ratio > 1) assumed.push(...missing.map((pod) => ({ pod, value: 0 })));
    if (rebalance) assumed.push(...unready.map((pod) => ({ pod, value: 0 })));
    const all = sum(assumed.map(({ value }) => value));
    const now = averageUtilization === undefined ? all / assumed.length : (100 * all) / sum(assumed.map(({ pod }) => of(pod)));
    const newRatio = now / wanted;
    if (Math.abs(newRatio - 1) <= TOLERANCE || ratio < 1 !== newRatio < 1) return target.specReplicas;
    const next = Math.ceil(newRatio * assumed.length);
    const against = (newRatio < 1 && next > target.specReplicas) || (newRatio > 1 && next < target.specReplicas);
    return against ? target.specReplicas : next;
  }

  const current = {
    ...(averageUtilization !== undefined && { averageUtilization: measured }),
    averageValue: canonicalQuantity(name === 'cpu' ? `${Math.floor(per * 1000)}m` : Math.floor(per)),
  };
  const about = container === undefined ? `${name} resource` : `${name} container resource`;
  return {
    replicas,
    name: averageUtilization === undefined ? about : `${about} utilization (percentage of request)`,
    status:
      container === undefined
        ? { type: 'Resource', resource: { name, current } }
        : { type: 'ContainerResource', containerResource: { name, container, current } },
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The Pods' figures. */
function samplesOf(
  world: World,
  pods: readonly Pod[],
  name: string,
  container: string | undefined,
  fail: (text: string) => never,
): ReadonlyMap<Pod, number> {
  const source = metricsOf(world);
  if (!source)
    fail(
      `unable to get metrics for resource ${name}: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)`,
    );
  const found = new Map<Pod, number>();
  for (const pod of pods) {
    const usage = source?.pod(pod.metadata.namespace ?? '', pod.metadata.name);
    const containers = usage?.containers.filter((one) => container === undefined || one.name === container) ?? [];
    // The metrics API's figures are taken in whole millicores.
    if (containers.length > 0)
      found.set(pod, sum(containers.map((one) => (name === 'cpu' ? Math.ceil(one.cpu * 1000) / 1000 : one.memory))));
  }
  if (found.size === 0) fail(`unable to get metrics for resource ${name}: no metrics returned from resource metrics API`);
  return found;
}

/** Pods whose figures count, those that are not ready, those without figures; what is ending or failed is left out. */
function group(world: World, pods: readonly Pod[], samples: ReadonlyMap<Pod, number>, name: string) {
  const ready: Sample[] = [];
  const unready: Pod[] = [];
  const missing: Pod[] = [];
  for (const pod of pods) {
    if (pod.metadata.deletionTimestamp || pod.status.phase === 'Failed') continue;
    const value = samples.get(pod);
    if (pod.status.phase === 'Pending') unready.push(pod);
    else if (value === undefined) missing.push(pod);
    else if (name === 'cpu' && isFresh(world, pod)) unready.push(pod);
    else ready.push({ pod, value });
  }
  return { ready, unready, missing };
}

/** Not ready, or never ready since its start: what it uses says nothing about load. */
function isFresh(world: World, pod: Pod): boolean {
  const is = condition(pod, READY);
  if (!is || !pod.status.startTime) return true;
  const started = Date.parse(pod.status.startTime);
  if (world.now < started + CPU_INITIALIZATION_MS) return is.status !== 'True';
  return is.status !== 'True' && Date.parse(is.lastTransitionTime ?? '') < started + INITIAL_READINESS_MS;
}

function requestOf(pod: Pod, name: string, container: string | undefined, fail: (text: string) => never): number {
  const specs = [...pod.spec.containers, ...(pod.spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always')];
  let total = 0;
  for (const spec of specs) {
    if (container !== undefined && spec.name !== container) continue;
    const request = spec.resources?.requests?.[name];
    if (request === undefined) return fail(`missing request for ${name} in container ${spec.name} of Pod ${pod.metadata.name}`);
    total += Number(parseQuantity(request).nano) / 1e9;
  }
  return total;
}

/** The metrics that an autoscaler looks at. */
export function metricsIn({ spec }: HorizontalPodAutoscaler): readonly MetricSpec[] {
  return spec.metrics ?? [];
}
