/** Every lesson of the project is proved, in all its languages. */
import { basename, dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { courses, LESSONS, lessonFiles, lessonFolders, lessonLibrary } from '../serve/lesson-files.ts';
import type { Lesson } from './format.ts';
import { checkLesson, formatProblem, readLesson } from './index.ts';

const folders = lessonFolders(LESSONS);

describe('lessons', () => {
  let library: Map<string, Lesson>;
  beforeAll(() => {
    library = lessonLibrary();
  });

  it.each(folders.map((folder) => [basename(folder), folder]))('%s', { timeout: 120_000 }, async (id, folder) => {
    const { problems, proved } = await checkLesson(lessonFiles(folder), { allLanguages: true, library });
    expect(problems.map(formatProblem)).toEqual([]);
    expect(proved).toBeGreaterThan(0);
    const lesson = readLesson(lessonFiles(folder));
    expect(lesson.id).toBe(id);
    expect(JSON.parse(JSON.stringify(lesson)), 'a build keeps it as JSON').toEqual(lesson);
  });

  it('are each in one course, under the folder of that course, after the lessons that they need', () => {
    const place = new Map<string, number>();
    for (const course of courses()) {
      for (const id of course.lessons) {
        expect(place.has(id), `${id} is in two courses`).toBe(false);
        place.set(id, place.size);
        expect(
          folders.find((folder) => basename(folder) === id && basename(dirname(folder)) === course.id),
          `${course.id}/${id}`,
        ).toBeDefined();
      }
    }
    for (const folder of folders) expect(place.has(basename(folder)), `${basename(folder)} is in no course.yaml`).toBe(true);
    for (const { id, needs } of library.values())
      for (const need of needs) {
        const [course, other] = [id, need]
          .map((one) => folders.find((folder) => basename(folder) === one))
          .map((folder) => dirname(folder ?? ''));
        if (course === other) expect(place.get(need), `${id} needs ${need}, which comes later`).toBeLessThan(place.get(id) ?? 0);
      }
  });
});
