/** A lesson being recorded: what is typed in the terminals from now on, step by step, and what came of it. Kept in this browser meanwhile. */
import { create } from 'zustand';
import {
  type Draft,
  type DraftCommand,
  type DraftStart,
  type DraftStep,
  draftFiles,
  idOf,
  rehearse,
  startOf,
} from '../../src/lessons/draft.ts';
import { type Beginning, beginning } from '../../src/lessons/facts.ts';
import type { LessonFiles } from '../../src/lessons/index.ts';
import type { Proposal } from '../../src/lessons/propose.ts';
import type { Cluster } from '../../src/session/index.ts';
import { usePage } from '../base/state.ts';
import { useEngine } from '../engine/engine.ts';
import { recall, remember } from '../storage/storage.ts';

/** What is kept of a recording. */
interface Kept {
  readonly title: string;
  readonly summary: string;
  readonly start: DraftStart;
  readonly files: Readonly<Record<string, string>>;
  readonly steps: readonly DraftStep[];
  readonly since: Beginning;
}

interface Recording extends Kept {
  readonly on: boolean;
  /** Commands before that (of `cluster.history.marks()`) belong to earlier steps. */
  readonly marksBefore: number;
}

const KEY = 'draft';
const NOTHING: Recording = {
  on: false,
  title: '',
  summary: '',
  start: { nodes: 1, manifests: '', setup: [] },
  files: {},
  steps: [],
  since: { time: 0, revision: 0, requests: 0, reads: 0 },
  marksBefore: 0,
};

export const useRecording = create<Recording>()(() => restored() ?? NOTHING);

/** The recording that was under way when the page went; nothing when there is none, or it is not of our making. */
function restored(): Recording | undefined {
  try {
    const kept = JSON.parse(recall(KEY) ?? 'null') as Kept | null;
    if (!kept) return undefined;
    // To be written as files is the proof of its shape.
    draftFiles(
      { id: 'x', seed: 1, title: kept.title, summary: kept.summary, start: kept.start, files: kept.files, steps: kept.steps },
      'en',
    );
    return { ...NOTHING, ...kept, on: true };
  } catch {
    return undefined;
  }
}

useRecording.subscribe(({ on, title, summary, start, files, steps, since }) => {
  remember(KEY, on ? JSON.stringify({ title, summary, start, files, steps, since } satisfies Kept) : 'null');
});

const cluster = (): Cluster => useEngine.getState().cluster;

/** From here on: the cluster as it is now is the lesson's start. */
export function startRecording(): void {
  const now = cluster();
  useRecording.setState({ ...NOTHING, on: true, start: startOf(now), since: beginning(now), marksBefore: now.history.marks().length });
}

export function stopRecording(): void {
  useRecording.setState(NOTHING);
}

/** What only looks at the terminal itself teaches nothing. */
const IDLE = /^\s*(?:clear|reset|history)?\s*(?:#.*)?$/;

/** The commands of the step under way. */
export function commandsNow(): DraftCommand[] {
  const { marksBefore, since } = useRecording.getState();
  const ids = useEngine.getState().terminals.map(({ id }) => String(id));
  return cluster()
    .history.marks()
    .slice(marksBefore)
    .filter(({ text, time }) => time >= since.time && !IDLE.test(text))
    .map(({ text, source }) => ({ text, terminal: Math.max(1, ids.indexOf(source) + 1) }));
}

/** Ends the step under way, and begins the next. */
export function endStep(step: Pick<DraftStep, 'title' | 'about'> & { readonly checks: readonly Proposal[] }): void {
  const now = cluster();
  const commands = commandsNow();
  const { steps, files } = useRecording.getState();
  useRecording.setState({
    steps: [...steps, { ...step, commands }],
    files: { ...files, ...filesOf(now, commands) },
    since: beginning(now),
    marksBefore: now.history.marks().length,
  });
}

export function dropStep(index: number): void {
  useRecording.setState(({ steps }) => ({ steps: steps.filter((_step, at) => at !== index) }));
}

/** Files of the laptop that the commands name and do not make: an editor wrote them. */
function filesOf({ kernel }: Cluster, commands: readonly DraftCommand[]): Record<string, string> {
  const machine = kernel.machine('laptop');
  const all = commands.map(({ text }) => text).join('\n');
  const found: Record<string, string> = {};
  for (const [, name = ''] of all.matchAll(/(?:^|\s)(?:-f|--filename)[ =]([\w./-]+)/g)) {
    const path = machine?.files.resolve('/home/learner', name) ?? '';
    if (!path.startsWith('/home/learner/') || !machine?.files.exists(path) || machine.files.isDirectory(path)) continue;
    if (!new RegExp(`>\\s*${name.replaceAll('.', '\\.')}(?:\\s|$)`).test(all))
      found[path.slice('/home/learner/'.length)] = machine.files.read(path);
  }
  return found;
}

/** The lesson's files, after it was played once from its start. @throws what is wrong with it */
export async function composed(): Promise<{ readonly id: string; readonly files: LessonFiles; readonly dropped: number }> {
  const { title, summary, start, files, steps } = useRecording.getState();
  const language = usePage.getState().language;
  const name = title.trim() || (language === 'zh' ? '我的课程' : 'My lesson');
  const draft: Draft = { id: idOf(name, 'my-lesson'), title: name, summary: summary.trim(), seed: 1, start, files, steps };
  const played = await rehearse(draft);
  const count = (of: Draft): number => of.steps.reduce((sum, { checks }) => sum + checks.length, 0);
  return { id: draft.id, files: draftFiles(played, language), dropped: count(draft) - count(played) };
}
