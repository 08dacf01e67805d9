import { expect, it } from 'vitest';
import { LESSONS, lessonFiles } from '../serve/lesson-files.ts';
import type { Lesson } from './format.ts';
import { LessonRun, readLesson } from './index.ts';
import { readRun } from './run.ts';
import { startLesson } from './start.ts';
import { Typist } from './typist.ts';

const exam = readLesson(lessonFiles(`${LESSONS}/exam/exam-developer`));
const solutionOf = (lesson: Lesson, id: string): string => lesson.steps.find((step) => step.id === id)?.solution.trim() ?? '';

it('an exam counts what is done until its time is up, or until it is handed in', async () => {
  for (const handedIn of [false, true]) {
    const cluster = await startLesson(exam);
    const run = new LessonRun(exam, cluster);
    const typist = new Typist(cluster);
    await typist.wait(100); // to its prompt
    await typist.type(solutionOf(exam, 'expose'));
    await typist.wait(1000);
    run.update();
    expect([run.doneCount, run.isOver]).toEqual([1, false]);
    if (handedIn) run.handIn();
    else await typist.wait(1000 * run.secondsLeft);
    expect(run.isOver).toBe(true);
    await typist.type(solutionOf(exam, 'port'));
    await typist.wait(5000);
    run.update();
    expect(run.doneCount).toBe(1);
    const again = new LessonRun(exam, cluster, readRun(JSON.parse(JSON.stringify(run.save())), exam));
    again.update();
    expect([again.doneCount, again.isOver]).toEqual([1, true]);
  }
});
