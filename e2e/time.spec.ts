import { violations } from './accessible.ts';
import { TerminalPage } from './terminal.ts';
import { expect, test } from './test.ts';

test('the past in every panel, continuing from it, undoing a command, comparing two moments', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  await terminal.run('kubectl create deployment web --image=nginx --replicas=2');
  await terminal.run('kubectl rollout status deployment/web');
  await terminal.run('kubectl scale deployment/web --replicas=3');
  await terminal.run('kubectl rollout status deployment/web');
  const picture = page.getByTestId('picture');
  const pods = picture.locator('[data-testid="lines"] ~ [data-nav^="pod:"]');
  const timeline = page.getByTestId('timeline');
  const slider = timeline.getByRole('slider');
  await page.getByRole('button', { name: 'Resources' }).click();
  const rows = page.getByTestId('resources').getByRole('row');
  await expect(rows).toHaveCount(4);

  await test.step('a selector lights what it matches before Enter', async () => {
    await terminal.focus();
    await page.keyboard.type('kubectl get pods -l app=w');
    await expect(picture.locator('.dd-matched')).toHaveText('3 Pods');
    await page.keyboard.type('x');
    await expect(picture.locator('.dd-matched')).toHaveText('0 Pods');
    await page.keyboard.press('Control+u');
    await expect(picture.locator('.dd-matched')).toHaveCount(0);
  });

  await test.step('before the command: picture, table, inspector and clock show the past', async () => {
    await slider.focus();
    await page.keyboard.press('PageDown');
    await expect(slider).toHaveAttribute('aria-valuetext', /ago · before: kubectl scale deployment\/web --replicas=3/);
    await expect(rows).toHaveCount(3);
    await expect(pods).toHaveCount(2);
    await expect(page.getByRole('status').filter({ hasText: 'The terminal is at the present' })).toBeVisible();
    await page.keyboard.press('Home');
    await expect(rows).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await expect(slider).toHaveAttribute('aria-valuetext', /after: kubectl create deployment web/);
  });

  await test.step('comparing: what the command changed, line by line', async () => {
    await slider.focus();
    await page.keyboard.press('PageUp');
    await expect(slider).toHaveAttribute('aria-valuetext', /before: kubectl scale/);
    await timeline.getByRole('button', { name: 'Compare' }).click();
    const compare = page.getByTestId('compare');
    await expect(compare.getByText('1 created, 2 changed, 0 deleted')).toBeVisible({ timeout: 30_000 }); // its code comes now
    const deployment = compare.getByRole('listitem').filter({ hasText: 'Deployment web' });
    await expect(deployment).toContainText('spec.replicas: 2 → 3');
    await deployment.getByText('Deployment web').click();
    await expect(deployment.locator('[data-sign="+"]').first()).toHaveText('+  replicas: 3');
    const found = await violations(page, '[data-testid="compare"], [data-testid="timeline"]');
    expect(found).toEqual([]);
  });

  await test.step('typing goes back to now; the last command is undone and done again', async () => {
    await terminal.focus();
    await page.keyboard.press('Enter');
    await expect(slider).toHaveAttribute('aria-valuetext', /^now/i);
    await expect(pods).toHaveCount(3);
    await timeline.getByRole('button', { name: 'Undo the last command that changed something' }).click();
    await expect(pods).toHaveCount(2);
    await timeline.getByRole('button', { name: 'Redo what was undone' }).click();
    await expect(pods).toHaveCount(3);
  });

  await test.step('continuing from a moment of the past, by pointer', async () => {
    const track = (await timeline.locator('.timeline-track').boundingBox())!;
    await page.mouse.click(track.x + 3, track.y + track.height / 2);
    await expect(slider).toHaveAttribute('aria-valuetext', /the beginning|before: kubectl create/);
    await timeline.getByRole('button', { name: 'Continue from here' }).click();
    await expect(pods).toHaveCount(0);
    await terminal.focus();
    expect(await terminal.run('kubectl get deployments')).toContain('No resources found');
  });

  await test.step('the session is played again from its start, in a new terminal', async () => {
    await terminal.run('kubectl create configmap again --from-literal=a=b');
    // What is typed into a program is part of the session.
    await terminal.enter('clear; read name; kubectl create configmap $name --from-literal=a=b');
    await terminal.enter('typed');
    await expect.poll(() => terminal.screen()).toContain('configmap/typed created');
    await page.getByRole('button', { name: 'Session' }).click();
    await page.getByTestId('session').getByRole('button', { name: 'Play it again from its start' }).click();
    await expect(page.getByRole('tab', { name: 'Terminal 2' })).toHaveAttribute('aria-selected', 'true');
    await expect.poll(() => terminal.screen(), { timeout: 30_000 }).toContain('configmap/typed created');
  });
});

test('a page at rest asks for no frames, and is there at once for a key, a timer and a second', async ({ page }) => {
  await page.addInitScript(() => {
    const ask = requestAnimationFrame;
    const counted = Object.assign(window, { frames: 0 });
    window.requestAnimationFrame = (call) => {
      counted.frames++;
      return ask(call);
    };
  });
  const frames = (): Promise<number> => page.evaluate(() => (window as unknown as { frames: number }).frames);
  const terminal = new TerminalPage(page);
  await terminal.open();
  await page.waitForTimeout(3000); // the system's Pods come up
  const before = await frames();
  await page.waitForTimeout(3000);
  expect((await frames()) - before).toBeLessThan(60); // of 180
  expect(await terminal.run('A=$(date +%s); sleep 1.5; B=$(date +%s); echo $((B - A))')).toMatch(/\n[12]\n/);
  expect(await terminal.run('kubectl run web --image=nginx && kubectl wait --for=condition=Ready pod/web')).toContain('condition met');
});
