import type { Event } from '../objects.ts';
/** Something that happened to an object. */
export declare const events: import("../../api/kind.ts").Kind<Event>;
