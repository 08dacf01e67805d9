/** The page's session as data, and a page that goes on from one. */
import { openSave, SAVE_VERSION, type SavedTerminal, SaveError, type SessionSave, withoutPast } from '../../src/session/save.ts';
import { jsonPieces } from '../../src/world/json-text.ts';
import { adoptPast, pastPieces } from '../../src/world/past.ts';
import type { WorldSnapshot } from '../../src/world/world.ts';
import { adoptCluster, useEngine } from '../engine/engine.ts';
import { screenOf } from '../terminal/screen.ts';
import { type KeptLesson, lessonKeeper, restored } from './keeper.ts';

/** The most lines of a terminal that are kept. */
const LINES = 1000;
/** How long trying out what was loaded may compute, ms. */
const TRIAL_MS = 1500;

/** The session as it is now; undefined while the cluster waits for code. */
export function capture(past = false): SessionSave | undefined {
  const { cluster } = useEngine.getState();
  if (cluster.kernel.awaiting) return undefined;
  const snapshot: WorldSnapshot = cluster.snapshot();
  return { ...around(), cluster: past ? snapshot : withoutPast(snapshot) };
}

/**
 * The session as it is now and the past of its cluster, as pieces of JSON that are made when they are asked for: as large as it may be, no
 * piece takes long.
 */
export function capturePieces(): { readonly save: Iterator<string>; readonly past: Iterator<string> } | undefined {
  const { cluster } = useEngine.getState();
  if (cluster.kernel.awaiting) return undefined;
  return { save: jsonPieces({ ...around(), cluster: cluster.frozen() }, DEPTH), past: pastPieces(cluster.history) };
}

/** Down to one object of one kind, and to one part of a slot: `cluster.store.objects.pods[0]`. */
const DEPTH = 5;

/** All of a session but its cluster. */
function around(): Omit<SessionSave, 'cluster'> {
  const { scenario, terminals } = useEngine.getState();
  const lesson = lessonKeeper.save?.();
  return {
    drydock: SAVE_VERSION,
    scenario,
    terminals: terminals.map(({ terminal }): SavedTerminal => ({ text: screenText(screenOf(terminal).xterm), state: terminal.state })),
    ...(lesson && { page: { lesson } }),
  };
}

/** The session now; a cluster that waits for code is ready a moment later. */
export async function captured(): Promise<SessionSave> {
  const { cluster } = useEngine.getState();
  for (;;) {
    const save = capture();
    if (save) return save;
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (useEngine.getState().cluster !== cluster) throw new SaveError('another session has begun');
  }
}

/**
 * Puts the page on a saved session.
 * @param past what its `capturePieces` gave, read; one that does not fit is left out
 * @throws SaveError, and then nothing has changed
 */
export async function resume(save: SessionSave, past?: unknown): Promise<void> {
  const start = performance.now();
  const cluster = await openSave(save, () => performance.now() - start > TRIAL_MS);
  restored.cluster = cluster;
  try {
    if (past !== undefined) adoptPast(cluster.history, past);
  } catch (error) {
    console.warn('The past was not kept:', error);
  }
  adoptCluster(
    cluster,
    save.scenario,
    save.terminals.map(({ text, state }) => ({ shown: cleanText(text), state })),
  );
  const { lesson } = (save.page ?? {}) as { readonly lesson?: KeptLesson };
  if (typeof lesson !== 'object' || lesson === null || typeof lesson.id !== 'string') return;
  try {
    await import('../lessons/player.ts');
    await lessonKeeper.resume?.(lesson);
  } catch (error) {
    throw new SaveError(`its lesson cannot go on: ${error instanceof Error ? error.message : String(error)}`);
  }
}

type Screen = ReturnType<typeof screenOf>['xterm'];

/** What a screen shows and showed, as text; lines that were wrapped are whole again. The prompt that waits is left out: a new one comes. */
function screenText({ buffer }: Screen): string {
  const { normal } = buffer;
  const lines: string[] = [];
  for (let at = Math.max(0, normal.length - LINES); at < normal.length; at++) {
    const line = normal.getLine(at);
    if (!line) continue;
    const text = line.translateToString(true);
    if (line.isWrapped && lines.length > 0) lines[lines.length - 1] += text;
    else lines.push(text);
  }
  while (lines.at(-1)?.trim() === '') lines.pop();
  if (/^(?:\S+ )?[$#] ?$/.test(lines.at(-1) ?? '')) lines.pop();
  return lines.join('\n');
}

/** Text without anything that a terminal would act on. */
const cleanText = (text: string): string => text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '');
