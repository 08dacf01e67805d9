/**
 * The page's own words, in English and Chinese. What the cluster says (kubectl, events) stays as the real one says it.
 *
 * A text is found by its key (`pod.gone`); `{{name}}` in it is a value. With a value `count` the text under `key_one` or `key_other` is
 * taken, as the language has it. What Chinese lacks is said in English. A part of the page that is loaded later brings its own texts
 * (`defineTexts`). English comes with the code, Chinese when asked for.
 */
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { recall } from '../storage/storage.ts';
import en from './en.json';

export type Language = 'en' | 'zh';
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

function find(texts: Texts, key: string): string | undefined {
  let here: string | Texts | undefined = texts;
  for (const name of key.split('.')) here = typeof here === 'object' ? here[name] : undefined;
  return typeof here === 'string' ? here : undefined;
}

/** The words that texts make in a language. */
export function wordsOf(language: Language, texts: Texts, english: Texts): Words {
  const sources = [
    { texts, plural: new Intl.PluralRules(language) },
    { texts: english, plural: new Intl.PluralRules('en') },
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

interface Part {
  /** Speaks that language from now on. */
  readonly speak: (language: Language) => Promise<void>;
}

const parts: Part[] = [];
let wanted: Language = 'en';

/**
 * The texts of a part of the page.
 * @param chinese fetches those in Chinese
 * @returns a hook that gives the part's words in the language of the moment; they stay the same objects until it changes
 */
export function defineTexts(english: Texts, chinese: () => Promise<{ readonly default: Texts }>): UseBoundStore<StoreApi<Words>> {
  const useWords = create<Words>()(() => wordsOf('en', english, english));
  const part: Part = {
    async speak(language) {
      const texts =
        language === 'zh'
          ? await chinese().then(
              (module) => module.default,
              () => english,
            )
          : english;
      if (wanted === language) useWords.setState(wordsOf(language, texts, english)); // else it changed once more meanwhile
    },
  };
  parts.push(part);
  if (wanted !== 'en') pending = Promise.all([pending, part.speak(wanted)]);
  return useWords;
}

let pending: Promise<unknown> = Promise.resolve();

/** Resolves when the texts of all parts that are there have come. */
export const textsReady = async (): Promise<void> => void (await pending);

/** The words of the page itself. */
export const useTranslation = defineTexts(en, () => import('./zh.json'));

/** The language asked for in the URL, remembered, or of the browser. */
export function preferredLanguage(asked: string | null): Language {
  for (const candidate of [asked, recall('language'), ...navigator.languages]) {
    if (candidate?.startsWith('zh')) return 'zh';
    if (candidate?.startsWith('en')) return 'en';
  }
  return 'en';
}

/** Speaks that language as soon as its texts are there, and English where they cannot be had. */
export async function setLanguage(language: Language): Promise<void> {
  wanted = language;
  pending = Promise.all(parts.map((part) => part.speak(language)));
  await pending;
  if (wanted === language) document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
