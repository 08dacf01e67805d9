/** The editor in a person's hands: from an empty file to an object in the cluster, and back by kubectl edit. */
import { violations } from './accessible.ts';
import { TerminalPage } from './terminal.ts';
import { expect, test } from './test.ts';

test('a file by code, a template, completion, an error, apply, diff, files of the shell', async ({ tab: page }) => {
  const refused: string[] = [];
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()));
  const terminal = new TerminalPage(page);
  await terminal.open();
  await terminal.enter('code web.yaml');
  const editor = page.getByTestId('editor');
  const text = page.getByRole('textbox', { name: 'Text of web.yaml' });
  await expect(text).toBeFocused({ timeout: 60_000 }); // Monaco comes with the first file

  await editor.getByRole('button', { name: 'New file' }).click();
  await editor.getByRole('button', { name: 'Deployment', exact: true }).click();
  await expect.poll(() => terminal.editorText()).toContain('kind: Deployment');
  await expect(text).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('        imagep');
  await expect(page.getByRole('option', { name: /imagePullPolicy/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'IfNotPresent' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('Sometimes');
  await expect(editor.getByText(/imagePullPolicy: Unsupported value: "Sometimes"/)).toBeVisible();
  await expect(page.locator('.squiggly-error')).toBeVisible();
  expect(await violations(page, '[data-testid="editor"]')).toEqual([]);

  // Nobody is trapped in the text.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(text).not.toBeFocused();
  await text.focus();
  await page.keyboard.press('Control+Shift+k'); // the line with the mistake
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => terminal.screen()).toContain('kubectl apply -f ~/web.yaml');
  await expect.poll(() => terminal.screen()).toContain('deployment.apps/web created');
  expect(await terminal.run('grep -c kind: web.yaml')).toContain('\n1');

  // The menu of the right button has a ground of its own.
  await page.locator('[data-testid="monaco"] .view-line').first().click({ button: 'right' });
  await expect(page.locator('.monaco-menu-container .monaco-scrollable-element')).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await page.keyboard.press('Escape');
  await terminal.focus();

  // What the shell writes is there at once, and Diff says what it would change.
  await terminal.run('sed -i "s/replicas: 2/replicas: 3/" web.yaml');
  await expect.poll(() => terminal.editorText()).toContain('replicas: 3');
  await editor.getByRole('button', { name: 'Diff' }).click();
  const diff = page.getByTestId('diff');
  await expect(diff.locator('.original .view-line', { hasText: /replicas:.2/ })).toBeVisible({ timeout: 15_000 });
  await expect(diff.locator('.modified .view-line', { hasText: /replicas:.3/ })).toBeVisible();
  expect(refused).toEqual([]);
});

test('dropped and pasted manifests become files; without Monaco a text field does the job; kubectl edit says what is wrong', async ({
  page,
}) => {
  await page.route(/assets\/monaco/, (route) => route.abort());
  const terminal = new TerminalPage(page);
  await terminal.open();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['apiVersion: v1\nkind: Namespace\nmetadata:\n  name: dropped\n'], 'dropped.yaml'));
    data.items.add(new File([new Uint8Array([0, 159, 146])], 'picture.png'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  const field = page.getByRole('textbox', { name: 'Text of dropped.yaml' });
  await expect(field).toHaveValue(/name: dropped/, { timeout: 30_000 });
  await expect(page.getByText('The full editor could not be loaded')).toBeVisible();
  await expect(page.getByText('picture.png is no text file.')).toBeVisible();
  await field.fill('apiVersion: v1\nkind: Namespace\nmetadata:\n  name: Dropped\n');
  await expect(page.getByTestId('editor').getByText(/metadata.name: Invalid value: "Dropped"/)).toBeVisible();

  await terminal.focus();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: conf\ndata:\n  a: b\n');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByRole('button', { name: 'Make a file of it' }).click();
  await expect(page.getByRole('textbox', { name: 'Text of conf.yaml' })).toHaveValue(/kind: ConfigMap/);
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => terminal.screen()).toContain('configmap/conf created');

  await terminal.enter('clear; kubectl edit service kubernetes');
  const edited = page.getByRole('textbox', { name: /Text of kubectl-edit/ });
  await edited.fill((await edited.inputValue()).replace('port: 443', 'port: 70000'));
  await page.getByRole('button', { name: 'Save and close' }).click();
  await expect.poll(() => terminal.screen()).toContain('error: services "kubernetes" is invalid');
  await expect(edited).toHaveValue(/# services "kubernetes" was not valid:\n# \* spec.ports\[0\].port: Invalid value: 70000/);
  await page.getByRole('button', { name: 'Close without saving' }).first().click();
  await expect.poll(() => terminal.screen()).toContain('Edit cancelled, no valid changes were saved.');
});
