import { defineTexts } from '../i18n/index.ts';
import english from './locales/en.json';

/** The words of making a lesson. */
export const useWords = defineTexts(english, () => import('./locales/zh.json'));
