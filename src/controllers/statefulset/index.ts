/**
 * The statefulset controller: Pods with names, made and removed in order, each with claims of its own; a new template is rolled out from
 * the highest ordinal down (rules: pkg/controller/statefulset of v1.36). Each reconcile does the next step.
 */
import { equal } from '../../api/equal.ts';
import { toGoJson } from '../../api/go-json.ts';
import { fnv32Bytes, safeEncodeString } from '../../api/values/hash.ts';
import { scaledValue } from '../../api/values/intstr.ts';
import { fromLabelSelector, matches } from '../../api/values/selector.ts';
import type { ControllerRevision, PersistentVolumeClaim, Pod, StatefulSet } from '../../kinds/objects.ts';
import type { PodTemplateSpec, StatefulSetStatus } from '../../kinds/types.gen.ts';
import type { Change } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import type { Controller, ControllerContext } from '../controller.ts';
import { adopt, controllerOf, keyOf, release, splitKey, withOwners } from '../owners.ts';
import { isAvailable, isReady, READY } from '../pods.ts';
import { currentRevision, REVISION_HASH, revisionsOf, templateOf, truncateHistory } from '../revisions.ts';
import { isApiError } from '../run.ts';
import { claimOwners, claimsOf, ordinalOf, ordinals, podOf } from './identity.ts';

const NAME = 'statefulset-controller';
const SOURCE = { component: NAME };
const SETS = 'statefulsets.apps';
const CLAIMS = 'persistentvolumeclaims';
const HASH_LABEL = 'controller.kubernetes.io/hash';

export const statefulSetController: Controller = {
  name: NAME,
  watches: {
    [SETS]: ({ type, object }) => (type === 'DELETED' ? [] : [keyOf(object)]),
    pods: setsOfPod,
  },
  reconcile(context, key) {
    const set = context.world.store.get<StatefulSet>(SETS, ...splitKey(key));
    if (set) new Sync(context, set).run();
  },
};

function setsOfPod({ type, object, previous }: Change, world: World): string[] {
  const { namespace = '', labels } = object.metadata;
  const owner = controllerOf(object) ?? (previous && controllerOf(previous));
  if (owner) return owner.kind === 'StatefulSet' ? [`${namespace}/${owner.name}`] : [];
  if (type === 'DELETED' || world.store.count(SETS) === 0) return [];
  return world.store
    .list<StatefulSet>(SETS, namespace)
    .filter(({ spec }) => matches(fromLabelSelector(spec.selector), labels))
    .map(keyOf);
}

/** A Pod of the set's, or one that is to be made. */
interface Replica {
  readonly ordinal: number;
  readonly pod: Pod | undefined;
}

const isTerminating = (pod: Pod): boolean => pod.metadata.deletionTimestamp !== undefined;
const isRunningAndReady = (pod: Pod): boolean => pod.status.phase === 'Running' && isReady(pod);
const revisionOf = (pod: Pod): string => pod.metadata.labels?.[REVISION_HASH] ?? '';

/** One look at a StatefulSet. */
class Sync {
  private readonly context: ControllerContext;
  private readonly world: World;
  private readonly set: StatefulSet;

  constructor(context: ControllerContext, set: StatefulSet) {
    this.context = context;
    this.world = context.world;
    this.set = set;
  }

  run(): void {
    const pods = this.claim();
    const update = this.updateRevision();
    const current = revisionsOf(this.world, this.set).find(({ metadata }) => metadata.name === this.set.status.currentRevision) ?? update;
    let failure: unknown;
    if (!this.set.metadata.deletionTimestamp) {
      try {
        this.step(pods, current, update);
      } catch (error) {
        // What is known is written all the same; then the queue tries again.
        if (!isApiError(error)) throw error;
        failure = error;
      }
    }
    this.writeStatus(current, update);
    const live = new Set([current.metadata.name, update.metadata.name, ...this.pods().map(revisionOf)]);
    truncateHistory(this.context, this.set, live, this.set.spec.revisionHistoryLimit ?? 10);
    if (failure) throw failure;
  }

  private event(type: 'Normal' | 'Warning', reason: string, message: string): void {
    this.context.api.event(this.set, type, reason, message, SOURCE);
  }

  private pods(): Pod[] {
    const { uid } = this.set.metadata;
    return this.world.store.byIndex<Pod>('pods', 'owner', uid).filter((pod) => controllerOf(pod)?.uid === uid);
  }

  /** The set's Pods by ordinal: matching orphans with a fitting name are adopted, those that match no more let go. */
  private claim(): Map<number, Pod> {
    const selector = fromLabelSelector(this.set.spec.selector);
    if (!this.set.metadata.deletionTimestamp) {
      for (const pod of this.pods()) if (!matches(selector, pod.metadata.labels)) this.context.api.update('pods', release(pod, this.set));
      for (const pod of this.world.store.list<Pod>('pods', this.set.metadata.namespace)) {
        if (controllerOf(pod) || isTerminating(pod) || ordinalOf(this.set, pod) < 0 || !matches(selector, pod.metadata.labels)) continue;
        this.context.api.update('pods', adopt(pod, this.set));
      }
    }
    return new Map(this.pods().map((pod) => [ordinalOf(this.set, pod), pod]));
  }

  private updateRevision(): ControllerRevision {
    const { set } = this;
    return currentRevision(this.context, set, set.spec.template, (data) => {
      const text = new TextEncoder().encode(toGoJson(data) + String(set.status.collisionCount ?? 0));
      const hash = safeEncodeString(String(fnv32Bytes(text)));
      return { name: `${set.metadata.name}-${hash}`, labels: { ...set.spec.template.metadata?.labels, [HASH_LABEL]: hash } };
    });
  }

  private get ordered(): boolean {
    return this.set.spec.podManagementPolicy !== 'Parallel';
  }

  private isAvailable(pod: Pod): boolean {
    return isRunningAndReady(pod) && isAvailable(pod, this.set.spec.minReadySeconds ?? 0, this.world.now);
  }

  private isHealthy(pod: Pod | undefined): boolean {
    return pod !== undefined && this.isAvailable(pod) && !isTerminating(pod);
  }

  /** Makes what is missing, removes what is too much, replaces what is old; in order, stops at the first that is not done. */
  private step(pods: ReadonlyMap<number, Pod>, current: ControllerRevision, update: ControllerRevision): void {
    const [start, end] = ordinals(this.set);
    const replicas: Replica[] = [];
    for (let ordinal = start; ordinal < end; ordinal++) replicas.push({ ordinal, pod: pods.get(ordinal) });
    const condemned = [...pods]
      .filter(([ordinal]) => ordinal >= 0 && (ordinal < start || ordinal >= end))
      .sort(([a], [b]) => b - a)
      .map(([ordinal, pod]): Replica => ({ ordinal, pod }));
    const unhealthy = [...replicas, ...condemned].filter(({ pod }) => !this.isHealthy(pod)).sort((a, b) => a.ordinal - b.ordinal)[0];

    for (const replica of replicas) if (this.keep(replica, current, update) && this.ordered) return;
    this.syncClaims(replicas, false);
    this.syncClaims(condemned, true);
    for (const replica of condemned) if (this.dismiss(replica, unhealthy) && this.ordered) return;
    this.rollOut(replicas, update);
  }

  /** One wanted Pod. True when those after it have to wait. */
  private keep({ ordinal, pod }: Replica, current: ControllerRevision, update: ControllerRevision): boolean {
    if (pod?.status.phase === 'Failed' || pod?.status.phase === 'Succeeded') {
      if (!isTerminating(pod)) this.deletePod(pod);
      return true;
    }
    if (!pod) {
      const revision = this.revisionFor(ordinal, current, update);
      this.create(ordinal, revision === update ? this.set.spec.template : templateOf(revision), revision.metadata.name);
      return true;
    }
    if (pod.status.phase === 'Pending') this.createClaims(ordinal, pod);
    return isTerminating(pod) || !this.isAvailable(pod);
  }

  /** Below the partition a Pod is made anew as it was. */
  private revisionFor(ordinal: number, current: ControllerRevision, update: ControllerRevision): ControllerRevision {
    const { updateStrategy, ordinals: range } = this.set.spec;
    if (updateStrategy?.type === 'OnDelete') return update;
    return ordinal < (range?.start ?? 0) + (updateStrategy?.rollingUpdate?.partition ?? 0) ? current : update;
  }

  private create(ordinal: number, template: PodTemplateSpec, revision: string): void {
    const { api } = this.context;
    const pod = podOf(this.set, template, revision, ordinal);
    const about = `Pod ${pod.metadata.name} in StatefulSet ${this.set.metadata.name}`;
    this.createClaims(ordinal, undefined);
    try {
      api.create<Pod>('pods', pod);
      this.event('Normal', 'SuccessfulCreate', `create ${about} successful`);
    } catch (error) {
      if (!isApiError(error)) throw error;
      if (error.reason !== 'AlreadyExists') this.event('Warning', 'FailedCreate', `create ${about} failed error: ${error.message}`);
      throw error;
    }
  }

  private createClaims(ordinal: number, pod: Pod | undefined): void {
    const { api } = this.context;
    for (const claim of claimsOf(this.set, ordinal)) {
      if (this.world.store.get(CLAIMS, this.set.metadata.namespace ?? '', claim.metadata.name)) continue;
      const ownerReferences = claimOwners(this.set, pod, false);
      const about = `Claim ${claim.metadata.name} Pod ${this.set.metadata.name}-${ordinal} in StatefulSet ${this.set.metadata.name}`;
      try {
        const metadata = { ...claim.metadata, ...(ownerReferences.length > 0 && { ownerReferences }) };
        api.create<PersistentVolumeClaim>(CLAIMS, { ...claim, metadata } as never);
        this.event('Normal', 'SuccessfulCreate', `create ${about} success`);
      } catch (error) {
        if (!isApiError(error)) throw error;
        this.event('Warning', 'FailedCreate', `create ${about.replace(' Pod ', ' for Pod ')} failed error: ${error.message}`);
        throw error;
      }
    }
  }

  /** Claims go with the set, or with a Pod that is scaled away, as the retention policy says. */
  private syncClaims(replicas: readonly Replica[], condemned: boolean): void {
    for (const { ordinal, pod } of replicas) {
      for (const { metadata } of claimsOf(this.set, ordinal)) {
        const claim = this.world.store.get<PersistentVolumeClaim>(CLAIMS, this.set.metadata.namespace ?? '', metadata.name);
        if (!claim) continue;
        const others = (claim.metadata.ownerReferences ?? []).filter(
          (one) => one.uid !== this.set.metadata.uid && !(one.kind === 'Pod' && one.name === `${this.set.metadata.name}-${ordinal}`),
        );
        const owners = [...others, ...claimOwners(this.set, pod, condemned)];
        if (!equal(owners, claim.metadata.ownerReferences ?? [])) this.context.api.update(CLAIMS, withOwners(claim, owners));
      }
    }
  }

  /** One Pod that is too much. True when those below it have to wait. */
  private dismiss({ pod }: Replica, unhealthy: Replica | undefined): boolean {
    if (!pod) return false;
    if (isTerminating(pod)) return true;
    if (this.ordered && !this.isAvailable(pod) && unhealthy?.pod !== pod) return true;
    this.deletePod(pod);
    return true;
  }

  private deletePod({ metadata }: Pod): void {
    const about = `Pod ${metadata.name} in StatefulSet ${this.set.metadata.name}`;
    try {
      this.context.api.delete('pods', metadata.namespace ?? '', metadata.name, { preconditions: { uid: metadata.uid } });
      this.event('Normal', 'SuccessfulDelete', `delete ${about} successful`);
    } catch (error) {
      if (!isApiError(error)) throw error;
      if (error.reason === 'NotFound') return;
      this.event('Warning', 'FailedDelete', `delete ${about} failed error: ${error.message}`);
      throw error;
    }
  }

  /** Deletes the highest Pod of an old template, unless one above it is not healthy yet. */
  private rollOut(replicas: readonly Replica[], update: ControllerRevision): void {
    const { updateStrategy, replicas: wanted = 1 } = this.set.spec;
    if (updateStrategy?.type === 'OnDelete') return;
    const { partition = 0, maxUnavailable } = updateStrategy?.rollingUpdate ?? {};
    let spare = maxUnavailable === undefined ? 1 : Math.max(1, scaledValue(maxUnavailable, wanted, false));
    for (let target = replicas.length - 1; target >= partition; target--) {
      const pod = replicas[target]?.pod;
      if (pod && revisionOf(pod) !== update.metadata.name && !isTerminating(pod)) {
        this.deletePod(pod);
        spare--;
      } else if (!this.isHealthy(pod)) spare--;
      if (spare <= 0) return;
    }
  }

  private writeStatus(current: ControllerRevision, update: ControllerRevision): void {
    const { metadata, spec, status: before } = this.set;
    const pods = this.pods().filter((pod) => ordinalOf(this.set, pod) >= 0);
    const of = (revision: ControllerRevision): number =>
      pods.filter((pod) => !isTerminating(pod) && revisionOf(pod) === revision.metadata.name).length;
    const ready = pods.filter(isRunningAndReady);
    const available = ready.filter((pod) => this.isAvailable(pod));
    const updated = of(update);
    // The rollout is over: the new revision is the current one.
    const complete =
      spec.updateStrategy?.type === 'RollingUpdate' &&
      updated === (spec.replicas ?? 1) &&
      pods.length === updated &&
      ready.length === pods.length;
    const now = complete ? update : current;
    const status: StatefulSetStatus = {
      availableReplicas: available.length,
      collisionCount: before.collisionCount ?? 0,
      ...count('currentReplicas', of(now)),
      currentRevision: now.metadata.name,
      observedGeneration: metadata.generation ?? 0,
      ...count('readyReplicas', ready.length),
      replicas: pods.length,
      updateRevision: update.metadata.name,
      ...count('updatedReplicas', updated),
    };
    this.context.api.updateStatus<StatefulSet>(SETS, { ...this.set, status });
    const wait = ready
      .map((pod) => pod.status.conditions?.find(({ type }) => type === READY)?.lastTransitionTime)
      .map((since) => Date.parse(since ?? '') + (spec.minReadySeconds ?? 0) * 1000 - this.world.now)
      .filter((ms) => ms > 0);
    if (wait.length > 0) this.context.requeueAfter(keyOf(this.set), Math.min(...wait));
  }
}

function count(name: 'currentReplicas' | 'readyReplicas' | 'updatedReplicas', value: number): Partial<StatefulSetStatus> {
  return value === 0 ? {} : { [name]: value };
}
