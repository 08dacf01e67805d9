/** The horizontal pod autoscaler: every fifteen seconds, as many replicas as the metrics ask for (rules: podautoscaler of v1.36). */
import { formatTime } from '../../api/values/duration.ts';
import type { Deployment, HorizontalPodAutoscaler } from '../../kinds/objects.ts';
import type { HorizontalPodAutoscalerCondition, MetricStatus } from '../../kinds/types.gen.ts';
import type { World } from '../../world/world.ts';
import type { Controller, ControllerContext } from '../controller.ts';
import { keyOf, splitKey } from '../owners.ts';
import { isApiError } from '../run.ts';
import { limit, type Memory } from './limits.ts';
import { MetricError, metricsIn, type Proposal, propose } from './metrics.ts';

const NAME = 'horizontal-pod-autoscaler';
const SOURCE = { component: NAME };
const AUTOSCALERS = 'horizontalpodautoscalers.autoscaling';
const SYNC_MS = 15_000;
const REMEMBERED_RESCALES_MS = 1_800_000;
/** What can be scaled, by apiVersion and kind. */
const TARGETS: Readonly<Record<string, string>> = {
  'apps/v1 Deployment': 'deployments.apps',
  'apps/v1 ReplicaSet': 'replicasets.apps',
  'apps/v1 StatefulSet': 'statefulsets.apps',
  'v1 ReplicationController': 'replicationcontrollers',
};

export const autoscaler: Controller = {
  name: NAME,
  watches: {
    // Each has a rhythm of its own, which begins when it is made or changed.
    [AUTOSCALERS]: ({ type, object, previous }) => {
      const [before, after] = [previous as HorizontalPodAutoscaler | undefined, object as HorizontalPodAutoscaler];
      if (type === 'DELETED') return [`forget ${after.metadata.uid}`];
      return before?.spec === after.spec ? [] : [`begin ${keyOf(after)}`];
    },
  },
  reconcile(context, key) {
    const [step, name] = key.split(' ') as [string, string];
    if (step === 'forget') delete memories(context.world)[name];
    else if (step === 'begin') context.requeueAfter(`sync ${name}`, SYNC_MS);
    else {
      const found = context.world.store.get<HorizontalPodAutoscaler>(AUTOSCALERS, ...splitKey(name));
      if (!found) return;
      context.requeueAfter(key, SYNC_MS);
      new Sync(context, found).run();
    }
  },
};

const memories = (world: World) => world.slot<Record<string, Memory>>('autoscalers', () => ({}));

/** One look of an autoscaler. */
class Sync {
  private readonly context: ControllerContext;
  private readonly world: World;
  private readonly own: HorizontalPodAutoscaler;
  private conditions: readonly HorizontalPodAutoscalerCondition[];

  constructor(context: ControllerContext, own: HorizontalPodAutoscaler) {
    this.context = context;
    this.world = context.world;
    this.own = own;
    this.conditions = own.status.conditions ?? [];
  }

  private get memory(): Memory {
    return (memories(this.world)[this.own.metadata.uid] ??= { recommendations: [], rescales: [] });
  }

  private event(type: 'Normal' | 'Warning', reason: string, message: string): void {
    this.context.api.event(this.own, type, reason, message, SOURCE);
  }

  private set(type: string, status: 'True' | 'False', reason: string, message: string): void {
    const before = this.conditions.find((one) => one.type === type);
    const lastTransitionTime = before?.status === status ? (before.lastTransitionTime as string) : formatTime(this.world.now);
    const made = { lastTransitionTime, message, reason, status, type };
    this.conditions = before ? this.conditions.map((one) => (one === before ? made : one)) : [...this.conditions, made];
  }

  run(): void {
    const target = this.target();
    if (!target) return;
    const current = target.spec.replicas ?? 1;
    const { minReplicas = 1, maxReplicas } = this.own.spec;
    this.set('AbleToScale', 'True', 'SucceededGetScale', "the HPA controller was able to get the target's current scale");
    const { memory } = this;
    if (memory.recommendations.length === 0) memory.recommendations.push({ at: this.world.now, replicas: current });
    if (current === 0 && minReplicas !== 0) {
      this.set('ScalingActive', 'False', 'ScalingDisabled', 'scaling is disabled since the replica count of the target is zero');
      return this.write(current, 0, null);
    }
    if (current > maxReplicas)
      return this.rescale(target, current, maxReplicas, 'Current number of replicas above Spec.MaxReplicas', undefined);
    if (current < minReplicas)
      return this.rescale(target, current, minReplicas, 'Current number of replicas below Spec.MinReplicas', undefined);
    const found = this.propose(target, current);
    if (!found) return;
    const { best, statuses } = found;
    const reason = best.replicas > current ? `${best.name} above target` : best.replicas < current ? 'All metrics below target' : '';
    const limited = limit(this.own, memory, current, best.replicas, this.world.now);
    this.set('AbleToScale', 'True', ...limited.able);
    this.set('ScalingLimited', limited.limited ? 'True' : 'False', ...limited.limit);
    this.rescale(target, current, limited.replicas, reason, statuses);
  }

  private target(): Deployment | undefined {
    const { apiVersion = '', kind, name } = this.own.spec.scaleTargetRef;
    const { namespace = '' } = this.own.metadata;
    const resource = TARGETS[`${apiVersion} ${kind}`];
    const found = resource && this.world.store.get<Deployment>(resource, namespace, name);
    if (found) return found;
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    const message = resource ? `${resource} "${name}" not found` : `no matches for kind "${kind}" in group "${group}"`;
    this.event('Warning', 'FailedGetScale', message);
    this.set('AbleToScale', 'False', 'FailedGetScale', `the HPA controller was unable to get the target's current scale: ${message}`);
    this.write(this.own.status.currentReplicas ?? 0, this.own.status.desiredReplicas, this.own.status.currentMetrics);
    return undefined;
  }

  /** The largest proposal of all metrics; undefined when there is none, which is told. */
  private propose(target: Deployment, current: number): { best: Proposal; statuses: MetricStatus[] } | undefined {
    const about = {
      namespace: target.metadata.namespace ?? '',
      selector: target.spec.selector,
      specReplicas: current,
      statusReplicas: target.status.replicas ?? 0,
    };
    const proposals: Proposal[] = [];
    const failures: MetricError[] = [];
    const metrics = metricsIn(this.own);
    const statuses = metrics.map((metric): MetricStatus => {
      try {
        const proposal = propose(this.world, about, metric);
        proposals.push(proposal);
        return proposal.status;
      } catch (error) {
        if (!(error instanceof MetricError)) throw error;
        this.event('Warning', error.reason, error.message);
        failures.push(error);
        return { type: '' };
      }
    });
    const best = proposals.reduce<Proposal | undefined>((a, b) => (a && a.replicas >= b.replicas ? a : b), undefined);
    const [failure] = failures;
    // A metric that is not known may ask for more: without it nothing is taken away.
    if (failure && (!best || best.replicas < current)) {
      this.set('ScalingActive', 'False', failure.reason, `the HPA was unable to compute the replica count: ${failure.message}`);
      const message = `invalid metrics (${failures.length} invalid out of ${metrics.length}), first error is: failed to get ${failure.what}: ${failure.message}`;
      this.event('Warning', 'FailedComputeMetricsReplicas', message);
      this.write(current, this.own.status.desiredReplicas, statuses);
      return undefined;
    }
    if (!best) return undefined;
    this.set('ScalingActive', 'True', 'ValidMetricFound', `the HPA was able to successfully calculate a replica count from ${best.name}`);
    return { best, statuses };
  }

  private rescale(
    target: Deployment,
    current: number,
    wanted: number,
    reason: string,
    statuses: readonly MetricStatus[] | undefined,
  ): void {
    // Where only the limits decided, no metric was looked at.
    const metrics = statuses ?? null;
    if (wanted === current) return this.write(current, current, metrics);
    const { apiVersion = '', kind } = this.own.spec.scaleTargetRef;
    try {
      this.context.api.update(TARGETS[`${apiVersion} ${kind}`] ?? '', { ...target, spec: { ...target.spec, replicas: wanted } });
    } catch (error) {
      if (!isApiError(error)) throw error;
      this.event('Warning', 'FailedRescale', `New size: ${wanted}; reason: ${reason}; error: ${error.message}`);
      this.set('AbleToScale', 'False', 'FailedUpdateScale', `the HPA controller was unable to update the target scale: ${error.message}`);
      return this.write(current, this.own.status.desiredReplicas, metrics);
    }
    this.set('AbleToScale', 'True', 'SucceededRescale', `the HPA controller was able to update the target scale to ${wanted}`);
    this.event('Normal', 'SuccessfulRescale', `New size: ${wanted}; reason: ${reason}`);
    const { memory, world } = this;
    memory.rescales = [
      ...memory.rescales.filter(({ at }) => at > world.now - REMEMBERED_RESCALES_MS),
      { at: world.now, change: Math.abs(wanted - current), up: wanted > current },
    ];
    this.write(current, wanted, metrics, true);
  }

  private write(current: number, desired: number, metrics: readonly MetricStatus[] | null | undefined, scaled = false): void {
    const { status } = this.own;
    const lastScaleTime = scaled ? formatTime(this.world.now) : status.lastScaleTime;
    this.context.api.updateStatus<HorizontalPodAutoscaler>(AUTOSCALERS, {
      ...this.own,
      status: {
        conditions: this.conditions,
        currentMetrics: (metrics ?? null) as never,
        currentReplicas: current,
        desiredReplicas: desired,
        ...(lastScaleTime && { lastScaleTime }),
      },
    });
  }
}
