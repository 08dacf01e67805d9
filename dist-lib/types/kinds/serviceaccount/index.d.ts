import type { ServiceAccount } from '../objects.ts';
/** Who a Pod is for the API server. */
export declare const serviceAccounts: import("../../api/kind.ts").Kind<ServiceAccount>;
