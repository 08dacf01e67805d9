/**
 * What happened, told from cause to effect: every write of the journal that a reader would miss if it were left out, under the write that
 * made its author act. The journal knows causes (`Change.cause`), so nothing here is guessed from times.
 */

import type { Change, KubeObject } from '../../src/world/object.ts';
import type { ObjectReference } from '../panels/selection.ts';

export interface Sentence {
  readonly revision: number;
  /** Virtual time, ms since the epoch. */
  readonly time: number;
  readonly actor: string;
  readonly object: ObjectReference;
  readonly kind: string;
  /** Id of what was done: the key of its words. */
  readonly what: What;
  /** What the words need. */
  readonly values: Readonly<Record<string, string | number>>;
  /** How far from the first cause, 0 for a write that nobody in the cluster caused. */
  readonly depth: number;
  /** Revision of the sentence that its chain of causes begins with; its own where it is the first. */
  readonly root: number;
}

export type What =
  | 'created'
  | 'deleted'
  | 'deleting'
  | 'scaled'
  | 'template'
  | 'labels'
  | 'selector'
  | 'bound'
  | 'phase'
  | 'ready'
  | 'unready'
  | 'waiting'
  | 'endpoints'
  | 'condition'
  | 'changed';

type Bag = Readonly<Record<string, unknown>>;
type Told = { readonly what: What; readonly values?: Sentence['values'] };

/** Kinds that are machinery: they would drown the story. */
export const SILENT: ReadonlySet<string> = new Set(['events', 'leases.coordination.k8s.io', 'endpoints', 'controllerrevisions.apps']);

/** The story of some changes, in their order. Changes that say nothing to a reader (bookkeeping of controllers) are left out. */
export function storyOf(changes: readonly Change[]): Sentence[] {
  const places = new Map<number, { readonly depth: number; readonly root: number }>();
  const sentences: Sentence[] = [];
  for (const change of changes) {
    const told = SILENT.has(change.resource) ? undefined : tell(change);
    const before = places.get(change.cause);
    // What is left out passes its place on to what it caused.
    const place = !told ? before : before ? { ...before, depth: before.depth + 1 } : { depth: 0, root: change.revision };
    if (place) places.set(change.revision, place);
    if (!told || !place) continue;
    const { namespace = '', name } = change.object.metadata;
    sentences.push({
      revision: change.revision,
      time: change.time,
      actor: change.actor,
      object: { resource: change.resource, namespace, name },
      kind: change.object.kind,
      what: told.what,
      values: told.values ?? {},
      ...place,
    });
  }
  return sentences;
}

function tell(change: Change): Told | undefined {
  const { type, object, previous } = change;
  if (type === 'ADDED') return { what: 'created', ...(change.resource === ENDPOINTS && { values: addressesOf(object) }) };
  if (type === 'DELETED') return { what: 'deleted' };
  if (!previous) return undefined;
  if (object.metadata.deletionTimestamp !== undefined && previous.metadata.deletionTimestamp === undefined) return { what: 'deleting' };
  return (
    (change.resource === 'pods' ? tellPod(object, previous) : undefined) ??
    tellSpec(change, object, previous) ??
    tellStatus(change, object, previous)
  );
}

const ENDPOINTS = 'endpointslices.discovery.k8s.io';

const part = (object: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Bag)[key] : undefined), object);

function tellPod(object: KubeObject, previous: KubeObject): Told | undefined {
  const node = part(object, 'spec', 'nodeName');
  if (node !== undefined && part(previous, 'spec', 'nodeName') === undefined) return { what: 'bound', values: { node: String(node) } };
  const [waiting, waited] = [waitingReason(object), waitingReason(previous)];
  if (waiting !== waited && waiting !== undefined && waiting !== 'ContainerCreating' && waiting !== 'PodInitializing')
    return { what: 'waiting', values: { reason: waiting } };
  const [ready, wasReady] = [isReady(object), isReady(previous)];
  if (ready !== wasReady) return { what: ready ? 'ready' : 'unready' };
  const [phase, before] = [part(object, 'status', 'phase'), part(previous, 'status', 'phase')];
  return phase !== before ? { what: 'phase', values: { phase: String(phase) } } : undefined;
}

function waitingReason(pod: KubeObject): string | undefined {
  const statuses = part(pod, 'status', 'containerStatuses');
  for (const one of Array.isArray(statuses) ? statuses : []) {
    const reason = part(one, 'state', 'waiting', 'reason');
    if (typeof reason === 'string') return reason;
  }
  return undefined;
}

function conditionsOf(object: KubeObject): readonly Bag[] {
  const conditions = part(object, 'status', 'conditions');
  return Array.isArray(conditions) ? (conditions as Bag[]) : [];
}

const isReady = (object: KubeObject): boolean => conditionsOf(object).some((one) => one['type'] === 'Ready' && one['status'] === 'True');

function tellSpec(change: Change, object: KubeObject, previous: KubeObject): Told | undefined {
  if (change.resource === ENDPOINTS) {
    const [now, before] = [addressesOf(object), addressesOf(previous)];
    return now.ready === before.ready && now.all === before.all ? undefined : { what: 'endpoints', values: now };
  }
  const [to, from] = [part(object, 'spec', 'replicas'), part(previous, 'spec', 'replicas')];
  if (to !== from) return { what: 'scaled', values: { from: Number(from ?? 1), to: Number(to ?? 1) } };
  if (differ(part(object, 'spec', 'template'), part(previous, 'spec', 'template'))) return { what: 'template' };
  if (differ(part(object, 'spec', 'selector'), part(previous, 'spec', 'selector'))) return { what: 'selector' };
  if (differ(object.metadata.labels, previous.metadata.labels)) return { what: 'labels' };
  return differ(part(object, 'spec'), part(previous, 'spec')) || differ(part(object, 'data'), part(previous, 'data'))
    ? { what: 'changed' }
    : undefined;
}

/** A condition that turned, of kinds whose conditions say something to a reader. */
function tellStatus({ resource }: Change, object: KubeObject, previous: KubeObject): Told | undefined {
  if (resource !== 'nodes' && resource !== 'deployments.apps' && resource !== 'jobs.batch') return undefined;
  const before = conditionsOf(previous);
  const turned = conditionsOf(object).find(
    (one) => before.find((other) => other['type'] === one['type'])?.['status'] !== one['status'] && one['type'] !== 'Progressing',
  );
  return turned && { what: 'condition', values: { type: String(turned['type']), status: String(turned['status']) } };
}

function addressesOf(slice: KubeObject): { ready: number; all: number } {
  const endpoints = part(slice, 'endpoints');
  const all = Array.isArray(endpoints) ? endpoints : [];
  return { ready: all.filter((one) => part(one, 'conditions', 'ready') !== false).length, all: all.length };
}

/** Unchanged parts of immutable objects are mostly the same object; where they are not, their text decides. */
const differ = (a: unknown, b: unknown): boolean => a !== b && JSON.stringify(a) !== JSON.stringify(b);
