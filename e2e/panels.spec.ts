import { violations } from './accessible.ts';
import { TerminalPage } from './terminal.ts';
import { expect, test } from './test.ts';

test('tables, what happened, and the inspector whose commands are typed into the terminal', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  await terminal.run('kubectl create deployment web --image=nginx --replicas=2');
  await terminal.run('kubectl rollout status deployment/web');

  await page.getByRole('button', { name: 'Resources' }).click();
  const table = page.getByTestId('resources');
  await expect(table.getByRole('row')).toHaveCount(3);
  await table.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Deployment (1)' });
  await expect(table.getByRole('row', { name: /default web 2\/2/ })).toBeVisible();
  await table.getByRole('searchbox').fill('nothing like it');
  await expect(table.getByText('No object matches.')).toBeVisible();
  await table.getByRole('searchbox').fill('');

  await table.getByRole('button', { name: 'web', exact: true }).click();
  const inspector = page.getByTestId('inspector');
  await expect(inspector.getByRole('button', { name: /^web-/ }).first()).toBeVisible();
  await inspector.getByRole('tab', { name: 'Describe' }).click();
  await expect(inspector.getByText('RollingUpdateStrategy')).toBeVisible();
  await inspector.getByRole('tab', { name: 'Events' }).click();
  await expect(inspector.getByText('Scaled up replica set')).toBeVisible();
  await inspector.getByRole('button', { name: 'Restart' }).click();
  await expect.poll(() => terminal.screen()).toContain('kubectl rollout restart deployments/web');
  await expect.poll(() => terminal.screen()).toContain('deployment.apps/web restarted');

  await page.getByRole('button', { name: 'What happened' }).click();
  const story = page.getByTestId('story');
  await expect(story.getByText('you').first()).toBeVisible();
  await expect(story.getByText(/gave.*a new Pod template/).first()).toBeVisible();
  await expect(story.getByText('deployment-controller').first()).toBeVisible();

  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    const found = await violations(page, '[data-testid="story"]');
    expect(found).toEqual([]);
  }
  await page.getByRole('button', { name: 'Resources' }).click();
  expect(await violations(page, '[data-testid="resources"]')).toEqual([]);
});
