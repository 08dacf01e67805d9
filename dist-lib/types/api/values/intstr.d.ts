export type IntOrString = number | string;
export declare class IntOrStringError extends Error {
}
/** The whole number meant by `value`; a percentage is taken of `total` and rounded up or down. */
export declare function scaledValue(value: IntOrString, total: number, roundUp: boolean): number;
/**
 * How far a rolling update may go beyond and below `desired` Pods: [maxSurge, maxUnavailable].
 * Surge is rounded up and unavailability down; when both are 0, one Pod may be unavailable, or nothing could move.
 */
export declare function resolveFenceposts(maxSurge: IntOrString | undefined, maxUnavailable: IntOrString | undefined, desired: number): [maxSurge: number, maxUnavailable: number];
