import type { NetworkPolicy } from '../objects.ts';
/** Who may talk to the selected Pods, and to whom they may. */
export declare const networkPolicies: import("../../api/kind.ts").Kind<NetworkPolicy>;
