import { type Describer, type DescribeWriter } from '../describe.ts';
import type { Job } from '../objects.ts';
import type { JobSpec } from '../types.gen.ts';
export declare const describeJob: Describer<Job>;
/** What a CronJob says of the Jobs that it will make. */
export declare function writeJobTemplate(w: DescribeWriter, spec: JobSpec | undefined): void;
