/** Eviction: deletes a Pod as far as the disruption budget that selects it allows (source: pkg/registry/core/pod/storage/eviction.go). */
import type { Pod, PodDisruptionBudget } from '../kinds/objects.ts';
import { ApiError, badRequest, methodNotAllowed, tooManyRequests } from './errors.ts';
import type { DeleteOptions } from './operations.ts';
import type { Call } from './request.ts';
import type { Context } from './server.ts';
import type { SubresourceTarget } from './subresources.ts';
import type { ApiResponse } from './types.ts';
import { formatTime } from './values/duration.ts';
import { fromLabelSelector, matches } from './values/selector.ts';

const BUDGETS = 'poddisruptionbudgets.policy';
const REFUSED = "Cannot evict pod as it would violate the pod's disruption budget.";

export function evict(context: Context, call: Call, { resource, name }: SubresourceTarget, pod: Pod): ApiResponse {
  if (call.request.method !== 'POST') throw methodNotAllowed();
  const body = (call.body ?? {}) as {
    readonly metadata?: { readonly name?: string };
    readonly deleteOptions?: DeleteOptions & { readonly dryRun?: readonly string[] };
  };
  if (body.metadata?.name !== undefined && body.metadata.name !== name)
    throw badRequest('name in URL does not match name in Eviction object');
  const { dryRun: dryRunOf = [], ...options } = body.deleteOptions ?? {};
  const dryRun = call.dryRun || dryRunOf.includes('All');
  if (!isFree(pod)) {
    const budget = budgetOf(context, pod);
    if (budget && !isSpare(pod, budget)) spend(context, budget, name, dryRun);
    if (!dryRun) mark(context, pod);
  }
  const current = context.writes.existing(resource, { namespace: pod.metadata.namespace ?? '', name });
  context.writes.deleteObject(resource, current, options, dryRun);
  return call.ok({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 }, 201);
}

/** Ended, not begun or on its way out: its going disrupts nothing. */
function isFree({ metadata, status }: Pod): boolean {
  return metadata.deletionTimestamp !== undefined || ['Succeeded', 'Failed', 'Pending'].includes(status.phase ?? '');
}

function budgetOf({ world }: Context, { metadata }: Pod): PodDisruptionBudget | undefined {
  const all = world.store.list<PodDisruptionBudget>(BUDGETS, metadata.namespace ?? '').filter(({ spec }) => {
    const requirements = fromLabelSelector(spec.selector);
    return requirements.length > 0 && matches(requirements, metadata.labels);
  });
  if (all.length > 1)
    throw new ApiError(500, '', 'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.');
  return all[0];
}

/** A Pod that is not ready may go while enough others are. */
function isSpare({ status }: Pod, budget: PodDisruptionBudget): boolean {
  if (status.conditions?.find(({ type }) => type === 'Ready')?.status === 'True') return false;
  if (budget.spec.unhealthyPodEvictionPolicy === 'AlwaysAllow') return true;
  const { currentHealthy = 0, desiredHealthy = 0 } = budget.status;
  return currentHealthy >= desiredHealthy && desiredHealthy > 0;
}

/** Takes one disruption from the budget, or refuses. */
function spend({ world, writes }: Context, budget: PodDisruptionBudget, pod: string, dryRun: boolean): void {
  const { metadata, status } = budget;
  const refuse = (message: string, retryAfterSeconds?: number): never => {
    throw tooManyRequests(REFUSED, [{ reason: 'DisruptionBudget', message }], retryAfterSeconds);
  };
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0))
    refuse(`The disruption budget ${metadata.name} is still being processed by the server.`, 10);
  const { disruptionsAllowed = 0, desiredHealthy = 0, currentHealthy = 0 } = status;
  if (disruptionsAllowed <= 0)
    refuse(`The disruption budget ${metadata.name} needs ${desiredHealthy} healthy pods and has ${currentHealthy} currently`);
  if (dryRun) return;
  writes.updateStatus<PodDisruptionBudget>(BUDGETS, {
    ...budget,
    status: {
      ...status,
      disruptionsAllowed: disruptionsAllowed - 1,
      disruptedPods: { ...status.disruptedPods, [pod]: formatTime(world.now) },
    },
  });
}

/** Notes in the Pod why it ends. */
function mark({ world, writes }: Context, pod: Pod): void {
  const condition = {
    lastProbeTime: null as never,
    lastTransitionTime: formatTime(world.now),
    message: 'Eviction API: evicting',
    ...(pod.metadata.generation !== undefined && { observedGeneration: pod.metadata.generation }),
    reason: 'EvictionByEvictionAPI',
    status: 'True',
    type: 'DisruptionTarget',
  };
  const others = (pod.status.conditions ?? []).filter(({ type }) => type !== condition.type);
  writes.updateStatus<Pod>('pods', { ...pod, status: { ...pod.status, conditions: [...others, condition] } });
}
