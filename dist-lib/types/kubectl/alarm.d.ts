import type { Process, Sys } from '../kernel/types.ts';
export declare const TIMED_OUT: unique symbol;
/** Runs `body`; gives TIMED_OUT when it is still blocked after `ms` of virtual time. Infinity: no limit. */
export declare function withTimeout<T>(process: Process, ms: number, body: () => Sys<T>): Sys<T | typeof TIMED_OUT>;
