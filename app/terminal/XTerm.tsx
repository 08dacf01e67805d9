/** One xterm on one of the cluster's terminals: keys in, screen out. */
import { FitAddon } from '@xterm/addon-fit';
import { UnicodeGraphemesAddon } from '@xterm/addon-unicode-graphemes';
import { Terminal as Xterm } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Terminal } from '../../src/session/index.ts';
import { usePage } from '../state.ts';
import { XTERM_THEMES } from './xterm-theme.ts';

interface Props {
  readonly terminal: Terminal;
  readonly active: boolean;
  readonly label: string;
}

export function XTerm({ terminal, active, label }: Props) {
  const { t } = useTranslation();
  const holder = useRef<HTMLDivElement>(null);
  const screen = useRef<Xterm | undefined>(undefined);
  const theme = usePage((state) => state.theme);

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const xterm = new Xterm({
      fontFamily: getComputedStyle(element).getPropertyValue('--font-mono'),
      fontSize: 13,
      lineHeight: 1.15,
      theme: XTERM_THEMES[usePage.getState().theme],
      cursorBlink: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      scrollback: 5000,
      allowProposedApi: true,
      macOptionIsMeta: true,
      screenReaderMode: false,
    });
    const fit = new FitAddon();
    xterm.loadAddon(fit);
    xterm.loadAddon(new UnicodeGraphemesAddon());
    xterm.open(element);
    screen.current = xterm;
    const resized = (): void => {
      if (element.clientWidth === 0) return;
      fit.fit();
      terminal.resize(xterm.cols, xterm.rows);
    };
    resized();
    const observer = new ResizeObserver(resized);
    observer.observe(element);
    xterm.onData((text) => terminal.input(text));
    xterm.attachCustomKeyEventHandler(keyHandler(xterm));
    terminal.onOutput((text) => xterm.write(text));
    return () => {
      observer.disconnect();
      terminal.onOutput(undefined);
      xterm.dispose();
    };
  }, [terminal]);

  useEffect(() => {
    if (screen.current) screen.current.options.theme = XTERM_THEMES[theme];
  }, [theme]);

  useEffect(() => {
    if (active) screen.current?.focus();
  }, [active]);

  useEffect(() => {
    const input = holder.current?.querySelector('textarea');
    input?.setAttribute('aria-label', `${label}. ${t('terminalHelp')}`);
  }, [label, t]);

  return <div ref={holder} className="terminal-screen" hidden={!active} data-testid="terminal" />;
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
