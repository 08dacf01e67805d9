/** Label selectors in objects. */
import { type FieldError, forbidden, invalid, required } from '../api/field-errors.ts';
import { validateLabels } from '../api/metadata-validation.ts';
import { isLabelValue, isQualifiedName } from '../api/values/names.ts';
import type { LabelSelector } from './types.gen.ts';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** Rules of a label selector (source: apimachinery's meta/v1/validation). */
export function validateLabelSelector(selector: LabelSelector | undefined, at: string): FieldError[] {
  const errors: FieldError[] = [];
  errors.push(...validateLabels(selector?.matchLabels, `${at}.matchLabels`));
  (selector?.matchExpressions ?? []).forEach(({ key, operator, values = [] }, index) => {
    const one = `${at}.matchExpressions[${index}]`;
    if (operator === 'In' || operator === 'NotIn') {
      if (values.length === 0) errors.push(required(`${one}.values`, "must be specified when `operator` is 'In' or 'NotIn'"));
    } else if (operator === 'Exists' || operator === 'DoesNotExist') {
      if (values.length > 0) errors.push(forbidden(`${one}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
    } else if (!OPERATORS.includes(operator)) errors.push(invalid(`${one}.operator`, operator, 'not a valid selector operator'));
    for (const why of isQualifiedName(key)) errors.push(invalid(`${one}.key`, key, why));
    values.forEach((value, at2) => {
      for (const why of isLabelValue(value)) errors.push(invalid(`${one}.values[${at2}]`, value, why));
    });
  });
  return errors;
}
