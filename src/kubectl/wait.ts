/** Waiting for an object to become something: shared by wait, delete and rollout status. */
import type { WatchEvent } from '../api/types.ts';
import { now, receive } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { TIMED_OUT, withTimeout } from './alarm.ts';
import { CommandError, isNotFound } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { type JsonObject, metadataOf, textOf } from './json.ts';
import type { ResourceInfo } from './resource/builder.ts';
import { pathOf } from './resource/mapper.ts';

/** What a state of the object means: done (a value), or undefined: wait on. May throw to give up. `undefined` object: it does not exist. */
export type Judge<T> = (object: JsonObject | undefined, event: WatchEvent['type'] | 'START') => Sys<T | undefined>;

/**
 * Looks at the object now and at every change until `judge` is content.
 * `deadline`: virtual ms since the epoch; Infinity for none. Gives TIMED_OUT when it passes.
 */
export function* watchUntil<T>(invocation: Invocation, info: ResourceInfo, deadline: number, judge: Judge<T>): Sys<T | typeof TIMED_OUT> {
  const client = yield* invocation.client();
  const collection = pathOf(info.mapping, info.namespace);
  const list = yield* client.get(collection, { fieldSelector: `metadata.name=${info.name}` });
  const [found] = (list['items'] ?? []) as JsonObject[];
  const atOnce = yield* judge(found && { apiVersion: '', kind: info.mapping.kind, ...found }, 'START');
  if (atOnce !== undefined) return atOnce;
  const remaining = deadline - (yield* now());
  if (remaining <= 0) return TIMED_OUT;
  const query = { fieldSelector: `metadata.name=${info.name}`, resourceVersion: textOf(metadataOf(list).resourceVersion) };
  const events = yield* client.watch(collection, query);
  try {
    return yield* withTimeout(invocation.process, remaining, function* () {
      for (;;) {
        const event = yield* receive<WatchEvent>(events);
        if (event === null) throw new CommandError('watch closed before UntilWithoutRetry timeout');
        if (event.type === 'BOOKMARK') continue;
        if (event.type === 'ERROR') throw new CommandError(textOf((event.object as JsonObject)['message']));
        const result = yield* judge(event.object as unknown as JsonObject, event.type);
        if (result !== undefined) return result;
      }
    });
  } finally {
    events.cancel();
  }
}

/** Waits until the object is gone, or another of its name has taken its place. False when the deadline passes. */
export function* waitDeleted(invocation: Invocation, info: ResourceInfo, uid: string | undefined, deadline: number): Sys<boolean> {
  try {
    // biome-ignore lint/correctness/useYield: one of several that are generators
    const result = yield* watchUntil(invocation, info, deadline, function* (object, event) {
      if (object === undefined || event === 'DELETED') return true;
      return uid !== undefined && metadataOf(object).uid !== uid ? true : undefined;
    });
    return result !== TIMED_OUT;
  } catch (error) {
    if (isNotFound(error)) return true;
    throw error;
  }
}
