/**
 * What every file here tests with. A new context costs a page most of its time: another process, in which all scripts are compiled anew.
 * So most tests take `tab`, one that the tests of a worker have one after the other: as empty as a new one, but it was here before.
 * `page`, Playwright's own, is for those that change what outlives a document (initial scripts, routes, permissions), close their page, or
 * are about a first visit. After a failure the next test gets another worker, and with it another tab.
 */
import { test as base, expect, type Page } from '@playwright/test';

export { expect };

export const test = base.extend<{ readonly tab: Page }, { readonly shared: Page }>({
  shared: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport, serviceWorkers, contextOptions } = project.use;
      const context = await browser.newContext({ ...contextOptions, baseURL, viewport, serviceWorkers });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  tab: async ({ shared }, use, info) => {
    await use(shared);
    if (info.status !== info.expectedStatus) return; // to be looked at as it is; no test comes after it
    const { viewport } = info.project.use;
    shared.removeAllListeners();
    for (const other of shared.context().pages()) if (other !== shared) await other.close();
    // What is open is kept as it is left. Then: the same origin, and no script.
    await shared.goto('./manifest.webmanifest');
    await shared.evaluate(empty);
    await shared.mouse.move(0, 0);
    if (viewport) await shared.setViewportSize(viewport);
  },
});

/** Runs in the page: nothing is left of what a test stored. */
async function empty(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  for (const { name = '' } of await indexedDB.databases())
    await new Promise((done, fail) => {
      const deleting = indexedDB.deleteDatabase(name);
      deleting.onsuccess = done;
      deleting.onerror = fail;
    });
}
