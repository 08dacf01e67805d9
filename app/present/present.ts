/** Presenting: large type, a clean page, a script that one key types line by line, a spotlight, a second window. */
import { create } from 'zustand';
import type { Terminal } from '../../src/session/index.ts';
import { usePage } from '../base/state.ts';
import { activateTerminal, openTerminal, useEngine } from '../engine/engine.ts';
import { PANELS } from '../panels/list.ts';
import { hidePanel, showPanel } from '../panels/panels.ts';
import { recall, remember } from '../storage/storage.ts';
import { screenOf } from '../terminal/screen.ts';
import { useSettings } from '../terminal/settings.ts';
import { INTERRUPT, type ScriptLine, scriptLines } from './script.ts';

interface Presenting {
  readonly on: boolean;
  readonly script: string;
  /** Index of the line that the next key types. */
  readonly at: number;
  readonly typing: boolean;
  readonly spotlight: boolean;
}

export const usePresent = create<Presenting>()(() => ({
  on: false,
  script: recall('script') ?? '',
  at: 0,
  typing: false,
  spotlight: false,
}));

export function setScript(script: string): void {
  remember('script', script);
  usePresent.setState({ script, at: 0 });
}

/** Milliseconds between two keys: fast enough not to bore, slow enough to be read along. */
const KEY_MS = 28;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Types the next line live when there is a prompt for it, and runs it. A key while it waits or types finishes the line at once. */
export async function typeNext(): Promise<void> {
  const { script, at, typing } = usePresent.getState();
  if (typing) {
    usePresent.setState({ typing: false });
    return;
  }
  const line = scriptLines(script)[at];
  if (!line) return;
  const terminal = terminalOf(line);
  if (!terminal) return;
  usePresent.setState({ typing: true, at: at + 1 });
  if (line.text === INTERRUPT) {
    terminal.input('\x03');
    usePresent.setState({ typing: false });
    return;
  }
  while (!terminal.atPrompt && usePresent.getState().typing) await pause(KEY_MS);
  terminal.input('\x05\x15'); // what stood on the line goes
  for (const [index, key] of [...line.text].entries()) {
    if (!usePresent.getState().typing) {
      terminal.input([...line.text].slice(index).join(''));
      break;
    }
    terminal.input(key);
    await pause(KEY_MS);
  }
  await pause(usePresent.getState().typing ? 250 : 0);
  terminal.input('\r');
  usePresent.setState({ typing: false });
}

/** The terminal that a line is for, in front and there. */
function terminalOf({ terminal: number }: ScriptLine): Terminal | undefined {
  while (number !== undefined && useEngine.getState().terminals.length < number) openTerminal();
  const { terminals, activeTerminal } = useEngine.getState();
  const open = number === undefined ? terminals.find(({ id }) => id === activeTerminal) : terminals[number - 1];
  if (open) activateTerminal(open.id);
  return open?.terminal;
}

/** Moves in the script without running anything. */
export function moveInScript(by: number): void {
  usePresent.setState(({ at, script }) => ({ at: Math.max(0, Math.min(scriptLines(script).length, at + by)) }));
}

const KEYS: Readonly<Record<string, () => void>> = {
  PageDown: () => void typeNext(),
  PageUp: () => moveInScript(-1),
  F2: () => usePresent.setState(({ spotlight }) => ({ spotlight: !spotlight })),
  F9: () => stopPresenting(),
};

function onKey(event: KeyboardEvent): void {
  const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** Type on stage, by the window's width: a screen of 1280 px is as large as one of 1920, and seen from as far away. */
const stageType = (): number => Math.min(30, Math.max(15, Math.round(innerWidth / 87)));
const stageText = (): number => Math.min(1.6, Math.max(1, innerWidth / 1100));
/** What they were before. */
let usual: Pick<ReturnType<typeof usePage.getState>, 'textSize' | 'arrangement'> & { readonly fontSize: number | undefined } = {
  fontSize: undefined,
  textSize: 1,
  arrangement: 'auto',
};

export function startPresenting(): void {
  if (usePresent.getState().on) return;
  for (const { id, place } of PANELS) if (place === 'guide' || place === 'details' || place === 'strip') hidePanel(id);
  showPanel('picture');
  showPanel('terminal');
  const { textSize, arrangement } = usePage.getState();
  usual = { fontSize: useSettings.getState().fontSize, textSize, arrangement };
  useSettings.setState({ fontSize: stageType() });
  // Type of that size leaves kubectl's wide tables room only over the whole width.
  usePage.setState({ textSize: Math.max(textSize, stageText()), arrangement: arrangement === 'auto' ? 'below' : arrangement });
  document.documentElement.dataset.present = '';
  usePresent.setState({ on: true });
  // Before anything else, also before the terminal: a clicker's keys are the presenter's.
  addEventListener('keydown', onKey, true);
  document.documentElement.requestFullscreen?.().catch(() => {});
}

export function stopPresenting(): void {
  delete document.documentElement.dataset.present;
  useSettings.setState({ fontSize: usual.fontSize });
  usePage.setState({ textSize: usual.textSize, arrangement: usual.arrangement });
  usePresent.setState({ on: false, spotlight: false });
  removeEventListener('keydown', onKey, true);
  if (document.fullscreenElement) void document.exitFullscreen();
}

/** What a following window is given: it reads this window's state, and writes nothing. */
export interface Leader {
  readonly engine: typeof useEngine;
  sizeOf(terminal: Terminal): { readonly columns: number; readonly rows: number };
  /** What the terminal's screen holds now, up to the cursor. */
  textOf(terminal: Terminal): string;
}

const LEADER: Leader = {
  engine: useEngine,
  sizeOf: (terminal) => {
    const { cols, rows } = screenOf(terminal).xterm;
    return { columns: cols, rows };
  },
  textOf: (terminal) => {
    const { active } = screenOf(terminal).xterm.buffer;
    let text = '';
    for (let row = 0; row <= active.baseY + active.cursorY; row++) {
      const line = active.getLine(row);
      const last = row === active.baseY + active.cursorY;
      text += (row > 0 && !line?.isWrapped ? '\r\n' : '') + (line?.translateToString(!last, 0, last ? active.cursorX : undefined) ?? '');
    }
    return text;
  },
};

/** A second window with the picture of this very cluster, and what its terminals show. */
export function openFollower(): void {
  const address = new URL(location.href);
  address.search = '?follow=1&readonly=1';
  address.hash = '';
  for (const [name, value] of new URLSearchParams(location.search))
    if (name === 'lang' || name === 'theme') address.searchParams.set(name, value);
  Object.assign(window, { drydockLeader: LEADER });
  open(address, 'drydock-follower', 'popup,width=1100,height=800');
}
