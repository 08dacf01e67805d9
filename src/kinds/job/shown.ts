// What a Job says of itself in one word and one figure: the columns STATUS and COMPLETIONS of `kubectl get jobs`.
import type { JobSpec, JobStatus } from '../types.gen.ts';

interface Shown {
  readonly metadata?: { readonly deletionTimestamp?: string };
  readonly spec?: JobSpec;
  readonly status?: JobStatus;
}

/** The condition that the column STATUS shows: the first that is true. */
const SHOWN = ['Complete', 'Failed'];
const SHOWN_LATER = ['Suspended', 'FailureTarget'];

export function statusText({ metadata, status }: Shown): string {
  const holds = (wanted: string): boolean => status?.conditions?.some(({ type, status: is }) => type === wanted && is === 'True') ?? false;
  const first = SHOWN.find(holds);
  if (first) return first;
  return metadata?.deletionTimestamp ? 'Terminating' : (SHOWN_LATER.find(holds) ?? 'Running');
}

export function completionsText({ spec, status }: Shown): string {
  const succeeded = status?.succeeded ?? 0;
  if (spec?.completions !== undefined) return `${succeeded}/${spec.completions}`;
  return (spec?.parallelism ?? 1) > 1 ? `${succeeded}/1 of ${spec?.parallelism}` : `${succeeded}/1`;
}
