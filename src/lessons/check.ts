/**
 * Proves a lesson. Reading it finds what is missing; here it is played, without a screen and in virtual time: every check fails at the start
 * of its step and holds after each solution, nothing else does; commands are taught before they are used; what the prose says runs.
 */
import type { Cluster } from '../session/index.ts';
import { restoredCluster } from '../session/save.ts';
import type { WorldSnapshot } from '../world/world.ts';
import { ExpressionError } from './cel.ts';
import { commandsIn } from './commands.ts';
import { LANGUAGES, type Lesson, type LessonFiles, type LessonLanguage, type Step } from './format.ts';
import type { CodeBlock } from './markdown.ts';
import type { Problem } from './problem.ts';
import { type StepProse, stepCode } from './prose.ts';
import { tryReadLesson } from './read.ts';
import { LessonRun, type RunSave } from './run.ts';
import { startLesson } from './start.ts';
import { Typist } from './typist.ts';

/** How long (virtual ms) the cluster may take to do what a solution asked for; a wrong way gets as long. */
const SETTLE_MS = 240_000;
const WRONG_MS = 90_000;

export interface CheckReport {
  readonly problems: readonly Problem[];
  /** How many statements about the lesson were proved. */
  readonly proved: number;
}

export interface CheckOptions {
  readonly allLanguages: boolean;
  /** The lessons that `needs` may name. Undefined: needs is not looked at (a lesson alone). */
  readonly library?: ReadonlyMap<string, Lesson>;
}

/** Checks one lesson. */
export async function checkLesson(files: LessonFiles, { allLanguages, library }: CheckOptions): Promise<CheckReport> {
  const { lesson, problems: found } = tryReadLesson(files, { allLanguages, translated: true });
  if (!lesson) return { problems: found, proved: 0 };
  const proof = new Proof(lesson, files);
  proof.languages();
  proof.commands(library);
  if (proof.problems.length === 0) await proof.play();
  return { problems: proof.problems, proved: proof.proved };
}

interface Stage {
  readonly cluster: Cluster;
  readonly run: LessonRun;
  readonly typist: Typist;
}

/** A stage as data: what a page that is loaded anew goes on from. */
interface Kept {
  readonly cluster: WorldSnapshot;
  readonly shell: string;
  readonly run: RunSave;
}

/** The first lines in which two texts differ. */
function difference(found: string, wanted: string): string {
  const [have, want] = [found.split('\n'), wanted.split('\n')];
  const at = want.findIndex((line, index) => line !== have[index]);
  const quoted = (line: string | undefined): string => (line === undefined || line === '' ? 'nothing' : `"${line}"`);
  return at < 0 ? `${quoted(have[want.length])} is too much` : `${quoted(have[at])} in place of ${quoted(want[at])}`;
}

class Proof {
  readonly problems: Problem[] = [];
  proved = 0;
  private readonly lesson: Lesson;
  private readonly files: LessonFiles;

  constructor(lesson: Lesson, files: LessonFiles) {
    this.lesson = lesson;
    this.files = files;
  }

  /** All languages have the same commands in the same order. */
  languages(): void {
    const { prose, steps } = this.lesson;
    const [first, ...others] = LANGUAGES.filter((language) => prose[language]);
    if (!first) return;
    for (const { id } of steps) {
      const wanted = runnable(prose[first]?.steps[id]);
      for (const other of others) {
        const step = prose[other]?.steps[id];
        const given = runnable(step);
        wanted.forEach((block, index) => {
          if (given[index]?.text !== block.text)
            this.report(
              `${other}.md`,
              given[index]?.line ?? step?.line ?? 0,
              `its command ${index + 1} in {#${id}} is not that of ${first}.md: ${difference(given[index]?.text ?? '', block.text)}`,
            );
        });
        if (given.length > wanted.length)
          this.report(`${other}.md`, given[wanted.length]?.line ?? 0, `{#${id}} has more commands than ${first}.md`);
        this.proved++;
      }
    }
  }

  /** No command is used before it is taught. */
  commands(library: ReadonlyMap<string, Lesson> | undefined): void {
    const { lesson } = this;
    const own = new Set<string>();
    const known = new Set<string>();
    if (library) for (const name of taughtBefore(lesson, library, (message) => this.yaml('needs', message))) known.add(name);
    for (const language of LANGUAGES) {
      const prose = lesson.prose[language];
      if (!prose) continue;
      for (const step of lesson.steps) {
        const text = prose.steps[step.id];
        if (!text) continue;
        for (const block of stepCode(text)) {
          if (block.language !== 'sh') continue;
          for (const command of commandsIn(block.text)) {
            if (lesson.teaches.includes(command)) own.add(command);
            else if (library && !known.has(command))
              this.report(
                `${language}.md`,
                block.line,
                `"${command}" is used but not taught: add it to teaches, or the lesson that teaches it to needs`,
              );
          }
        }
        for (const command of commandsIn(step.solution))
          if (library && !own.has(command) && !known.has(command))
            this.yaml(
              step.id,
              `the solution of ${step.id} uses "${command}", which neither the prose so far nor a lesson in needs has taught`,
            );
      }
    }
    for (const command of lesson.teaches)
      if (!own.has(command)) this.yaml('teaches', `"${command}" is in teaches, but no command in the prose runs it`);
    this.proved += lesson.teaches.length;
  }

  async play(): Promise<void> {
    try {
      await this.walk();
      let stage: Stage | undefined = await this.stage();
      for (let index = 0; stage && index < this.lesson.steps.length && this.problems.length === 0; index++)
        stage = await this.proveStep(this.lesson.exam && index > 0 ? await this.stage() : stage, index);
    } catch (error) {
      if (error instanceof ExpressionError) this.report('lesson.yaml', this.lineOf(error.source.split('\n')[0] ?? ''), error.message);
      else this.report('lesson.yaml', 0, error instanceof Error ? error.message : String(error));
    }
  }

  /** Plays the lesson from the start, doing what the prose says, and the solution where the prose leaves the work to the learner. */
  private async walk(): Promise<void> {
    const stage = await this.stage();
    const language = LANGUAGES.find((one) => this.lesson.prose[one]) as LessonLanguage;
    const terminals = new Map<number, Typist>([[1, stage.typist]]);
    for (const [index, step] of this.lesson.steps.entries()) {
      const text = this.lesson.prose[language]?.steps[step.id] as StepProse;
      for (const block of stepBlocks(text)) {
        const problem = await runBlock(stage, terminals, block);
        if (problem !== undefined) return this.report(`${language}.md`, block.line, `${problem}: ${block.text}`);
        this.proved++;
      }
      if (!(await this.becomesDone(stage, index, 30_000))) {
        if (step.checks.length === 0) stage.run.pass(index);
        else {
          await this.solve(stage, index, step.solution);
          if (!(await this.becomesDone(stage, index, SETTLE_MS)))
            return this.yaml(step.id, `step ${step.id} is not done after what the prose says and the solution: ${failing(stage, index)}`);
        }
      }
      this.proved++;
    }
  }

  /** Proves a step in the stage that all steps before it led to. Answers that stage with this step solved too. */
  private async proveStep(stage: Stage, index: number): Promise<Stage | undefined> {
    const step = this.lesson.steps[index] as Step;
    const { run } = stage;
    if (step.checks.length === 0) {
      if (step.others.length + step.wrong.length > 0) this.yaml(step.id, `step ${step.id} has others or wrong, but no checks`);
      await this.solve(stage, index, step.solution);
      run.pass(index);
      return stage;
    }
    if (!this.lesson.exam && run.current !== index) {
      this.yaml(step.id, `step ${step.id} is done before it begins`);
      return undefined;
    }
    for (const state of run.state(index).checks) {
      const { keeps } = step.checks.find(({ id }) => id === state.id) ?? {};
      if (keeps && !state.ok) this.yaml(state.id, `the check ${step.id}/${state.id} is to be kept, but does not hold at the start`);
      if (!keeps && state.ok)
        this.yaml(state.id, `the check ${step.id}/${state.id} holds at the start already (keeps: true, if it is to be kept)`);
      this.proved++;
    }
    const { deadEnd } = run.state(index);
    if (deadEnd) this.yaml(deadEnd, `the dead end ${step.id}/${deadEnd} is there at the start`);
    if (this.problems.length > 0) return undefined;
    const fresh = await this.fresh(stage, index);
    await this.proveSolution(stage, index, step.solution, 'the solution');
    for (const [number, other] of step.others.entries()) await this.proveSolution(await fresh(), index, other, `others[${number}]`);
    for (const [number, wrong] of step.wrong.entries()) {
      const astray = await fresh();
      await astray.typist.type(wrong);
      await astray.typist.wait(WRONG_MS);
      if (astray.run.isDone(index)) this.yaml(step.id, `step ${step.id} is done after wrong[${number}]: ${wrong}`);
      this.proved++;
    }
    for (const { id, by } of step.deadEnds) {
      const astray = await fresh();
      await astray.typist.type(by);
      for (let waited = 0; waited < WRONG_MS && astray.run.state(index).deadEnd !== id; waited += 1000) await astray.typist.wait(1000);
      if (astray.run.state(index).deadEnd !== id) this.yaml(id, `the dead end ${step.id}/${id} is not noticed after: ${by}`);
      this.proved++;
    }
    return stage;
  }

  private async proveSolution(stage: Stage, index: number, solution: string, which: string): Promise<void> {
    await this.solve(stage, index, solution);
    const { id } = this.lesson.steps[index] as Step;
    if (!(await this.becomesDone(stage, index, SETTLE_MS)))
      this.yaml(id, `step ${id} is not done after ${which}: ${failing(stage, index)}`);
    this.proved++;
  }

  /**
   * Makes stages like this one. They go on from it as a reloaded page does; where a program runs beside the shell, which would end by that,
   * all steps are solved again.
   */
  private async fresh(stage: Stage, index: number): Promise<() => Promise<Stage>> {
    await stage.typist.wait(100); // to its prompt
    if (stage.cluster.runsPrograms) return () => this.reach(index);
    const kept: Kept = { cluster: stage.cluster.snapshot(), shell: stage.typist.state, run: stage.run.save() };
    return () => this.goOn(kept);
  }

  private async goOn(kept: Kept): Promise<Stage> {
    const cluster = await restoredCluster(kept.cluster);
    const run = new LessonRun(this.lesson, cluster, kept.run);
    const typist = new Typist(cluster, () => run.update(), { shown: '', state: kept.shell });
    await typist.wait(100);
    return { cluster, run, typist };
  }

  /** A fresh cluster in which all steps before that one were solved, as they were before. */
  private async reach(index: number): Promise<Stage> {
    const stage = await this.stage();
    for (let before = 0; before < index && !this.lesson.exam; before++) {
      const step = this.lesson.steps[before] as Step;
      await this.solve(stage, before, step.solution);
      if (step.checks.length === 0) stage.run.pass(before);
      else await this.becomesDone(stage, before, SETTLE_MS);
    }
    return stage;
  }

  private async stage(): Promise<Stage> {
    const cluster = await startLesson(this.lesson);
    const run = new LessonRun(this.lesson, cluster);
    run.verify();
    const typist = new Typist(cluster, () => run.update());
    await typist.wait(100);
    return { cluster, run, typist };
  }

  private async solve(stage: Stage, index: number, solution: string): Promise<void> {
    if (solution !== '') await stage.typist.type(solution);
    const ask = this.lesson.steps[index]?.ask;
    if (ask === undefined) return;
    for (let waited = 0; waited < SETTLE_MS; waited += 1000) {
      const right = stage.run.rightAnswer(index);
      if (right !== undefined) {
        stage.run.answer(index, right);
        return;
      }
      await stage.typist.wait(1000);
    }
    this.yaml(this.lesson.steps[index]?.id ?? '', `ask has no answer: ${ask}`);
  }

  private async becomesDone(stage: Stage, index: number, ms: number): Promise<boolean> {
    for (let waited = 0; waited < ms; waited += 500) {
      stage.run.update();
      if (stage.run.isDone(index)) return true;
      if (this.lesson.steps[index]?.checks.length === 0) return false;
      await stage.typist.wait(500);
    }
    return stage.run.isDone(index);
  }

  private report(file: string, line: number, message: string): void {
    this.problems.push({ file, line, message });
  }

  /** A problem of the structure; the line is where the id stands. */
  private yaml(id: string, message: string): void {
    this.report('lesson.yaml', this.lineOf(id), message);
  }

  private lineOf(word: string): number {
    const lines = (this.files['lesson.yaml'] ?? '').split('\n');
    const id = lines.findIndex((line) => new RegExp(`\\bid: ${escape(word)}(?:$|[,}\\s])`).test(line));
    return (id >= 0 ? id : lines.findIndex((line) => line.includes(word))) + 1;
  }
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function failing({ run }: Stage, index: number): string {
  return run
    .state(index)
    .checks.filter(({ ok }) => !ok)
    .map(({ id, saw, because }) => `${id} (saw ${saw ?? 'nothing'}${because ? `, ${because}` : ''})`)
    .join('; ');
}

/** The commands that a step's prose offers to run. */
function runnable(step: StepProse | undefined): CodeBlock[] {
  return step ? stepCode(step).filter(({ run, file }) => run || file !== undefined) : [];
}

/** Those that the prose itself says to run: not the hints'. */
export function stepBlocks(step: StepProse): CodeBlock[] {
  const offered = runnable({ ...step, hints: [], done: [], ask: [] });
  return offered;
}

/** Runs a command block as the page does. Answers what went wrong. */
export async function runBlock(
  { cluster }: { readonly cluster: Cluster },
  terminals: Map<number, Typist>,
  block: CodeBlock,
  print: (text: string) => void = () => {},
): Promise<string | undefined> {
  if (block.file !== undefined) {
    cluster.writeFiles({ [block.file]: `${block.text}\n` });
    return undefined;
  }
  const { run } = block;
  if (!run) return undefined;
  let typist = terminals.get(run.terminal);
  if (!typist) terminals.set(run.terminal, (typist = new Typist(cluster)));
  if (run.interrupt) await typist.interrupt();
  const { shown, code } = await typist.type(block.text, run.stays);
  print(shown);
  if (run.stays) return code === undefined ? undefined : 'is said to stay, but ended';
  if (code === undefined) return 'does not end (write stays after the fence, if it is meant to)';
  if (run.fails !== (code !== 0)) return run.fails ? 'is said to fail, but does not' : `fails with ${code} (${lastLine(shown)})`;
  return undefined;
}

function lastLine(text: string): string {
  return (
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && line !== '$')
      .at(-1) ?? ''
  );
}

/** What the lessons in `needs`, and those that they need, teach. */
function taughtBefore(lesson: Lesson, library: ReadonlyMap<string, Lesson>, report: (message: string) => void): ReadonlySet<string> {
  const taught = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) return report(`needs goes in a circle: ${[...path, id].join(' -> ')}`);
    const found = library.get(id);
    if (!found) return report(`needs names "${id}", which is no lesson`);
    if (seen.has(id)) return;
    seen.add(id);
    for (const command of found.teaches) taught.add(command);
    for (const next of found.needs) visit(next, [...path, id]);
  };
  for (const id of lesson.needs) visit(id, [lesson.id]);
  return taught;
}
