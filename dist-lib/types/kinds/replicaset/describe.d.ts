import type { Sys } from '../../kernel/types.ts';
import { type DescribeContext, type Describer } from '../describe.ts';
import type { ReplicaSet } from '../objects.ts';
import type { LabelSelector } from '../types.gen.ts';
export declare const describeReplicaSet: Describer<ReplicaSet>;
/** How the Pods of a controller are doing: `1 Running / 0 Waiting / 0 Succeeded / 0 Failed`. */
export declare function podsStatus(context: DescribeContext, { metadata }: Pick<ReplicaSet, 'metadata'>, selector: LabelSelector | undefined): Sys<string>;
