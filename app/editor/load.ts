/** Fetches Monaco when a file is first opened. */
import { usePage } from '../state.ts';

export type Monaco = typeof import('./monaco.ts')['monaco'];

let monaco: Promise<Monaco> | undefined;

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
  if (usePage.getState().language === 'zh') await import('monaco-editor/nls/lang/zh-cn').catch(() => {});
  return (await import('./monaco.ts')).monaco;
}
