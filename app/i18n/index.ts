/** The page's own words, in English and Chinese. What the cluster says (kubectl, events) stays as the real one says it. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import topologyEn from '../topology/locales/en.json';
import topologyZh from '../topology/locales/zh.json';
import en from './en.json';
import zh from './zh.json';

export type Language = 'en' | 'zh';

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

export function startI18n(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'page',
    resources: { en: { page: en, topology: topologyEn }, zh: { page: zh, topology: topologyZh } },
    interpolation: { escapeValue: false }, // React escapes
    initAsync: false,
  });
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

export function setLanguage(language: Language): void {
  void i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
