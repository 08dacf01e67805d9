/** What the page remembers of itself: looks and language. The cluster's state is in the engine. */
import { create } from 'zustand';
import { type Language, preferredLanguage, setLanguage } from '../i18n/index.ts';
import { recall, remember } from '../storage/storage.ts';

export type Theme = 'light' | 'dark' | 'contrast';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof THEMES)[number];
/** Times the usual size. */
export const TEXT_SIZES = [0.9, 1, 1.15, 1.3, 1.5] as const;
/** How the picture stands to the terminal: `auto` goes by the room. */
export const ARRANGEMENTS = ['auto', 'beside', 'below'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];
export const MOTIONS = ['system', 'full', 'reduced'] as const;
export type Motion = (typeof MOTIONS)[number];
/** Of the cluster's time. */
export const SPEEDS: readonly number[] = [0.25, 1, 10, 60];

interface PageState {
  readonly themeChoice: ThemeChoice;
  /** What the choice comes to. */
  readonly theme: Theme;
  readonly language: Language;
  readonly textSize: number;
  readonly motion: Motion;
  readonly arrangement: Arrangement;
  /** Single keys are shortcuts, outside the terminal and text fields. */
  readonly singleKeys: boolean;
  setTheme(theme: ThemeChoice): void;
  setLanguage(language: Language): void;
  setTextSize(size: number): void;
  setMotion(motion: Motion): void;
  setArrangement(arrangement: Arrangement): void;
  setSingleKeys(on: boolean): void;
}

/** What the address asks for: ?scenario=, ?lang=, ?theme=, ?nodes=. */
export const parameters = new URLSearchParams(location.search);

const DARK = matchMedia('(prefers-color-scheme: dark)');
const CONTRAST = matchMedia('(prefers-contrast: more)');

const themeOf = (choice: ThemeChoice): Theme =>
  choice === 'system' ? (CONTRAST.matches ? 'contrast' : DARK.matches ? 'dark' : 'light') : choice;

/** The remembered choice, if it is one. */
const recalled = <T extends string>(key: string, choices: readonly T[], otherwise: T): T =>
  choices.find((choice) => choice === recall(key)) ?? otherwise;

const preferredTheme = (): ThemeChoice => THEMES.find((theme) => theme === parameters.get('theme')) ?? recalled('theme', THEMES, 'system');

export const usePage = create<PageState>()((set) => ({
  themeChoice: preferredTheme(),
  theme: themeOf(preferredTheme()),
  language: preferredLanguage(parameters.get('lang')),
  textSize: TEXT_SIZES.find((size) => String(size) === recall('text')) ?? 1,
  motion: recalled('motion', MOTIONS, 'system'),
  arrangement: recalled('arrangement', ARRANGEMENTS, 'auto'),
  singleKeys: recall('keys') !== 'off',
  setTheme(themeChoice) {
    remember('theme', themeChoice);
    set({ themeChoice, theme: themeOf(themeChoice) });
  },
  setLanguage(language) {
    remember('language', language);
    void setLanguage(language);
    set({ language });
  },
  setTextSize(textSize) {
    remember('text', String(textSize));
    set({ textSize });
  },
  setMotion(motion) {
    remember('motion', motion);
    set({ motion });
  },
  setArrangement(arrangement) {
    remember('arrangement', arrangement);
    set({ arrangement });
  },
  setSingleKeys(singleKeys) {
    remember('keys', singleKeys ? 'on' : 'off');
    set({ singleKeys });
  },
}));

for (const query of [DARK, CONTRAST])
  query.addEventListener('change', () => usePage.setState(({ themeChoice }) => ({ theme: themeOf(themeChoice) })));
