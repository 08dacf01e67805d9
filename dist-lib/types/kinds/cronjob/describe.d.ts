import { type Describer } from '../describe.ts';
import type { CronJob } from '../objects.ts';
export declare const describeCronJob: Describer<CronJob>;
