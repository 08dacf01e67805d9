/** Which panels are open. Each place shows one at a time; a place with none open takes no room. */
import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { usePage } from '../base/state.ts';
import { PANELS, type Place } from './list.ts';

interface PanelState {
  /** The panel open at each place. */
  readonly open: Readonly<Partial<Record<Place, string>>>;
  /** The one that a phone shows. */
  readonly front: string;
}

export const usePanels = create<PanelState>()(() => ({
  open: Object.fromEntries(PANELS.filter((panel) => panel.open).map((panel) => [panel.place, panel.id])),
  front: 'terminal',
}));

const placeOf = (id: string): Place | undefined => PANELS.find((panel) => panel.id === id)?.place;

export const isOpen = (id: string): boolean => Object.values(usePanels.getState().open).includes(id);

/** Opens a panel and brings it forward (a strip stays below the one in front). An id that no panel has changes nothing. */
export function showPanel(id: string): void {
  const place = placeOf(id);
  if (place) usePanels.setState(({ open, front }) => ({ open: { ...open, [place]: id }, front: place === 'strip' ? front : id }));
}

/** Closes a panel; a phone goes back to the picture, or to the terminal from there. */
export function hidePanel(id: string): void {
  const place = placeOf(id);
  usePanels.setState(({ open, front }) => ({
    open: place && open[place] === id ? { ...open, [place]: undefined } : open,
    front: front === id ? (id === 'picture' ? 'terminal' : 'picture') : front,
  }));
}

export const togglePanel = (id: string): void => (isOpen(id) ? hidePanel(id) : showPanel(id));

const PHONE = matchMedia('(max-width: 700px)');

/** Beside a guide and a picture a terminal of less has no room for what kubectl prints, nor for the commands of the lessons. */
const TIGHT = matchMedia('(max-width: 2199px)');

/** So it is on a laptop's screen without a guide, if it is high enough for two rows. */
const SMALL = matchMedia('(max-width: 1399px) and (min-height: 700px)');

function useMatch(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}

/** Whether the page shows one panel at a time. */
export const usePhone = (): boolean => useMatch(PHONE);

/** Whether the picture stands below the terminal: where beside it the lines of `kubectl get services` would break, unless somebody chose. */
export function useStacked(): boolean {
  const arrangement = usePage((state) => state.arrangement);
  const tight = useMatch(usePanels((state) => state.open.guide !== undefined) ? TIGHT : SMALL);
  return arrangement === 'auto' ? tight : arrangement === 'below';
}
