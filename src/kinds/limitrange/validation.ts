/** Rules for LimitRanges (source: pkg/apis/core/validation, ValidateLimitRange). */

import { duplicate, type FieldError, forbidden, invalid, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isQualifiedName } from '../../api/values/names.ts';
import { canonicalQuantity, compareQuantity, parseQuantity } from '../../api/values/quantity.ts';
import type { LimitRange } from '../objects.ts';
import { isOvercommitAllowed, validateAnyResourceName, validateResourceName } from '../pod/resources.ts';
import type { LimitRangeItem } from '../types.gen.ts';

const TYPES = ['Pod', 'Container', 'PersistentVolumeClaim'];
const ONE = 1_000_000_000n;

type List = Readonly<Record<string, string | number>>;

export function validateLimitRange({ spec }: LimitRange): FieldError[] {
  const errors: FieldError[] = [];
  const types = new Set<string>();
  (spec?.limits ?? []).forEach((item, index) => {
    const at = `spec.limits[${index}]`;
    errors.push(...validateType(item.type, `${at}.type`));
    if (types.has(item.type)) errors.push(duplicate(`${at}.type`, item.type));
    types.add(item.type);
    errors.push(...validateItem(item, at));
  });
  return errors;
}

function validateType(type: string, at: string): FieldError[] {
  const errors = isQualifiedName(type).map((why) => invalid(at, type, why));
  if (errors.length > 0 || type.includes('/') || TYPES.includes(type)) return errors;
  return [invalid(at, type, 'must be a standard limit type or fully qualified')];
}

function validateItem(item: LimitRangeItem, at: string): FieldError[] {
  const lists = {
    max: (item.max ?? {}) as List,
    min: (item.min ?? {}) as List,
    default: (item.default ?? {}) as List,
    defaultRequest: (item.defaultRequest ?? {}) as List,
    maxLimitRequestRatio: (item.maxLimitRequestRatio ?? {}) as List,
  };
  const errors: FieldError[] = [];
  const names = new Set<string>();
  for (const part of ['max', 'min'] as const) {
    for (const name of Object.keys(lists[part]).sort()) {
      errors.push(...validateName(item.type, name, `${at}.${part}[${name}]`));
      names.add(name);
    }
  }
  for (const part of ['default', 'defaultRequest'] as const) {
    if (item.type === 'Pod') {
      if (Object.keys(lists[part]).length > 0) errors.push(forbidden(`${at}.${part}`, "may not be specified when `type` is 'Pod'"));
      continue;
    }
    for (const name of Object.keys(lists[part]).sort()) {
      errors.push(...validateName(item.type, name, `${at}.${part}[${name}]`));
      names.add(name);
    }
  }
  if (item.type === 'PersistentVolumeClaim' && lists.min['storage'] === undefined && lists.max['storage'] === undefined)
    errors.push(required(`${at}.limits`, 'either minimum or maximum storage value is required, but neither was provided'));
  for (const name of Object.keys(lists.maxLimitRequestRatio).sort()) {
    errors.push(...validateName(item.type, name, `${at}.maxLimitRequestRatio[${name}]`));
    names.add(name);
  }
  for (const name of [...names].sort()) errors.push(...validateOrder(lists, name, at));
  return errors;
}

function validateOrder(lists: Readonly<Record<string, List>>, name: string, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const text = (list: string): string => canonicalQuantity(lists[list]?.[name] as string);
  /** `low` may not be more than `high`; the error is about `field`, and shows the value of `value`. */
  const ordered = (low: string, high: string, field: string, value: string, words: string): void => {
    const [a, b] = [lists[low]?.[name], lists[high]?.[name]];
    if (a === undefined || b === undefined || compareQuantity(parseQuantity(a), parseQuantity(b)) <= 0) return;
    const [first, second] = words.split(' > ');
    errors.push(
      invalid(`${at}.${field}[${name}]`, text(value), `${first} value ${text(low)} is greater than ${second} value ${text(high)}`),
    );
  };
  ordered('min', 'max', 'min', 'min', 'min > max');
  ordered('min', 'defaultRequest', 'defaultRequest', 'defaultRequest', 'min > default request');
  ordered('defaultRequest', 'max', 'defaultRequest', 'defaultRequest', 'default request > max');
  ordered('defaultRequest', 'default', 'defaultRequest', 'defaultRequest', 'default request > default limit');
  ordered('min', 'default', 'default', 'min', 'min > default');
  ordered('default', 'max', 'default', 'max', 'default > max');
  const [ratio, max, min, limit, request] = ['maxLimitRequestRatio', 'max', 'min', 'default', 'defaultRequest'].map(
    (list) => lists[list]?.[name],
  );
  const wrongRatio = (detail: string): FieldError =>
    invalid(`${at}.maxLimitRequestRatio[${name}]`, text('maxLimitRequestRatio'), `ratio ${text('maxLimitRequestRatio')} is ${detail}`);
  if (ratio !== undefined && parseQuantity(ratio).nano < ONE) errors.push(wrongRatio('less than 1'));
  if (ratio !== undefined && max !== undefined && min !== undefined && compareQuantity(parseQuantity(min), parseQuantity(max)) <= 0) {
    const most = Number(parseQuantity(max).nano) / Number(parseQuantity(min).nano);
    if (Number(parseQuantity(ratio).nano) / Number(ONE) > most) errors.push(wrongRatio(`greater than max/min = ${most.toFixed(6)}`));
  }
  if (limit !== undefined && request !== undefined && !isOvercommitAllowed(name) && text('default') !== text('defaultRequest'))
    errors.push(
      invalid(
        `${at}.defaultRequest[${name}]`,
        text('defaultRequest'),
        `default value ${text('default')} must equal to defaultRequest value ${text('defaultRequest')} in ${name}`,
      ),
    );
  return errors;
}

function validateName(type: string, name: string, at: string): FieldError[] {
  return type === 'Pod' || type === 'Container' ? validateResourceName(name, at) : validateAnyResourceName(name, at);
}

export const limitRangeRules: Rules<LimitRange> = {
  validate: validateLimitRange,
};
