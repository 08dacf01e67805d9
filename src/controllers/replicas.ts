/** What ReplicaSets and ReplicationControllers do alike: Pods made or deleted until there are as many as wanted, and what is told when that fails. */
import { formatTime } from '../api/values/duration.ts';
import type { Pod } from '../kinds/objects.ts';
import type { PodTemplateSpec, ReplicaSetCondition } from '../kinds/types.gen.ts';
import type { KubeObject } from '../world/object.ts';
import type { ControllerContext } from './controller.ts';
import { createPod, deletePod, inBatches } from './pod-control.ts';
import { deletionOrder } from './replicaset/ranking.ts';

/** The most Pods made or deleted in one pass. The real controllers' 500 take them seconds, at their 20 writes a second. */
const BURST = 50;

export interface Failure {
  readonly reason: 'FailedCreate' | 'FailedDelete';
  readonly error: Error;
}

export interface Replicas {
  readonly owner: KubeObject;
  /** The controller's name in events. */
  readonly component: string;
  readonly template: PodTemplateSpec | undefined;
  readonly wanted: number;
  /** How many it has. */
  readonly active: number;
  /** Those it has. */
  readonly pods: () => readonly Pod[];
  /** How many Pods like them each node has: the one with most gives first. */
  readonly perNode: () => ReadonlyMap<string, number>;
}

export function manageReplicas(
  { api, world }: ControllerContext,
  { owner, component, template, wanted, active, ...of }: Replicas,
): Failure | undefined {
  const control = { api, owner, component };
  if (wanted > active) {
    const error = inBatches(Math.min(wanted - active, BURST), () => createPod(control, template));
    return error && { reason: 'FailedCreate', error };
  }
  if (wanted === active) return undefined;
  const surplus = Math.min(active - wanted, BURST);
  const pods = of.pods();
  const order = surplus < pods.length ? deletionOrder(pods, of.perNode(), world.now) : pods;
  let failure: Failure | undefined;
  for (const pod of order.slice(0, surplus)) {
    const error = deletePod(control, pod);
    if (error) failure = { reason: 'FailedDelete', error };
  }
  return failure;
}

/** The conditions with ReplicaFailure as it should be: the first failure is told until none is left. Undefined for no condition. */
export function withFailure(
  before: readonly ReplicaSetCondition[] | undefined,
  failure: Failure | undefined,
  now: number,
): readonly ReplicaSetCondition[] | undefined {
  const others = (before ?? []).filter(({ type }) => type !== 'ReplicaFailure');
  if (!failure) return others.length > 0 ? others : undefined;
  if (before && before.length > others.length) return before;
  const { reason, error } = failure;
  return [...others, { type: 'ReplicaFailure', status: 'True', reason, message: error.message, lastTransitionTime: formatTime(now) }];
}
