/**
 * Claims of the Pod to be placed (source: kube-scheduler's plugins VolumeBinding and VolumeRestrictions). Those that wait for their
 * first consumer are bound, or their volume is ordered for the chosen node, before the Pod is.
 */
import type { Node, PersistentVolume, PersistentVolumeClaim, Pod } from '../../kinds/objects.ts';
import {
  BOUND_BY_CONTROLLER,
  claimReference,
  classOf,
  isBound,
  matchingVolume,
  SELECTED_NODE,
  waitsForConsumer,
} from '../../kinds/persistentvolumeclaim/binding.ts';
import type { Change } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import type { ControllerContext } from '../controller.ts';
import { keyOf } from '../owners.ts';
import { claimNames } from '../storage/protection.ts';
import type { Filter, Refusal } from './filters.ts';
import { termMatches } from './nodes.ts';

const CLAIMS = 'persistentvolumeclaims';
const VOLUMES = 'persistentvolumes';
const PLUGIN = 'VolumeBinding';
const NO_PROVISIONER = 'kubernetes.io/no-provisioner';

const refuse = (reason: string): Refusal => ({ plugin: PLUGIN, reasons: [reason], final: true });

const USED_ALONE: Refusal = {
  plugin: 'VolumeRestrictions',
  reasons: ['node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode'],
  final: false,
};

/** What makes the Pod's claims unusable on any node, in the scheduler's words; undefined when nothing does. */
export function claimProblem(world: World, pod: Pod): string | undefined {
  const { namespace = '' } = pod.metadata;
  for (const name of claimNames(pod)) {
    const claim = world.store.get<PersistentVolumeClaim>(CLAIMS, namespace, name);
    if (!claim) return `persistentvolumeclaim ${JSON.stringify(name)} not found`;
    if (claim.status.phase === 'Lost')
      return `persistentvolumeclaim ${JSON.stringify(name)} bound to non-existent persistentvolume ${JSON.stringify(claim.spec.volumeName)}`;
    if (claim.metadata.deletionTimestamp) return `persistentvolumeclaim ${JSON.stringify(name)} is being deleted`;
    if (!isBound(claim) && !waitsForConsumer(world, claim)) return 'pod has unbound immediate PersistentVolumeClaims';
  }
  return undefined;
}

/** The filters for a Pod with claims, were some Pods not there (`without`). */
export function volumeFilters(world: World, pod: Pod, without: readonly Pod[] = []): Filter[] {
  const claims = claimsOf(world, pod);
  if (claims.length === 0) return [];
  const alone = claims.filter(({ spec }) => spec.accessModes?.includes('ReadWriteOncePod'));
  return [
    () => (alone.some((claim) => usedByOther(world, claim, pod, without)) ? USED_ALONE : undefined),
    ({ node }) => {
      for (const claim of claims) {
        const problem = isBound(claim) ? boundProblem(world, claim, node) : unboundProblem(world, claim, node);
        if (problem) return refuse(problem);
      }
      return undefined;
    },
  ];
}

function claimsOf(world: World, pod: Pod): PersistentVolumeClaim[] {
  return claimNames(pod).flatMap((name) => world.store.get<PersistentVolumeClaim>(CLAIMS, pod.metadata.namespace ?? '', name) ?? []);
}

function usedByOther(world: World, claim: PersistentVolumeClaim, pod: Pod, without: readonly Pod[]): boolean {
  return world.store
    .list<Pod>('pods', claim.metadata.namespace)
    .some(
      (other) =>
        other.metadata.uid !== pod.metadata.uid &&
        !without.some(({ metadata }) => metadata.uid === other.metadata.uid) &&
        other.spec.nodeName &&
        other.status.phase !== 'Succeeded' &&
        other.status.phase !== 'Failed' &&
        claimNames(other).includes(claim.metadata.name),
    );
}

function boundProblem(world: World, { spec }: PersistentVolumeClaim, node: Node): string | undefined {
  const volume = world.store.get<PersistentVolume>(VOLUMES, '', spec.volumeName ?? '');
  return volume && reaches(volume, node) ? undefined : "node(s) didn't match PersistentVolume's node affinity";
}

function unboundProblem(world: World, claim: PersistentVolumeClaim, node: Node): string | undefined {
  const selected = claim.metadata.annotations?.[SELECTED_NODE];
  if (selected !== undefined)
    return selected === node.metadata.name ? undefined : "node(s) didn't find available persistent volumes to bind";
  if (matchingVolume(world, claim, (volume) => reaches(volume, node))) return undefined;
  const provisioner = classOf(world, claim.spec.storageClassName)?.provisioner;
  return provisioner === NO_PROVISIONER ? "node(s) didn't find available persistent volumes to bind" : undefined;
}

/** Whether a volume can be had on a node. */
function reaches({ spec }: PersistentVolume, node: Node): boolean {
  const terms = spec.nodeAffinity?.required?.nodeSelectorTerms;
  return !terms || terms.some((term) => termMatches(term, node));
}

/** Binds what waits for the Pod, or orders it. True when all volumes are there and the Pod can be bound. */
export function bindVolumes({ world, api }: ControllerContext, pod: Pod, node: Node): boolean {
  let ready = true;
  for (const claim of claimsOf(world, pod)) {
    if (isBound(claim)) continue;
    ready = false;
    const volume = matchingVolume(world, claim, (one) => reaches(one, node));
    if (volume) {
      if (volume.spec.claimRef?.uid === claim.metadata.uid) continue;
      const annotations = { ...volume.metadata.annotations, [BOUND_BY_CONTROLLER]: 'yes' };
      const metadata = { ...volume.metadata, annotations };
      api.update<PersistentVolume>(VOLUMES, { ...volume, metadata, spec: { ...volume.spec, claimRef: claimReference(claim) } });
    } else if (claim.metadata.annotations?.[SELECTED_NODE] === undefined) {
      const annotations = { ...claim.metadata.annotations, [SELECTED_NODE]: node.metadata.name };
      api.update<PersistentVolumeClaim>(CLAIMS, { ...claim, metadata: { ...claim.metadata, annotations } });
    }
  }
  return ready;
}

/** Pods that a change of a claim, a volume or a class may concern: those without a node that have claims. */
export function podsWithClaims({ resource, object }: Change, world: World): string[] {
  const pods = resource === CLAIMS ? world.store.list<Pod>('pods', object.metadata.namespace) : world.store.list<Pod>('pods');
  return pods
    .filter((pod) => {
      if (pod.spec.nodeName) return false;
      const names = claimNames(pod);
      return resource === CLAIMS ? names.includes(object.metadata.name) : names.length > 0;
    })
    .map(keyOf);
}
