/** One of the cluster's terminals on the page. */
import { useEffect, useRef } from 'react';
import type { Terminal } from '../../src/session/index.ts';
import { usePage } from '../base/state.ts';
import { mayTakeFocus } from '../engine/engine.ts';
import { useTranslation } from '../i18n/index.ts';
import { screenOf } from './screen.ts';
import { useSettings } from './settings.ts';
import { themeOf } from './xterm-theme.ts';

interface Props {
  readonly terminal: Terminal;
  readonly active: boolean;
  readonly label: string;
  /** Id of this panel, and of the tab that shows it. */
  readonly id: string;
  readonly tab: string;
}

export function XTerm({ terminal, active, label, id, tab }: Props) {
  const { t } = useTranslation();
  const holder = useRef<HTMLDivElement>(null);
  const theme = usePage((state) => state.theme);
  const colour = useSettings((state) => state.colour);
  const { xterm, attach } = screenOf(terminal);

  useEffect(() => (holder.current ? attach(holder.current) : undefined), [attach]);

  useEffect(() => {
    xterm.options.theme = themeOf(theme, colour);
  }, [xterm, theme, colour]);

  useEffect(() => {
    if (active && mayTakeFocus()) xterm.focus();
  }, [xterm, active]);

  useEffect(() => {
    holder.current?.querySelector('textarea')?.setAttribute('aria-label', `${label}. ${t('terminalHelp')}`);
  }, [label, t]);

  return (
    <div ref={holder} className="terminal-screen" role="tabpanel" id={id} aria-labelledby={tab} hidden={!active} data-testid="terminal" />
  );
}
