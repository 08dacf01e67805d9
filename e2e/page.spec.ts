/** The page around the panels: commands, keys, settings, tour, starting over, phone; and no accessibility violation on any screen. */
import type { Page } from '@playwright/test';
import { violations } from './accessible.ts';
import { TerminalPage } from './terminal.ts';
import { expect, test } from './test.ts';

test.describe.configure({ timeout: 180_000 });

/** Looks in every theme. @param within what is new on this screen, where the rest was looked at before */
async function expectAccessible(page: Page, screen: string, within?: string): Promise<void> {
  expect(await violations(page, within, ['dark', 'contrast', 'light']), screen).toEqual([]);
}

test('no accessibility violation on any screen, in any theme', async ({ tab: page }) => {
  test.setTimeout(400_000);
  const terminal = new TerminalPage(page);
  await terminal.open('?theme=light');
  const picture = page.getByTestId('picture');
  await expect(picture.getByText('No Pods yet')).toBeVisible();
  await expectAccessible(page, 'empty');

  await terminal.run('kubectl create deployment web --image=nginx --replicas=2; kubectl create deployment crash --image=busybox -- false');
  await terminal.run('kubectl expose deployment web --port=80 --type=NodePort; kubectl create service clusterip typo --tcp=80:80');
  await terminal.run('kubectl create configmap settings --from-literal=a=b; curl -s $(minikube ip):1; kubectl rollout status deploy/web');
  await expect(picture.locator('[data-kind="Service"][data-ready="2"]')).toBeVisible();
  await page.waitForTimeout(1200); // what just changed has faded
  await expectAccessible(page, 'picture');

  await picture.locator('[data-kind="Service"][data-name="web"]').click();
  await expect(page.getByTestId('inspector')).toContainText('Endpoints');
  await picture.getByRole('button', { name: 'Legend' }).click();
  await expect(picture.getByText('ready endpoint: gets traffic')).toBeVisible();
  await picture.getByRole('button', { name: 'View' }).click();
  await expect(picture.getByLabel('Group Pods by')).toBeVisible();
  await expectAccessible(page, 'inspector, view and legend');

  await picture.getByRole('checkbox', { name: 'As tables' }).check();
  await page.keyboard.press('Escape');
  await expect(picture.getByRole('table', { name: 'Pods' })).toBeVisible();
  await expectAccessible(page, 'tables', '[data-testid=picture]');

  for (const [name, ready] of [
    ['Commands', 'combobox'],
    ['Settings', 'radio'],
  ] as const) {
    await page.getByRole('banner').getByRole('button', { name }).click();
    await expect(page.getByRole('dialog', { name }).getByRole(ready).first()).toBeVisible();
    await expectAccessible(page, name, 'dialog');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name })).toHaveCount(0);
  }
});

test('no accessibility violation in lessons, sharing, presenting, embedding and authoring', async ({ page }) => {
  test.setTimeout(400_000);
  const terminal = new TerminalPage(page);
  // A course that was worked through, for its certificate.
  await page.addInitScript(() => {
    const done = { done: 1, steps: 1, hints: 0, quiz: 0, questions: 0, finishedAt: 1 };
    localStorage.setItem('drydock.progress', JSON.stringify({ 'exam-developer': done, 'exam-administrator': done }));
  });
  await terminal.open('?lang=en');
  for (const id of ['session', 'present', 'embed'] as const) {
    await page.getByRole('button', { name: { session: 'Session', present: 'Present', embed: 'Embed' }[id], exact: true }).click();
    await expect(page.getByTestId(id)).toBeVisible();
    await expectAccessible(page, id, `[data-testid=${id}]`);
  }
  await page.getByRole('button', { name: 'Lessons' }).click();
  const lessons = page.getByTestId('lessons');
  await expect(lessons.getByRole('button', { name: 'See your summary' })).toBeVisible();
  await expectAccessible(page, 'map of courses', '[data-testid=lessons]');
  await lessons.getByRole('button', { name: 'Make a lesson' }).click();
  await page.getByTestId('author').getByRole('button', { name: 'Start recording' }).click();
  await expectAccessible(page, 'author', '[data-testid=author]');
  await lessons.getByRole('button', { name: 'See your summary' }).click();
  await expect(lessons.getByText('Course completed')).toBeVisible();
  await expectAccessible(page, 'certificate', '[data-testid=lessons]');
  await lessons.getByRole('button', { name: 'All courses' }).click();
  await lessons.getByRole('button', { name: /Expose your app/ }).click();
  await lessons.getByRole('button', { name: 'The app answers' }).click();
  await lessons.getByRole('button', { name: 'Hint', exact: true }).click();
  await expectAccessible(page, 'lesson', '[data-testid=lessons]');
});

test('the palette finds commands and objects; keys work outside the terminal', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  await terminal.run('kubectl create deployment web --image=nginx');
  await page.keyboard.press('F1');
  await page.getByRole('combobox', { name: 'Type a command' }).fill('web');
  await page.getByRole('option', { name: 'web deployments · default' }).click();
  await expect(page.getByTestId('inspector')).toContainText('Keeps');

  // In the terminal a question mark is a question mark.
  await page.locator('.terminal-screen').click();
  await page.keyboard.type('echo ?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByTestId('picture').locator('[data-nav][tabindex="0"]').first().focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  await page.keyboard.press('p');
  await page.keyboard.press('F6');
  await expect(page.locator('[data-panel]:focus-within')).toHaveAttribute('data-panel', 'inspector');
});

test('settings change the page at once and are remembered', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open('?lang=en');
  await page.getByRole('banner').getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'High contrast' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await page.getByRole('radio', { name: '130 %' }).check();
  await page.getByRole('radio', { name: 'Reduced' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced');
  await page.getByRole('radio', { name: '中文' }).check();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('dialog', { name: '设置' })).toBeVisible();
  await page.goto('./');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await expect(page.getByRole('banner').getByRole('button', { name: '设置' })).toBeVisible();
});

test('an empty cluster teaches: the tour, and the first command by one click', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  await page.getByRole('button', { name: 'New here?' }).click();
  const tour = page.getByRole('region', { name: 'A short tour' });
  await expect(tour).toContainText('1 of 5');
  await expect(page.locator('[data-panel="terminal"]')).toHaveAttribute('data-look', 'true');
  for (let step = 2; step <= 5; step++) {
    await tour.getByRole('button', { name: 'Next' }).click();
    await expect(tour).toContainText(`${step} of 5`);
  }
  await tour.getByRole('button', { name: 'Done' }).click();
  await expect(tour).toHaveCount(0);
  await page.getByRole('button', { name: /kubectl create deployment kubernetes-bootcamp/ }).click();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-kind="Pod"][data-status="Running"]')).toBeVisible({ timeout: 30_000 });

  // Starting over asks first.
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('[data-kind="Pod"]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
  await expect(page.locator('[data-kind="Pod"]')).toHaveCount(0);
});

test('on a phone: a panel at a time, nothing wider than the page', async ({ tab: page }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  const terminal = new TerminalPage(page);
  await terminal.open();
  // Somebody new finds the first lesson, and back to it.
  await page.getByRole('button', { name: 'Start the first lesson' }).click();
  const lessons = page.getByTestId('lessons');
  await lessons.getByRole('button', { name: /^Run/ }).first().click();
  await expect.poll(() => terminal.screen()).toContain('host: Running');
  await page.getByRole('button', { name: 'Back to the lessons' }).click();
  await expect(lessons.getByRole('heading', { name: 'Is it running?' })).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Terminal' }).click();
  await page.getByRole('banner').getByRole('button', { name: 'Lessons' }).click();
  await expect(lessons).toBeVisible();
  await lessons.getByRole('button', { name: 'All courses' }).click();
  await lessons.getByRole('button', { name: 'Close the lessons' }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Terminal' }).click();

  await terminal.focus();
  await terminal.run('kubectl create deployment web --image=nginx');
  await terminal.run('kubectl expose deployment web --port=80 --type=NodePort');
  await page.getByRole('navigation').getByRole('button', { name: 'Picture' }).click();
  await expect(page.locator('[data-kind="Service"][data-name="web"]')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page, 'phone');
  await page.locator('[data-kind="Service"][data-name="web"]').click();
  await expect(page.getByTestId('inspector')).toContainText('Endpoints');
});
