import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { activateTerminal, closeTerminal, openTerminal, typeText, useEngine } from '../engine/engine.ts';
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

/** The terminals, in tabs, on the one cluster. `keys` adds a row of keys for touch screens. */
export function TerminalPanel({ keys = false }: { readonly keys?: boolean }) {
  const { t } = useTranslation();
  const terminals = useEngine((state) => state.terminals);
  const activeTerminal = useEngine((state) => state.activeTerminal);
  return (
    <section className="panel" aria-label={t('terminal')} id="terminal">
      <div className="panel-head">
        <div className="tabs" role="tablist" aria-label={t('terminals')}>
          {terminals.map(({ id }, index) => (
            <button
              key={id}
              type="button"
              role="tab"
              className="tab"
              aria-selected={id === activeTerminal}
              onClick={() => activateTerminal(id)}
            >
              {t('terminalN', { n: index + 1 })}
            </button>
          ))}
        </div>
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
          <XTerm key={id} terminal={terminal} active={id === activeTerminal} label={t('terminalN', { n: index + 1 })} />
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
