/** On stage: a script typed live by one key, the spotlight, a second window on the same cluster. */
import { TerminalPage } from './terminal.ts';
import { expect, test } from './test.ts';

test.describe.configure({ timeout: 120_000 });

test('a presenter steps through a script with one key; a second window follows', async ({ page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open('?lang=en');
  await page.getByRole('button', { name: 'Present' }).click();
  const panel = page.getByTestId('present');
  await panel
    .getByLabel('Script')
    .fill('# first a Deployment\nkubectl create deployment web --image=nginx\n# then a look\nkubectl get deployments');
  const [second] = await Promise.all([page.waitForEvent('popup'), panel.getByRole('button', { name: 'second window' }).click()]);
  await panel.getByRole('button', { name: 'Start' }).click();
  const bar = page.getByTestId('presenter');
  await expect(bar).toContainText('first a Deployment');
  await expect(page.locator('.header')).toBeHidden();
  // All type is larger, not the terminal's alone.
  const size = (selector: string): Promise<number> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.getBoundingClientRect().height / (element as HTMLElement).offsetHeight);
  expect(await size('.dd-node')).toBeGreaterThan(1.3);
  await page.locator('.terminal-screen:not([hidden])').click();
  await page.keyboard.press('PageDown');
  await expect.poll(() => terminal.screen(), { timeout: 20_000 }).toContain('deployment.apps/web created');
  await expect(bar).toContainText('then a look');
  await page.keyboard.press('PageDown');
  await expect.poll(() => terminal.screen(), { timeout: 20_000 }).toMatch(/web +\d\/1/);
  await expect(bar).toContainText('That was the last line.');
  await page.keyboard.press('F2');
  await expect(page.getByTestId('spotlight')).toBeVisible();
  await expect(second.getByTestId('picture').getByText('web', { exact: true }).first()).toBeVisible({ timeout: 20_000 });
  // What is typed there is read here: text, and in the other window's columns.
  await expect.poll(() => new TerminalPage(second).screen(), { timeout: 20_000 }).toMatch(/deployment\.apps\/web created[\s\S]*web +\d\/1/);
  expect(await second.locator('#terminal .panel-head .button').filter({ visible: true }).count()).toBe(0);
  await page.keyboard.press('F9');
  await expect(page.locator('.header')).toBeVisible();
  await expect(bar).toHaveCount(0);
});

test('a presenter shows the lesson in large type beside the picture', async ({ tab: page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const terminal = new TerminalPage(page);
  await terminal.open('?lesson=meet-your-cluster&lang=en');
  const text = page.locator('.lesson-text');
  const usual = await text.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  await page.getByRole('button', { name: 'Present' }).click();
  await page.getByTestId('present').getByRole('button', { name: 'Start' }).click();
  await expect(text).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the lesson' }).click();
  expect(await text.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThan(usual * 1.1);
});
