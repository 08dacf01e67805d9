import type { Process, Sys } from '../kernel/types.ts';
/** The program `kubectl`. Ends with the exit code of the real one. */
export declare function kubectl(process: Process): Sys<number>;
