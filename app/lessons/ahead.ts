/** A lesson played ahead, on a cluster of its own and as fast as it can: what a step begins with, and what it comes to. */
import type { Lesson } from '../../src/lessons/format.ts';
import { LessonRun } from '../../src/lessons/run.ts';
import { startLesson } from '../../src/lessons/start.ts';
import { Typist } from '../../src/lessons/typist.ts';

/** How long a step's checks may take to hold after its solution, virtual ms. */
const PATIENCE_MS = 120_000;

export interface Ahead {
  readonly run: LessonRun;
  /** Folder, variables and history of the shell that did it. */
  readonly shell: string;
}

/** Runs the solutions of the steps before one. @param from the first of them: an exam's tasks do not need each other */
export async function playTo(lesson: Lesson, index: number, from = 0): Promise<Ahead> {
  const cluster = await startLesson(lesson);
  const run = new LessonRun(lesson, cluster);
  const typist = new Typist(cluster, () => run.update());
  await typist.wait(0);
  for (let at = from; at < index; at++) {
    if (lesson.steps[at]?.solution) await typist.type(lesson.steps[at]?.solution ?? '');
    const right = run.rightAnswer(at);
    if (right !== undefined) run.answer(at, right);
    run.pass(at);
    for (let waited = 0; waited < PATIENCE_MS && !run.isDone(at); waited += 1000) await typist.wait(1000);
  }
  const shell = typist.state;
  typist.close();
  return { run, shell };
}
