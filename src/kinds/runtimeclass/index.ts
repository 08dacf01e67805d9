import { type FieldError, invalid, required } from '../../api/field-errors.ts';
import { isDNS1123Label } from '../../api/values/names.ts';
import type { KubeObject } from '../../world/object.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { Toleration } from '../types.gen.ts';

export interface RuntimeClass extends KubeObject {
  /** What the container runtime of a node calls it. */
  readonly handler: string;
  readonly overhead?: { readonly podFixed?: Readonly<Record<string, string | number>> };
  readonly scheduling?: { readonly nodeSelector?: Readonly<Record<string, string>>; readonly tolerations?: readonly Toleration[] };
}

/** How containers are run: what that costs a Pod, and on which nodes it can be. */
export const runtimeClasses = define<RuntimeClass>('node.k8s.io/v1', 'runtimeclasses', {
  validate,
  validateUpdate: (now, old) => [
    ...validate(now),
    ...(now.handler === old.handler ? [] : [invalid('handler', now.handler, 'field is immutable')]),
  ],
  columns: [nameColumn, text('Handler', ({ handler }) => handler), ageColumn],
});

function validate({ handler = '' }: RuntimeClass): FieldError[] {
  if (handler === '') return [required('handler')];
  return isDNS1123Label(handler).map((why) => invalid('handler', handler, why));
}
