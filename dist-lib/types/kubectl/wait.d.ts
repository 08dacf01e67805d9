/** Waiting for an object to become something: shared by wait, delete and rollout status. */
import type { WatchEvent } from '../api/types.ts';
import type { Sys } from '../kernel/types.ts';
import { TIMED_OUT } from './alarm.ts';
import type { Invocation } from './invocation.ts';
import { type JsonObject } from './json.ts';
import type { ResourceInfo } from './resource/builder.ts';
/** What a state of the object means: done (a value), or undefined: wait on. May throw to give up. `undefined` object: it does not exist. */
export type Judge<T> = (object: JsonObject | undefined, event: WatchEvent['type'] | 'START') => Sys<T | undefined>;
/**
 * Looks at the object now and at every change until `judge` is content.
 * `deadline`: virtual ms since the epoch; Infinity for none. Gives TIMED_OUT when it passes.
 */
export declare function watchUntil<T>(invocation: Invocation, info: ResourceInfo, deadline: number, judge: Judge<T>): Sys<T | typeof TIMED_OUT>;
/** Waits until the object is gone, or another of its name has taken its place. False when the deadline passes. */
export declare function waitDeleted(invocation: Invocation, info: ResourceInfo, uid: string | undefined, deadline: number): Sys<boolean>;
