/** The terminal in a person's hands: two of them, pasting, interrupting, finding, editing, links, a phone, Chinese. */
import type { Page } from '@playwright/test';
import { violations } from './accessible.ts';
import { TerminalPage } from './terminal.ts';
import { expect, test } from './test.ts';

test.describe.configure({ timeout: 120_000 }); // much is typed, and machines that check are slow

/** Pastes as the browser does when a person presses Ctrl-V. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

test('two terminals on one cluster: a watch in one follows what the other does', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  await terminal.enter('kubectl get pods -w');
  await page.getByRole('button', { name: 'New terminal' }).click();
  await terminal.prompt();
  expect(await terminal.run('kubectl create deployment web --image=nginx')).toContain('deployment.apps/web created');
  await terminal.run('kubectl rollout status deploy/web');
  await page.getByRole('tab', { name: 'Terminal 1' }).click();
  await expect.poll(() => terminal.screen()).toMatch(/web-\S+ +0\/1 +Pending[^]*ContainerCreating[^]*web-\S+ +1\/1 +Running/);
  await page.keyboard.press('Control+c');
  await terminal.prompt();
  await page.getByRole('button', { name: 'Close terminal 1' }).click();
  await expect(page.getByRole('tab', { name: /Terminal/ })).toHaveCount(1);
});

test('a pasted block waits for Enter and then runs line by line', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  await paste(page, 'for i in 1 2 3; do\n  echo "line $i"\ndone\necho finished');
  await expect.poll(() => terminal.screen()).toContain('echo finished');
  expect(await terminal.screen()).not.toContain('line 1\n');
  await page.keyboard.press('Enter');
  await expect.poll(() => terminal.screen()).toMatch(/line 1\nline 2\nline 3\nfinished/);
});

// Times out on the newest build although the page seems to have done every step: to be understood first.
test('an endless loop leaves the page alive and ends by Ctrl-C', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  await terminal.enter('while true; do :; done');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await terminal.focus();
  await page.keyboard.press('Control+c');
  await terminal.prompt();
  await terminal.enter("yes | awk '{n++} END {print n}'");
  await page.waitForTimeout(300);
  await page.keyboard.press('Control+c');
  await terminal.prompt();
  await terminal.enter('echo alive $?');
  await expect.poll(() => terminal.screen()).toContain('alive 130');
});

test('history, search in it, completion and the corrected line', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  await terminal.run('echo first one');
  await terminal.run('echo second');
  await page.keyboard.press('Control+r');
  await page.keyboard.type('fir');
  await expect.poll(() => terminal.screen()).toContain("(reverse-i-search)`fir': echo first one");
  await page.keyboard.press('Enter');
  await expect.poll(() => terminal.screen()).toMatch(/\nfirst one\n/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => terminal.lastLine()).toContain('$ echo second');
  await page.keyboard.press('Control+u');
  await page.keyboard.type('kubectl get nod');
  await page.keyboard.press('Tab');
  await expect.poll(() => terminal.lastLine()).toMatch(/\$ kubectl get nodes?/);
  await page.keyboard.press('Control+u');
  await terminal.enter('kubeclt get nodes');
  await expect.poll(() => terminal.lastLine()).toMatch(/kubectl get nodes +⇥ Tab/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => terminal.screen()).toMatch(/minikube +Ready/);
});

test('a shell in a container has its own files, names and processes', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  await terminal.run(
    'kubectl create deployment web --image=nginx; kubectl expose deploy web --port=80; kubectl run box --image=busybox -- sleep 9999',
  );
  await terminal.run('kubectl wait --for=condition=Ready pod/box; kubectl rollout status deploy/web');
  await terminal.enter('clear; kubectl exec -it box -- sh');
  await expect.poll(() => terminal.lastLine()).toMatch(/#$/);
  await terminal.enter('hostname; echo mine > /tmp/f; cat /tmp/f; ps; nslookup web.default.svc.cluster.local');
  await expect.poll(() => terminal.screen()).toMatch(/\nbox\nmine\n[^]*sleep 9999[^]*Name:\s+web\.default\.svc\.cluster\.local/);
  await terminal.enter('wget -qO- http://web | grep title');
  await expect.poll(() => terminal.screen()).toContain('Welcome to nginx!');
  await page.keyboard.press('Control+d');
  await terminal.prompt();
  expect(await terminal.run('cat /tmp/f')).toContain('No such file');
});

test('a window made narrow and wide again keeps line and prompt in order', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  const typed = `echo ${'abcdefghij'.repeat(12)}`;
  await page.keyboard.type(typed);
  for (const width of [1000, 1500, 900, 1680]) {
    await page.setViewportSize({ width, height: 700 });
    await page.waitForTimeout(150);
    await expect.poll(async () => (await terminal.screen()).replaceAll('\n', '')).toContain(typed);
    expect((await terminal.screen()).match(/\$ echo/g)).toHaveLength(1);
    // All its rows are in the panel.
    const panel = page.locator('#terminal');
    await expect.poll(() => panel.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  }
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await terminal.screen()).replaceAll('\n', '')).toContain(`${typed}${'abcdefghij'.repeat(12)}`);
  await terminal.prompt();
});

test('nano edits a file in the page, and files and history are there after a reload', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  await terminal.enter('nano notes.txt');
  const text = page.getByRole('textbox', { name: 'Text of notes.txt' });
  await expect(text).toBeFocused({ timeout: 30_000 }); // Monaco comes with the first file
  await page.keyboard.type('hello from the editor');
  await page.keyboard.press('Control+s');
  await expect(text).toHaveCount(0);
  await terminal.prompt();
  expect(await terminal.run('cat notes.txt')).toContain('hello from the editor');
  await terminal.enter('seq 90; vi notes.txt');
  await expect.poll(() => terminal.editorText()).toContain('hello from the editor');
  // The terminal is lower than it was, and its cursor stood below what is left: the focus shows it all the same.
  await page.keyboard.press('F6');
  await expect(page.locator('.xterm-helper-textarea')).toBeFocused();
  expect(await page.locator('#terminal').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await page.keyboard.press('Shift+F6');
  await page.keyboard.type('changed ');
  await page.getByRole('button', { name: 'Close without saving' }).first().click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await terminal.prompt();
  expect(await terminal.run('cat notes.txt; echo the last line')).not.toContain('changed');
  await page.reload();
  await terminal.prompt();
  expect(await terminal.run('cat notes.txt')).toContain('hello from the editor');
  await page.keyboard.press('Control+r');
  await page.keyboard.type('the last');
  await expect.poll(() => terminal.lastLine()).toContain('echo the last line');
});

test('kubectl edit opens the same editor', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  await terminal.run('kubectl create deployment web --image=nginx');
  await terminal.enter('kubectl edit deployment web');
  await expect(page.getByRole('textbox', { name: /Text of kubectl-edit/ })).toBeFocused({ timeout: 30_000 });
  await expect.poll(() => terminal.editorText()).toContain('replicas: 1');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('replicas: 1');
  await page.keyboard.press('Escape'); // what was found is selected
  await page.keyboard.type('replicas: 2');
  await page.getByRole('button', { name: 'Save and close' }).click();
  await expect.poll(() => terminal.screen()).toContain('deployment.apps/web edited');
});

test('works without storage', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const terminal = new TerminalPage(page);
  await terminal.open();
  expect(await terminal.run('echo kept > f; cat f')).toContain('kept');
});

test('names and addresses are links; text is found; Ctrl-C copies what is selected', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const terminal = new TerminalPage(page);
  await terminal.open();
  await terminal.run('kubectl create deployment web --image=nginx');
  await terminal.run('kubectl get deployments');
  const place = await terminal.placeOf('web ');
  await page.mouse.move(place.x, place.y);
  await page.waitForTimeout(100);
  await page.mouse.click(place.x + 2, place.y);
  await expect(page.getByTestId('inspector').getByRole('heading', { name: 'web' })).toBeVisible();
  await terminal.run('echo see http://192.168.49.2:31234/x');
  const address = await terminal.placeOf('see http', 60);
  await page.mouse.move(address.x, address.y);
  await page.waitForTimeout(100);
  await page.mouse.click(address.x + 2, address.y);
  await expect.poll(() => terminal.lastLine()).toContain('$ curl http://192.168.49.2:31234/x');
  await page.keyboard.press('Control+u');
  // A double click selects a word; Ctrl-C then copies and interrupts nothing.
  await terminal.run('echo copythisword');
  const word = await terminal.placeOf('copythisword', 20, true);
  await page.mouse.dblclick(word.x, word.y);
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('copythisword');
  expect(await terminal.screen()).not.toContain('^C');
  await page.keyboard.press('Control+Shift+f');
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill('copythis');
  await expect(page.getByRole('status').filter({ hasText: 'of 2' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search')).toHaveCount(0);

  // The right button: what stands there, the clipboard, all of it.
  const menu = page.getByRole('menu');
  const choose = async (name: string | RegExp, from: { x: number; y: number }): Promise<void> => {
    await page.mouse.click(from.x, from.y, { button: 'right' });
    await menu.getByRole('menuitem', { name }).click();
    await expect(menu).toHaveCount(0);
  };
  await terminal.run('kubectl get deployments; echo again');
  await page.mouse.move(5, 5);
  await page.getByTestId('inspector').getByRole('button', { name: 'Close', exact: true }).click();
  await choose(/^Open web in the inspector/, await terminal.placeOf('web '));
  await expect(page.getByTestId('inspector').getByRole('heading', { name: 'web' })).toBeVisible();
  const again = await terminal.placeOf('again', 4, true);
  await page.mouse.click(again.x, again.y, { button: 'right' });
  await expect(menu.getByRole('menuitem', { name: /inspector/ })).toHaveCount(0);
  await expect(menu.getByRole('menuitem', { name: 'Copy' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await choose('Select all', again);
  await choose('Copy', again);
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/again/);
  await page.evaluate(() => navigator.clipboard.writeText('echo from the clipboard'));
  await choose('Paste', again);
  await expect.poll(() => terminal.lastLine()).toContain('$ echo from the clipboard');
  await page.mouse.click(again.x, again.y, { button: 'right' });
  expect(await violations(page, '[role="menu"]')).toEqual([]);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect.poll(() => terminal.screen()).toMatch(/^\S+ \$ echo from the clipboard$/);
});

test('settings: no colours, larger text, a tree for screen readers', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  await page.getByRole('button', { name: 'Terminal settings' }).click();
  await page.getByRole('checkbox', { name: 'Screen reader mode' }).check();
  await page.getByRole('checkbox', { name: 'Colours' }).uncheck();
  await page.getByRole('button', { name: 'Larger text' }).click();
  await page.keyboard.press('Escape');
  await terminal.focus();
  await terminal.enter('echo spoken'); // xterm takes only keys in this mode
  await expect(page.locator('.xterm-accessibility')).toContainText('spoken');
  await page.reload();
  await terminal.prompt();
  await page.getByRole('button', { name: 'Terminal settings' }).click();
  await expect(page.getByRole('checkbox', { name: 'Colours' })).not.toBeChecked();
  await expect(page.locator('.terminal-menu output')).toHaveText('14');
});

test('Chinese is typed and shown, two cells a character', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open('?lang=zh');
  await page.keyboard.insertText('echo "你好，世界" | tee 问候.txt; ls');
  await page.keyboard.press('Enter');
  await expect.poll(() => terminal.screen()).toMatch(/\n你好，世界\n[^]*问候\.txt/);
  await terminal.prompt();
  await page.keyboard.insertText('echo 中文字');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.insertText('X');
  await page.keyboard.press('Enter');
  await expect.poll(() => terminal.screen()).toMatch(/\n中X文\n/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  test('a row of keys helps', async ({ page }) => {
    const terminal = new TerminalPage(page);
    await terminal.open();
    const keys = page.getByRole('toolbar', { name: 'Keys' });
    await page.keyboard.type('echo one');
    await page.keyboard.press('Enter');
    await terminal.prompt();
    await page.keyboard.type('histo');
    await keys.getByRole('button', { name: 'Tab' }).tap();
    await expect.poll(() => terminal.lastLine()).toContain('$ history');
    await keys
      .getByRole('button', { name: 'Control for the next key' })
      .or(keys.getByRole('button', { name: 'Ctrl' }))
      .first()
      .tap();
    await page.keyboard.type('u');
    await expect.poll(() => terminal.lastLine()).toMatch(/\$$/);
    await keys.getByRole('button', { name: '↑' }).tap();
    await expect.poll(() => terminal.lastLine()).toContain('$ echo one');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

    // Words are composed, and changed when they are finished: the shell sees each letter at once, and what is taken back.
    await keys.getByRole('button', { name: '^C' }).tap();
    const session = await page.context().newCDPSession(page);
    const compose = async (text: string, taken = 0): Promise<void> => {
      const end = (await page.locator('.terminal-screen:not([hidden]) textarea').inputValue()).length;
      const place = { selectionStart: text.length, selectionEnd: text.length };
      const replaced = taken > 0 ? { replacementStart: end - taken, replacementEnd: end } : {};
      await session.send('Input.imeSetComposition', { text, ...place, ...replaced });
    };
    for (const part of ['s', 'sq', 'seq']) await compose(part);
    await expect.poll(() => terminal.lastLine()).toMatch(/\$ seq$/);
    await session.send('Input.insertText', { text: 'seq 22' });
    await compose('2', 2);
    await session.send('Input.insertText', { text: '2' });
    await page.keyboard.press('Enter');
    await expect.poll(() => terminal.screen()).toMatch(/\$ seq 2\n1\n2\n/);
    for (const part of ['h', 'hi', 'histo']) await compose(part);
    await keys.getByRole('button', { name: 'Tab' }).tap();
    await expect.poll(() => terminal.lastLine()).toContain('$ history');

    // Held sideways it has no more keys than before.
    await page.setViewportSize({ width: 844, height: 390 });
    await keys.getByRole('button', { name: '^C' }).tap();
    await expect.poll(() => terminal.lastLine()).toMatch(/\$$/);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(390);
  });
});
