/** Types commands into the page's terminals, line by line, as a person would: the next line when there is a prompt again. */
import type { CodeBlock, RunOptions } from '../../src/lessons/markdown.ts';
import { dismissNotice, notice } from '../base/notice.ts';
import { activateTerminal, focusTerminal, openTerminal, useEngine } from '../engine/engine.ts';
import { showPanel } from '../panels/panels.ts';
import { useWords } from './texts.ts';

const FIRST: RunOptions = { terminal: 1, interrupt: false, stays: false, fails: false };
const POLL_MS = 25;
/** A line that has not come back to a prompt after this is left running, and the rest is not typed. */
const PATIENCE_MS = 60_000;
/** After this it is said why nothing is typed. */
const BUSY_MS = 4000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs a block of a lesson, or writes it to its file. */
export async function runBlock({ text, run, file }: CodeBlock): Promise<void> {
  if (file !== undefined) useEngine.getState().cluster.writeFiles({ [file]: `${text}\n` });
  else if (run) await runText(text, run);
}

let turn: Promise<void> = Promise.resolve();

/** Types a text into a terminal, after what is being typed now. */
export function runText(text: string, options: RunOptions = FIRST): Promise<void> {
  const next = turn.then(() => typeLines(text, options));
  turn = next.catch(() => {});
  return next;
}

async function typeLines(text: string, { terminal: number, interrupt, stays }: RunOptions): Promise<void> {
  while (useEngine.getState().terminals.length < number) openTerminal();
  const opened = useEngine.getState().terminals[number - 1];
  if (!opened) return;
  showPanel('terminal');
  activateTerminal(opened.id);
  // Where fingers type, that would bring up the keyboard over what is to be read.
  if (!matchMedia('(pointer: coarse)').matches) requestAnimationFrame(focusTerminal);
  const { terminal } = opened;
  if (interrupt) terminal.input('\x03');
  for (const line of text.split('\n')) {
    if (!(await prompt())) return;
    // What somebody left on the line is replaced.
    terminal.input(`\x05\x15${line}\r`);
  }
  if (!stays) await prompt();

  async function prompt(): Promise<boolean> {
    let told = false;
    for (let waited = 0; waited < PATIENCE_MS && !terminal.atPrompt; waited += POLL_MS) {
      if (waited >= BUSY_MS && !told) tellBusy();
      if (waited >= BUSY_MS) told = true;
      await pause(POLL_MS);
    }
    if (told) dismissNotice();
    return terminal.atPrompt;
  }

  /** Nothing happens because a command is still running, which need not be what somebody thinks of. */
  function tellBusy(): void {
    const { t } = useWords.getState();
    notice(t('busy', { n: number }), [{ text: t('stopIt'), run: () => terminal.input('\x03') }], PATIENCE_MS);
  }
}
