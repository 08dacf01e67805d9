/** Rules for conditions as newer kinds have them (source: apimachinery's meta/v1/validation, ValidateConditions). */
import { duplicate, type FieldError, invalid, notSupported, required, tooLong } from '../api/field-errors.ts';
import { byteLength, isQualifiedName, regexError } from '../api/values/names.ts';
import type { Condition } from './types.gen.ts';

const STATUSES = ['False', 'True', 'Unknown'];
const REASON = '[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?';
const REASON_WORDS =
  "a condition reason must start with alphabetic character, optionally followed by a string of alphanumeric characters or '_,:', and must end with an alphanumeric character or '_'";
const REASON_EXAMPLES = ['my_name', 'MY_NAME', 'MyName', 'ReasonA,ReasonB', 'ReasonA:ReasonB'];
const MAX_REASON = 1024;
const MAX_MESSAGE = 32 * 1024;

export function validateConditions(conditions: readonly Partial<Condition>[], at: string): FieldError[] {
  const seen = new Set<string>();
  return conditions.flatMap((condition, index) => {
    const { type = '' } = condition;
    const errors = seen.has(type) ? [duplicate(`${at}[${index}]`, type)] : [];
    seen.add(type);
    return [...errors, ...validateCondition(condition, `${at}[${index}]`)];
  });
}

function validateCondition(condition: Partial<Condition>, at: string): FieldError[] {
  const { type = '', status = '', observedGeneration = 0, lastTransitionTime, reason = '', message = '' } = condition;
  const errors: FieldError[] =
    type === '' ? [required(`${at}.type`, 'is required')] : isQualifiedName(type).map((why) => invalid(`${at}.type`, type, why));
  if (status === '') errors.push(required(`${at}.status`));
  else if (!STATUSES.includes(status)) errors.push(notSupported(`${at}.status`, status, STATUSES));
  if (observedGeneration < 0) errors.push(invalid(`${at}.observedGeneration`, observedGeneration, 'must be greater than or equal to zero'));
  if (!lastTransitionTime) errors.push(required(`${at}.lastTransitionTime`));
  if (reason === '') errors.push(required(`${at}.reason`));
  else if (!new RegExp(`^${REASON}$`).test(reason))
    errors.push(invalid(`${at}.reason`, reason, regexError(REASON_WORDS, REASON, ...REASON_EXAMPLES)));
  if (byteLength(reason) > MAX_REASON) errors.push(tooLong(`${at}.reason`, MAX_REASON));
  if (byteLength(message) > MAX_MESSAGE) errors.push(tooLong(`${at}.message`, MAX_MESSAGE));
  return errors;
}
