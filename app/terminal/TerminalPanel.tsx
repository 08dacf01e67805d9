import { Plus, X } from 'lucide-react';
import { activateTerminal, closeTerminal, openTerminal, typeText, useEngine } from '../engine/engine.ts';
import { useTranslation } from '../i18n/index.ts';
import { usePhone } from '../panels/panels.ts';
import { Tabs } from '../Tabs.tsx';
import { XTerm } from './XTerm.tsx';

/** Keys that a phone's keyboard lacks. */
const KEYS: readonly (readonly [string, string])[] = [
  ['Tab', '\t'],
  ['Ctrl-C', '\x03'],
  ['↑', '\x1b[A'],
  ['↓', '\x1b[B'],
  ['←', '\x1b[D'],
  ['→', '\x1b[C'],
  ['|', '|'],
  ['-', '-'],
  ['$', '$'],
  ['Esc', '\x1b'],
];

const tabId = (id: number): string => `terminal-tab-${id}`;
const panelId = (id: number): string => `terminal-panel-${id}`;

/** The terminals, in tabs, on the one cluster. A phone gets a row of keys below them. */
export default function TerminalPanel() {
  const keys = usePhone();
  const { t } = useTranslation();
  const terminals = useEngine((state) => state.terminals);
  const activeTerminal = useEngine((state) => state.activeTerminal);
  return (
    <section className="panel" aria-label={t('terminal')} id="terminal">
      <div className="panel-head">
        <Tabs
          label={t('terminals')}
          tabs={terminals.map(({ id }, index) => ({ id: tabId(id), text: t('terminalN', { n: index + 1 }), panel: panelId(id) }))}
          chosen={tabId(activeTerminal)}
          onChoose={(tab) => activateTerminal(terminals.find(({ id }) => tabId(id) === tab)?.id ?? activeTerminal)}
        />
        <button type="button" className="button" title={t('newTerminal')} aria-label={t('newTerminal')} onClick={openTerminal}>
          <Plus size={16} aria-hidden />
        </button>
        <span style={{ flex: 1 }} />
        {terminals.length > 1 && (
          <button
            type="button"
            className="button"
            title={t('closeTerminal', { n: terminals.findIndex((open) => open.id === activeTerminal) + 1 })}
            aria-label={t('closeTerminal', { n: terminals.findIndex((open) => open.id === activeTerminal) + 1 })}
            onClick={() => closeTerminal(activeTerminal)}
          >
            <X size={16} aria-hidden />
          </button>
        )}
      </div>
      <div className="panel-body">
        {terminals.map(({ id, terminal }, index) => (
          <XTerm
            key={id}
            terminal={terminal}
            active={id === activeTerminal}
            label={t('terminalN', { n: index + 1 })}
            id={panelId(id)}
            tab={tabId(id)}
          />
        ))}
      </div>
      {keys && (
        <div className="keys" role="toolbar" aria-label={t('keys')}>
          {KEYS.map(([name, text]) => (
            <button
              key={name}
              type="button"
              className="button"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => typeText(text)}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
