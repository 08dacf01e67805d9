/** A lesson under way on a cluster: which step, what its checks say, what was answered. The page and the checker play lessons by this. */
import type { Cluster } from '../session/index.ts';
import type { WorldSnapshot } from '../world/world.ts';
import { Checker, type Expression, ExpressionError } from './cel.ts';
import { type Beginning, beginning, Facts } from './facts.ts';
import type { Check, Lesson, Step } from './format.ts';

/** What a check says now. */
export interface CheckState {
  readonly id: string;
  readonly ok: boolean;
  /** What is there now, where the check tells. */
  readonly saw?: string;
  /** Id of the closer explanation that fits. */
  readonly because?: string;
  /** Seconds that it must still hold. */
  readonly holdFor?: number;
}

export interface StepState {
  readonly done: boolean;
  readonly checks: readonly CheckState[];
  /** Id of the dead end that was run into. */
  readonly deadEnd?: string;
  /** The answer to `ask` was right. */
  readonly answered: boolean;
}

/** Where a run is, as plain data: what a saved session keeps. */
export interface RunSave {
  readonly lesson: string;
  readonly step: number;
  readonly done: readonly boolean[];
  readonly answered: readonly boolean[];
  readonly since: readonly Beginning[];
  readonly latched: readonly (readonly string[])[];
  readonly started: number;
}

/** A saved run that fits the lesson; undefined (begin anew) for anything else. */
export function readRun(data: unknown, lesson: Lesson): RunSave | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { lesson: id, step, done, answered, since, latched, started } = data as Readonly<Record<string, unknown>>;
  const of = (list: unknown, fits: (one: unknown) => boolean): boolean =>
    Array.isArray(list) && list.length === lesson.steps.length && list.every(fits);
  const isFlag = (one: unknown): boolean => typeof one === 'boolean';
  const isCount = (one: unknown): boolean => typeof one === 'number' && Number.isFinite(one) && one >= 0;
  const isBeginning = (one: unknown): boolean =>
    typeof one === 'object' &&
    one !== null &&
    ['time', 'revision', 'requests', 'reads'].every((field) => isCount((one as Readonly<Record<string, unknown>>)[field]));
  const isLatch = (one: unknown): boolean => Array.isArray(one) && one.every((check) => typeof check === 'string');
  const fits =
    id === lesson.id &&
    isCount(step) &&
    Number.isInteger(step) &&
    isCount(started) &&
    of(done, isFlag) &&
    of(answered, isFlag) &&
    of(since, isBeginning) &&
    of(latched, isLatch);
  return fits ? (data as RunSave) : undefined;
}

interface CompiledStep {
  readonly step: Step;
  readonly checks: readonly {
    readonly check: Check;
    readonly that: Expression;
    readonly saw?: Expression;
    readonly because: readonly (readonly [string, Expression])[];
  }[];
  readonly deadEnds: readonly (readonly [string, Expression])[];
  readonly ask?: Expression;
}

interface Track {
  since: Beginning;
  /** Cluster as it was when the step began: what undo goes back to. */
  start: WorldSnapshot | undefined;
  done: boolean;
  answered: boolean;
  /** Checks of the kind `once` that were true. */
  readonly latched: Set<string>;
  /** Since when (virtual ms) each check has held without a break. */
  readonly holding: Map<string, number>;
}

export class LessonRun {
  readonly lesson: Lesson;
  readonly cluster: Cluster;
  /** Virtual time of the start, ms. */
  readonly started: number;
  /**
   * Index of the step under way; the number of steps when all are done. An exam has all steps under way at once, until it is handed in:
   * then this is the number of steps.
   */
  current = 0;
  private readonly checker: Checker;
  private readonly compiled = new Map<number, CompiledStep>();
  private readonly tracks: Track[];
  /** The moment that was looked at last. */
  private seen = '';

  constructor(lesson: Lesson, cluster: Cluster, save?: RunSave) {
    this.lesson = lesson;
    this.cluster = cluster;
    this.checker = new Checker(lesson.vars);
    this.started = save?.started ?? cluster.world.now;
    const now = beginning(cluster);
    this.tracks = lesson.steps.map((step, index) => ({
      since: save?.since[index] ?? now,
      start: undefined,
      done: save?.done[index] ?? false,
      answered: save?.answered[index] ?? step.ask === undefined,
      latched: new Set(save?.latched[index] ?? []),
      holding: new Map(),
    }));
    this.current = Math.min(save?.step ?? 0, lesson.steps.length);
    this.begin(save === undefined);
  }

  /** Compiles all expressions, which are else compiled when their step is under way. @throws ExpressionError for one that is no CEL */
  verify(): void {
    this.tracks.forEach((_track, index) => this.compile(index));
  }

  get finished(): boolean {
    return this.tracks.every(({ done }) => done);
  }

  get doneCount(): number {
    return this.tracks.filter(({ done }) => done).length;
  }

  isDone(index: number): boolean {
    return this.tracks[index]?.done ?? false;
  }

  /** Seconds of the cluster's time since the lesson began. */
  seconds(): number {
    return Math.floor((this.cluster.world.now - this.started) / 1000);
  }

  /** Seconds that are left of an exam. */
  get secondsLeft(): number {
    return Math.max(0, (this.lesson.exam?.seconds ?? 0) - this.seconds());
  }

  /** An exam that is handed in, or whose time is up: nothing counts any more. */
  get isOver(): boolean {
    return this.lesson.exam !== undefined && (this.current === this.tracks.length || this.secondsLeft === 0);
  }

  /** Ends an exam: its solutions are shown from now on. */
  handIn(): void {
    this.update();
    if (this.lesson.exam) this.current = this.tracks.length;
  }

  /** Looks at the cluster again, if anything of it is new. A step whose checks all hold is done, and the next one begins. */
  update(): void {
    const seen = this.moment();
    if (seen === this.seen) return;
    this.look();
    this.seen = seen;
  }

  private look(): void {
    if (this.lesson.exam) {
      if (!this.isOver) this.tracks.forEach((_track, index) => this.lookAt(index));
      return;
    }
    while (this.current < this.tracks.length && this.lookAt(this.current)) this.next();
  }

  /** What tells two moments apart for a check: facts are of the store, requests and reads, files of commands that ended, and whole seconds. */
  private moment(): string {
    const { cluster } = this;
    const { store, now } = cluster.world;
    return [store.revision, cluster.requestCount(), cluster.readCount(), cluster.runsALine, Math.floor(now / 1000)].join();
  }

  /** What a step's checks say; of a step that is done, that they hold. */
  state(index: number): StepState {
    const track = this.tracks[index] as Track;
    const compiled = this.compile(index);
    if (track.done && !this.lesson.exam)
      return { done: true, answered: true, checks: compiled.checks.map(({ check }) => ({ id: check.id, ok: true })) };
    const facts = new Facts(this.cluster, track.since);
    const deadEnd = compiled.deadEnds.find(([, when]) => when.holds(facts))?.[0];
    return {
      done: track.done,
      answered: track.answered,
      ...(deadEnd !== undefined && { deadEnd }),
      checks: compiled.checks.map(({ check, saw, that, because }): CheckState => {
        const held = track.latched.has(check.id) || that.holds(facts);
        const holdFor = held ? this.holdFor(track, check) : 0;
        if (held && holdFor === 0) return { id: check.id, ok: true };
        const seen = saw?.shows(facts);
        const why = held ? undefined : because.find(([, when]) => when.holds(facts))?.[0];
        return {
          id: check.id,
          ok: false,
          ...(seen !== undefined && { saw: seen }),
          ...(why !== undefined && { because: why }),
          ...(holdFor > 0 && { holdFor }),
        };
      }),
    };
  }

  /** Goes on from a step that has nothing to check. */
  pass(index: number): void {
    const track = this.tracks[index];
    if (!track || this.lesson.steps[index]?.checks.length !== 0 || !track.answered) return;
    track.done = true;
    if (index === this.current) this.next();
    this.look();
  }

  /** An answer to `ask`. True when it is right. */
  answer(index: number, text: string): boolean {
    const track = this.tracks[index];
    const ask = track && this.compile(index).ask;
    if (!ask) return false;
    const right = ask.shows(new Facts(this.cluster, track.since));
    if (right === undefined || !isAnswer(text, right)) return false;
    track.answered = true;
    this.look();
    return true;
  }

  /** The right answer to `ask` as things are now. */
  rightAnswer(index: number): string | undefined {
    const track = this.tracks[index];
    return track && this.compile(index).ask?.shows(new Facts(this.cluster, track.since));
  }

  get canUndo(): boolean {
    return this.tracks[this.current]?.start !== undefined;
  }

  /** The cluster as it was when the step under way began. */
  get stepStart(): WorldSnapshot | undefined {
    return this.tracks[this.current]?.start;
  }

  /** Puts the cluster back to where the step under way began. Terminals keep what they show. */
  undo(): void {
    const track = this.tracks[this.current];
    if (!track?.start) return;
    this.cluster.restore(track.start);
    track.latched.clear();
    track.holding.clear();
    this.look();
  }

  save(): RunSave {
    return {
      lesson: this.lesson.id,
      step: this.current,
      done: this.tracks.map(({ done }) => done),
      answered: this.tracks.map(({ answered }) => answered),
      since: this.tracks.map(({ since }) => since),
      latched: this.tracks.map(({ latched }) => [...latched]),
      started: this.started,
    };
  }

  /** Evaluates a step's checks; true when it is done with them. */
  private lookAt(index: number): boolean {
    const track = this.tracks[index] as Track;
    if (track.done) return true;
    const { checks } = this.compile(index);
    const facts = new Facts(this.cluster, track.since);
    let all = checks.length > 0 && track.answered;
    for (const { check, that } of checks) {
      const holds = track.latched.has(check.id) || that.holds(facts);
      if (!holds) track.holding.delete(check.id);
      else if (!track.holding.has(check.id)) track.holding.set(check.id, this.cluster.world.now);
      if (holds && check.once) track.latched.add(check.id);
      if (!holds || this.holdFor(track, check) > 0) all = false;
    }
    if (all) track.done = true;
    return all;
  }

  private holdFor(track: Track, check: Check): number {
    if (check.stable === 0) return 0;
    const since = track.holding.get(check.id) ?? this.cluster.world.now;
    return Math.max(0, Math.ceil(check.stable - (this.cluster.world.now - since) / 1000));
  }

  private next(): void {
    while (this.current < this.tracks.length && this.tracks[this.current]?.done) this.current++;
    this.begin(true);
  }

  private begin(fresh: boolean): void {
    const track = this.tracks[this.current];
    if (!track || !fresh) return;
    track.since = beginning(this.cluster);
    // A running request has no place in a snapshot; time goes on at the next frame.
    track.start = this.cluster.kernel.awaiting ? undefined : this.cluster.snapshot();
  }

  private compile(index: number): CompiledStep {
    const known = this.compiled.get(index);
    if (known) return known;
    const made = compileStep(this.lesson.steps[index] as Step, this.checker);
    this.compiled.set(index, made);
    return made;
  }
}

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'zero none 零 没有',
    'one 一',
    'two 二 两',
    'three 三',
    'four 四',
    'five 五',
    'six 六',
    'seven 七',
    'eight 八',
    'nine 九',
    'ten 十',
  ].flatMap((words, number) => words.split(' ').map((word) => [word, number])),
);

/** Whether that is the right answer as people write it: in quotes, with a full stop, a number as a word or with its unit. */
export function isAnswer(given: string, right: string): boolean {
  const text = given.trim().toLowerCase();
  const bare = text.replace(/^["'`“‘「]+|["'`”’」.。]+$/g, '');
  if (text === right.toLowerCase() || bare === right.toLowerCase()) return true;
  if (!/^\d+$/.test(right)) return false;
  const counted = /^(\d+|[a-z]+|[\u4e00-\u9fff])(?:\s+[a-z]+|\s*[\u4e00-\u9fff]+(?:\s*[a-z]+)?)?$/.exec(bare)?.[1] ?? '';
  return counted === right || NUMBERS[counted] === Number(right);
}

/** All expressions of a step, compiled. */
function compileStep(step: Step, checker: Checker): CompiledStep {
  const cel = (name: string, source: string): Expression => {
    try {
      return checker.compile(source);
    } catch (error) {
      throw new ExpressionError(`${step.id}: ${name}: ${error instanceof Error ? error.message : String(error)}: ${source}`, source);
    }
  };
  return {
    step,
    checks: step.checks.map((check) => ({
      check,
      that: cel(`the check ${check.id}`, check.that),
      ...(check.saw !== undefined && { saw: cel(`saw of ${check.id}`, check.saw) }),
      because: Object.entries(check.because).map(([id, when]) => [id, cel(`because ${check.id}/${id}`, when)] as const),
    })),
    deadEnds: step.deadEnds.map(({ id, when }) => [id, cel(`the dead end ${id}`, when)] as const),
    ...(step.ask !== undefined && { ask: cel('ask', step.ask) }),
  };
}
