/**
 * The recorder of Events: one object for equal events, counted; many similar ones are combined; a talkative source is cut off.
 * Source of the numbers: client-go's tools/record (EventCorrelator).
 */

import type { ObjectReference } from '../kinds/types.gen.ts';
import type { Entries } from '../world/entries.ts';
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import { ApiError } from './errors.ts';
import type { EventSource, Operations } from './operations.ts';
import { formatMicroTime, formatTime, parseTime } from './values/duration.ts';

/** From so many different messages of one kind on, within the interval, they are combined into one Event. */
const MAX_SIMILAR = 10;
const SIMILAR_INTERVAL_MS = 600_000;
/** Events of one source about one object: a burst, then one every five minutes. */
const BURST = 25;
const REFILL_MS = 300_000;
/** Events live an hour after their last change. */
export const EVENT_TTL_MS = 3_600_000;
/** More than this are cleaned up a little later, to so many as are kept: a page is not an etcd. */
const MAX_EVENTS = 8000;
const KEPT_EVENTS = 6000;
const CLEAN_UP_MS = 1000;
const REMOVED_AT_ONCE = 25;

/** What is remembered of the Events about one object, by who records them. It is replaced, never changed in place. */
type Sources = readonly Source[];

interface Source {
  readonly component: string;
  readonly host: string;
  readonly type: string;
  /** What is left of the burst, as of `at`. */
  readonly left: number;
  readonly at: number;
  readonly reasons: readonly Reason[];
}

interface Reason {
  readonly reason: string;
  /** Different messages seen lately, the last one then. */
  readonly messages: Some<string>;
  readonly last: number;
  /** The recorded Events by what makes them equal. */
  readonly known: Some<Known>;
  /** Name of the Event for messages that were combined. */
  readonly combined: string | undefined;
}

interface Known {
  readonly fieldPath: string;
  readonly message: string;
  readonly name: string;
}

/** A list, or the only one in it: of most reasons there is one Event, and thousands are remembered. */
type Some<T> = T | readonly T[];

const listOf = <T extends string | Known>(some: Some<T>): readonly T[] => (Array.isArray(some) ? (some as readonly T[]) : [some as T]);
const some = <T extends string | Known>(list: readonly T[]): Some<T> => (list.length === 1 ? (list[0] as T) : list);

interface StoredEvent extends KubeObject {
  readonly count?: number;
  readonly lastTimestamp?: string | null;
  readonly series?: { readonly count: number; readonly lastObservedTime: string };
  readonly involvedObject?: { readonly uid?: string };
}

interface NewEvent {
  readonly apiVersion: 'v1';
  readonly kind: 'Event';
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly involvedObject: ObjectReference;
  readonly reason: string;
  readonly message: string;
  readonly source: { readonly component?: string; readonly host?: string };
  readonly firstTimestamp: string | null;
  readonly lastTimestamp: string | null;
  readonly eventTime: string | null;
  readonly type: string;
  readonly reportingComponent: string;
  readonly reportingInstance: string;
  readonly action?: string;
  readonly count?: number;
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
  const { uid, name: aboutName, namespace = 'default', resourceVersion } = about.metadata;
  const { component, host = '', action } = given;
  // By events.k8s.io Events are equal that are about the same version of an object, and none is combined or cut off.
  const fieldPath = action ? resourceVersion : (given.fieldPath ?? '');
  const { now } = world;
  const all = sourcesOf(world);
  const sources = all.get(uid) ?? [];
  const source = sourceOf(sources, component, host, type);
  const seen = source && reasonOf(source, reason);
  const messages = messagesWith(seen, message, now);
  const isCombined = !action && messages.length >= MAX_SIMILAR;
  const left = source ? Math.min(BURST, source.left + (now - source.at) / REFILL_MS) : BURST;
  const isCutOff = !action && left < 1;
  let known = seen ? listOf(seen.known) : [];
  let combined = seen?.combined;
  const same = isCombined ? combined : knownOf(known, message, fieldPath)?.name;
  const stored = same === undefined || isCutOff ? undefined : world.store.get<StoredEvent>('events', namespace, same);
  let name = '';
  if (!isCutOff && !stored) {
    name = `${aboutName}.${nanoseconds(now, recorderOf(world).serial++ % 1_000_000)}`;
    if (isCombined) combined = name;
    else known = added(same === undefined ? known : without(known, same), { fieldPath, message, name });
  }
  const messagesNow = isCombined ? messages.slice(1) : messages;
  const reasonNow: Reason = { reason, messages: some(messagesNow), last: now, known: some(known), combined };
  const reasons = replaced(source?.reasons ?? [], seen, reasonNow);
  all.set(uid, replaced(sources, source, { component, host, type, left: isCutOff ? left : left - 1, at: now, reasons }));
  if (isCutOff) return;

  const time = formatTime(now);
  const text = isCombined ? `(combined from similar events): ${message}` : message;
  if (stored && action) {
    const series = { count: (stored.series?.count ?? 1) + 1, lastObservedTime: formatMicroTime(now) };
    api.update('events', { ...stored, series } as StoredEvent);
    return;
  }
  if (stored) {
    api.update('events', { ...stored, message: text, count: (stored.count ?? 1) + 1, lastTimestamp: time } as StoredEvent);
    return;
  }
  const metadata = { name, namespace };
  const involvedObject = referenceTo(about, given.fieldPath);
  const event: NewEvent = action
    ? {
        apiVersion: 'v1',
        kind: 'Event',
        metadata,
        involvedObject,
        reason,
        message: text,
        source: {},
        firstTimestamp: null,
        lastTimestamp: null,
        eventTime: formatMicroTime(now),
        type,
        reportingComponent: component,
        reportingInstance: host,
        action,
      }
    : {
        apiVersion: 'v1',
        kind: 'Event',
        metadata,
        involvedObject,
        reason,
        message: text,
        source: host ? { component, host } : { component },
        firstTimestamp: time,
        lastTimestamp: time,
        eventTime: null,
        type,
        reportingComponent: component,
        reportingInstance: host,
        count: 1,
      };
  try {
    api.create<KubeObject>('events', event as never);
  } catch (error) {
    // A refused Event (its namespace is going away, say) is dropped, as the real recorder drops it.
    if (!(error instanceof ApiError)) throw error;
    return;
  }
  const { timers, store } = world;
  const next = timers.at('event-expiry', '');
  const wanted = now + (store.count('events') > MAX_EVENTS ? CLEAN_UP_MS : EVENT_TTL_MS);
  if (next === undefined || next > wanted) timers.set('event-expiry', '', wanted);
}

// Loops and no functions that a search would be given: five Events a Pod are looked for here.

function sourceOf(sources: Sources, component: string, host: string, type: string): Source | undefined {
  for (const one of sources) if (one.component === component && one.host === host && one.type === type) return one;
  return undefined;
}

function reasonOf({ reasons }: Source, reason: string): Reason | undefined {
  for (const one of reasons) if (one.reason === reason) return one;
  return undefined;
}

function knownOf(all: readonly Known[], message: string, fieldPath: string): Known | undefined {
  for (const one of all) if (one.message === message && one.fieldPath === fieldPath) return one;
  return undefined;
}

const without = (all: readonly Known[], name: string): readonly Known[] => all.filter((one) => one.name !== name);

function referenceTo({ kind, apiVersion, metadata }: KubeObject, fieldPath: string | undefined): ObjectReference {
  const { name, uid, resourceVersion, namespace } = metadata;
  if (namespace && fieldPath) return { kind, name, uid, apiVersion, resourceVersion, namespace, fieldPath };
  return { kind, name, uid, apiVersion, resourceVersion, ...(namespace && { namespace }), ...(fieldPath && { fieldPath }) };
}

/** Registers the timers that remove Events: those that are too old, and where there are too many, first those about what is gone. */
export function expireEvents(world: World, api: Operations): void {
  world.timers.on('event-expiry', () => {
    const timeOf = lastTimes();
    const [over, kept]: [Aged[], Aged[]] = [[], []];
    let oldest = Number.POSITIVE_INFINITY;
    for (const event of world.store.unordered<StoredEvent>('events')) {
      const time = timeOf(event);
      const isOver = time + EVENT_TTL_MS <= world.now;
      (isOver ? over : kept).push({ event, age: Number(event.metadata.resourceVersion) });
      if (!isOver && time < oldest) oldest = time;
    }
    over.sort(byAge);
    if (kept.length > MAX_EVENTS) over.push(...surplus(world, kept));
    if (over.length > 0)
      world.timers.set(
        'event-removal',
        '',
        world.now,
        over.map(({ event: { metadata } }) => [metadata.namespace, metadata.name]),
      );
    else forget(world);
    if (kept.length > 0) world.timers.set('event-expiry', '', Math.max(oldest + EVENT_TTL_MS, world.now + 60_000));
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
function surplus(world: World, events: readonly Aged[]): Aged[] {
  const living = uidsOf(world);
  const [gone, others]: [Aged[], Aged[]] = [[], []];
  for (const one of events) (living.has(one.event.involvedObject?.uid ?? '') ? others : gone).push(one);
  const many = events.length - KEPT_EVENTS;
  gone.sort(byAge);
  return gone.length >= many ? gone.slice(0, many) : gone.concat(others.sort(byAge).slice(0, many - gone.length));
}

/** An Event with the number of its last change: of thousands it is read once. */
interface Aged {
  readonly event: StoredEvent;
  readonly age: number;
}

/** The longest unchanged first. */
const byAge = (a: Aged, b: Aged): number => a.age - b.age;

/** When an Event was last seen, ms. Many were in the same second, whose text is read once. */
function lastTimes(): (event: StoredEvent) => number {
  const read = new Map<string, number>();
  return ({ lastTimestamp, series, metadata }) => {
    const text = lastTimestamp ?? series?.lastObservedTime ?? metadata.creationTimestamp;
    let time = read.get(text);
    if (time === undefined) read.set(text, (time = parseTime(text)));
    return time;
  };
}

function uidsOf(world: World): ReadonlySet<string> {
  const uids = new Set<string>();
  for (const resource of world.store.resources())
    if (resource !== 'events') for (const { metadata } of world.store.unordered(resource)) uids.add(metadata.uid);
  return uids;
}

/** Forgets what makes no difference any more: Events and objects that are gone, messages of long ago, full buckets. */
function forget(world: World): void {
  const sources = sourcesOf(world);
  const events = new Set(world.store.unordered('events').map((event) => event.metadata.name));
  const living = uidsOf(world);
  const hasEvent = ({ known, combined }: Reason): boolean =>
    listOf(known).some(({ name }) => events.has(name)) || (combined !== undefined && events.has(combined));
  for (const uid of [...sources.keys()]) {
    const before = sources.get(uid) as Sources;
    const isGone = !living.has(uid);
    if (!isGone && before.every(({ at }) => world.now - at <= SIMILAR_INTERVAL_MS)) continue; // all of it still matters
    if (isGone && !before.some(({ reasons }) => reasons.some(hasEvent))) {
      sources.delete(uid);
      continue;
    }
    const reasonLeft = (reason: Reason): Reason[] => {
      const all = listOf(reason.known);
      const known = left(all, (one) => (events.has(one.name) ? [one] : []));
      const combined = reason.combined !== undefined && events.has(reason.combined) ? reason.combined : undefined;
      const isQuiet = isGone || world.now - reason.last > SIMILAR_INTERVAL_MS;
      if (isQuiet && known.length === 0 && combined === undefined) return [];
      return [known === all && combined === reason.combined ? reason : { ...reason, known: some(known), combined }];
    };
    const sourceLeft = (source: Source): Source[] => {
      const reasons = left(source.reasons, reasonLeft);
      const isFull = isGone || world.now - source.at > BURST * REFILL_MS;
      if (isFull && reasons.length === 0) return [];
      return [reasons === source.reasons ? source : { ...source, reasons }];
    };
    const after = left(before, sourceLeft);
    if (after.length === 0) sources.delete(uid);
    else if (after !== before) sources.set(uid, after);
  }
}

/** What is left of a list; the same list where all is. */
function left<T>(list: readonly T[], of: (one: T) => T[]): readonly T[] {
  const after = list.flatMap(of);
  return after.length === list.length && after.every((one, at) => one === list[at]) ? list : after;
}

/** What names of Events end with: the nanoseconds of a time (ms) and some, in hexadecimal. Many Events are of one time. */
function nanoseconds(now: number, more: number): string {
  if (moment.now !== now) {
    const whole = BigInt(now) * 1_000_000n;
    moment = { now, high: Number(whole >> 32n), low: Number(whole & 0xffff_ffffn) };
  }
  const low = moment.low + more;
  const high = low < WORD ? moment.high : moment.high + 1;
  return high.toString(16) + (low % WORD).toString(16).padStart(8, '0');
}

const WORD = 2 ** 32;
let moment = { now: Number.NaN, high: 0, low: 0 };

function recorderOf(world: World): { serial: number } {
  return world.slot('event-recorder', () => ({ serial: 0 }));
}

/** By uid of the object. */
function sourcesOf(world: World): Entries<Sources> {
  return world.entries('event-memory', { fixed: true });
}

/** The different messages of one kind seen lately, with this one. */
function messagesWith(seen: Reason | undefined, message: string, now: number): readonly string[] {
  if (!seen || now - seen.last > SIMILAR_INTERVAL_MS) return [message];
  const messages = listOf(seen.messages);
  return messages.includes(message) ? messages : added(messages, message);
}

/** The list with one more, in no more room than that takes: many are kept. */
function added<T>(list: readonly T[], one: T): readonly T[] {
  return list.length === 0 ? [one] : list.concat([one]);
}

/** The list with `next` in the place of `before`, or at the end where there was none. */
function replaced<T>(list: readonly T[], before: T | undefined, next: T): readonly T[] {
  return before === undefined ? added(list, next) : list.map((one) => (one === before ? next : one));
}
