/** Lessons as folders on disk. Imports little: the build uses it too. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Course, Lesson, LessonFiles } from '../lessons/format.ts';
import { readCourse, readLesson } from '../lessons/read.ts';

/** The project's own lessons. */
export const LESSONS = fileURLToPath(new URL('../../lessons', import.meta.url));

/** A lesson's files: those of its folder. */
export function lessonFiles(folder: string): LessonFiles {
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** All folders with a lesson in them, at or below a folder. */
export function lessonFolders(folder: string): string[] {
  if (existsSync(join(folder, 'lesson.yaml'))) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => lessonFolders(join(folder, entry.name)))
    .sort();
}

/** The project's lessons by id; those that cannot be read are left out (their own check says why). */
export function lessonLibrary(root = LESSONS): Map<string, Lesson> {
  const found = new Map<string, Lesson>();
  for (const folder of lessonFolders(root)) {
    try {
      const lesson = readLesson(lessonFiles(folder));
      found.set(lesson.id, lesson);
    } catch {
      // reported when it is checked
    }
  }
  return found;
}

/** The project's courses. @throws LessonError */
export function courses(root = LESSONS): Course[] {
  return readdirSync(root)
    .filter((name) => existsSync(join(root, name, 'course.yaml')))
    .map((name) => readCourse(name, readFileSync(join(root, name, 'course.yaml'), 'utf8')));
}
