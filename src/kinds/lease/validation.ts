/** Rules for leases. */
import { type FieldError, invalid } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import type { Lease } from '../objects.ts';

function validate({ spec: { leaseDurationSeconds: seconds, leaseTransitions: times } }: Lease): FieldError[] {
  const errors: FieldError[] = [];
  if (seconds !== undefined && seconds <= 0) errors.push(invalid('spec.leaseDurationSeconds', seconds, 'must be greater than 0'));
  if (times !== undefined && times < 0) errors.push(invalid('spec.leaseTransitions', times, 'must be greater than or equal to 0'));
  return errors;
}

export const leaseRules: Rules<Lease> = { validate };
