import type { Describer, DescribeWriter } from '../describe.ts';
import type { ResourceQuota } from '../objects.ts';
export declare const describeResourceQuota: Describer<ResourceQuota>;
/** The section of a Namespace's description. */
export declare function writeQuotas(w: DescribeWriter, quotas: readonly ResourceQuota[]): void;
