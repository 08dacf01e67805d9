/** Playgrounds in a page of another origin with a strict Content-Security-Policy: the examples as they are, several on one page. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './test.ts';

test.describe.configure({ timeout: 150_000 });

/** What `npm start` serves, as the examples say it. */
const HOME = 'http://127.0.0.1:4173/';

let server: Server;
let host = '';
const problems: string[] = [];

test.beforeAll(async ({ browserName: _browser }, { project }) => {
  const site = String(project.use.baseURL);
  const policy = `default-src 'none'; script-src 'self' ${site}; style-src 'self'; frame-src ${site}; base-uri 'none'`;
  const pages: Readonly<Record<string, string>> = {
    '/': readFileSync('examples/html/index.html', 'utf8').replaceAll(HOME, site),
    '/page.js': readFileSync('examples/html/page.js', 'utf8'),
    '/hostile': `<!doctype html><iframe id="f" src="${site}?embed=1&panels=terminal" width="900" height="500"></iframe><script src="/hostile.js"></script>`,
    '/hostile.js': 'window.frame = document.querySelector("iframe");',
  };
  server = createServer((request, response) => {
    const text = pages[request.url ?? ''];
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': request.url?.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    response.end(text ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  host = `http://localhost:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => void server.close());

test.beforeEach(({ page }) => {
  problems.length = 0;
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) problems.push(message.text());
  });
  page.on('dialog', (dialog) => {
    problems.push(dialog.message());
    void dialog.dismiss();
  });
});

async function screen(frame: FrameLocator): Promise<string> {
  const rows = await frame.locator('.terminal-screen:not([hidden]) .xterm-rows > div').allTextContents();
  return rows.map((row) => row.replace(/\u00a0/g, ' ').trimEnd()).join('\n');
}

async function open(page: Page): Promise<void> {
  await page.goto(host);
  await page.locator('drydock-playground').first().waitFor();
}

test('the example page: nothing but a poster at first, then a whole lesson in a frame', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await open(page);
  expect(requests.filter((url) => url.endsWith('embed.js'))).toHaveLength(1);
  await page.locator('#lesson').getByRole('button', { name: 'Start' }).click();
  const frame = page.frameLocator('#lesson iframe');
  const lessons = frame.getByTestId('lessons');
  await expect(page.locator('#said')).toContainText('lesson: ready', { timeout: 30_000 });
  const next = lessons.locator('.lesson-next');
  const goOn = async (): Promise<void> => {
    await expect(next).toBeEnabled({ timeout: 30_000 });
    await next.click();
  };
  // In a frame as narrow as this one panel is in front at a time: back to the lesson after each command.
  const run = async (buttons: ReturnType<typeof lessons.locator>): Promise<void> => {
    for (let index = 0; index < (await buttons.count()); index++) {
      await buttons.nth(index).click();
      if (!(await lessons.isVisible())) {
        await expect.poll(() => screen(frame).then((text) => /[$#]$/.test(text.trimEnd())), { timeout: 20_000 }).toBe(true);
        await frame.getByRole('button', { name: 'Lessons' }).last().click();
      }
    }
  };
  await lessons.getByRole('button', { name: 'Nothing comes back' }).click();
  await lessons.getByRole('button', { name: 'Hint', exact: true }).click();
  await lessons.getByRole('button', { name: 'Another hint' }).click();
  await run(lessons.locator('.lesson-hint .run-button'));
  await goOn();
  for (const option of [undefined, undefined, 'The Pod still matches', undefined]) {
    if (option) await lessons.getByRole('button', { name: option }).click();
    await run(lessons.locator('.lesson-text > .lesson-code .run-button'));
    await goOn();
  }
  await expect(lessons.getByText('Lesson done')).toBeVisible();
  await expect(page.locator('#said')).toContainText('lesson: step take-away');
  await expect(page.locator('#said')).toContainText('lesson: done');
  expect(problems).toEqual([]);
});

test('a sandboxed frame without origin or storage runs, takes messages, and follows theme and language', async ({ page }) => {
  await open(page);
  const plain = page.locator('#plain');
  await plain.getByRole('button', { name: 'Start' }).click();
  const frame = page.frameLocator('#plain iframe');
  await expect(page.locator('#said')).toContainText('plain: ready', { timeout: 30_000 });
  await expect.poll(() => screen(frame), { timeout: 30_000 }).toContain('control-plane'); // run="kubectl get nodes"
  const make = page.getByRole('button', { name: 'Make a Deployment' });
  await make.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500); // frames of other origins take clicks where they were, until they are drawn anew
  await make.click();
  await page.locator('#plain iframe').scrollIntoViewIfNeeded(); // a terminal out of sight is not drawn
  await expect.poll(() => screen(frame), { timeout: 30_000 }).toContain('deployment.apps/web created');
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark';
    document.documentElement.lang = 'zh';
  });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'zh-CN');
  const text = await page.evaluate(() => (document.querySelector('#plain') as HTMLElement & { state(): Promise<string> }).state());
  expect(JSON.parse(text)).toMatchObject({ drydock: 1, scenario: 'empty' });
  expect(text).toContain('"name":"web"');
  expect(problems).toEqual([]);
});

test('messages of a hostile page neither run script nor break the playground', async ({ page }) => {
  await page.goto(`${host}/hostile`);
  const frame = page.frameLocator('#f');
  await expect.poll(() => screen(frame), { timeout: 30_000 }).toMatch(/\$/);
  // Alone, the terminal has all the room.
  expect((await frame.locator('[data-panel="terminal"]').boundingBox())?.width).toBeGreaterThan(850);
  const said = await page.evaluate(async () => {
    const target = (document.querySelector('iframe') as HTMLIFrameElement).contentWindow as Window;
    for (const odd of [
      null,
      1,
      'x',
      [],
      {},
      { drydock: 1 },
      { drydock: 1, type: 'run', text: 'x' },
      { drydock: 2, type: 'connect' },
      { drydock: 1, type: 'connect' },
    ])
      target.postMessage(odd, '*');
    const { port1, port2 } = new MessageChannel();
    const answers: string[] = [];
    port1.onmessage = ({ data }) => answers.push(`${data.type} ${data.message ?? ''}`);
    target.postMessage({ drydock: 1, type: 'connect' }, '*', [port2]);
    const send = (message: object) => port1.postMessage({ drydock: 1, ...message });
    port1.postMessage('<img src=x onerror=alert(1)>');
    for (const message of [
      { type: 'eval', text: 'alert(1)' },
      { type: 'run', text: 5 },
      { type: 'run', text: 'a'.repeat(30_000) },
      { type: 'lesson', lesson: '../../etc' },
      { type: 'lesson', lesson: '__proto__' },
      { type: 'load', text: '{"drydock":1}' },
      { type: 'load', text: '<script>alert(1)</script>' },
      { type: 'theme', theme: 'x" onload="alert(1)' },
      { type: 'state', id: 'x' },
      { type: 'run', text: "echo '<img src=x onerror=alert(1)>'; printf '\\033]0;x\\007'" },
    ])
      send(message);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    send({ type: 'run', text: 'echo still alive' });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return answers;
  });
  expect(said.filter((answer) => answer.startsWith('error')).length).toBeGreaterThanOrEqual(8);
  await expect.poll(() => screen(frame), { timeout: 20_000 }).toContain('\nstill alive');
  expect(problems).toEqual([]);
});

test('the page builder writes what works', async ({ page }) => {
  await page.goto('./?lang=en');
  await page.getByRole('button', { name: 'Embed' }).click();
  const panel = page.getByTestId('embed');
  await panel.getByLabel('Command to run first').fill('echo "a < b"');
  await panel.getByRole('checkbox', { name: 'Picture' }).check();
  const text = panel.getByLabel('Text for your page');
  await expect(text).toHaveValue(
    /<script src="http:.*embed\.js" async><\/script>\n<drydock-playground lesson="expose-your-app" run="echo &quot;a &lt; b&quot;" panels="picture" height="520">/,
  );
  for (const [kind, expected] of [
    ['Plain iframe', /^<iframe src="http:.*embed=1&amp;lesson=expose-your-app&amp;run=echo/],
    ['MDX, Docusaurus', /<Drydock home="http:.*" lesson="expose-your-app" run=\{"echo \\"a < b\\""\}/],
    ['Hugo', /^\{\{< drydock lesson="expose-your-app"/],
  ] as const) {
    await panel.getByRole('tab', { name: kind }).click();
    await expect(text).toHaveValue(expected);
  }
});

test('an embed opened on a slow machine: what it takes to a live prompt', async ({ page, context }, info) => {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.setViewportSize({ width: 900, height: 520 });
  await page.addInitScript(() => {
    const look = (): void => {
      const rows = document.querySelector('.terminal-screen:not([hidden]) .xterm-rows');
      if (rows?.textContent?.includes('$')) Object.assign(window, { prompt: performance.now() });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  /** Opens it; answers the milliseconds until there is a prompt, and those of them that the page's thread computed. */
  const open = async (rate: number): Promise<{ elapsed: number; cpu: number }> => {
    await cdp.send('Emulation.setCPUThrottlingRate', { rate });
    await page.goto(`./?embed=1&lang=en&rate=${rate}`, { waitUntil: 'commit' });
    const prompt = await page.waitForFunction(() => typeof window.prompt === 'number' && window.prompt, null, { timeout: 60_000 });
    const { metrics } = await cdp.send('Performance.getMetrics');
    const cpu = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    return { elapsed: Math.round(Number(await prompt.jsonValue())), cpu: Math.round(1000 * cpu) };
  };
  const { cpu } = await open(1);
  const { elapsed } = await open(4);
  // Elapsed time is the machine's of the moment; what the page's thread computed is the page's own.
  const figure = `to a live prompt: ${elapsed} ms elapsed at a quarter of the speed; ${cpu} ms of CPU, so ${4 * cpu} ms at that speed where nothing else runs`;
  info.annotations.push({ type: 'measured', description: figure });
  console.log(figure);
  expect(cpu).toBeGreaterThan(0);
});
