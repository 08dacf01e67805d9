/** On stage: a script typed live by one key, the spotlight, a second window on the same cluster. */
import { expect, test } from '@playwright/test';
import { TerminalPage } from './terminal.ts';

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
