import { defineTexts } from '../i18n/index.ts';
import english from './locales/en.json';

/** The words of the editor. */
export const useTexts = defineTexts(english, () => import('./locales/zh.json'));
