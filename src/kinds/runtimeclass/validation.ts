/** Rules for runtimeclasses. */
import { type FieldError, invalid, required } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import { isDNS1123Label } from '../../api/values/names.ts';
import type { RuntimeClass } from './index.ts';

function validate({ handler = '' }: RuntimeClass): FieldError[] {
  if (handler === '') return [required('handler')];
  return isDNS1123Label(handler).map((why) => invalid('handler', handler, why));
}

export const runtimeClassRules: Rules<RuntimeClass> = {
  validate,
  validateUpdate: (now, old) => [
    ...validate(now),
    ...(now.handler === old.handler ? [] : [invalid('handler', now.handler, 'field is immutable')]),
  ],
};
