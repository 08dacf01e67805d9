/** The terminals, in tabs, on the one cluster. A screen that is touched gets a row of keys below them. */
import { Columns2, FilePen, Plus, Rows2, Search, X } from 'lucide-react';
import { lazy, type MouseEvent, Suspense, useCallback, useState } from 'react';
import { usePage } from '../base/state.ts';
import { Tabs } from '../base/Tabs.tsx';
import { activateTerminal, closeTerminal, openTerminal, useEngine } from '../engine/engine.ts';
import { useTranslation } from '../i18n/index.ts';
import { PANELS } from '../panels/list.ts';
import { togglePanel, usePanels, usePhone, useStacked } from '../panels/panels.ts';
import { closeFind, openFind, useFind } from './find.ts';
import { KeyRow } from './KeyRow.tsx';
import { LessonStrip } from './LessonStrip.tsx';
import { SettingsMenu } from './SettingsMenu.tsx';
import { screenOf } from './screen.ts';
import './terminal.css';
import { useTexts } from './texts.ts';
import { XTerm } from './XTerm.tsx';

const FindBar = lazy(() => import('./FindBar.tsx'));
const ContextMenu = lazy(() => import('./ContextMenu.tsx'));

/** Small screens have no keyboard but their own; so do wider ones without a mouse. */
const TOUCH = matchMedia('(pointer: coarse), (max-width: 480px)');

const PICTURED = PANELS.some(({ id }) => id === 'picture');

const tabId = (id: number): string => `terminal-tab-${id}`;
const panelId = (id: number): string => `terminal-panel-${id}`;

export default function TerminalPanel() {
  const phone = usePhone();
  const stacked = useStacked();
  const { t } = useTranslation();
  const { t: own } = useTexts();
  const arrange = own(stacked ? 'pictureBeside' : 'pictureBelow');
  const terminals = useEngine((state) => state.terminals);
  const activeTerminal = useEngine((state) => state.activeTerminal);
  const past = useEngine((state) => state.past !== undefined);
  const editing = usePanels((state) => state.open.editor === 'editor');
  const finding = useFind((state) => state.open);
  const front = terminals.find(({ id }) => id === activeTerminal);
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number }>();
  const closeMenu = useCallback(() => setMenu(undefined), []);
  /** By mouse; a finger that rests selects, and Shift asks for the browser's own. */
  const onContextMenu = (event: MouseEvent): void => {
    if (event.shiftKey || TOUCH.matches || (event.target as Element).closest('.find-bar')) return;
    event.preventDefault();
    setMenu({ x: event.clientX, y: event.clientY });
  };
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
        <p className="terminal-present" role="status" title={past ? t('terminalAtPresent') : undefined}>
          {past && t('terminalAtPresent')}
        </p>
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
        {!phone && PICTURED && (
          <button
            type="button"
            className="button"
            title={arrange}
            aria-label={arrange}
            onClick={() => usePage.getState().setArrangement(stacked ? 'beside' : 'below')}
          >
            {stacked ? <Columns2 size={16} aria-hidden /> : <Rows2 size={16} aria-hidden />}
          </button>
        )}
        {!phone && (
          <button
            type="button"
            className="button"
            title={t('editor')}
            aria-label={t('editor')}
            aria-pressed={editing}
            onClick={() => togglePanel('editor')}
          >
            <FilePen size={16} aria-hidden />
          </button>
        )}
        <button
          type="button"
          className="button"
          title={`${own('find')} (Ctrl+Shift+F)`}
          aria-label={own('find')}
          aria-pressed={finding}
          onClick={finding ? closeFind : openFind}
        >
          <Search size={16} aria-hidden />
        </button>
        <SettingsMenu xterm={front && screenOf(front.terminal).xterm} />
      </div>
      {phone && <LessonStrip />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the menu opens from the keyboard as well, in the terminal */}
      <div className="panel-body terminal-body" onContextMenu={onContextMenu}>
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
        {finding && front && (
          <Suspense fallback={null}>
            <FindBar key={front.id} xterm={screenOf(front.terminal).xterm} />
          </Suspense>
        )}
      </div>
      {menu && front && (
        <Suspense fallback={null}>
          <ContextMenu key={`${menu.x} ${menu.y}`} terminal={front.terminal} at={menu} onClose={closeMenu} />
        </Suspense>
      )}
      {TOUCH.matches && <KeyRow />}
    </section>
  );
}
