/** Rules for secrets. */
import { equal } from '../../api/equal.ts';
import { type FieldError, forbidden, invalid, required, tooLong } from '../../api/field-errors.ts';
import { jsonSyntaxError } from '../../api/json-syntax.ts';
import type { Rules } from '../../api/kind.ts';
import { isConfigMapKey } from '../../api/values/names.ts';
import { MAX_DATA_BYTES } from '../configmap/index.ts';
import type { Secret } from '../objects.ts';
import { validateImmutable } from '../template-validation.ts';
import { ACCOUNT_ANNOTATION, TOKEN_TYPE } from './index.ts';

/** What a type of Secret must have. */
const REQUIRED_KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
};

function validate({ metadata, data = {}, type = '' }: Secret): FieldError[] {
  const errors: FieldError[] = [];
  let size = 0;
  for (const key of Object.keys(data).sort()) {
    errors.push(...isConfigMapKey(key).map((why) => invalid(`data[${key}]`, key, why)));
    size += ((data[key] as string).length * 3) / 4;
  }
  if (size > MAX_DATA_BYTES) errors.push(tooLong('data', MAX_DATA_BYTES));
  if (type === TOKEN_TYPE && !metadata.annotations?.[ACCOUNT_ANNOTATION])
    errors.push(required(`metadata.annotations[${ACCOUNT_ANNOTATION}]`));
  for (const key of REQUIRED_KEYS[type] ?? [])
    if (type === 'kubernetes.io/ssh-auth' ? !data[key] : !(key in data)) errors.push(required(`data[${key}]`));
  for (const key of ['.dockerconfigjson', '.dockercfg'])
    if (REQUIRED_KEYS[type]?.includes(key) && data[key] !== undefined) {
      const text = atob(data[key]);
      const why = jsonSyntaxError(text) ?? notAnObject(JSON.parse(text));
      if (why) errors.push(invalid(`data[${key}]`, '<secret contents redacted>', why));
    }
  if (type === 'kubernetes.io/basic-auth' && !('username' in data) && !('password' in data)) {
    errors.push(required('data[username]'), required('data[password]'));
  }
  return errors;
}

/** What Go says of JSON that is not an object where it expects one; null is as good as none. */
function notAnObject(value: unknown): string | undefined {
  if (typeof value === 'object' && !Array.isArray(value)) return undefined;
  const type = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;
  return `json: cannot unmarshal ${type} into Go value of type map[string]interface {}`;
}

export const secretRules: Rules<Secret> = {
  validate,
  validateUpdate: (secret, old) => {
    const errors = validateImmutable(secret.type, old.type, 'type');
    if (old.immutable) {
      if (!secret.immutable) errors.push(forbidden('immutable', 'field is immutable when `immutable` is set'));
      if (!equal(secret.data, old.data)) errors.push(forbidden('data', 'field is immutable when `immutable` is set'));
    }
    return [...errors, ...validate(secret)];
  },
};
