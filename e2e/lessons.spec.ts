/** Lessons as learners take them: reading, clicking commands, typing their own, answering. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { TerminalPage } from './terminal.ts';
import { expect, test } from './test.ts';

test.describe.configure({ timeout: 150_000 });

/** The lesson panel as a person uses it. */
class LessonPage {
  readonly page: Page;
  readonly panel;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByTestId('lessons');
  }

  async predict(option: string): Promise<void> {
    await this.panel.getByRole('button', { name: option }).click();
  }

  /** Clicks the command blocks of the step, one after the other. */
  async runAll(): Promise<void> {
    const buttons = this.panel.locator('.lesson-text > .lesson-code .run-button');
    for (let index = 0; index < (await buttons.count()); index++) {
      await buttons.nth(index).click();
      await new TerminalPage(this.page).prompt();
    }
  }

  async typeInTerminal(): Promise<void> {
    await this.page.locator('.terminal-screen:not([hidden])').click();
  }

  /** Waits until the step is done, and goes on. */
  async next(): Promise<void> {
    const button = this.panel.locator('.lesson-next');
    await expect(button).toBeEnabled({ timeout: 30_000 });
    await button.click();
  }
}

test('expose your app, from the first screen to the end, by clicking and typing', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open('?lang=en');
  await page.getByRole('button', { name: 'Lessons' }).click();
  const lesson = new LessonPage(page);
  await lesson.panel.getByRole('button', { name: /Expose your app/ }).click();

  // The Pod's address does not answer; the check says what it saw.
  await lesson.predict('The app answers');
  await expect(lesson.panel.getByText('Not quite.')).toBeVisible();
  await lesson.runAll();
  await expect(lesson.panel.locator('[data-check="tried"]')).toHaveAttribute('data-ok', 'false');
  await lesson.typeInTerminal();
  await terminal.run(`export POD_IP="$(kubectl get pods -o jsonpath='{.items[0].status.podIP}')"`);
  await terminal.run('curl --connect-timeout 1 http://$POD_IP:80');
  await expect(lesson.panel.getByText('You asked another port.')).toBeVisible();
  await lesson.panel.getByRole('button', { name: 'Hint', exact: true }).click();
  await lesson.panel.getByRole('button', { name: 'Another hint' }).click();
  await expect(lesson.panel.locator('.lesson-hint .run-button').last()).toBeInViewport({ ratio: 1 });
  await lesson.panel.locator('.lesson-hint .run-button').last().click();
  await lesson.next();

  // A wrong type first: the check explains. Then a dead end, and undo.
  await lesson.typeInTerminal();
  await terminal.run('kubectl expose deployment/kubernetes-bootcamp --port 8080');
  await expect(lesson.panel.getByText('its type is ClusterIP')).toBeVisible();
  await terminal.run('kubectl delete deployment kubernetes-bootcamp');
  await lesson.panel.getByRole('button', { name: /Undo/ }).click();
  await expect(lesson.panel.getByText('The Deployment is gone')).toHaveCount(0);
  await lesson.panel.getByRole('button', { name: 'The goal as a picture' }).click();
  await expect(page.getByTestId('goal').getByText('NodePort', { exact: true }).first()).toBeVisible();
  await lesson.runAll();
  await lesson.next();

  await lesson.runAll();
  await lesson.next();

  await lesson.predict('The Pod still matches and stays');
  await lesson.runAll();
  await lesson.next();

  await lesson.runAll();
  await lesson.next();

  await expect(lesson.panel.getByText('Lesson done')).toBeVisible();
  for (const right of ['By the Pods’ labels', 'On every node', 'They go on running'].map((text) => text.replace('’', "'")))
    await lesson.panel.getByRole('button', { name: right }).click();
  await expect(lesson.panel.getByText('3 of 3 questions right at once')).toBeVisible();
  await page.waitForTimeout(2500); // until the session is kept
  await page.reload();
  await lesson.panel.getByRole('button', { name: 'All courses' }).first().click();
  await expect(lesson.panel.getByRole('button', { name: /Expose your app/ })).toContainText('Done');
});

test('a lesson begins with what it is about, and its solution has the answer to its question', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open('?lesson=case-missing-config&lang=en');
  const lesson = new LessonPage(page);
  await expect(lesson.panel.getByText('stuck in a state that I have never seen')).toBeVisible();
  await lesson.runAll();
  for (const help of ['Hint', 'Another hint', 'Show the solution']) {
    const button = lesson.panel.getByRole('button', { name: help, exact: true });
    while (await button.isVisible()) await button.click();
  }
  const right = (await lesson.panel.locator('.lesson-hint').last().locator('p code').textContent()) ?? '';
  await lesson.panel.getByLabel('Your answer').fill(right);
  await lesson.panel.getByRole('button', { name: 'Check' }).click();
  await lesson.next();
  await expect(lesson.panel.getByText('Step 2 of')).toBeVisible();
});

test('nothing of a lesson is lost: starting over asks and can be taken back, a dead end has a way out after a reload too', async ({
  tab: page,
}) => {
  const terminal = new TerminalPage(page);
  await terminal.open('?lesson=expose-your-app&lang=en');
  const lesson = new LessonPage(page);
  await lesson.predict('Nothing comes back');
  await lesson.typeInTerminal();
  // On a laptop's screen the picture stands below, so that the terminal has room for a wide table; a button puts it beside.
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await terminal.run('kubectl get pods -o wide')).toMatch(/READINESS GATES\n/);
  const left = async (panel: string): Promise<number> => (await page.locator(`[data-panel="${panel}"]`).boundingBox())?.x ?? 0;
  expect(await left('picture')).toBe(await left('terminal'));
  await page.getByRole('button', { name: 'Put the picture beside the terminal' }).click();
  await expect.poll(() => left('picture')).toBeGreaterThan(700);
  await page.getByRole('button', { name: 'Put the picture below the terminal' }).click();
  await terminal.run('curl --connect-timeout 1 http://$(kubectl get pods -o jsonpath={.items[0].status.podIP}):8080');
  await lesson.next();
  // Over the map of courses and back: the same step on the same cluster.
  await lesson.panel.getByRole('button', { name: 'All courses' }).click();
  await lesson.panel.getByRole('button', { name: /Expose your app/ }).click();
  await expect(lesson.panel.getByText('Step 2 of 5')).toBeVisible();

  await lesson.panel.getByRole('button', { name: 'Begin this lesson again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start over?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(lesson.panel.getByText('Step 2 of 5')).toBeVisible();
  await lesson.panel.getByRole('button', { name: 'Begin this lesson again' }).click();
  await dialog.getByRole('button', { name: 'Start over', exact: true }).click();
  await expect(lesson.panel.getByText('Step 1 of 5')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the one before' }).click();
  await expect(lesson.panel.getByText('Step 2 of 5')).toBeVisible();

  await terminal.focus();
  await terminal.run('kubectl delete deployment kubernetes-bootcamp');
  await expect(lesson.panel.getByText('A dead end')).toBeInViewport();
  await page.waitForTimeout(2500); // until the session is kept
  await page.reload();
  await lesson.panel.getByRole('button', { name: /Undo/ }).click();
  await expect(lesson.panel.getByText('A dead end')).toHaveCount(0);
  await lesson.runAll();
  await lesson.next();
  await expect(lesson.panel.getByText('Step 3 of 5')).toBeVisible();
});

test('an exam whose last task is left can be handed in, and nothing counts after that', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open('?lesson=exam-administrator&lang=en');
  const lesson = new LessonPage(page);
  for (let task = 1; task < 8; task++) await lesson.panel.getByRole('button', { name: 'Next' }).click();
  await lesson.panel.getByRole('button', { name: 'Hand in' }).click();
  await expect(lesson.panel.getByRole('heading', { name: 'Not passed yet: 66 % are needed' })).toBeVisible();
  await lesson.panel.getByText('Open a node again').click();
  await lesson.panel.locator('.exam-task[open] .run-button').click();
  await expect.poll(() => terminal.screen()).toContain('node/minikube-m02 untainted');
  await page.waitForTimeout(2500); // until the session is kept
  await page.reload();
  await expect(lesson.panel.getByText('Score 0 %')).toBeVisible();
});

test('expose your app, in Chinese', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open('?lesson=expose-your-app&lang=zh');
  const lesson = new LessonPage(page);
  await expect(lesson.panel.getByRole('heading', { name: '公开你的应用' })).toBeVisible();

  await lesson.predict('什么也收不到');
  await expect(lesson.panel.getByText('对。')).toBeVisible();
  await lesson.panel.getByRole('button', { name: '提示' }).click();
  await lesson.panel.getByRole('button', { name: '再来一个提示' }).click();
  await lesson.panel.getByRole('button', { name: '显示答案' }).click();
  await lesson.panel.getByRole('button', { name: '替我运行' }).click();
  await lesson.next();
  for (const question of [undefined, undefined, 'Pod 仍然匹配', undefined]) {
    if (question) await lesson.predict(question);
    await lesson.runAll();
    await lesson.next();
  }
  await expect(lesson.panel.getByText('本课完成')).toBeVisible();
});

test('on a phone, the news of a step covers nothing that its command printed', async ({ tab: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./?lesson=why-services&lang=zh');
  await page.getByTestId('lessons').locator('.run-button').first().click();
  const news = page.getByRole('status').filter({ hasText: '全部完成' });
  await expect(news).toBeVisible();
  const place = await news.boundingBox();
  const printed = await page.locator('.terminal-body').boundingBox();
  expect((place?.y ?? Infinity) + (place?.height ?? 0)).toBeLessThanOrEqual(printed?.y ?? 0);
  await news.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByTestId('lessons').locator('.lesson-done')).toBeInViewport();
});

test('a lesson from an address; a broken one says what is wrong, and runs nothing', async ({ page, baseURL }) => {
  let broken = false;
  await page.route('**/elsewhere/*', (route) => {
    const name = route.request().url().split('/').at(-1) ?? '';
    if (!['lesson.yaml', 'en.md', 'hello.yaml'].includes(name)) return route.fulfill({ status: 404 });
    const text = readFileSync(`examples/lesson/${name}`, 'utf8');
    return route.fulfill({
      body: broken
        ? text.replace('minutes: 5', 'minutes: <img src=x onerror=alert(1)>')
        : text.replace('Say hello three times', 'Mine <b>bold</b>'),
    });
  });
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const address = `./?lang=zh&lesson=${encodeURIComponent(`${baseURL}elsewhere/lesson.yaml`)}`;
  await page.goto(address);
  const panel = page.getByTestId('lessons');
  await expect(panel.getByText('Step 1').or(panel.getByText('第 1 步'))).toBeVisible({ timeout: 20_000 });
  await expect(panel.getByText('Mine <b>bold</b>').first()).toBeVisible();
  await new LessonPage(page).predict('It goes on');
  await new LessonPage(page).runAll();
  await new LessonPage(page).next();
  await expect(panel.getByRole('heading', { name: 'A door' })).toBeVisible();
  broken = true;
  await page.goto(`${address}&x=1`);
  await expect(panel.getByRole('alert')).toContainText('lesson.yaml:5: minutes', { timeout: 20_000 });
  expect(dialogs).toEqual([]);
});
