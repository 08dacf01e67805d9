/**
 * The recorder of Events: one object for equal events, counted; many similar ones are combined; a talkative source is cut off.
 * Source of the numbers: client-go's tools/record (EventCorrelator).
 */

import type { Entries } from '../world/entries.ts';
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import { ApiError } from './errors.ts';
import type { EventSource, Operations } from './operations.ts';
import { formatTime, parseTime } from './values/duration.ts';

/** From so many different messages of one kind on, within the interval, they are combined into one Event. */
const MAX_SIMILAR = 10;
const SIMILAR_INTERVAL_MS = 600_000;
/** Events of one source about one object: a burst, then one every five minutes. */
const BURST = 25;
const REFILL_MS = 300_000;
/** Events live an hour after their last change. */
export const EVENT_TTL_MS = 3_600_000;
/** More than this are cleaned up a little later, to half as many: a page is not an etcd. */
const MAX_EVENTS = 12_000;
const CLEAN_UP_MS = 1000;
const REMOVED_AT_ONCE = 100;

/** What is remembered of the Events about one object, by who records them, as `component|host|type`. */
type Sources = Record<string, Source>;

interface Source {
  /** What is left of the burst, as of `at`. */
  left: number;
  at: number;
  readonly reasons: Record<string, Reason>;
}

interface Reason {
  /** Different messages seen lately, the last one then. */
  messages: string[];
  last: number;
  /** The recorded Events by what makes them equal. */
  known: { readonly fieldPath: string; readonly message: string; readonly name: string }[];
  /** Name of the Event for messages that were combined. */
  combined: string | undefined;
}

interface StoredEvent extends KubeObject {
  readonly count?: number;
  readonly lastTimestamp?: string;
  readonly involvedObject?: { readonly uid?: string };
}

/** Records an event about an object; the Event is kept in the object's namespace (`default` for cluster-scoped ones). */
export function recordEvent(
  world: World,
  api: Operations,
  about: KubeObject,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
  given: EventSource,
): void {
  const { metadata } = about;
  const { host = '', fieldPath = '' } = given;
  const ofObject = sourcesOf(world).of(metadata.uid, () => ({}));
  const source = (ofObject[`${given.component}|${host}|${type}`] ??= { left: BURST, at: world.now, reasons: {} });
  const seen = (source.reasons[reason] ??= { messages: [], last: world.now, known: [], combined: undefined });
  const combined = isCombined(seen, message, world.now);
  if (!takeToken(source, world.now)) return;

  const namespace = metadata.namespace ?? 'default';
  const time = formatTime(world.now);
  const text = combined ? `(combined from similar events): ${message}` : message;
  const same = combined ? seen.combined : seen.known.find((one) => one.message === message && one.fieldPath === fieldPath)?.name;
  const stored = same === undefined ? undefined : world.store.get<StoredEvent>('events', namespace, same);
  if (stored) {
    api.update('events', { ...stored, message: text, count: (stored.count ?? 1) + 1, lastTimestamp: time } as StoredEvent);
    return;
  }
  const name = `${metadata.name}.${(BigInt(world.now) * 1_000_000n + BigInt(recorderOf(world).serial++ % 1_000_000)).toString(16)}`;
  if (combined) seen.combined = name;
  else {
    if (same !== undefined) seen.known = seen.known.filter((one) => one.name !== same);
    seen.known.push({ fieldPath, message, name });
  }
  try {
    api.create<KubeObject>('events', {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name, namespace },
      involvedObject: {
        kind: about.kind,
        ...(metadata.namespace && { namespace: metadata.namespace }),
        name: metadata.name,
        uid: metadata.uid,
        apiVersion: about.apiVersion,
        resourceVersion: metadata.resourceVersion,
        ...(fieldPath && { fieldPath }),
      },
      reason,
      message: text,
      source: { component: given.component, ...(host && { host }) },
      firstTimestamp: time,
      lastTimestamp: time,
      count: 1,
      type,
      eventTime: null,
      reportingComponent: given.component,
      reportingInstance: host,
    } as never);
  } catch (error) {
    // A refused Event (its namespace is going away, say) is dropped, as the real recorder drops it.
    if (!(error instanceof ApiError)) throw error;
    return;
  }
  const { timers, store, now } = world;
  const next = timers.at('event-expiry', '');
  const wanted = now + (store.count('events') > MAX_EVENTS ? CLEAN_UP_MS : EVENT_TTL_MS);
  if (next === undefined || next > wanted) timers.set('event-expiry', '', wanted);
}

/** Registers the timers that remove Events: those that are too old, and where there are too many, first those about what is gone. */
export function expireEvents(world: World, api: Operations): void {
  world.timers.on('event-expiry', () => {
    const events = world.store.list<StoredEvent>('events');
    const endOf = (event: StoredEvent): number => parseTime(event.lastTimestamp ?? event.metadata.creationTimestamp) + EVENT_TTL_MS;
    const over = events.filter((event) => endOf(event) <= world.now);
    const kept = events.filter((event) => endOf(event) > world.now);
    if (kept.length > MAX_EVENTS) over.push(...surplus(world, kept));
    if (over.length > 0)
      world.timers.set(
        'event-removal',
        '',
        world.now,
        over.map(({ metadata }) => [metadata.namespace, metadata.name]),
      );
    else forget(world);
    if (kept.length > 0) world.timers.set('event-expiry', '', Math.max(Math.min(...kept.map(endOf)), world.now + 60_000));
  });
  // Some at a time, so that no timer takes long.
  world.timers.on('event-removal', (payload) => {
    const over = payload as readonly (readonly [namespace: string, name: string])[];
    for (const [namespace, name] of over.slice(0, REMOVED_AT_ONCE))
      if (world.store.get('events', namespace, name)) api.delete('events', namespace, name);
    if (over.length > REMOVED_AT_ONCE) world.timers.set('event-removal', '', world.now, over.slice(REMOVED_AT_ONCE));
    else forget(world);
  });
}

/** The Events beyond what is kept after a clean-up: those about objects that are gone, and then the oldest. */
function surplus(world: World, events: readonly StoredEvent[]): StoredEvent[] {
  const living = uidsOf(world);
  const rank = (event: StoredEvent): string =>
    `${living.has(event.involvedObject?.uid ?? '') ? 1 : 0} ${event.lastTimestamp ?? event.metadata.creationTimestamp}`;
  const ranked = events.map((event) => ({ event, rank: rank(event) })).sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  return ranked.slice(0, events.length - MAX_EVENTS / 2).map(({ event }) => event);
}

function uidsOf(world: World): ReadonlySet<string> {
  const uids = new Set<string>();
  for (const resource of world.store.resources())
    if (resource !== 'events') for (const { metadata } of world.store.list(resource)) uids.add(metadata.uid);
  return uids;
}

/** Forgets what makes no difference any more: Events and objects that are gone, messages of long ago, full buckets. */
function forget(world: World): void {
  const sources = sourcesOf(world);
  const events = new Set(world.store.list('events').map((event) => event.metadata.name));
  const living = uidsOf(world);
  for (const uid of [...sources.keys()]) {
    const ofObject = sources.get(uid) as Sources;
    for (const [origin, source] of Object.entries(ofObject)) {
      for (const [name, reason] of Object.entries(source.reasons)) {
        reason.known = reason.known.filter((one) => events.has(one.name));
        if (reason.combined !== undefined && !events.has(reason.combined)) reason.combined = undefined;
        const quiet = !living.has(uid) || world.now - reason.last > SIMILAR_INTERVAL_MS;
        if (quiet && reason.known.length === 0 && reason.combined === undefined) delete source.reasons[name];
      }
      const full = !living.has(uid) || world.now - source.at > BURST * REFILL_MS;
      if (full && isEmpty(source.reasons)) delete ofObject[origin];
    }
    if (isEmpty(ofObject)) sources.delete(uid);
  }
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}

function recorderOf(world: World): { serial: number } {
  return world.slot('event-recorder', () => ({ serial: 0 }));
}

/** By uid of the object. */
function sourcesOf(world: World): Entries<Sources> {
  return world.entries('event-sources');
}

/** Whether the message is one too many of its kind. Notes it. */
function isCombined(reason: Reason, message: string, now: number): boolean {
  if (now - reason.last > SIMILAR_INTERVAL_MS) reason.messages = [];
  reason.last = now;
  if (!reason.messages.includes(message)) reason.messages.push(message);
  if (reason.messages.length < MAX_SIMILAR) return false;
  reason.messages.shift();
  return true;
}

function takeToken(source: Source, now: number): boolean {
  source.left = Math.min(BURST, source.left + (now - source.at) / REFILL_MS);
  source.at = now;
  if (source.left < 1) return false;
  source.left -= 1;
  return true;
}
