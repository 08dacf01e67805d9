/** Completion indexes of an Indexed Job: which Pod has which, sets of them as text (`0-2,5`). */
import type { Job, Pod } from '../../kinds/objects.ts';
import type { PodTemplateSpec } from '../../kinds/types.gen.ts';

const INDEX = 'batch.kubernetes.io/job-completion-index';
export const FAILURE_COUNT = 'batch.kubernetes.io/job-index-failure-count';
export const IGNORED_FAILURE_COUNT = 'batch.kubernetes.io/job-index-ignored-failure-count';
const VARIABLE = 'JOB_COMPLETION_INDEX';

export function isIndexed(job: Job): boolean {
  return job.spec.completionMode === 'Indexed';
}

/** The Pod's index; undefined when it has none below the Job's completions. */
export function indexOf(pod: Pod, completions: number): number | undefined {
  const text = pod.metadata.annotations?.[INDEX];
  const index = text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
  return index !== undefined && index < completions ? index : undefined;
}

/** `0-2,5` for 0, 1, 2, 5. */
export function formatIndexes(indexes: ReadonlySet<number>): string {
  const sorted = [...indexes].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (sorted[end + 1] === (sorted[end] as number) + 1) end++;
    // Two in a row are written one by one.
    if (end === start + 1) parts.push(`${sorted[start]},${sorted[end]}`);
    else parts.push(end === start ? `${sorted[start]}` : `${sorted[start]}-${sorted[end]}`);
    start = end + 1;
  }
  return parts.join(',');
}

export function parseIndexes(text: string | undefined): Set<number> {
  const indexes = new Set<number>();
  for (const part of (text ?? '').split(',').filter((one) => one !== '')) {
    const [first, last = first] = part.split('-').map(Number) as [number, number?];
    for (let index = first; index <= last; index++) indexes.add(index);
  }
  return indexes;
}

/** The lowest indexes that neither are done nor have a Pod at work, at most `count`. */
export function firstPending(taken: ReadonlySet<number>, count: number, completions: number): number[] {
  const pending: number[] = [];
  for (let index = 0; index < completions && pending.length < count; index++) if (!taken.has(index)) pending.push(index);
  return pending;
}

/** The template of an index's Pod: hostname, label, annotation and environment name the index. */
export function templateOfIndex(job: Job, template: PodTemplateSpec, index: number, more: Record<string, string> = {}): PodTemplateSpec {
  const { metadata, spec } = template;
  const value = String(index);
  const fromAnnotation = { name: VARIABLE, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: `metadata.labels['${INDEX}']` } } };
  type Containers = NonNullable<PodTemplateSpec['spec']>['containers'];
  const withVariable = (containers: Containers): Containers =>
    containers.map((one) => (one.env?.some(({ name }) => name === VARIABLE) ? one : { ...one, env: [...(one.env ?? []), fromAnnotation] }));
  return {
    metadata: {
      ...metadata,
      labels: { ...metadata?.labels, [INDEX]: value },
      annotations: { ...metadata?.annotations, ...more, [INDEX]: value },
    },
    ...(spec && {
      spec: {
        ...spec,
        hostname: `${job.metadata.name}-${index}`,
        containers: withVariable(spec.containers),
        ...(spec.initContainers && { initContainers: withVariable(spec.initContainers) }),
      },
    }),
  };
}
