import type { ResourceQuota } from '../objects.ts';
/** What a namespace may use at most. */
export declare const resourceQuotas: import("../../api/kind.ts").Kind<ResourceQuota>;
