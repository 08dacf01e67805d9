// Numbers that may be written as a percentage (k8s.io/apimachinery/pkg/util/intstr).

export type IntOrString = number | string;

export class IntOrStringError extends Error {}

/** The whole number meant by `value`; a percentage is taken of `total` and rounded up or down. */
export function scaledValue(value: IntOrString, total: number, roundUp: boolean): number {
  if (typeof value === 'number') return value;
  if (!value.endsWith('%')) throw new IntOrStringError('invalid value for IntOrString: invalid type: string is not a percentage');
  const digits = value.slice(0, -1);
  if (!/^[+-]?\d+$/.test(digits)) {
    const reason = `strconv.Atoi: parsing ${JSON.stringify(digits)}: invalid syntax`;
    throw new IntOrStringError(`invalid value for IntOrString: invalid value ${JSON.stringify(value)}: ${reason}`);
  }
  const share = (Number(digits) * total) / 100;
  return roundUp ? Math.ceil(share) : Math.floor(share);
}

/**
 * How far a rolling update may go beyond and below `desired` Pods: [maxSurge, maxUnavailable].
 * Surge is rounded up and unavailability down; when both are 0, one Pod may be unavailable, or nothing could move.
 */
export function resolveFenceposts(
  maxSurge: IntOrString | undefined,
  maxUnavailable: IntOrString | undefined,
  desired: number,
): [maxSurge: number, maxUnavailable: number] {
  const surge = scaledValue(maxSurge ?? 0, desired, true);
  const unavailable = scaledValue(maxUnavailable ?? 0, desired, false);
  return [surge, surge === 0 && unavailable === 0 ? 1 : unavailable];
}
