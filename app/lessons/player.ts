/** The lesson that is open: its run on the page's cluster, and what the learner has opened of it. */
import { lessons as entries, loaders } from 'virtual:lessons';
import { create } from 'zustand';
import type { Lesson, LessonFiles } from '../../src/lessons/format.ts';
import { LessonRun, readRun } from '../../src/lessons/run.ts';
import { startLesson } from '../../src/lessons/start.ts';
import { dismissNotice, notice } from '../base/notice.ts';
import { adoptCluster, prepareForCommands, useEngine } from '../engine/engine.ts';
import { textsReady } from '../i18n/index.ts';
import type { ObjectQuery } from '../panels/look-here.ts';
import { lightTopic, lookAway, lookHere } from '../panels/look-here.ts';
import { showPanel, usePanels } from '../panels/panels.ts';
import { replaceSession } from '../share/before.ts';
import { lessonKeeper } from '../share/keeper.ts';
import { lessons } from './lesson-events.ts';
import { record, useProgress } from './progress.ts';
import { parseTarget } from './target.ts';
import { useWords } from './texts.ts';

/** What the learner has opened of a lesson, and said. */
interface Opened {
  /** Hints opened, by step. */
  readonly hints: readonly number[];
  readonly solutionShown: readonly boolean[];
  /** What was predicted, by step; an empty text: skipped. */
  readonly predicted: Readonly<Record<number, string>>;
  /** What was chosen first and last at each question of the quiz. */
  readonly quiz: Readonly<Record<string, readonly (readonly string[])[]>>;
}

interface Player extends Opened {
  /** Nothing is open: the map of courses is shown. */
  readonly lesson: Lesson | undefined;
  readonly run: LessonRun | undefined;
  /** Index of the step that is shown; the number of steps: the end page. */
  readonly shown: number;
  /** Changes whenever the checks were looked at anew. */
  readonly look: number;
  /** The map of courses is in front of the lesson that is open. */
  readonly atMap: boolean;
  readonly loading: boolean;
  readonly problem: string | undefined;
  /** Of a lesson from elsewhere. */
  readonly files: LessonFiles | undefined;
}

const CLOSED: Player = {
  lesson: undefined,
  run: undefined,
  shown: 0,
  look: 0,
  hints: [],
  solutionShown: [],
  predicted: {},
  quiz: {},
  atMap: false,
  loading: false,
  problem: undefined,
  files: undefined,
};

export const usePlayer = create<Player>()(() => CLOSED);

/** Opens a lesson on a cluster of its own: of the project by its id, or from an address. What goes wrong is shown with the map. */
export async function openLesson(id: string): Promise<void> {
  usePlayer.setState({ loading: true, problem: undefined });
  prepareForCommands(); // its set-up runs some
  try {
    if (/^https?:\/\//.test(id)) return await openFiles(await (await import('./fetch-lesson.ts')).fetchLesson(id));
    const lesson = await ownLesson(id);
    if (lesson) await begin(lesson);
    else await missing(id);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

/** Opens a lesson from anywhere. @throws LessonError, ExpressionError, or what its set-up says */
export async function openFiles(files: LessonFiles): Promise<void> {
  await begin(await readFiles(files), files);
}

/** Begins a lesson anew, on a cluster of its own. */
async function begin(lesson: Lesson, files?: LessonFiles): Promise<void> {
  const cluster = await startLesson(lesson);
  const run = new LessonRun(lesson, cluster);
  if (files) run.verify(); // the project's own were proved
  await replaceSession(async () => adoptCluster(cluster, `lesson:${lesson.id}`));
  show(lesson, run, files);
}

/** Begins a step anew on a fresh cluster, on which the steps before it have been done. */
export async function beginStep(index: number): Promise<void> {
  const { lesson, files, hints, solutionShown, predicted, quiz } = usePlayer.getState();
  if (!lesson) return;
  const ahead = await import('./ahead.ts').then(({ playTo }) => playTo(lesson, index)).catch(() => undefined);
  if (!ahead) return restartLesson(); // a file of the lesson's from elsewhere may not get there
  const { run, shell } = ahead;
  await replaceSession(async () => adoptCluster(run.cluster, `lesson:${lesson.id}`, [{ shown: '', state: shell }]));
  show(lesson, run, files);
  usePlayer.setState({ hints, solutionShown, predicted, quiz });
}

/** A lesson of the project. */
const ownLesson = async (id: string): Promise<Lesson | undefined> =>
  Object.hasOwn(loaders, id) ? (await loaders[id]?.())?.default : undefined;

/** Reading takes code that the project's own lessons do without. */
const readFiles = async (files: LessonFiles): Promise<Lesson> => (await import('../../src/lessons/read.ts')).readLesson(files);

// A saved session keeps the lesson under way, and goes on with it.
lessonKeeper.save = () => {
  const { lesson, run, shown, files } = usePlayer.getState();
  const { hints, solutionShown, predicted, quiz } = usePlayer.getState();
  return (
    lesson && run && { id: lesson.id, run: run.save(), shown, opened: { hints, solutionShown, predicted, quiz }, ...(files && { files }) }
  );
};
lessonKeeper.resume = async ({ id, run, shown, files: saved, opened }) => {
  const files = saved === undefined ? undefined : filesOf(saved);
  const lesson = files ? await readFiles(files) : await ownLesson(id);
  if (!lesson) return missing(id);
  show(lesson, new LessonRun(lesson, useEngine.getState().cluster, readRun(run, lesson)), files);
  usePlayer.setState(openedOf(opened, lesson));
  usePlayer.setState({ shown: typeof shown === 'number' && shown >= 0 && shown <= lesson.steps.length ? Math.floor(shown) : 0 });
};

/** What was opened of a lesson, as far as what was saved makes sense. */
function openedOf(data: unknown, { steps, quiz }: Lesson): Opened {
  const { hints, solutionShown, predicted, quiz: chosen } = (data ?? {}) as Readonly<Record<string, unknown>>;
  const at = (list: unknown, index: number | string): unknown =>
    typeof list === 'object' && list !== null && Object.hasOwn(list, index)
      ? (list as Readonly<Record<string, unknown>>)[index]
      : undefined;
  const count = (value: unknown): number => (Number.isInteger(value) && (value as number) > 0 ? (value as number) : 0);
  const isChoice = (value: unknown, options: readonly string[]): value is readonly string[] =>
    Array.isArray(value) && value.every((id) => options.includes(id));
  return {
    hints: steps.map((_step, index) => Math.min(count(at(hints, index)), 20)),
    solutionShown: steps.map((_step, index) => at(solutionShown, index) === true),
    predicted: Object.fromEntries(
      steps.flatMap(({ predict }, index) => {
        const option = at(predicted, index);
        return typeof option === 'string' && (option === '' || predict?.options.includes(option)) ? [[index, option]] : [];
      }),
    ),
    quiz: Object.fromEntries(
      quiz.flatMap(({ id, options }) => {
        const tries = at(chosen, id);
        return Array.isArray(tries) && tries.length <= 2 && tries.every((one) => isChoice(one, options)) ? [[id, tries]] : [];
      }),
    ),
  };
}

/** Files that were saved: names to texts, or nothing. */
function filesOf(data: unknown): LessonFiles {
  const entries = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function show(lesson: Lesson, run: LessonRun, files: LessonFiles | undefined): void {
  usePlayer.setState({
    ...CLOSED,
    lesson,
    run,
    files,
    shown: Math.min(run.current, lesson.steps.length),
    ...openedOf(undefined, lesson),
  });
  lookAway();
  focusStep();
  showPanel('lessons');
  look();
}

async function missing(id: string): Promise<void> {
  await textsReady();
  fail(useWords.getState().t('noLesson', { id }));
}

/** Says with the map what is wrong with a lesson. */
export function fail(problem: string): void {
  usePlayer.setState({ ...CLOSED, problem });
  showPanel('lessons');
}

function closeLesson(): void {
  usePlayer.setState(CLOSED);
  lookAway();
  lightTopic([]);
}

/** To the map of courses and back; the lesson and its cluster stay as they are. */
export function showMap(atMap: boolean): void {
  usePlayer.setState({ atMap });
  lookAway();
  if (atMap) lightTopic([]);
  else focusStep();
}

export async function restartLesson(): Promise<void> {
  const { lesson, files } = usePlayer.getState();
  if (lesson) await begin(lesson, files);
}

/** Begins the lesson again whose cluster has that name (`lesson:<id>`). */
export async function restartOpen(scenario: string): Promise<void> {
  if (usePlayer.getState().lesson) await restartLesson();
  else await openLesson(scenario.slice('lesson:'.length));
}

let lastDeadEnd: string | undefined;

/** Looks at the cluster again; a step that is done says so. */
export function look(): void {
  const { run, lesson, look: count, shown } = usePlayer.getState();
  if (!run || !lesson) return;
  if (run.cluster !== useEngine.getState().cluster) return closeLesson(); // somebody began another session
  const before = lesson.steps.map((_step, index) => run.isDone(index));
  run.update();
  usePlayer.setState({ look: count + 1 });
  if (isHidden() && shown < lesson.steps.length) {
    const { deadEnd } = run.state(shown);
    if (deadEnd !== undefined && deadEnd !== lastDeadEnd) tellElsewhere('deadEnd', 'toLesson');
    lastDeadEnd = deadEnd;
  }
  lesson.steps.forEach((step, index) => {
    if (before[index] || !run.isDone(index)) return;
    lessons.tellStep({ lesson: lesson.id, step: step.id, index, steps: lesson.steps.length });
    if (index === shown) lookAway();
    if (index === shown && isHidden()) tellElsewhere('todoDone', 'next');
    keep();
  });
}

/** Where one panel is in front at a time, the lesson may not be seen. */
const isHidden = (): boolean => matchMedia('(max-width: 700px)').matches && usePanels.getState().front !== 'lessons';

/** Says its news there, and leads back. In the terminal it stands in the line above, where it covers nothing that a command printed. */
function tellElsewhere(news: string, way: string): void {
  const { t } = useWords.getState();
  const strip = usePanels.getState().front === 'terminal' ? document.querySelector('.terminal-lesson') : null;
  notice(t(news), [{ text: t(way), run: () => showPanel('lessons') }], 8000, strip ?? document.body);
  const back = usePanels.subscribe(({ front }) => {
    if (front !== 'lessons') return;
    back();
    dismissNotice();
  });
}

/** Writes down how far the learner is. */
export function keep(quiz?: { readonly right: number; readonly of: number }): void {
  const { run, lesson, hints, solutionShown } = usePlayer.getState();
  if (!run || !lesson) return;
  const before = useProgress.getState().lessons[lesson.id];
  record(lesson.id, {
    done: run.doneCount,
    steps: lesson.steps.length,
    hints: hints.reduce((sum, count) => sum + count, 0) + solutionShown.filter(Boolean).length,
    quiz: quiz?.right ?? before?.quiz ?? 0,
    questions: quiz?.of ?? before?.questions ?? lesson.quiz.length,
  });
}

export function showStep(index: number): void {
  const { run, lesson } = usePlayer.getState();
  if (!lesson || !run) return;
  usePlayer.setState({ shown: Math.max(0, Math.min(index, lesson.steps.length)) });
  lookAway();
  focusStep();
}

/** From a step that is done, or has nothing to check, to the next one. */
export function nextStep(): void {
  const { run, shown } = usePlayer.getState();
  if (!run) return;
  run.pass(shown);
  look();
  showStep(shown + 1);
}

/** Ends an exam, and shows what it came to. */
export function handIn(): void {
  const { run, lesson } = usePlayer.getState();
  if (!run || !lesson) return;
  run.handIn();
  look();
  showStep(lesson.steps.length);
}

/** The picture lights what the step is about. */
function focusStep(): void {
  const { lesson, shown } = usePlayer.getState();
  const target = parseTarget(lesson?.steps[shown]?.focus ?? '');
  lightTopic(target?.object ? [target.object] : []);
}

export function point(target: string): void {
  const found = parseTarget(target);
  if (!found) return;
  lookHere({ ...(found.panel ? { panels: [found.panel] } : {}), ...(found.object ? { objects: [found.object as ObjectQuery] } : {}) });
}

export function predict(index: number, option: string): void {
  usePlayer.setState(({ predicted }) => ({ predicted: { ...predicted, [index]: option } }));
}

/** An answer to a question of the quiz: the first one counts, the last one is shown. */
export function chooseAnswer(question: string, chosen: readonly string[]): void {
  usePlayer.setState(({ quiz }) => ({ quiz: { ...quiz, [question]: [quiz[question]?.[0] ?? chosen, chosen] } }));
}

export function openHint(index: number): void {
  usePlayer.setState(({ hints }) => ({ hints: hints.map((count, at) => (at === index ? count + 1 : count)) }));
}

export function openSolution(index: number): void {
  usePlayer.setState(({ solutionShown }) => ({ solutionShown: solutionShown.map((shown, at) => shown || at === index) }));
}

export function answer(index: number, text: string): boolean {
  const right = usePlayer.getState().run?.answer(index, text) ?? false;
  look();
  return right;
}

/** Goes back to where the step under way began. */
export function undoStep(): void {
  const { run } = usePlayer.getState();
  run?.undo();
  look();
}

/** The lesson after this one in its course. */
export function lessonAfter(id: string): string | undefined {
  const at = entries.findIndex((entry) => entry.id === id);
  const next = entries[at + 1];
  return at >= 0 && next?.course === entries[at]?.course ? next?.id : undefined;
}

// Checks are looked at when the cluster, its requests or its time changed (at most once a frame), and twice a second for what only reads.
useEngine.subscribe((state, before) => {
  if (
    state.revision !== before.revision ||
    state.requests !== before.requests ||
    state.second !== before.second ||
    state.cluster !== before.cluster
  )
    look();
});
let reads = 0;
setInterval(() => {
  const { run } = usePlayer.getState();
  const count = run?.cluster.readCount() ?? 0;
  if (count !== reads) look();
  reads = count;
}, 300);
