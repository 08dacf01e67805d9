import type { Deployment } from '../objects.ts';
/** Rolls a template out over ReplicaSets. */
export declare const deployments: import("../../api/kind.ts").Kind<Deployment>;
