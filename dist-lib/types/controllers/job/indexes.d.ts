/** Completion indexes of an Indexed Job: which Pod has which, sets of them as text (`0-2,5`). */
import type { Job, Pod } from '../../kinds/objects.ts';
import type { PodTemplateSpec } from '../../kinds/types.gen.ts';
export declare const FAILURE_COUNT = "batch.kubernetes.io/job-index-failure-count";
export declare const IGNORED_FAILURE_COUNT = "batch.kubernetes.io/job-index-ignored-failure-count";
export declare function isIndexed(job: Job): boolean;
/** The Pod's index; undefined when it has none below the Job's completions. */
export declare function indexOf(pod: Pod, completions: number): number | undefined;
/** `0-2,5` for 0, 1, 2, 5. */
export declare function formatIndexes(indexes: ReadonlySet<number>): string;
export declare function parseIndexes(text: string | undefined): Set<number>;
/** The lowest indexes that neither are done nor have a Pod at work, at most `count`. */
export declare function firstPending(taken: ReadonlySet<number>, count: number, completions: number): number[];
/** The template of an index's Pod: hostname, label, annotation and environment name the index. */
export declare function templateOfIndex(job: Job, template: PodTemplateSpec, index: number, more?: Record<string, string>): PodTemplateSpec;
