/** Lessons: what they are, how they are read, checked and played. The format is described in docs/lessons.md. */
export { type CheckReport, checkLesson } from './check.ts';
export { type Course, LANGUAGES, type Lesson, type LessonFiles, type LessonLanguage } from './format.ts';
export { formatProblem, LessonError, type Problem } from './problem.ts';
export { readLesson } from './read.ts';
export { type CheckState, LessonRun, type RunSave, type StepState } from './run.ts';
