// What all cards share: pointing, selecting, colours, and the hand that moves them.
import { createContext, useContext } from 'react';
import type { Focus, Highlight } from './focus.ts';
import type { LabelHues } from './labels.ts';
import type { ObjectRef } from './model.ts';
import type { Scene } from './scene.ts';

export interface Shared {
  readonly scene: Scene;
  readonly hues: LabelHues;
  /** Labels (`key=value`) that some Service selects by: shown first and in colour. */
  readonly wanted: ReadonlySet<string>;
  readonly highlight: Highlight | undefined;
  /** Keys of what a lesson points at. */
  readonly looked: ReadonlySet<string>;
  /** The card that Tab reaches. */
  readonly active: string | undefined;
  readonly selected: string | undefined;
  readonly point: (focus: Focus | undefined) => void;
  readonly select: (ref: ObjectRef) => void;
  readonly toggle: (band: string, folded: boolean) => void;
  /** More than one namespace is on screen, so names carry theirs. */
  readonly manyNamespaces: boolean;
}

export const SharedContext = createContext<Shared | undefined>(undefined);

export function useShared(): Shared {
  const shared = useContext(SharedContext);
  if (!shared) throw new Error('a card outside the topology');
  return shared;
}

export const refKey = (ref: ObjectRef): string => `${ref.resource}/${ref.namespace}/${ref.name}`;
