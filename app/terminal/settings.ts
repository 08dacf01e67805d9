/** How terminals look and behave, as the person chose it; remembered. */
import { create } from 'zustand';
import { recall, remember } from '../storage.ts';

interface Settings {
  readonly colour: boolean;
  /** Lines are also text for screen readers, and new output is announced. */
  readonly screenReader: boolean;
  /** Pixels. */
  readonly fontSize: number;
}

export const FONT_SIZES = { least: 10, usual: 13, most: 24 } as const;

function remembered(): Partial<Settings> {
  try {
    const known: unknown = JSON.parse(recall('terminal') ?? '{}');
    return typeof known === 'object' && known !== null ? known : {};
  } catch {
    return {};
  }
}

const clampSize = (size: unknown): number =>
  typeof size === 'number' && Number.isFinite(size)
    ? Math.min(FONT_SIZES.most, Math.max(FONT_SIZES.least, Math.round(size)))
    : FONT_SIZES.usual;

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
