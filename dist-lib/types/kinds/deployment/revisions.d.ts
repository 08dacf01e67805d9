import type { Deployment, ReplicaSet } from '../objects.ts';
import type { PodTemplateSpec } from '../types.gen.ts';
/** True when two Pod templates are equal but for the hash label. */
export declare function sameTemplate(a: PodTemplateSpec | undefined, b: PodTemplateSpec | undefined): boolean;
/** The ReplicaSets that a Deployment controls, oldest first. */
export declare function ownReplicaSets({ metadata }: Deployment, all: readonly ReplicaSet[]): ReplicaSet[];
