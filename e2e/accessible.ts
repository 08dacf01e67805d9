/** What axe (https://github.com/dequelabs/axe-core) finds wrong by WCAG 2.2 A and AA. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * @param within selectors of what is looked at, separated by commas; the whole page without
 * @param themes the first is looked at in whole, the others for what depends on colours; without, the theme that is on
 * @returns a line for each rule that is broken
 */
export async function violations(page: Page, within = 'html', themes: readonly string[] = []): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source); // once a page: it is half a megabyte
  return page.evaluate(look, { themes, within });
}

/** Runs in the page. */
async function look({ themes, within }: { readonly themes: readonly string[]; readonly within: string }): Promise<string[]> {
  const { run } = (window as unknown as { readonly axe: typeof axe }).axe;
  const found: string[] = [];
  for (const theme of themes.length > 0 ? themes : [undefined]) {
    if (theme !== undefined) document.documentElement.dataset['theme'] = theme;
    await Promise.all(document.getAnimations().map((one) => one instanceof CSSTransition && one.finished.catch(() => {})));
    const { violations: broken } = await run(
      // The terminal's rows are the library's own, which has a screen reader mode.
      { include: within.split(',').map((one) => [one.trim()]), exclude: [['.xterm']] },
      {
        runOnly:
          theme === themes[0]
            ? { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
            : { type: 'rule', values: ['color-contrast'] },
        // A card shows its object's name and many facts about it; its accessible name is a sentence about these.
        rules: { 'label-content-name-mismatch': { enabled: false } },
        resultTypes: ['violations'],
      },
    );
    for (const { id, nodes } of broken)
      found.push(`${theme ?? ''} ${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join('; ')}`);
  }
  return found;
}
