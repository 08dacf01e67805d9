/**
 * "Look here": what a lesson, a tour or a presenter points at. Panels and objects so marked have a ring until it is taken away;
 * the picture scrolls to them, unfolds them, and on a phone comes forward.
 */
import { create } from 'zustand';
import type { ResourceName } from '../../src/world/object.ts';
import { showPanel } from './panels.ts';

/** Objects by reference: all that fit. A name may be missing (Pods have made-up ones): then labels say which. */
export interface ObjectQuery {
  /** As in requests: `pods`, `services`, `deployments.apps`. */
  readonly resource: ResourceName;
  /** `default` if left out; of no matter to Nodes. */
  readonly namespace?: string;
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

interface Attention {
  /** Ids of panels. */
  readonly panels: readonly string[];
  readonly objects: readonly ObjectQuery[];
  /** The picture shows these and what they are joined to only; none: all of it. */
  readonly focused: readonly ObjectQuery[];
  /** What a lesson's step is about: the picture lights these and what they are joined to, and softens the rest. */
  readonly topic: readonly ObjectQuery[];
  /** What differs between two moments that are compared. */
  readonly differing: readonly ObjectQuery[];
}

const NOTHING: Attention = { panels: [], objects: [], focused: [], topic: [], differing: [] };

export const useAttention = create<Attention>()(() => NOTHING);

/** Points at panels (opening them) and at objects; replaces what was pointed at before. */
export function lookHere(at: { readonly panels?: readonly string[]; readonly objects?: readonly ObjectQuery[] }): void {
  const { panels = [], objects = [] } = at;
  useAttention.setState({ panels, objects });
  for (const id of panels) showPanel(id);
  if (panels.length === 0 && objects.length > 0) showPanel('picture');
}

/** Points at nothing any more. */
export const lookAway = (): void => useAttention.setState({ panels: [], objects: [] });

/** The picture keeps to these objects and what they are joined to; with none, it shows everything again. */
export const focusPicture = (objects: readonly ObjectQuery[]): void => useAttention.setState({ focused: objects });

/** The picture lights these objects and what they are joined to; with none, all of it. */
export const lightTopic = (topic: readonly ObjectQuery[]): void => useAttention.setState({ topic });

/** Marks what differs between two moments. */
export const markDiffering = (differing: readonly ObjectQuery[]): void => useAttention.setState({ differing });

/** Whether an object is one of those meant. */
export const isMeant = (
  queries: readonly ObjectQuery[],
  ref: { readonly resource: ResourceName; readonly namespace: string; readonly name: string },
  labels: Readonly<Record<string, string>> = {},
): boolean =>
  queries.some(
    (query) =>
      query.resource === ref.resource &&
      (query.name === undefined || query.name === ref.name) &&
      (ref.namespace === '' || (query.namespace ?? 'default') === ref.namespace) &&
      Object.entries(query.labels ?? {}).every(([key, value]) => labels[key] === value),
  );
