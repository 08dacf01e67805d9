/** What the page remembers of itself: looks, language, what is selected. The cluster's state is in the engine. */
import { create } from 'zustand';
import type { ResourceName } from '../src/world/object.ts';
import { type Language, preferredLanguage, setLanguage } from './i18n/index.ts';
import { hidePanel, showPanel } from './panels/panels.ts';
import { recall, remember } from './storage.ts';

export type Theme = 'light' | 'dark';

export interface ObjectReference {
  readonly resource: ResourceName;
  readonly namespace: string;
  readonly name: string;
}

interface PageState {
  readonly theme: Theme;
  readonly language: Language;
  readonly selected: ObjectReference | undefined;
  setTheme(theme: Theme): void;
  setLanguage(language: Language): void;
  /** Chooses an object and opens the inspector on it; undefined lets go and closes it. */
  select(object: ObjectReference | undefined): void;
}

/** What the address asks for: ?scenario=, ?lang=, ?theme=, ?nodes=. */
export const parameters = new URLSearchParams(location.search);

function preferredTheme(): Theme {
  const asked = parameters.get('theme') ?? recall('theme');
  if (asked === 'light' || asked === 'dark') return asked;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export const usePage = create<PageState>()((set) => ({
  theme: preferredTheme(),
  language: preferredLanguage(parameters.get('lang')),
  selected: undefined,
  setTheme(theme) {
    remember('theme', theme);
    set({ theme });
  },
  setLanguage(language) {
    remember('language', language);
    void setLanguage(language);
    set({ language });
  },
  select(selected) {
    set({ selected });
    if (selected) showPanel('inspector');
    else hidePanel('inspector');
  },
}));
