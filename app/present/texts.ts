import { defineTexts } from '../i18n/index.ts';
import english from './locales/en.json';

/** The words of presenting. */
export const useWords = defineTexts(english, () => import('./locales/zh.json'));
