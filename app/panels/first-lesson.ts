/** The way in for those who are new: the first lesson of the first course. */
import { PANELS } from './list.ts';

/** Whether this page has lessons: one that is embedded may do without them. */
export const HAS_LESSONS = PANELS.some(({ id }) => id === 'lessons');

export async function openFirstLesson(): Promise<void> {
  const [{ courses }, { openLesson }] = await Promise.all([import('virtual:lessons'), import('../lessons/player.ts')]);
  const first = courses[0]?.lessons[0];
  if (first) await openLesson(first);
}
