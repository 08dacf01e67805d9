/** What a following window does instead of giving its cluster time: each frame it looks at the other window's cluster and terminals. */
import type { Terminal } from '../../src/session/index.ts';
import { notice } from '../base/notice.ts';
import { type OpenTerminal, useEngine } from '../engine/engine.ts';
import { textsReady } from '../i18n/index.ts';
import { showPanel } from '../panels/panels.ts';
import { screenOf } from '../terminal/screen.ts';
import type { Leader } from './present.ts';
import { useWords } from './texts.ts';
import '../embed/embed.css';
import './present.css';

/** The window that opened this one; undefined when there is none (any more). */
function leader(): Leader | undefined {
  try {
    return opener && !opener.closed ? (opener as { readonly drydockLeader?: Leader }).drydockLeader : undefined;
  } catch {
    return undefined; // another origin
  }
}

/** A terminal of the other window as this one's screens take it: shows what that one shows, and takes no keys. */
interface Followed {
  readonly own: OpenTerminal;
  /** Columns and rows are the other window's; the type is as large as there is room for them. */
  refit(): void;
}

function follow({ id, terminal }: OpenTerminal, of: Leader): Followed {
  const size = (): { columns: number; rows: number } => of.sizeOf(terminal);
  const shows: Terminal = {
    input: () => {},
    edited: () => {},
    onOutput(listener) {
      if (!listener) return;
      listener(of.textOf(terminal));
      terminal.tap(listener);
    },
    tap: (listener) => terminal.tap(listener),
    get atPrompt() {
      return terminal.atPrompt;
    },
    get state() {
      return terminal.state;
    },
    get typing() {
      return terminal.typing;
    },
    resize: () => refit(),
    speak: () => {},
    close: () => {},
  };
  const refit = (): void => {
    const { xterm } = screenOf(shows);
    const { columns, rows } = size();
    const holder = xterm.element?.parentElement;
    const width = xterm.element?.querySelector('.xterm-screen')?.clientWidth ?? 0;
    if (!holder || width === 0 || columns === 0) return;
    const cell = width / xterm.cols / (xterm.options.fontSize ?? 13);
    const wanted = Math.max(6, Math.min(28, Math.floor((holder.clientWidth - 24) / (columns * cell))));
    if (xterm.options.fontSize !== wanted) xterm.options.fontSize = wanted;
    if (xterm.cols !== columns || xterm.rows !== rows) xterm.resize(columns, rows);
  };
  return { own: { id, terminal: shows }, refit };
}

export function startFollowing(): void {
  document.documentElement.dataset.embed = '';
  document.documentElement.dataset.follow = '';
  showPanel('picture');
  showPanel('terminal');
  const followed = new Map<Terminal, Followed>();
  const frame = (): void => {
    const of = leader();
    if (!of) {
      void textsReady().then(() => notice(useWords.getState().t('followEnded'), [], 3_600_000));
      return;
    }
    const { cluster, revision, requests, second, paused, speed, scenario, past, activeTerminal, terminals: theirs } = of.engine.getState();
    for (const open of theirs) if (!followed.has(open.terminal)) followed.set(open.terminal, follow(open, of));
    const wanted = theirs.flatMap(({ terminal }) => followed.get(terminal)?.own ?? []);
    const now = useEngine.getState();
    const same = wanted.length === now.terminals.length && wanted.every((one, index) => one === now.terminals[index]);
    const terminals = same ? now.terminals : wanted;
    const next = { cluster, revision, requests, second, paused, speed, scenario, past, activeTerminal, terminals };
    if (Object.entries(next).some(([key, value]) => now[key as keyof typeof next] !== value)) useEngine.setState(next);
    const front = theirs.find(({ id }) => id === activeTerminal);
    if (front) followed.get(front.terminal)?.refit();
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
