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
  columns: [nameColumn, text('Handler', ({ handler }) => handler), ageColumn],
});
