import type { HorizontalPodAutoscaler } from '../objects.ts';
/** Replicas by load. */
export declare const horizontalPodAutoscalers: import("../../api/kind.ts").Kind<HorizontalPodAutoscaler>;
