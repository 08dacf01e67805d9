/** What can be done by the command palette and by keys, as data. */

import { scenarios } from '../../src/session/index.ts';
import { openDialog } from '../base/dialogs.ts';
import { SPEEDS, usePage } from '../base/state.ts';
import { focusTerminal, openTerminal, setSpeed, useEngine } from '../engine/engine.ts';
import { playOrPause, stepForward } from '../engine/play.ts';
import { PANELS } from '../panels/list.ts';
import { focusPicture } from '../panels/look-here.ts';
import { showPanel } from '../panels/panels.ts';
import { useSelection } from '../panels/selection.ts';
import { continueFromHere, lookAtNow, redo, stepTo, undo } from '../time/looking.ts';
import { replaySession } from '../time/replay.ts';
import { clampZoom, setView, useView } from '../topology/view.ts';

export interface Command {
  /** Its name is the text `command.ID`. */
  readonly id: string;
  readonly group: 'panel' | 'picture' | 'time' | 'terminal' | 'cluster' | 'page';
  /** A single key, outside the terminal and text fields; or one that works everywhere: `F1`. */
  readonly key?: string;
  /** Values of its name: `name` is a key of the page's texts. */
  readonly name?: string;
  readonly run: () => void;
}

const toggleView = (key: 'legend' | 'table') => (): void => {
  showPanel('picture');
  setView({ [key]: !useView.getState()[key] });
};

const zoomBy = (factor: number) => (): void => setView({ zoom: clampZoom(useView.getState().zoom * factor) });

function changeSpeed(by: number): void {
  const at = SPEEDS.indexOf(useEngine.getState().speed);
  const next = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at + by))];
  if (next !== undefined) setSpeed(next);
}

/** Clicks what stands on the page, for what only a mounted part can do. */
const click = (selector: string): void => document.querySelector<HTMLElement>(selector)?.click();

export const COMMANDS: readonly Command[] = [
  { id: 'palette', group: 'page', key: 'F1', run: () => openDialog('palette') },
  { id: 'shortcuts', group: 'page', key: '?', run: () => openDialog('shortcuts') },
  { id: 'settings', group: 'page', key: ',', run: () => openDialog('settings') },
  { id: 'tour', group: 'page', run: () => openDialog('tour') },
  {
    id: 'theme',
    group: 'page',
    run: () => usePage.getState().setTheme(usePage.getState().theme === 'light' ? 'dark' : 'light'),
  },
  { id: 'language', group: 'page', run: () => usePage.getState().setLanguage(usePage.getState().language === 'zh' ? 'en' : 'zh') },
  {
    id: 'focusTerminal',
    group: 'terminal',
    key: 't',
    run: () => {
      showPanel('terminal');
      requestAnimationFrame(focusTerminal);
    },
  },
  { id: 'newTerminal', group: 'terminal', run: openTerminal },
  ...PANELS.map((panel) => ({ id: 'panel', group: 'panel' as const, name: panel.title, run: () => showPanel(panel.id) })),
  {
    id: 'search',
    group: 'picture',
    key: '/',
    run: () => {
      showPanel('picture');
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.dd-search input')?.focus());
    },
  },
  { id: 'fit', group: 'picture', key: 'f', run: () => click('[data-fit]') },
  { id: 'zoomIn', group: 'picture', key: '+', run: zoomBy(1.2) },
  { id: 'zoomOut', group: 'picture', key: '-', run: zoomBy(1 / 1.2) },
  { id: 'zoomReset', group: 'picture', key: '0', run: () => setView({ zoom: 1 }) },
  { id: 'legend', group: 'picture', key: 'l', run: toggleView('legend') },
  { id: 'table', group: 'picture', run: toggleView('table') },
  { id: 'byNode', group: 'picture', run: () => setView({ grouping: 'node' }) },
  { id: 'byOwner', group: 'picture', run: () => setView({ grouping: 'owner' }) },
  { id: 'groupAuto', group: 'picture', run: () => setView({ grouping: 'auto' }) },
  {
    id: 'focusSelected',
    group: 'picture',
    run: () => {
      const { selected } = useSelection.getState();
      if (selected) focusPicture([selected]);
    },
  },
  { id: 'focusOff', group: 'picture', run: () => focusPicture([]) },
  { id: 'pause', group: 'time', key: 'p', run: playOrPause },
  { id: 'step', group: 'time', key: '.', run: stepForward },
  { id: 'undo', group: 'time', key: 'u', run: undo },
  { id: 'redo', group: 'time', key: 'U', run: redo },
  { id: 'back', group: 'time', key: '[', run: () => stepTo(-1) },
  { id: 'forward', group: 'time', key: ']', run: () => stepTo(1) },
  { id: 'toNow', group: 'time', run: lookAtNow },
  { id: 'continueFromHere', group: 'time', run: continueFromHere },
  { id: 'replay', group: 'time', run: replaySession },
  { id: 'slower', group: 'time', key: '<', run: () => changeSpeed(-1) },
  { id: 'faster', group: 'time', key: '>', run: () => changeSpeed(1) },
  { id: 'restart', group: 'cluster', run: () => openDialog('restart', useEngine.getState().scenario) },
  ...scenarios.map(({ id, titleKey }) => ({
    id: 'scenario',
    group: 'cluster' as const,
    name: titleKey,
    run: () => openDialog('restart', id),
  })),
];
