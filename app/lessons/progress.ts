/** What the learner has done, kept in the browser (or, without storage, as long as the page). */
import { create } from 'zustand';
import { recall, remember } from '../storage/storage.ts';

export interface LessonProgress {
  /** Steps done, of how many. */
  readonly done: number;
  readonly steps: number;
  /** Hints and solutions that were looked at. */
  readonly hints: number;
  /** Quiz questions answered right at once, of how many. */
  readonly quiz: number;
  readonly questions: number;
  /** When all steps were done first, ms since the epoch of the real world; 0: not yet. */
  readonly finishedAt: number;
}

type Progress = Readonly<Record<string, LessonProgress>>;

const KEY = 'progress';
const FIELDS = ['done', 'steps', 'hints', 'quiz', 'questions', 'finishedAt'] as const;

/** What was stored may be anything: only whole entries are believed. */
export function parseProgress(text: string | null): Progress {
  let data: unknown;
  try {
    data = JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  return Object.fromEntries(
    Object.entries(data).flatMap(([id, entry]) => {
      const valid =
        /^[a-z0-9-]{1,80}$/.test(id) &&
        typeof entry === 'object' &&
        entry !== null &&
        FIELDS.every((field) => Number.isFinite((entry as Record<string, unknown>)[field]));
      return valid
        ? [[id, Object.fromEntries(FIELDS.map((field) => [field, Number((entry as Record<string, unknown>)[field])])) as never]]
        : [];
    }),
  );
}

export const useProgress = create<{ readonly lessons: Progress }>()(() => ({ lessons: parseProgress(recall(KEY)) }));

export function record(id: string, entry: Omit<LessonProgress, 'finishedAt'>): void {
  const { lessons } = useProgress.getState();
  const before = lessons[id];
  const finishedAt = before?.finishedAt || (entry.steps > 0 && entry.done >= entry.steps ? Date.now() : 0);
  const next = {
    ...lessons,
    [id]: { ...entry, done: Math.max(entry.done, before?.done ?? 0), quiz: Math.max(entry.quiz, before?.quiz ?? 0), finishedAt },
  };
  remember(KEY, JSON.stringify(next));
  useProgress.setState({ lessons: next });
}

export const forgetProgress = (): void => takeProgress({});

/** What was forgotten, back again. */
export function takeProgress(lessons: Progress): void {
  remember(KEY, JSON.stringify(lessons));
  useProgress.setState({ lessons });
}
