/** Counts of each ReplicaSet's Pods, kept up to date by changes: looking at a ReplicaSet costs nothing per Pod it has. */
import { fromLabelSelector, matches, type Requirement } from '../../api/values/selector.ts';
import type { Pod, ReplicaSet } from '../../kinds/objects.ts';
import type { Change } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import { Derived } from '../derived.ts';
import { controllerOf } from '../owners.ts';
import { isActive, isReady, isTerminal, isTerminating } from '../pods.ts';

/** A ReplicaSet's Pods in numbers. All but `terminating` and `misfits` are of active Pods that match the selector. */
export interface Tally {
  active: number;
  ready: number;
  /** Those with all labels of the template. */
  labelled: number;
  terminating: number;
  /** Names of active Pods that match the selector no more. */
  readonly misfits: Set<string>;
  readonly selector: readonly Requirement[];
  readonly template: readonly Requirement[];
}

interface Tallies {
  readonly byOwner: Map<string, Tally>;
  /** Names of active Pods without a controller, by namespace: what might be adopted. */
  readonly orphans: Map<string, Set<string>>;
}

const tallies = new Derived<Tallies>(
  ['pods', 'replicasets.apps'],
  (world) => {
    const made: Tallies = { byOwner: new Map(), orphans: new Map() };
    for (const pod of world.store.list<Pod>('pods')) countOrphan(made.orphans, pod, true);
    return made;
  },
  (value, change) => {
    if (change.resource === 'pods') podChanged(value, change);
    else replicaSetChanged(value, change);
  },
);

/** The tally of a ReplicaSet. It changes with every write: read it when needed. */
export function tallyOf(world: World, replicaSet: ReplicaSet): Tally {
  const { byOwner } = tallies.of(world);
  const { uid } = replicaSet.metadata;
  let tally = byOwner.get(uid);
  if (!tally) {
    tally = {
      active: 0,
      ready: 0,
      labelled: 0,
      terminating: 0,
      misfits: new Set(),
      selector: fromLabelSelector(replicaSet.spec.selector),
      template: fromLabelSelector({ matchLabels: replicaSet.spec.template?.metadata?.labels ?? {} }),
    };
    byOwner.set(uid, tally);
    for (const pod of world.store.byIndex<Pod>('pods', 'owner', uid)) if (controllerOf(pod)?.uid === uid) count(tally, pod, 1);
  }
  return tally;
}

/** Active Pods of a namespace that no controller owns. */
export function orphansOf(world: World, namespace: string): Iterable<string> {
  return tallies.of(world).orphans.get(namespace) ?? [];
}

function podChanged({ byOwner, orphans }: Tallies, { type, object, previous }: Change): void {
  const before = previous as Pod | undefined;
  const after = type === 'DELETED' ? undefined : (object as Pod);
  if (before && after && countsAlike(before, after)) return;
  const note = (pod: Pod, way: 1 | -1): void => {
    countOrphan(orphans, pod, way === 1);
    const tally = byOwner.get(controllerOf(pod)?.uid ?? '');
    if (tally) count(tally, pod, way);
  };
  if (before) note(before, -1);
  if (after) note(after, 1);
}

/** Most changes of a Pod are none to those who count it. */
function countsAlike(before: Pod, after: Pod): boolean {
  return (
    before.metadata.labels === after.metadata.labels &&
    before.metadata.ownerReferences === after.metadata.ownerReferences &&
    before.metadata.deletionTimestamp === after.metadata.deletionTimestamp &&
    isTerminal(before) === isTerminal(after) &&
    isReady(before) === isReady(after)
  );
}

function replicaSetChanged({ byOwner }: Tallies, { type, object, previous }: Change): void {
  const [before, after] = [previous as ReplicaSet | undefined, object as ReplicaSet];
  // A new template has other labels to count: the tally is made again when needed.
  if (type === 'DELETED' || (before && before.spec.template !== after.spec.template)) byOwner.delete(after.metadata.uid);
}

function countOrphan(orphans: Map<string, Set<string>>, pod: Pod, there: boolean): void {
  const { namespace = '', name } = pod.metadata;
  if (!there || controllerOf(pod) || !isActive(pod)) {
    orphans.get(namespace)?.delete(name);
    return;
  }
  const names = orphans.get(namespace);
  if (names) names.add(name);
  else orphans.set(namespace, new Set([name]));
}

function count(tally: Tally, pod: Pod, way: 1 | -1): void {
  if (isTerminating(pod)) tally.terminating += way;
  if (!isActive(pod)) return;
  const { name, labels } = pod.metadata;
  if (!matches(tally.selector, labels)) {
    if (way === 1) tally.misfits.add(name);
    else tally.misfits.delete(name);
    return;
  }
  tally.active += way;
  if (isReady(pod)) tally.ready += way;
  if (matches(tally.template, labels)) tally.labelled += way;
}
