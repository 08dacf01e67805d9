import type { Lease } from '../objects.ts';
/** Who holds something, and until when: heartbeats of nodes, leaders of controllers. */
export declare const leases: import("../../api/kind.ts").Kind<Lease>;
