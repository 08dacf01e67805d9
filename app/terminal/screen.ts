/** The screens of the cluster's terminals. A screen lives as long as its terminal and moves between layouts with all its text. */
import { FitAddon } from '@xterm/addon-fit';
import { Terminal as Xterm } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import type { Terminal } from '../../src/session/index.ts';
import { prepareForCommands } from '../engine/engine.ts';
import { usePage } from '../state.ts';
import { XTERM_THEMES } from './xterm-theme.ts';

export interface Screen {
  readonly xterm: Xterm;
  /** Shows it in an element and follows the element's size. Answers how to take it out again. */
  attach(holder: HTMLElement): () => void;
}

const screens = new WeakMap<Terminal, Screen>();

/** The terminal's screen, the same one every time. */
export function screenOf(terminal: Terminal): Screen {
  const known = screens.get(terminal);
  if (known) return known;
  const made = makeScreen(terminal);
  screens.set(terminal, made);
  return made;
}

function makeScreen(terminal: Terminal): Screen {
  const element = document.createElement('div');
  element.className = 'terminal-host';
  const xterm = new Xterm({
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono'),
    fontSize: 13,
    lineHeight: 1.15,
    theme: XTERM_THEMES[usePage.getState().theme],
    cursorBlink: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    scrollback: 5000,
    allowProposedApi: true,
    macOptionIsMeta: true,
  });
  const fit = new FitAddon();
  xterm.loadAddon(fit);
  xterm.attachCustomKeyEventHandler(keyHandler(xterm));
  xterm.onData((text) => {
    prepareForCommands();
    terminal.input(text);
  });
  const write = writerOf(xterm);
  let opened = false;
  return {
    xterm,
    attach(holder) {
      holder.append(element);
      if (!opened) {
        opened = true;
        xterm.open(element);
        terminal.onOutput(write);
      }
      const resized = (): void => {
        if (element.clientWidth === 0) return;
        fit.fit();
        terminal.resize(xterm.cols, xterm.rows);
      };
      resized();
      const observer = new ResizeObserver(resized);
      observer.observe(element);
      return () => {
        observer.disconnect();
        element.remove();
      };
    },
  };
}

/** What is not Latin, typographic marks, arrows or lines: how wide it is needs Unicode's tables, which are loaded when it first comes. */
const BEYOND_LATIN = /[^\0-\u02ff\u2010-\u205e\u2190-\u21ff\u2500-\u25ff]/;

/** Writes text to the screen in order; what needs the tables waits for them, and what follows it too. */
function writerOf(xterm: Xterm): (text: string) => void {
  let state: 'latin' | 'loading' | 'any' = 'latin';
  let waiting = '';
  const go = (): void => {
    state = 'any';
    xterm.write(waiting);
  };
  return (text) => {
    if (state === 'latin' && BEYOND_LATIN.test(text)) {
      state = 'loading';
      import('@xterm/addon-unicode-graphemes')
        .then(({ UnicodeGraphemesAddon }) => xterm.loadAddon(new UnicodeGraphemesAddon()))
        .then(go, go);
    }
    if (state === 'loading') waiting += text;
    else xterm.write(text);
  };
}

/** Ctrl-C copies when text is selected, Ctrl-V pastes, and Escape then Tab leaves the terminal: keyboard users must not be trapped. */
function keyHandler(xterm: Xterm): (event: KeyboardEvent) => boolean {
  let escaped = false;
  return (event) => {
    if (event.type !== 'keydown') return true;
    if (event.key === 'Tab' && escaped) {
      escaped = false;
      return false;
    }
    if (event.key !== 'Shift') escaped = event.key === 'Escape';
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === 'c' && (xterm.hasSelection() || event.shiftKey)) {
      void navigator.clipboard?.writeText(xterm.getSelection());
      xterm.clearSelection();
      event.preventDefault();
      return false;
    }
    // The browser's own paste event follows, and xterm takes it.
    if (control && event.key.toLowerCase() === 'v') return false;
    return true;
  };
}
