import { defineTexts } from '../i18n/index.ts';
import english from './locales/en.json';

/** The words of the dialogs. */
export const useWords = defineTexts(english, () => import('./locales/zh.json'));
