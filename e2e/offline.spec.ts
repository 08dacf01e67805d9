/** After one visit everything works without a network. */
import { TerminalPage } from './terminal.ts';
import { expect, test } from './test.ts';

test.describe.configure({ timeout: 120_000 });
test.use({ serviceWorkers: 'allow' });

test('works without a network after the first visit: shell, kubectl, lessons, and both languages', async ({ page, context }) => {
  const terminal = new TerminalPage(page);
  await terminal.open('?lang=en');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 60_000 }).toBe(true);
  await context.setOffline(true);
  await page.goto('./?lang=zh&lesson=scale-your-app');
  await terminal.prompt();
  await expect(page.getByTestId('lessons').getByRole('heading', { name: '扩缩你的应用' })).toBeVisible();
  await page.locator('.terminal-screen:not([hidden])').click();
  expect(await terminal.run('kubectl get deployments | grep -c kubernetes-bootcamp')).toContain('\n1');
  expect(await terminal.run('kubectl explain pod.spec.restartPolicy | head -4')).toContain('restartPolicy');
});

test('can be installed', async ({ page, request }) => {
  await page.goto('./');
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = await (await request.get(new URL(href ?? '', page.url()).href)).json();
  expect(manifest).toMatchObject({ start_url: './', display: 'standalone' });
  for (const { src } of manifest.icons) expect((await request.get(new URL(src, page.url()).href)).ok()).toBe(true);
});
