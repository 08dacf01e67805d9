/**
 * The recorder of Events: one object for equal events, counted; many similar ones are combined; a talkative source is cut off.
 * Source of the numbers: client-go's tools/record (EventCorrelator).
 */
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { EventSource, Operations } from './operations.ts';
/** Events live an hour after their last change. */
export declare const EVENT_TTL_MS = 3600000;
/** Records an event about an object; the Event is kept in the object's namespace (`default` for cluster-scoped ones). */
export declare function recordEvent(world: World, api: Operations, about: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string, given: EventSource): void;
/** Registers the timer that removes old Events. */
export declare function expireEvents(world: World, api: Operations): void;
