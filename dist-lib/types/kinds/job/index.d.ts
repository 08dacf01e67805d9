import type { Job } from '../objects.ts';
/** Pods that run to their end. */
export declare const jobs: import("../../api/kind.ts").Kind<Job>;
