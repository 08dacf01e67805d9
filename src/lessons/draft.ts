/** A lesson in the making: commands that were typed and what came of them, put into the files of a lesson, and rehearsed. */
import { stringify } from 'yaml';
import type { Cluster } from '../session/index.ts';
import { manifests, SYSTEM } from '../session/manifests.ts';
import { Checker } from './cel.ts';
import { commandsIn } from './commands.ts';
import { beginning, Facts } from './facts.ts';
import { LANGUAGES, type LessonFiles, type LessonLanguage, UNTRANSLATED } from './format.ts';
import type { Proposal } from './propose.ts';
import { readLesson } from './read.ts';
import { startLesson } from './start.ts';
import { Typist } from './typist.ts';

/** A command as it was typed. */
export interface DraftCommand {
  readonly text: string;
  /** Which terminal, from 1. */
  readonly terminal: number;
  /** Found out by the rehearsal: it ends with an error, or does not end. */
  readonly fails?: boolean;
  readonly stays?: boolean;
}

export interface DraftStep {
  readonly title: string;
  readonly about: string;
  readonly commands: readonly DraftCommand[];
  readonly checks: readonly Proposal[];
}

/** What a lesson begins with. */
export interface DraftStart {
  readonly nodes: number;
  /** Manifests; empty for none. */
  readonly manifests: string;
  /** Shell lines that wait for what was ready when the recording began. */
  readonly setup: readonly string[];
}

export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly seed: number;
  readonly start: DraftStart;
  /** Files of the laptop that the commands need. */
  readonly files: Readonly<Record<string, string>>;
  readonly steps: readonly DraftStep[];
}

const WORDS = {
  en: {
    summary: 'Say in a sentence or two what this lesson is about.',
    about: 'Say why, then how.',
    hint: 'The commands above, one after the other.',
    end: 'Done',
    learned: 'Say what was learned, and what comes next.',
    step: 'Step',
  },
  zh: {
    summary: '用一两句话说明这一课讲什么。',
    about: '先说为什么，再说怎么做。',
    hint: '上面的命令，一条接一条。',
    end: '完成',
    learned: '说明学到了什么，接下来是什么。',
    step: '步骤',
  },
} as const;

/** The cluster as it is now, as the start of a lesson. */
export function startOf(cluster: Cluster): DraftStart {
  const { store } = cluster.world;
  const facts = new Facts(cluster, beginning(cluster));
  const setup: string[] = [];
  for (const kind of ['deployment', 'statefulset', 'daemonset'])
    for (const { metadata } of facts.list(kind, '', '*')) {
      const { name, namespace = 'default' } = metadata;
      if (!facts.rolledOut(kind, `${namespace}/${name}`) || SYSTEM.test(namespace)) continue;
      setup.push(`kubectl rollout status ${kind}/${name}${namespace === 'default' ? '' : ` -n ${namespace}`}`);
    }
  return { nodes: store.list('nodes').length, manifests: manifests(cluster), setup };
}

export const idOf = (title: string, fallback: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || fallback;

/** `${name}` is a lesson's own; to the shell `$name` says the same. */
const asShell = (text: string): string => text.replace(/\$\{([a-z]\w*)\}(?!\w)/g, '$$$1');

/**
 * The files of the lesson: lesson.yaml, its prose in the author's language and, with what the author wrote marked as `UNTRANSLATED`, in the
 * others, and the manifests that it begins with.
 */
export function draftFiles(draft: Draft, language: LessonLanguage): LessonFiles {
  const steps = draft.steps.map((step, index) => ({ ...step, id: `${idOf(step.title, 'step')}-${index + 1}` }));
  const solution = ({ commands }: DraftStep): string =>
    commands.map(({ text, stays }) => (stays ? `${asShell(text).replace(/\s*&?\s*$/, '')} > /dev/null &` : asShell(text))).join('\n');
  const structure = {
    id: draft.id,
    level: 'core',
    minutes: Math.max(1, draft.steps.length * 2),
    teaches: commandsIn(draft.steps.map(solution).join('\n')),
    cluster: {
      ...(draft.start.nodes > 1 && { nodes: draft.start.nodes }),
      seed: draft.seed,
      ...(draft.start.manifests !== '' && { manifests: ['start.yaml'] }),
      ...(draft.start.setup.length > 0 && { setup: draft.start.setup }),
      ...(Object.keys(draft.files).length > 0 && { files: draft.files }),
    },
    steps: steps.map((step) => ({
      id: step.id,
      ...(step.checks.length > 0 && {
        checks: step.checks.map(({ id, that, saw }) => ({ id, that, ...(saw !== undefined && { saw }) })),
      }),
      solution: solution(step),
    })),
  };
  return {
    'lesson.yaml': stringify(structure, { lineWidth: 0 }),
    ...Object.fromEntries(LANGUAGES.map((one) => [`${one}.md`, proseText(draft, steps, one, one === language)])),
    ...(draft.start.manifests !== '' && { 'start.yaml': draft.start.manifests }),
  };
}

function proseText(draft: Draft, steps: readonly (DraftStep & { readonly id: string })[], language: LessonLanguage, own: boolean): string {
  const words = WORDS[language];
  /** What the author wrote, or else words of ours. */
  const text = (written: string, otherwise: string): string =>
    written.trim() === '' ? otherwise : own ? written : written.trim().replace(/^(?=.)/gm, `${UNTRANSLATED} `);
  const parts = [`# ${text(draft.title, draft.id)}`, text(draft.summary, words.summary)];
  for (const [index, step] of steps.entries()) {
    parts.push(
      `## ${text(step.title, `${words.step} ${index + 1}`)} {#${step.id}}`,
      text(step.about, words.about),
      ...fences(step.commands),
    );
    for (const { id, says } of step.checks) parts.push(`### check ${id}`, says[language]);
    if (step.checks.length > 0) parts.push('### hint', words.hint);
  }
  parts.push(`## ${words.end} {#end}`, words.learned);
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}

/** Commands that are typed alike stand in one block. */
function fences(commands: readonly DraftCommand[]): string[] {
  const blocks: { head: string; text: string }[] = [];
  for (const { text: typed, terminal, fails, stays } of commands) {
    const text = asShell(typed);
    const head = ['sh', terminal > 1 && `terminal=${terminal}`, fails && 'fails', stays && 'stays'].filter(Boolean).join(' ');
    const last = blocks.at(-1);
    if (last?.head === head && !fails && !stays) last.text += `\n${text}`;
    else blocks.push({ head, text });
  }
  return blocks.map(({ head, text }) => `\`\`\`${head}\n${text}\n\`\`\``);
}

/** How long a check may take to come true after the step's commands, virtual ms. */
const PATIENCE_MS = 30_000;

/**
 * Plays a draft from its start, as learners will: finds out which commands fail or do not end, and leaves out the checks that hold before
 * their step, or do not come true after it. Its author paused between commands; where the cluster needs such a pause, it is written down.
 * @throws LessonError, or when the start cannot be made
 */
export async function rehearse(draft: Draft): Promise<Draft> {
  const played = await play(draft);
  if (countChecks(played) === countChecks(draft)) return played;
  const paused = await play({ ...draft, steps: draft.steps.map((step) => ({ ...step, commands: withPauses(step.commands) })) });
  return countChecks(paused) > countChecks(played) ? paused : played;
}

const countChecks = ({ steps }: Draft): number => steps.reduce((sum, { checks }) => sum + checks.length, 0);

/** Five seconds before each request over the network that is not the first command. */
function withPauses(commands: readonly DraftCommand[]): DraftCommand[] {
  return commands.flatMap((command, index) =>
    index > 0 && /\b(?:curl|wget)\b/.test(command.text) ? [{ text: 'sleep 5', terminal: command.terminal }, command] : [command],
  );
}

async function play(draft: Draft): Promise<Draft> {
  const cluster = await startLesson(readLesson(draftFiles(draft, 'en')));
  const checker = new Checker({});
  const typists = new Map<number, Typist>();
  const steps: DraftStep[] = [];
  for (const step of draft.steps) {
    const since = beginning(cluster);
    const holds = ({ that }: Proposal): boolean => checker.compile(that).holds(new Facts(cluster, since));
    const checks = step.checks.filter((check) => !holds(check));
    const commands: DraftCommand[] = [];
    for (const { text, terminal } of step.commands) {
      const typist = typists.get(terminal) ?? new Typist(cluster);
      typists.set(terminal, typist);
      if (!typist.ready) await typist.interrupt();
      const { code } = await typist.type(text);
      commands.push({ text, terminal, ...(code === undefined ? { stays: true } : code !== 0 && { fails: true }) });
    }
    const clock = typists.get(1) ?? new Typist(cluster);
    typists.set(1, clock);
    for (let waited = 0; waited < PATIENCE_MS && !checks.every(holds); waited += 500) await clock.wait(500);
    steps.push({ ...step, commands, checks: checks.filter(holds) });
  }
  return { ...draft, steps };
}
