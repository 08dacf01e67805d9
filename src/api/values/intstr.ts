// Signatures first; bodies follow.
export type IntOrString = number | string;
export class IntOrStringError extends Error {}
/** Whole number meant by `value`; a percentage is taken of `total`. */
export function scaledValue(value: IntOrString, total: number, roundUp: boolean): number { throw new IntOrStringError(`${value}${total}${roundUp}`); }
/** [maxSurge, maxUnavailable] in Pods: surge rounds up, unavailable down, and not both 0. */
export function resolveFenceposts(maxSurge: IntOrString | undefined, maxUnavailable: IntOrString | undefined, desired: number): [number, number] { throw new IntOrStringError(`${maxSurge}${maxUnavailable}${desired}`); }
