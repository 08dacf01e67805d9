import type { Column, Kind } from '../api/kind.ts';
import { formatSelector } from '../api/values/selector.ts';
import type { KubeObject } from '../world/object.ts';
import { containerColumns, integer, text } from './columns.ts';
import type { Container, LabelSelector, PodTemplateSpec } from './types.gen.ts';

type Replicated = KubeObject & {
  readonly spec: { readonly replicas?: number };
  readonly status: { readonly replicas?: number; readonly readyReplicas?: number };
};

/** How `kubectl scale` and autoscalers see a kind with spec.replicas and status.replicas. */
export function replicaScale<T extends Replicated>(selector: (object: T) => string): NonNullable<Kind<T>['scale']> {
  return {
    selector,
    replicas: ({ spec }) => spec.replicas ?? 0,
    current: ({ status }) => status.replicas ?? 0,
    set: (object, replicas) => ({ ...object, spec: { ...object.spec, replicas } }),
  };
}

/** How many Pods are wanted, are there and are ready. */
export function replicaColumns<T extends Replicated>(): Column<T>[] {
  return [
    integer('Desired', ({ spec }) => spec.replicas ?? 0),
    integer('Current', ({ status }) => status.replicas ?? 0),
    integer('Ready', ({ status }) => status.readyReplicas ?? 0),
  ];
}

interface Workload {
  readonly spec: { readonly selector?: LabelSelector; readonly template?: PodTemplateSpec };
}

/** The columns that -o wide adds: containers, images, selector. */
export function wideColumns<T extends Workload>(): Column<T>[] {
  const containers = ({ spec }: T): readonly Container[] => spec.template?.spec?.containers ?? [];
  return [...containerColumns(containers), text('Selector', ({ spec }) => formatSelector(spec.selector), true)];
}
