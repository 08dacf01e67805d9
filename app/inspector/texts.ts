import { defineTexts } from '../i18n/index.ts';
import english from './locales/en.json';

/** The words of the summary. */
export const useTexts = defineTexts(english, () => import('./locales/zh.json'));
