/** Rules for configmaps. */
import { equal } from '../../api/equal.ts';
import { type FieldError, forbidden, invalid, tooLong } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { byteLength, isConfigMapKey } from '../../api/values/names.ts';
import type { ConfigMap } from '../objects.ts';
import { MAX_DATA_BYTES } from './index.ts';

function validate({ data = {}, binaryData = {} }: ConfigMap): FieldError[] {
  const errors: FieldError[] = [];
  let size = 0;
  for (const key of Object.keys(data).sort()) {
    for (const why of isConfigMapKey(key)) errors.push(invalid(`data[${key}]`, key, why));
    if (key in binaryData) errors.push(invalid(`data[${key}]`, key, 'duplicate of key present in binaryData'));
    size += byteLength(data[key] as string);
  }
  for (const key of Object.keys(binaryData).sort()) {
    for (const why of isConfigMapKey(key)) errors.push(invalid(`binaryData[${key}]`, key, why));
    size += ((binaryData[key] as string).length * 3) / 4;
  }
  if (size > MAX_DATA_BYTES) errors.push(tooLong('', MAX_DATA_BYTES));
  return errors;
}

export const configMapRules: Rules<ConfigMap> = {
  validate,
  validateUpdate: (configMap, old) => {
    const errors: FieldError[] = [];
    if (old.immutable) {
      if (!configMap.immutable) errors.push(forbidden('immutable', 'field is immutable when `immutable` is set'));
      if (!equal(configMap.data, old.data)) errors.push(forbidden('data', 'field is immutable when `immutable` is set'));
      if (!equal(configMap.binaryData, old.binaryData)) errors.push(forbidden('binaryData', 'field is immutable when `immutable` is set'));
    }
    return [...errors, ...validate(configMap)];
  },
};
