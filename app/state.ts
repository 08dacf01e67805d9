/** What the page remembers of itself: looks, language, what is selected. The cluster's state is in the engine. */
import { create } from 'zustand';
import type { ResourceName } from '../src/world/object.ts';
import { type Language, preferredLanguage, setLanguage } from './i18n/index.ts';

export type Theme = 'light' | 'dark';

export interface ObjectReference {
  readonly resource: ResourceName;
  readonly namespace: string;
  readonly name: string;
}

export type PhonePanel = 'terminal' | 'picture' | 'inspector';

interface PageState {
  readonly theme: Theme;
  readonly language: Language;
  readonly selected: ObjectReference | undefined;
  readonly phonePanel: PhonePanel;
  setTheme(theme: Theme): void;
  setLanguage(language: Language): void;
  select(object: ObjectReference | undefined): void;
  showPanel(panel: PhonePanel): void;
}

/** What the address asks for: ?scenario=, ?lang=, ?theme=, ?nodes=. */
export const parameters = new URLSearchParams(location.search);

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`drydock.${key}`, value);
  } catch {
    // A sandboxed page has no storage: then the choice lasts as long as the page.
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(`drydock.${key}`);
  } catch {
    return null;
  }
}

function preferredTheme(): Theme {
  const asked = parameters.get('theme') ?? recall('theme');
  if (asked === 'light' || asked === 'dark') return asked;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export const usePage = create<PageState>()((set) => ({
  theme: preferredTheme(),
  language: preferredLanguage(parameters.get('lang')),
  selected: undefined,
  phonePanel: 'terminal',
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
    set(selected ? { selected, phonePanel: 'inspector' } : { selected, phonePanel: 'picture' });
  },
  showPanel(phonePanel) {
    set({ phonePanel });
  },
}));
