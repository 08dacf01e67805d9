import type { Lesson, LessonLanguage } from '../../src/lessons/index.ts';
import type { Prose } from '../../src/lessons/prose.ts';

/** The lesson's prose in a language, or in the one that it has. */
export function proseOf(lesson: Lesson, language: LessonLanguage): Prose {
  return (lesson.prose[language] ?? Object.values(lesson.prose)[0]) as Prose;
}
