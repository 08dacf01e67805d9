/**
 * The page's own words, in English and Chinese. What the cluster says (kubectl, events) stays as the real one says it.
 *
 * A text is found by its key (`pod.gone`) in a part; `{{name}}` in it is a value. With a value `count` the text under `key_one` or
 * `key_other` is taken, as the language has it. What Chinese lacks is said in English. English comes with the page, Chinese when asked for.
 */
import { create } from 'zustand';
import topologyEn from '../topology/locales/en.json';
import en from './en.json';

export type Language = 'en' | 'zh';
/** `page` or `topology`: the texts of a part of the page are beside it. */
type Part = 'page' | 'topology';
interface Texts {
  readonly [key: string]: string | Texts;
}

/** The text for a key; the key itself where there is none. */
export type Translate = (key: string, values?: Readonly<Record<string, unknown>>) => string;

interface Words {
  readonly t: Translate;
  /** Whether there is a text for the key. */
  readonly exists: (key: string) => boolean;
}

const ENGLISH: Readonly<Record<Part, Texts>> = { page: en, topology: topologyEn };

async function chinese(): Promise<Readonly<Record<Part, Texts>>> {
  const [page, topology] = await Promise.all([import('./zh.json'), import('../topology/locales/zh.json')]);
  return { page: page.default, topology: topology.default };
}

function find(texts: Texts, key: string): string | undefined {
  let here: string | Texts | undefined = texts;
  for (const name of key.split('.')) here = typeof here === 'object' ? here[name] : undefined;
  return typeof here === 'string' ? here : undefined;
}

/** The words of a part in a language, for the tests; the page has `useTranslation`. */
export function wordsOf(language: Language, texts: Readonly<Record<Part, Texts>>, part: Part): Words {
  const sources = [
    { texts: texts[part], plural: new Intl.PluralRules(language) },
    { texts: ENGLISH[part], plural: new Intl.PluralRules('en') },
  ];
  const look = (key: string, count: unknown): string | undefined => {
    for (const source of sources) {
      const counted = typeof count === 'number' ? find(source.texts, `${key}_${source.plural.select(count)}`) : undefined;
      const found = counted ?? find(source.texts, key);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    t: (key, values = {}) =>
      (look(key, values['count']) ?? key).replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? '')),
    exists: (key) => look(key, undefined) !== undefined,
  };
}

type Everything = Readonly<Record<Part, Words>>;

const everything = (language: Language, texts: Readonly<Record<Part, Texts>>): Everything => ({
  page: wordsOf(language, texts, 'page'),
  topology: wordsOf(language, texts, 'topology'),
});

const useWords = create<Everything>()(() => everything('en', ENGLISH));

/** The words of a part of the page in the language of the moment; they stay the same objects until it changes. */
export function useTranslation(part: Part = 'page'): Words {
  return useWords((words) => words[part]);
}

/** The language asked for in the URL, remembered, or of the browser. */
export function preferredLanguage(asked: string | null): Language {
  for (const candidate of [asked, remembered(), ...navigator.languages]) {
    if (candidate?.startsWith('zh')) return 'zh';
    if (candidate?.startsWith('en')) return 'en';
  }
  return 'en';
}

function remembered(): string | null {
  try {
    return localStorage.getItem('drydock.language');
  } catch {
    return null;
  }
}

let wanted: Language = 'en';

/** Speaks that language as soon as its texts are there, and English where they cannot be had. */
export async function setLanguage(language: Language): Promise<void> {
  wanted = language;
  const texts = language === 'zh' ? await chinese().catch(() => ENGLISH) : ENGLISH;
  if (wanted !== language) return; // changed once more meanwhile
  useWords.setState(everything(language, texts));
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
