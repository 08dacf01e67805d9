/**
 * Statuses that count things (source: the Validate...StatusUpdate functions of pkg/apis): no count is below zero, no part is larger than its
 * whole, and how often names have collided only grows.
 */
import { type FieldError, invalid } from '../api/field-errors.ts';
import type { KubeObject } from '../world/object.ts';
import { nonNegative } from './pod/containers.ts';

type Counts = Readonly<Record<string, unknown>>;
type Counted = KubeObject & { readonly status?: object };

export interface CountedStatus {
  /** The fields that count, in the order in which the real server looks at them. */
  readonly counts: readonly string[];
  /** Pairs of a part and its whole, with what is said of a part that is larger. */
  readonly parts?: readonly (readonly [part: string, whole: string, words: string])[];
}

const OF_REPLICAS = 'cannot be greater than status.replicas';

/** The parts of `replicas`, with that name as their whole. */
export const ofReplicas = (...parts: readonly string[]): readonly (readonly [string, string, string])[] =>
  parts.map((part) => [part, 'replicas', OF_REPLICAS] as const);

/** The rules of a status that counts. */
export function countedStatus<T extends Counted>({ counts, parts = [] }: CountedStatus): (object: T, old: T) => FieldError[] {
  const number = (status: Counts, name: string): number => (status[name] as number | undefined) ?? 0;
  return ({ status = {} }, { status: before = {} }) => {
    const [now, then] = [status as Counts, before as Counts];
    const errors = counts.flatMap((name) => nonNegative(number(now, name), `status.${name}`));
    for (const [part, whole, words] of parts)
      if (number(now, part) > number(now, whole)) errors.push(invalid(`status.${part}`, number(now, part), words));
    if (number(now, 'collisionCount') < number(then, 'collisionCount'))
      errors.push(invalid('status.collisionCount', number(now, 'collisionCount'), 'cannot be decremented'));
    return errors;
  };
}
