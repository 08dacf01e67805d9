import type { ITheme } from '@xterm/xterm';
import type { Theme } from '../base/state.ts';

/** Terminal colours that keep 4.5:1 on their ground, dim grey (suggestions) 3:1. */
const XTERM_THEMES: Readonly<Record<Theme, ITheme>> = {
  light: {
    background: '#fbfcfd',
    foreground: '#14212b',
    cursor: '#0f6b7a',
    cursorAccent: '#fbfcfd',
    selectionBackground: '#b9dfe6',
    scrollbarSliderBackground: '#14212b26',
    scrollbarSliderHoverBackground: '#14212b4d',
    scrollbarSliderActiveBackground: '#14212b66',
    overviewRulerBorder: '#00000000',
    black: '#14212b',
    red: '#b3261e',
    green: '#19713f',
    yellow: '#7d5700',
    blue: '#2458b8',
    magenta: '#8a3aa0',
    cyan: '#0f6b7a',
    white: '#526474',
    brightBlack: '#76868f',
    brightRed: '#c62f26',
    brightGreen: '#1b7d45',
    brightYellow: '#8a5f00',
    brightBlue: '#2a63cc',
    brightMagenta: '#9a44b2',
    brightCyan: '#117889',
    brightWhite: '#14212b',
  },
  contrast: {
    background: '#000000',
    foreground: '#ffffff',
    cursor: '#ffe14d',
    cursorAccent: '#000000',
    selectionBackground: '#5a5a00',
    overviewRulerBorder: '#00000000',
    black: '#3a3a3a',
    red: '#ff9c94',
    green: '#6dff9e',
    yellow: '#ffe14d',
    blue: '#a6c8ff',
    magenta: '#f0b3ff',
    cyan: '#6df0ff',
    white: '#ffffff',
    brightBlack: '#b8b8b8',
    brightRed: '#ffb8b2',
    brightGreen: '#a3ffc2',
    brightYellow: '#fff0a3',
    brightBlue: '#c9deff',
    brightMagenta: '#f7d4ff',
    brightCyan: '#b3f7ff',
    brightWhite: '#ffffff',
  },
  dark: {
    background: '#0d141b',
    foreground: '#e4edf3',
    cursor: '#58c4d6',
    cursorAccent: '#0d141b',
    selectionBackground: '#24505a',
    scrollbarSliderBackground: '#e4edf326',
    scrollbarSliderHoverBackground: '#e4edf34d',
    scrollbarSliderActiveBackground: '#e4edf366',
    overviewRulerBorder: '#00000000',
    black: '#27343f',
    red: '#ff8a80',
    green: '#5fd08d',
    yellow: '#f0c674',
    blue: '#8fb8ff',
    magenta: '#d6a3f0',
    cyan: '#58c4d6',
    white: '#e4edf3',
    brightBlack: '#7d909e',
    brightRed: '#ffaaa3',
    brightGreen: '#8be3ad',
    brightYellow: '#ffd98f',
    brightBlue: '#b3d0ff',
    brightMagenta: '#e6c4f7',
    brightCyan: '#8fe3ef',
    brightWhite: '#ffffff',
  },
};

const COLOURS = ['red', 'green', 'yellow', 'blue', 'magenta', 'cyan'] as const;

/** The theme, or the same with one colour for all text: what was printed before changes with it. */
export function themeOf(theme: Theme, colour: boolean): ITheme {
  const full = XTERM_THEMES[theme];
  if (colour) return full;
  const { foreground } = full;
  const plain = Object.fromEntries(
    COLOURS.flatMap((name) => [name, `bright${name[0]?.toUpperCase()}${name.slice(1)}`].map((key) => [key, foreground])),
  );
  return { ...full, ...plain };
}
