// How the picture is looked at: what is shown, grouped and searched. Other parts of the page (the command palette) may change it.
import { create } from 'zustand';
import { parseLabelSelector } from '../../src/api/values/selector.ts';
import type { Focus } from './focus.ts';
import type { Grouping } from './layout.ts';
import type { NamespaceChoice } from './namespaces.ts';

export const ZOOM = { min: 0.3, max: 3 } as const;

export interface View {
  readonly namespace: NamespaceChoice;
  readonly search: string;
  /** What does not match the search is left out instead of dimmed. */
  readonly onlyMatches: boolean;
  /** `auto`: by Node, and by workload when there are too many Pods on too many Nodes for that. */
  readonly grouping: Grouping | 'auto';
  readonly owners: boolean;
  readonly config: boolean;
  readonly zoom: number;
  readonly legend: boolean;
  readonly table: boolean;
}

const initial: View = {
  namespace: '',
  search: '',
  onlyMatches: false,
  grouping: 'auto',
  owners: true,
  config: true,
  zoom: 1,
  legend: false,
  table: false,
};

export const useView = create<View>()(() => initial);

export const setView = (change: Partial<View>): void => useView.setState(change);

export const clampZoom = (zoom: number): number => Math.min(ZOOM.max, Math.max(ZOOM.min, Math.abs(zoom - 1) < 0.04 ? 1 : zoom));

/** The largest zoom, up to 100 %, at which all of the picture is in sight; the smallest where it is in none. */
export function zoomToFit(fits: (zoom: number) => boolean): number {
  let zoom = 1;
  while (zoom > ZOOM.min && !fits(zoom)) zoom = Math.max(ZOOM.min, Math.round(zoom * 20 - 1) / 20);
  return zoom;
}

/** What a search text singles out: a label selector as kubectl takes it, or a part of a name or label; or why it cannot be read. */
export function readSearch(text: string): { readonly focus?: Focus; readonly error?: string } {
  const asked = text.trim();
  if (asked === '') return {};
  if (/^[\w./-]+$/.test(asked)) return { focus: { kind: 'text', text: asked.toLowerCase() } };
  try {
    return { focus: { kind: 'selector', requirements: parseLabelSelector(asked) } };
  } catch (error) {
    return { error: (error as Error).message };
  }
}
