/** How a saved session and the lesson player know of each other without either loading the other. */
import type { Cluster } from '../../src/session/index.ts';

/** What the page keeps of a lesson under way; `files` only where the lesson came from elsewhere. */
export interface KeptLesson {
  readonly id: string;
  readonly run: unknown;
  readonly shown: number;
  readonly files?: unknown;
  /** Hints, predictions and answers. */
  readonly opened?: unknown;
}

/** Set by the lesson player when it is there: what it wants to be kept, and how it goes on. */
export const lessonKeeper: { save?: () => KeptLesson | undefined; resume?: (lesson: KeptLesson) => Promise<void> } = {};

/** The cluster that a saved session brought: what was done in it was done before this page. */
export const restored: { cluster?: Cluster } = {};
