/** How terminals look and behave, as the person chose it; remembered. */
import { create } from 'zustand';
import { recall, remember } from '../storage/storage.ts';

interface Settings {
  readonly colour: boolean;
  /** Lines are also text for screen readers, and new output is announced. */
  readonly screenReader: boolean;
  /** Pixels; undefined: nobody chose, the room decides. */
  readonly fontSize: number | undefined;
}

export const FONT_SIZES = { least: 10, usual: 13, most: 24 } as const;

/** Tables that should not wrap, the widest first: how many columns they take, and how many px smaller than usual text may be for it. */
const TABLES = [
  { columns: 136, less: 1.5 }, // `kubectl get pods -o wide` of the lessons' app on two nodes, minutes after its start too
  { columns: 57, less: 3 }, // `kubectl get pods` of a Deployment with a short name: what everybody begins with, on a phone and in a frame too
];

/**
 * The usual size, or a little less where only that gives a table the room not to wrap.
 * @param width px; a sign is 0.602 of its size wide
 * @param textSize what all text of the page is larger by: so is the terminal's, as long as nobody chose a size for it
 */
export function fittingSize(width: number, textSize: number): number {
  const usual = Math.min(FONT_SIZES.most, Math.round(FONT_SIZES.usual * textSize));
  for (const { columns, less } of TABLES) {
    const most = Math.min(usual, Math.floor((width / columns / 0.602) * 2) / 2);
    if (most >= usual - less) return most;
  }
  return usual;
}

function remembered(): Partial<Settings> {
  try {
    const known: unknown = JSON.parse(recall('terminal') ?? '{}');
    return typeof known === 'object' && known !== null ? known : {};
  } catch {
    return {};
  }
}

const clampSize = (size: unknown): number | undefined =>
  typeof size === 'number' && Number.isFinite(size) ? Math.min(FONT_SIZES.most, Math.max(FONT_SIZES.least, Math.round(size))) : undefined;

const before = remembered();

export const useSettings = create<Settings>()(() => ({
  colour: before.colour !== false,
  screenReader: before.screenReader === true,
  fontSize: clampSize(before.fontSize),
}));

export function changeSettings(change: Partial<Settings>): void {
  useSettings.setState({ ...change, ...(change.fontSize === undefined ? {} : { fontSize: clampSize(change.fontSize) }) });
  remember('terminal', JSON.stringify(useSettings.getState()));
}
