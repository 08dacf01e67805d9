import type { CronJob } from '../objects.ts';
/** Jobs on a schedule. */
export declare const cronJobs: import("../../api/kind.ts").Kind<CronJob>;
