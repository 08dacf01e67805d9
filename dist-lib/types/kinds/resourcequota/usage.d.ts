/** What objects cost, by the names that quotas use (source: the docs "Resource Quotas", and pkg/quota/v1/evaluator). */
import type { Kind } from '../../api/kind.ts';
import { type Quantity } from '../../api/values/quantity.ts';
import type { KubeObject } from '../../world/object.ts';
import type { Pod, ResourceQuota } from '../objects.ts';
/** Amounts by resource name. */
export type Usage = Readonly<Record<string, Quantity>>;
type List = Readonly<Record<string, string | number>> | undefined;
/** Everything that an object uses. */
export declare function usageOf({ plural, group }: Pick<Kind, 'plural' | 'group'>, object: KubeObject): Usage;
export declare function isOver({ status }: Pod): boolean;
/** Compute resources that a quota has and that each container of a Pod must therefore name: `limits.cpu for: web`. */
export declare function unnamed(quota: ResourceQuota, { spec }: Pod): string;
export declare function hardOf({ spec }: ResourceQuota): Readonly<Record<string, string | number>>;
/** Whether the scopes of a quota take in an object; they are about Pods only. */
export declare function inScope({ spec }: ResourceQuota, { plural, group }: Pick<Kind, 'plural' | 'group'>, object: KubeObject): boolean;
/** The part of a usage that a quota limits. */
export declare function limited(quota: ResourceQuota, usage: Usage): Usage;
export declare function addUsage(a: Usage, b: Usage): Usage;
/** What `now` has more than `before`. */
export declare function growth(now: Usage, before: Usage): Usage;
export declare function parseUsage(list: List): Usage;
export declare function formatUsage(usage: Usage): Record<string, string>;
export {};
