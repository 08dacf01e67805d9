/** The daemonset controller: one Pod on every fitting node, replaced node by node (rules: pkg/controller/daemon of v1.36). */
import { scaledValue } from '../../api/values/intstr.ts';
import { fromLabelSelector, matches } from '../../api/values/selector.ts';
import { TEMPLATE_GENERATION } from '../../kinds/daemonset/index.ts';
import type { ControllerRevision, DaemonSet, Node, Pod } from '../../kinds/objects.ts';
import { podTemplateHash } from '../../kinds/pod/template-hash.ts';
import type { DaemonSetStatus } from '../../kinds/types.gen.ts';
import type { Change } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import type { Controller, ControllerContext } from '../controller.ts';
import { byCreation, controllerOf, keyOf, release, splitKey } from '../owners.ts';
import { createPod, deletePod, inBatches } from '../pod-control.ts';
import { isActive, isAvailable, isReady, READY } from '../pods.ts';
import { currentRevision, REVISION_HASH, truncateHistory } from '../revisions.ts';
import { fitOf, targetOf, templateFor } from './nodes.ts';

const NAME = 'daemonset-controller';
const SOURCE = { component: NAME };
const SETS = 'daemonsets.apps';
const GENERATION_LABEL = 'pod-template-generation';
/** A failed Pod's node gets its next one after so long; doubled up to 15 minutes. */
const FAILED_MS = 1000;

export const daemonSetController: Controller = {
  name: NAME,
  watches: {
    [SETS]: ({ type, object }) => (type === 'DELETED' ? [] : [keyOf(object)]),
    pods: setsOfPod,
    nodes: setsOfNode,
  },
  reconcile(context, key) {
    const set = context.world.store.get<DaemonSet>(SETS, ...splitKey(key));
    if (set) new Sync(context, set).run();
  },
};

function setsOfPod({ object, previous }: Change): string[] {
  const owners = [controllerOf(object), previous && controllerOf(previous)];
  if (!owners.some((owner) => owner?.kind === 'DaemonSet')) return [];
  return owners.flatMap((owner) => (owner?.kind === 'DaemonSet' ? [`${object.metadata.namespace}/${owner.name}`] : []));
}

/** Nodes that come, go, or are labelled or tainted otherwise. */
function setsOfNode({ type, object, previous }: Change, world: World): string[] {
  const [before, after] = [previous as Node | undefined, object as Node];
  if (type === 'MODIFIED' && before?.spec === after.spec && before.metadata.labels === after.metadata.labels) return [];
  return world.store.list<DaemonSet>(SETS).map(keyOf);
}

/** One look at a DaemonSet. */
class Sync {
  private readonly context: ControllerContext;
  private readonly world: World;
  private readonly set: DaemonSet;
  private readonly nodes: readonly Node[];
  private readonly revision: ControllerRevision;

  constructor(context: ControllerContext, set: DaemonSet) {
    this.context = context;
    this.world = context.world;
    this.set = set;
    this.nodes = this.world.store.list<Node>('nodes');
    this.revision = currentRevision(context, set, set.spec.template, () => {
      const hash = podTemplateHash(set.spec.template, set.status.collisionCount);
      return { name: `${set.metadata.name}-${hash}`, labels: { ...set.spec.template.metadata?.labels, [REVISION_HASH]: hash } };
    });
  }

  run(): void {
    let refusal: Error | undefined;
    if (!this.set.metadata.deletionTimestamp) {
      this.letGo();
      refusal = this.manage();
      if (this.set.spec.updateStrategy?.type !== 'OnDelete') this.rollOut();
    }
    this.writeStatus();
    const hashes = new Set(this.pods().map((pod) => `${this.set.metadata.name}-${pod.metadata.labels?.[REVISION_HASH]}`));
    truncateHistory(this.context, this.set, hashes.add(this.revision.metadata.name), this.set.spec.revisionHistoryLimit ?? 10);
    if (refusal) throw refusal;
  }

  private get hash(): string {
    return this.revision.metadata.labels?.[REVISION_HASH] ?? '';
  }

  private pods(): Pod[] {
    const { uid } = this.set.metadata;
    return this.world.store.byIndex<Pod>('pods', 'owner', uid).filter((pod) => controllerOf(pod)?.uid === uid);
  }

  /** Pods that match the selector no more are not the set's any longer. */
  private letGo(): void {
    const selector = fromLabelSelector(this.set.spec.selector);
    for (const pod of this.pods()) if (!matches(selector, pod.metadata.labels)) this.context.api.update('pods', release(pod, this.set));
  }

  private byNode(): Map<string, Pod[]> {
    const all = new Map<string, Pod[]>(this.nodes.map(({ metadata }) => [metadata.name, []]));
    for (const pod of this.pods().sort(byCreation)) {
      const node = targetOf(pod);
      const found = all.get(node);
      if (found) found.push(pod);
      else all.set(node, [pod]);
    }
    return all;
  }

  private isUpdated(pod: Pod): boolean {
    return pod.metadata.labels?.[REVISION_HASH] === this.hash;
  }

  private isAvailable(pod: Pod): boolean {
    return isAvailable(pod, this.set.spec.minReadySeconds ?? 0, this.world.now);
  }

  private get control() {
    return { api: this.context.api, owner: this.set, ...SOURCE };
  }

  private event(type: 'Normal' | 'Warning', reason: string, message: string): void {
    this.context.api.event(this.set, type, reason, message, SOURCE);
  }

  private create(nodes: readonly string[]) {
    const generation = this.set.metadata.annotations?.[TEMPLATE_GENERATION];
    const labels = { [REVISION_HASH]: this.hash, ...(generation !== undefined && { [GENERATION_LABEL]: generation }) };
    return inBatches(nodes.length, (index) => createPod(this.control, templateFor(this.set, nodes[index] as string, labels)));
  }

  /** A Pod where one should be and is not; none where none should be, nor a second one. */
  private manage() {
    const missing: string[] = [];
    const surplus: Pod[] = [];
    const pods = this.byNode();
    for (const node of this.nodes) {
      const here = pods.get(node.metadata.name) ?? [];
      const { run, stay } = fitOf(this.set, node);
      if (run && here.length === 0) missing.push(node.metadata.name);
      else if (!stay) surplus.push(...here.filter((pod) => !pod.metadata.deletionTimestamp));
      else {
        surplus.push(...this.tooMany(here));
        // Where a second Pod is allowed, nobody waits for one that is ending.
        if (run && this.maxSurge > 0 && !here.some(isActive)) missing.push(node.metadata.name);
      }
    }
    for (const pod of surplus) deletePod(this.control, pod);
    return this.create(missing);
  }

  /** Ended Pods, and all but the oldest, with a second one while it takes over from the first. */
  private tooMany(here: readonly Pod[]): Pod[] {
    const gone: Pod[] = [];
    const living: Pod[] = [];
    for (const pod of here) {
      if (pod.metadata.deletionTimestamp) continue;
      const { namespace, name } = pod.metadata;
      if (pod.status.phase === 'Failed') {
        if (this.backsOff(pod)) continue;
        this.event(
          'Warning',
          'FailedDaemonPod',
          `Found failed daemon pod ${namespace}/${name} on node ${targetOf(pod)}, will try to kill it`,
        );
        gone.push(pod);
      } else if (pod.status.phase === 'Succeeded') {
        this.event(
          'Normal',
          'SucceededDaemonPod',
          `Found succeeded daemon pod ${namespace}/${name} on node ${targetOf(pod)}, will try to delete it`,
        );
        gone.push(pod);
      } else living.push(pod);
    }
    if (living.length <= 1) return gone;
    if (this.maxSurge === 0) return [...gone, ...living.slice(1)];
    // The oldest old one and the oldest new one stay: the rollout decides between them.
    const [old, fresh] = [living.find((pod) => !this.isUpdated(pod)), living.find((pod) => this.isUpdated(pod))];
    return [...gone, ...living.filter((pod) => pod !== old && pod !== fresh)];
  }

  private backsOff(pod: Pod): boolean {
    const slot = this.world.slot<Record<string, { at: number; ms: number }>>('failed-daemons', () => ({}));
    const id = `${this.set.metadata.uid} ${targetOf(pod)}`;
    const known = slot[id];
    if (!known || this.world.now - known.at > 2 * 900_000) {
      slot[id] = { at: this.world.now, ms: FAILED_MS };
      return false;
    }
    const wait = known.at + known.ms - this.world.now;
    if (wait <= 0) {
      slot[id] = { at: this.world.now, ms: Math.min(known.ms * 2, 900_000) };
      return false;
    }
    this.context.requeueAfter(keyOf(this.set), wait);
    return true;
  }

  private get desired(): number {
    return this.nodes.filter((node) => fitOf(this.set, node).run).length;
  }

  private get maxSurge(): number {
    return scaledValue(this.set.spec.updateStrategy?.rollingUpdate?.maxSurge ?? 0, this.desired, true);
  }

  private get maxUnavailable(): number {
    const value = scaledValue(this.set.spec.updateStrategy?.rollingUpdate?.maxUnavailable ?? 1, this.desired, true);
    return value === 0 && this.maxSurge === 0 ? 1 : value;
  }

  private rollOut(): void {
    const nodes = [...this.byNode()].filter(([name]) => this.nodes.some(({ metadata }) => metadata.name === name));
    const pairs = nodes.map(([node, pods]) => {
      const living = pods.filter((pod) => !pod.metadata.deletionTimestamp);
      return {
        node,
        fits: fitOf(this.set, this.nodes.find(({ metadata }) => metadata.name === node) as Node).run,
        old: living.find((pod) => !this.isUpdated(pod)),
        fresh: living.find((pod) => this.isUpdated(pod)),
      };
    });
    if (this.maxSurge > 0) this.surge(pairs);
    else this.replace(pairs);
  }

  /** Old Pods go first; their nodes get new ones once they are gone. */
  private replace(pairs: readonly { readonly fits: boolean; readonly old: Pod | undefined; readonly fresh: Pod | undefined }[]): void {
    const first: Pod[] = [];
    const then: Pod[] = [];
    let unavailable = 0;
    for (const { fits, old, fresh } of pairs) {
      if (!old && !fresh) unavailable += fits ? 1 : 0;
      else if (!old) unavailable += fresh && this.isAvailable(fresh) ? 0 : 1;
      else if (fresh) unavailable++;
      else if (!this.isAvailable(old)) first.push(old);
      else then.push(old);
    }
    for (const pod of [...first, ...then.slice(0, Math.max(0, this.maxUnavailable - unavailable))]) deletePod(this.control, pod);
  }

  /** New Pods come first; old ones go once the new ones are available. */
  private surge(pairs: readonly { readonly node: string; readonly old: Pod | undefined; readonly fresh: Pod | undefined }[]): void {
    const replaced: Pod[] = [];
    const first: string[] = [];
    const then: string[] = [];
    let surging = 0;
    for (const { node, old, fresh } of pairs) {
      if (!old) continue;
      if (!fresh) (this.isAvailable(old) ? then : first).push(node);
      else if (this.isAvailable(fresh) || !isReady(old)) replaced.push(old);
      else surging++;
    }
    for (const pod of replaced) deletePod(this.control, pod);
    this.create([...first, ...then.slice(0, Math.max(0, this.maxSurge - surging))]);
  }

  private writeStatus(): void {
    const pods = this.byNode();
    const counts = { desired: 0, current: 0, ready: 0, updated: 0, available: 0, misscheduled: 0 };
    let wait = Number.POSITIVE_INFINITY;
    for (const node of this.nodes) {
      const here = pods.get(node.metadata.name) ?? [];
      if (!fitOf(this.set, node).run) {
        if (here.length > 0) counts.misscheduled++;
        continue;
      }
      counts.desired++;
      // While a new Pod comes up beside the old one, the old one counts.
      const [pod] = [...here].sort(byAge);
      if (!pod) continue;
      counts.current++;
      if (this.isUpdated(pod)) counts.updated++;
      if (!isReady(pod)) continue;
      counts.ready++;
      if (this.isAvailable(pod)) counts.available++;
      else {
        const since = Date.parse(pod.status.conditions?.find(({ type }) => type === READY)?.lastTransitionTime ?? '');
        wait = Math.min(wait, since + (this.set.spec.minReadySeconds ?? 0) * 1000 - this.world.now);
      }
    }
    const unavailable = counts.desired - counts.available;
    const status: DaemonSetStatus = {
      ...(this.set.status.collisionCount !== undefined && { collisionCount: this.set.status.collisionCount }),
      currentNumberScheduled: counts.current,
      desiredNumberScheduled: counts.desired,
      ...(counts.available > 0 && { numberAvailable: counts.available }),
      numberMisscheduled: counts.misscheduled,
      numberReady: counts.ready,
      ...(unavailable > 0 && { numberUnavailable: unavailable }),
      observedGeneration: this.set.metadata.generation ?? 0,
      ...(counts.updated > 0 && { updatedNumberScheduled: counts.updated }),
    };
    this.context.api.updateStatus<DaemonSet>(SETS, { ...this.set, status });
    if (Number.isFinite(wait)) this.context.requeueAfter(keyOf(this.set), Math.max(1, wait));
  }
}

function byAge({ metadata: a }: Pod, { metadata: b }: Pod): number {
  const key = ({ creationTimestamp, name }: Pod['metadata']): string => `${creationTimestamp} ${name}`;
  return key(a) < key(b) ? -1 : 1;
}
