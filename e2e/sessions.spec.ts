/** Nothing is lost: reload, crash, saves, files, links. */
import { readFileSync } from 'node:fs';
import { TerminalPage } from './terminal.ts';
import { expect, test } from './test.ts';

test.describe.configure({ timeout: 120_000 });

/** Waits until the session was kept after the last thing that happened. */
const KEPT_MS = 2500;

test('a reload goes on where it was, at once: cluster, screen, files, variables, history, lesson', async ({ page }) => {
  const terminal = new TerminalPage(page);
  // The database may not get to what a page writes as it ends.
  await page.addInitScript(() =>
    addEventListener('pagehide', () => Object.assign(IDBObjectStore.prototype, { put: () => undefined }), true),
  );
  await terminal.open('?lesson=expose-your-app&lang=en');
  const lessons = page.getByTestId('lessons');
  await lessons.getByRole('button', { name: 'Nothing comes back' }).click();
  await page.locator('.terminal-screen:not([hidden])').click();
  await terminal.run(
    'export POD_IP=$(kubectl get pods -o jsonpath={.items[0].status.podIP}); echo note > note.txt; curl -s --connect-timeout 1 $POD_IP:8080',
  );
  await lessons.locator('.lesson-next').click();
  await expect(lessons.getByText('Step 2 of 5')).toBeVisible();
  await page.reload();
  await terminal.prompt();
  await expect(lessons.getByText('Step 2 of 5')).toBeVisible();
  expect(await terminal.screen()).toContain('echo note > note.txt');
  await page.locator('.terminal-screen:not([hidden])').click();
  expect(await terminal.run('cat note.txt; echo "ip=$POD_IP"; kubectl get deployments')).toMatch(
    /note\nip=10\.244\.\d+\.\d+\n[\s\S]*kubernetes-bootcamp +1\/1/,
  );
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => terminal.screen()).toContain('export POD_IP');
});

test('a tab that was closed or crashed comes back in a new one; a tab that is open is not taken', async ({ page, context }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  await terminal.run('kubectl create configmap mine --from-literal=a=b');
  await page.waitForTimeout(KEPT_MS);
  const second = new TerminalPage(await context.newPage());
  await second.open();
  expect(await second.run('kubectl get configmaps')).not.toContain('mine');
  await page.close();
  const third = new TerminalPage(await context.newPage());
  await third.open();
  expect(await third.run('kubectl get configmaps')).toContain('mine');
  // Its past came with it.
  await third.page.getByTestId('timeline').getByRole('button', { name: 'Undo the last command that changed something' }).click();
  await third.focus();
  expect(await third.run('kubectl get configmaps')).not.toContain('mine');
});

test('a link, a file and a named save open the same state elsewhere; manifests, recording and picture are files', async ({
  tab: page,
  browser,
}) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  await terminal.run('kubectl create deployment web --image=nginx; kubectl rollout status deployment/web');
  await page.getByRole('button', { name: 'Session' }).click();
  const panel = page.getByTestId('session');
  await panel.getByRole('button', { name: 'Copy a link' }).click();
  const link = await panel.locator('.session-link').inputValue();
  expect(link.length).toBeLessThan(32_000);
  const elsewhere = await browser.newContext({ viewport: { width: 1680, height: 900 } });
  const other = new TerminalPage(await elsewhere.newPage());
  await other.page.goto(link);
  await other.prompt();
  await other.page.locator('.terminal-screen:not([hidden])').click();
  expect(await other.run('kubectl get deployments')).toMatch(/web +1\/1/);
  expect(other.page.url()).not.toContain('#s=');

  const save = async (name: string): Promise<string> => {
    const [file] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name, exact: true }).click()]);
    return readFileSync(await file.path(), 'utf8');
  };
  const session = await save('Save the session as a file');
  expect(await save('Manifests of everything you made')).toContain('kind: Deployment');
  const cast = (await save('Recording of the terminal (asciicast)')).split('\n');
  expect(JSON.parse(cast[0] ?? '')).toMatchObject({ version: 2 });
  expect(await save('Picture as SVG')).toContain('<svg');
  const [png] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name: 'Picture as PNG' }).click()]);
  expect(
    readFileSync(await png.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');

  await panel.getByLabel('Name').fill('first');
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('.terminal-screen:not([hidden])').click();
  await terminal.run('kubectl delete deployment web');
  await panel.getByRole('button', { name: 'Open', exact: true }).click();
  await page.locator('.terminal-screen:not([hidden])').click();
  expect(await terminal.run('kubectl get deployments')).toMatch(/web +1\/1/);

  // A file that is damaged changes nothing and says why.
  const open = async (name: string, text: string): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      panel.getByRole('button', { name: 'Open a session file' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  await open('x.json', session.replace('"random":[', '"random":["<img src=x onerror=alert(1)>",'));
  await expect(panel.locator('output')).toContainText('did not work');
  expect(await terminal.run('kubectl get deployments')).toMatch(/web +1\/1/);
  await elsewhere.close();
});

test('damaged links and sessions say so and leave a working page', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  for (const hash of ['#s=1.AAAA', '#s=2.x', '#s=1.', '#s=<img src=x onerror=alert(1)>', '#s=1.q1ZKSS0uUbIqKSpN1VFKL8pMUbKqBQA']) {
    await page.goto(`./?x=${encodeURIComponent(hash)}${hash}`);
    await terminal.prompt();
    await page.locator('.terminal-screen:not([hidden])').click();
    expect(await terminal.run('echo alive')).toContain('\nalive');
  }
  // So does a session that was kept and is damaged.
  await page.waitForTimeout(KEPT_MS);
  await page.goto('./manifest.webmanifest'); // what is open would be kept once more
  await page.evaluate(async () => {
    const opening = indexedDB.open('drydock');
    await new Promise((done) => (opening.onsuccess = done));
    const writing = opening.result.transaction('sessions', 'readwrite');
    const sessions = writing.objectStore('sessions');
    const reading = sessions.getAllKeys();
    reading.onsuccess = () => {
      for (const key of reading.result) sessions.put({ at: Date.now(), search: '', save: [new Blob(['{"drydock":1,'])] }, key);
    };
    await new Promise((done) => (writing.oncomplete = done));
  });
  await page.goto('./');
  await terminal.prompt();
  const told = page.getByRole('status').filter({ hasText: 'could not be opened: it is no JSON' });
  await expect(told).toContainText(/saved sessions as “damaged, \d{4}-/); // not written over
  // And one for which there is no room.
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await terminal.focus();
  await terminal.enter('echo more');
  await expect(page.getByRole('status').filter({ hasText: 'no room left' })).toBeVisible();
  expect(dialogs).toEqual([]);
});

test('a browser without room: it is said, and what can be kept is', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open('?lang=en');
  // localStorage is full: files last as long as the page, and come back with the session.
  await page.evaluate(() => {
    let part = 'x'.repeat(1_000_000);
    for (let n = 0; part !== ''; n++)
      try {
        localStorage.setItem(`full${n}`, part);
      } catch {
        part = part.slice(0, part.length / 2);
      }
  });
  await terminal.run('echo one > note.txt');
  await terminal.run('kubectl create configmap mine --from-literal=a=b');
  await expect(page.getByRole('status').filter({ hasText: 'no room left for files' })).toBeVisible();
  await page.evaluate(() => localStorage.removeItem('drydock.kept')); // as if it had been full from the start
  await page.reload();
  await terminal.prompt();
  await terminal.focus();
  expect(await terminal.run('cat note.txt')).toContain('one');
  await page.evaluate(() => localStorage.clear());
});

for (const past of [true, false])
  test(`a database without room ${past ? 'for a session as it is keeps it compressed' : 'for its past keeps the state'}`, async ({
    page,
    context,
  }) => {
    const terminal = new TerminalPage(page);
    await page.addInitScript((takesPast) => {
      const put = IDBObjectStore.prototype.put;
      const small = (parts: readonly unknown[] = []) => parts.every((part) => part instanceof Blob && part.type === 'application/gzip');
      IDBObjectStore.prototype.put = function (value, key) {
        if (!small(value.save) || !small(value.past) || (value.past && !takesPast)) throw new DOMException('full', 'QuotaExceededError');
        return put.call(this, value, key);
      };
      addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true); // it crashes
    }, past);
    await terminal.open();
    await terminal.run('kubectl create configmap mine --from-literal=a=b');
    const told = page.getByRole('status').filter({ hasText: 'no room left for the past' });
    if (past) await page.waitForTimeout(KEPT_MS);
    else await expect(told).toBeVisible();
    if (past) await expect(told).toHaveCount(0);
    await page.close();
    const second = new TerminalPage(await context.newPage());
    await second.open();
    expect(await second.run('kubectl get configmaps')).toContain('mine');
    const undo = second.page.getByTestId('timeline').getByRole('button', { name: 'Undo the last command that changed something' });
    await expect(undo).toBeEnabled({ enabled: past });
  });
