/** What a lesson is: structure (`lesson.yaml`), prose (one Markdown file a language), and courses that put lessons in order. See docs/lessons.md. */
import type { Image } from '../node/images/image.ts';
import type { Prose } from './prose.ts';

/** A lesson's files by name: `lesson.yaml`, `en.md`, `zh.md`, manifests. */
export type LessonFiles = Readonly<Record<string, string>>;

/** Languages that a lesson of this project has; a lesson from elsewhere may have one. */
export const LANGUAGES = ['en', 'zh'] as const;
export type LessonLanguage = (typeof LANGUAGES)[number];

/** Stands before a text that was written in one language and waits for its translation in the file of another. */
export const UNTRANSLATED = 'TRANSLATE:';

/** Names that prose, set-up, checks and solutions share. */
export type Vars = Readonly<Record<string, string | number>>;

export interface Lesson {
  readonly id: string;
  readonly level: 'basics' | 'core' | 'debug' | 'exam';
  readonly minutes: number;
  /** Ids of the lessons before it. */
  readonly needs: readonly string[];
  /** Commands that it introduces: `kubectl expose`, `curl`. */
  readonly teaches: readonly string[];
  readonly vars: Vars;
  readonly cluster: ClusterStart;
  readonly steps: readonly Step[];
  readonly quiz: readonly Question[];
  /** Seconds of the cluster's time for an exam; the score is the steps done. */
  readonly exam?: { readonly seconds: number; readonly pass: number };
  readonly prose: Readonly<Partial<Record<LessonLanguage, Prose>>>;
}

/** The cluster that a lesson begins with. */
export interface ClusterStart {
  readonly nodes: number;
  readonly seed: number;
  /** Names of manifests in the lesson's folder, applied first. */
  readonly manifests: readonly string[];
  /** Shell text run before the first prompt; each line must succeed. */
  readonly setup: readonly string[];
  /** Files of the laptop by path (from the home folder). */
  readonly files: Readonly<Record<string, string>>;
  readonly images: readonly Image[];
}

export interface Step {
  readonly id: string;
  /** What the picture singles out meanwhile: `svc/web`. */
  readonly focus?: string;
  readonly predict?: Question;
  /** A question whose answer is typed: CEL that gives it. */
  readonly ask?: string;
  /** All must hold for the step to be done; a step without goes on by a button. */
  readonly checks: readonly Check[];
  readonly deadEnds: readonly DeadEnd[];
  /** Shell text that brings the step to its end, as a learner would type it. */
  readonly solution: string;
  /** Other ways that must do too, and ways that must not. */
  readonly others: readonly string[];
  readonly wrong: readonly string[];
}

export interface Question {
  readonly id: string;
  readonly options: readonly string[];
  readonly answer: readonly string[];
}

export interface Check {
  readonly id: string;
  /** CEL: true when it is as wanted. */
  readonly that: string;
  /** CEL: what is there now. */
  readonly saw?: string;
  /** It must hold so many seconds of the cluster's time without a break. */
  readonly stable: number;
  /** Once true it stays: for what passes by. */
  readonly once: boolean;
  /** It holds from the start and must not be broken. */
  readonly keeps: boolean;
  /** Closer explanations of why it is not so yet: id of the text to CEL; the first that is true is shown. */
  readonly because: Readonly<Record<string, string>>;
}

export interface DeadEnd {
  readonly id: string;
  /** CEL: from here the step cannot be reached in a reasonable way; undo is offered. */
  readonly when: string;
  /** Shell text that leads there, for the proof. */
  readonly by: string;
}

export interface Course {
  readonly id: string;
  readonly title: Readonly<Record<LessonLanguage, string>>;
  readonly about: Readonly<Record<LessonLanguage, string>>;
  /** Names of the lessons' folders, in order. */
  readonly lessons: readonly string[];
}

/** `${name}` becomes the value of a declared name (small letters); `${NAME}` is the shell's own. */
export function fillVars(text: string, vars: Vars): string {
  return text.replace(/\$\{([a-z]\w*)\}/g, (all, name: string) => (Object.hasOwn(vars, name) ? String(vars[name]) : all));
}

/** The names in `${...}` that are not declared. */
export function undeclaredVars(text: string, vars: Vars, also: readonly string[] = []): string[] {
  const found = [...text.matchAll(/\$\{([a-z]\w*)\}/g)].map(([, name = '']) => name);
  return [...new Set(found)].filter((name) => !Object.hasOwn(vars, name) && !also.includes(name));
}
