/** Fetches Monaco when a file is first opened. */

import { usePage } from '../base/state.ts';
import type { Language } from '../i18n/index.ts';

export type Monaco = typeof import('./monaco.ts')['monaco'];

let monaco: Promise<Monaco> | undefined;
let spoken: Language | undefined;

/** The language of Monaco's own menus, which it keeps for as long as the page lives; undefined while it is not there. */
export const monacoLanguage = (): Language | undefined => spoken;

/** Monaco, in the page's language of this moment. Rejects when it cannot be fetched; the next call tries again. */
export function loadMonaco(): Promise<Monaco> {
  monaco ??= fetchMonaco().catch((error: unknown) => {
    monaco = undefined;
    console.warn(error);
    throw error;
  });
  return monaco;
}

async function fetchMonaco(): Promise<Monaco> {
  // Its words must be there before its code. Without them it speaks English.
  const { language } = usePage.getState();
  if (language === 'zh') await import('monaco-editor/nls/lang/zh-cn').catch(() => {});
  const module = await import('./monaco.ts');
  spoken = language;
  return module.monaco;
}
