/** Rules for priority levels (source: pkg/apis/flowcontrol/validation, ValidatePriorityLevelConfiguration). */
import { type FieldError, forbidden, invalid, notSupported, required } from '../../api/field-errors.ts';
import type { Stored } from '../objects.ts';
import type { LimitedPriorityLevelConfiguration, LimitResponse, PriorityLevelConfiguration, QueuingConfiguration } from '../types.gen.ts';

const TYPES = ['Exempt', 'Limited'];
const RESPONSES = ['Queue', 'Reject'];
const MAX_QUEUES = 10_000_000;
/** Bits of the hash that deals the hands of queues. */
const HASH_BITS = 60;

export function validatePriorityLevel({ metadata, spec }: Stored<PriorityLevelConfiguration>): FieldError[] {
  const { type, exempt, limited } = spec;
  const errors: FieldError[] = [];
  if ((metadata.name === 'exempt') !== (type === 'Exempt'))
    errors.push(invalid('spec.type', type, "type must be 'Exempt' if and only if name is 'exempt'"));
  if (type === 'Exempt') {
    if (limited) errors.push(forbidden('spec.limited', 'must be nil if the type is not Limited'));
    errors.push(...validateShares(exempt?.nominalConcurrencyShares ?? 0, 'spec.exempt'));
    return [...errors, ...validateLent(exempt?.lendablePercent ?? 0, 'spec.exempt')];
  }
  if (type !== 'Limited') return [...errors, notSupported('spec.type', type, TYPES)];
  if (exempt) errors.push(forbidden('spec.exempt', 'must be nil if the type is Limited'));
  return [...errors, ...(limited ? validateLimited(limited) : [required('spec.limited', 'must not be empty when type is Limited')])];
}

function validateLimited({ nominalConcurrencyShares = 0, ...limited }: LimitedPriorityLevelConfiguration): FieldError[] {
  const at = 'spec.limited';
  const { limitResponse = { type: '' }, lendablePercent = 0, borrowingLimitPercent: borrowed = 0 } = limited;
  return [
    ...validateShares(nominalConcurrencyShares, at),
    ...validateResponse(limitResponse, `${at}.limitResponse`),
    ...validateLent(lendablePercent, at),
    ...(borrowed < 0 ? [invalid(`${at}.borrowingLimitPercent`, borrowed, 'if specified, must be a non-negative integer')] : []),
  ];
}

const validateShares = (shares: number, at: string): FieldError[] =>
  shares < 0 ? [invalid(`${at}.nominalConcurrencyShares`, shares, 'must be a non-negative integer')] : [];

const validateLent = (percent: number, at: string): FieldError[] =>
  percent < 0 || percent > 100 ? [invalid(`${at}.lendablePercent`, percent, 'must be between 0 and 100, inclusive')] : [];

function validateResponse({ type, queuing }: LimitResponse, at: string): FieldError[] {
  if (!RESPONSES.includes(type)) return [notSupported(`${at}.type`, type, RESPONSES)];
  if (type === 'Reject') return queuing ? [forbidden(`${at}.queuing`, 'must be nil if limited.limitResponse.type is not Limited')] : [];
  if (!queuing) return [required(`${at}.queuing`, 'must not be empty if limited.limitResponse.type is Limited')];
  return validateQueuing(queuing, `${at}.queuing`);
}

function validateQueuing({ queues = 0, handSize = 0, queueLengthLimit = 0 }: QueuingConfiguration, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (queueLengthLimit <= 0) errors.push(invalid(`${at}.queueLengthLimit`, queueLengthLimit, 'must be positive'));
  if (queues <= 0) errors.push(invalid(`${at}.queues`, queues, 'must be positive'));
  else if (queues > MAX_QUEUES) errors.push(invalid(`${at}.queues`, queues, `must not be greater than ${MAX_QUEUES}`));
  const hand = `${at}.handSize`;
  if (handSize <= 0) errors.push(invalid(hand, handSize, 'must be positive'));
  else if (handSize > queues) errors.push(invalid(hand, handSize, `should not be greater than queues (${queues})`));
  else if (Math.ceil(Math.log2(queues) * handSize) > HASH_BITS) {
    const of = `deckSize ${queues} and handSize ${handSize}`;
    errors.push(invalid(hand, handSize, `required entropy bits of ${of} should not be greater than ${HASH_BITS}`));
  }
  return errors;
}
