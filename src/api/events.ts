/**
 * The recorder of Events: one object for equal events, counted; many similar ones are combined; a talkative source is cut off.
 * Source of the numbers: client-go's tools/record (EventCorrelator).
 */
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

interface Recorder {
  /** Names of the recorded Events by everything that makes them equal. */
  names: Record<string, string>;
  /** Messages seen of one kind, since when. */
  similar: Record<string, { messages: string[]; last: number }>;
  /** What is left of the burst, as of when. */
  tokens: Record<string, { left: number; at: number }>;
  serial: number;
}

interface StoredEvent extends KubeObject {
  readonly count?: number;
  readonly lastTimestamp?: string;
}

/** Records an event about an object; the Event is kept in the object's namespace (`default` for cluster-scoped ones). */
export function recordEvent(
  world: World,
  api: Operations,
  about: KubeObject,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
  source: EventSource,
): void {
  const recorder = recorderOf(world);
  const { metadata } = about;
  const origin = `${source.component}|${source.host ?? ''}|${metadata.uid}|${type}`;
  const kind = `${origin}|${reason}`;
  const text = combined(recorder, kind, message, world.now);
  const key = text.combined ? kind : `${kind}|${source.fieldPath ?? ''}|${message}`;
  if (!takeToken(recorder, origin, world.now)) return;

  const namespace = metadata.namespace ?? 'default';
  const time = formatTime(world.now);
  const known = recorder.names[key];
  const stored = known === undefined ? undefined : world.store.get<StoredEvent>('events', namespace, known);
  if (stored) {
    api.update('events', { ...stored, message: text.message, count: (stored.count ?? 1) + 1, lastTimestamp: time } as StoredEvent);
    return;
  }
  const name = `${metadata.name}.${(BigInt(world.now) * 1_000_000n + BigInt(recorder.serial++ % 1_000_000)).toString(16)}`;
  recorder.names[key] = name;
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
        ...(source.fieldPath && { fieldPath: source.fieldPath }),
      },
      reason,
      message: text.message,
      source: { component: source.component, ...(source.host && { host: source.host }) },
      firstTimestamp: time,
      lastTimestamp: time,
      count: 1,
      type,
      eventTime: null,
      reportingComponent: source.component,
      reportingInstance: source.host ?? '',
    } as never);
  } catch (error) {
    // A refused Event (its namespace is going away, say) is dropped, as the real recorder drops it.
    if (!(error instanceof ApiError)) throw error;
    return;
  }
  if (world.timers.at('event-expiry', '') === undefined) world.timers.set('event-expiry', '', world.now + EVENT_TTL_MS);
}

/** Registers the timer that removes old Events. */
export function expireEvents(world: World, api: Operations): void {
  world.timers.on('event-expiry', () => {
    let next = Number.POSITIVE_INFINITY;
    for (const event of world.store.list<StoredEvent>('events')) {
      const end = parseTime(event.lastTimestamp ?? event.metadata.creationTimestamp) + EVENT_TTL_MS;
      if (end <= world.now) api.delete('events', event.metadata.namespace ?? '', event.metadata.name);
      else next = Math.min(next, end);
    }
    const recorder = recorderOf(world);
    for (const [key, { last }] of Object.entries(recorder.similar))
      if (world.now - last > SIMILAR_INTERVAL_MS) delete recorder.similar[key];
    for (const [key, { at }] of Object.entries(recorder.tokens)) if (world.now - at > BURST * REFILL_MS) delete recorder.tokens[key];
    const living = new Set(world.store.list('events').map((event) => event.metadata.name));
    for (const [key, name] of Object.entries(recorder.names)) if (!living.has(name)) delete recorder.names[key];
    if (Number.isFinite(next)) world.timers.set('event-expiry', '', Math.max(next, world.now + 60_000));
  });
}

function recorderOf(world: World): Recorder {
  return world.slot<Recorder>('event-recorder', () => ({ names: {}, similar: {}, tokens: {}, serial: 0 }));
}

function combined(recorder: Recorder, kind: string, message: string, now: number): { message: string; combined: boolean } {
  const known = recorder.similar[kind];
  const seen = known && now - known.last <= SIMILAR_INTERVAL_MS ? known : { messages: [], last: now };
  recorder.similar[kind] = seen;
  seen.last = now;
  if (!seen.messages.includes(message)) seen.messages.push(message);
  if (seen.messages.length < MAX_SIMILAR) return { message, combined: false };
  seen.messages.shift();
  return { message: `(combined from similar events): ${message}`, combined: true };
}

function takeToken(recorder: Recorder, origin: string, now: number): boolean {
  const bucket = recorder.tokens[origin] ?? { left: BURST, at: now };
  bucket.left = Math.min(BURST, bucket.left + (now - bucket.at) / REFILL_MS);
  bucket.at = now;
  recorder.tokens[origin] = bucket;
  if (bucket.left < 1) return false;
  bucket.left -= 1;
  return true;
}
