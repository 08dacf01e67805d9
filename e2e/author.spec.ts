/** An author makes a lesson by doing it: recorded, chosen, tried, taken away as files and opened again. */
import { readFile } from 'node:fs/promises';
import { TerminalPage } from './terminal.ts';
import { expect, test } from './test.ts';

test('a lesson is recorded in the terminal, played here, saved, and opened from its file', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open('?lang=en');
  await page.getByRole('button', { name: 'Lessons' }).click();
  await page.getByRole('button', { name: 'Make a lesson' }).click();
  const author = page.getByTestId('author');
  await author.getByRole('button', { name: 'Start recording' }).click();
  await terminal.focus();
  await terminal.run('kubectl create configmap mine --from-literal=a=b');
  await expect(author.getByText('There is a ConfigMap mine')).toBeVisible();
  await author.getByLabel('Title of the step').fill('Write it down');
  await author.getByRole('button', { name: 'End this step' }).click();
  await author.getByLabel('Title', { exact: true }).fill('Notes <b>of</b> mine');
  const [zip] = await Promise.all([page.waitForEvent('download'), author.getByRole('button', { name: 'Save the files' }).click()]);
  expect(zip.suggestedFilename()).toBe('notes-b-of-b-mine.zip');
  const path = await zip.path();

  await author.getByRole('button', { name: 'Try it here' }).click();
  const lesson = page.getByTestId('lessons');
  await expect(lesson.getByText('Step 1 of 1')).toBeVisible();
  await expect(lesson.locator('[data-check="mine"]')).toHaveAttribute('data-ok', 'false');
  await lesson.locator('.lesson-text > .lesson-code .run-button').click();
  await expect(lesson.locator('[data-check="mine"]')).toHaveAttribute('data-ok', 'true');

  await lesson.getByRole('button', { name: 'All courses' }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    lesson.getByRole('button', { name: 'Open a lesson from files' }).click(),
  ]);
  await chooser.setFiles({ name: 'lesson.zip', mimeType: 'application/zip', buffer: await readFile(path) });
  await expect(lesson.getByText('Notes <b>of</b> mine').first()).toBeVisible();
});
