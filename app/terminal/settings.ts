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

/** What `kubectl get pods -o wide` prints of the lessons' app on two nodes takes so many columns, minutes after its start too. */
const WIDE_TABLE = 136;

/**
 * The usual size, or a little less where only that gives a wide table the room not to wrap.
 * @param width px; a sign is 0.602 of its size wide
 * @param textSize what all text of the page is larger by: so is the terminal's, as long as nobody chose a size for it
 */
export function fittingSize(width: number, textSize: number): number {
  const usual = Math.min(FONT_SIZES.most, Math.round(FONT_SIZES.usual * textSize));
  return [usual, usual - 0.5, usual - 1, usual - 1.5].find((size) => width >= WIDE_TABLE * 0.602 * size) ?? usual;
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
