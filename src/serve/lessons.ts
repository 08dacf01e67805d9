/** `drydock lesson check DIR...` and `drydock lesson test DIR`: lessons on the command line. */
import { basename, dirname, relative } from 'node:path';
import { runBlock, stepBlocks } from '../lessons/check.ts';
import { checkLesson, formatProblem, type LessonLanguage, readLesson } from '../lessons/index.ts';
import { type Block, type Inline, plainText } from '../lessons/markdown.ts';
import { LessonRun } from '../lessons/run.ts';
import { startLesson } from '../lessons/start.ts';
import { Typist } from '../lessons/typist.ts';
import { LESSONS, lessonFiles, lessonFolders, lessonLibrary } from './lesson-files.ts';

/** Checks lessons and prints what is wrong. @returns exit code */
export async function checkLessons(folders: readonly string[], print: (line: string) => void): Promise<number> {
  const library = lessonLibrary();
  let failed = 0;
  const all = folders.flatMap((folder) => {
    const found = lessonFolders(folder);
    if (found.length === 0) {
      print(`${shown(folder)}: no lesson.yaml in it`);
      failed++;
    }
    return found;
  });
  for (const folder of all) for (const [id, lesson] of lessonLibrary(folder)) library.set(id, lesson);
  for (const folder of all) {
    const files = lessonFiles(folder);
    const { problems, proved } = await checkLesson(files, { allLanguages: folder.startsWith(LESSONS), library });
    for (const problem of problems) print(`${shown(folder)}/${formatProblem(problem)}`);
    if (problems.length > 0) failed++;
    else print(`${shown(folder)}: ok, ${proved} proved`);
  }
  return failed > 0 ? 1 : 0;
}

const shown = (folder: string): string => relative(process.cwd(), folder) || '.';

/** Plays a lesson as its prose says, in one language, and prints it as a person would see it. @returns exit code */
export async function testLesson(folder: string, language: LessonLanguage, print: (text: string) => void): Promise<number> {
  const lesson = readLesson(lessonFiles(folder));
  const prose = lesson.prose[language];
  if (!prose) {
    print(`${basename(dirname(folder))}/${lesson.id} has no ${language}.md\n`);
    return 1;
  }
  const cluster = await startLesson(lesson);
  const run = new LessonRun(lesson, cluster);
  const terminals = new Map([[1, new Typist(cluster, () => run.update())]]);
  const first = terminals.get(1) as Typist;
  print(`# ${prose.title}\n\n${plainText(prose.summary)}\n\n${textOf(prose.intro)}`);
  let code = 0;
  for (const [index, step] of lesson.steps.entries()) {
    const text = prose.steps[step.id];
    if (!text) continue;
    print(`\n## ${index + 1}. ${text.title}\n\n`);
    if (text.predict)
      print(
        `? ${textOf(text.predict.text)}${Object.values(text.predict.options)
          .map((option) => `  ( ) ${plainText(option)}\n`)
          .join('')}`,
      );
    print(textOf(text.body));
    for (const block of stepBlocks(text)) await runBlock({ cluster }, terminals, block, (shown) => print(withoutPrompt(shown)));
    if (step.checks.length === 0) run.pass(index);
    for (let waited = 0; waited < 30_000 && !run.isDone(index) && step.checks.length > 0; waited += 1000) await first.wait(1000);
    if (!run.isDone(index) && step.solution !== '') {
      for (const check of run.state(index).checks.filter(({ ok }) => !ok))
        print(`  [ ] ${textOf(text.checks[check.id] ?? []).trim()} (${check.saw ?? '-'})\n`);
      print(`\n$ (solution)\n${withoutPrompt((await first.type(step.solution)).shown)}\n`);
      const right = step.ask === undefined ? undefined : run.rightAnswer(index);
      if (right !== undefined) run.answer(index, right);
      for (let waited = 0; waited < 240_000 && !run.isDone(index); waited += 1000) await first.wait(1000);
    }
    for (const check of run.state(index).checks) print(`  [${check.ok ? 'x' : ' '}] ${textOf(text.checks[check.id] ?? []).trim()}\n`);
    print(`\n${textOf(text.done)}`);
    if (!run.isDone(index)) code = 1;
  }
  print(`\n${textOf(prose.end)}`);
  return code;
}

/** Blocks as plain text. */
function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block): string => {
      switch (block.kind) {
        case 'code':
          return `${block.text.replace(/^/gm, '    ')}\n\n`;
        case 'list':
          return `${block.items.map((item) => `- ${textOf(item).trim()}\n`).join('')}\n`;
        case 'note':
          return textOf(block.blocks).replace(/^(?=.)/gm, '> ');
        case 'table':
          return `${[block.head, ...block.rows].map((row) => row.map((cell: readonly Inline[]) => plainText(cell)).join(' | ')).join('\n')}\n\n`;
        case 'rule':
          return '---\n\n';
        default:
          return `${plainText(block.inline)}\n\n`;
      }
    })
    .join('');
}

/** What a terminal showed, without the prompt that waits at its end. */
const withoutPrompt = (shown: string): string => shown.replace(/[^\n]*$/, '');
