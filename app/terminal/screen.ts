/** The screens of the cluster's terminals. A screen lives as long as its terminal and moves between layouts with all its text. */
import { FitAddon } from '@xterm/addon-fit';
import { Terminal as Xterm } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import type { Terminal } from '../../src/session/index.ts';
import { parameters, usePage } from '../base/state.ts';
import { prepareForCommands } from '../engine/engine.ts';
import { blink } from './blink.ts';
import { openFind } from './find.ts';
import { keyHandler, withHeld } from './keys.ts';
import { linkProvider } from './links.ts';
import { FONT_SIZES, fittingSize, useSettings } from './settings.ts';
import { useTexts } from './texts.ts';
import { themeOf } from './xterm-theme.ts';

export interface Screen {
  readonly xterm: Xterm;
  /** Shows it in an element and follows the element's size. Answers how to take it out again. */
  attach(holder: HTMLElement): () => void;
}

/** Its width, px. */
const SCROLLBAR = 10;

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
  const { colour, fontSize, screenReader } = useSettings.getState();
  const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const xterm = new Xterm({
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono'),
    fontSize: fontSize ?? FONT_SIZES.usual,
    lineHeight: 1.2,
    theme: themeOf(usePage.getState().theme, colour),
    cursorBlink: moves,
    cursorInactiveStyle: 'outline',
    scrollback: 10_000,
    screenReaderMode: screenReader,
    disableStdin: parameters.has('readonly'),
    allowProposedApi: true,
    macOptionIsMeta: true,
    drawBoldTextInBrightColors: false,
    overviewRuler: { width: SCROLLBAR },
  });
  const fit = new FitAddon();
  xterm.loadAddon(fit);
  xterm.attachCustomKeyEventHandler(keyHandler(xterm, openFind));
  xterm.registerLinkProvider(
    linkProvider(xterm, () => {
      const { t } = useTexts.getState();
      return { inspect: t('linkInspect'), ask: t('linkAsk'), open: t('linkOpen') };
    }),
  );
  xterm.onData((text) => {
    prepareForCommands();
    terminal.input(withHeld(text));
  });
  element.addEventListener('paste', (event) => offerManifest(event, terminal, xterm), true); // before xterm takes it
  terminal.speak(screenReader);
  if (moves) blink(element, xterm);
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
        if (matchMedia('(pointer: coarse)').matches)
          void import('./soft-keyboard.ts').then(({ followSoftKeyboard }) =>
            followSoftKeyboard(xterm, () => (terminal.atPrompt ? terminal.typing : undefined)),
          );
      }
      const refit = (): void => {
        if (element.clientWidth === 0) return;
        const { textSize } = usePage.getState();
        xterm.options.fontSize = useSettings.getState().fontSize ?? fittingSize(element.clientWidth - SCROLLBAR, textSize);
        fit.fit();
        terminal.resize(xterm.cols, xterm.rows);
      };
      // What was written for the old width is drawn first: it would wrap anew, and the shell not find where its line begins. What
      // the shell writes for the new one comes before the next change, so only one may wait.
      let waiting = false;
      const resized = (): void => {
        if (waiting) return;
        waiting = true;
        xterm.write('', () => {
          waiting = false;
          refit();
        });
      };
      refit();
      const observer = new ResizeObserver(resized);
      observer.observe(element);
      const unsubscribe = useSettings.subscribe(({ fontSize: size, screenReader: reader }) => {
        xterm.options.screenReaderMode = reader;
        terminal.speak(reader);
        if (xterm.options.fontSize !== size) resized();
      });
      const unsubscribePage = usePage.subscribe((page, before) => {
        if (page.textSize !== before.textSize) resized();
      });
      return () => {
        unsubscribe();
        unsubscribePage();
        observer.disconnect();
        element.remove();
      };
    },
  };
}

/** A manifest pasted at the prompt would be run line by line: what somebody wants is a file. */
function offerManifest(event: ClipboardEvent, terminal: Terminal, xterm: Xterm): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!terminal.atPrompt || !isManifest(text)) return;
  event.preventDefault();
  event.stopPropagation();
  pasteInto(terminal, xterm, text);
}

const isManifest = (text: string): boolean => {
  const [first = ''] = text.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
  return /^(?:---|\w+:)/.test(first) && /^apiVersion: *\S/m.test(text) && /^kind: *\S/m.test(text);
};

/** Types a text as if it were pasted; a manifest at the prompt is offered as a file. */
export function pasteInto(terminal: Terminal, xterm: Xterm, text: string): void {
  const plain = text.replaceAll('\r\n', '\n');
  const paste = (): void => {
    xterm.paste(plain);
    xterm.focus();
  };
  if (!terminal.atPrompt || !isManifest(plain)) paste();
  else import('../editor/dropped.ts').then(({ offerFile }) => offerFile(plain, paste), paste);
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
