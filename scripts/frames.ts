/**
 * How smooth the page is: 1,000 Pods of 20 Deployments with 20 Services, all rolling at once, in a real Chromium. After a build, beside
 * `node scripts/serve.mjs`: `npx tsx scripts/frames.ts [SECONDS]`. Prints the time between frames as a person sees it, what the page's main
 * thread computed for each, which other work on the machine does not change, and how long a typed character takes to be in the terminal.
 */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const seconds = Number(process.argv[2] ?? 10);
const port = Number(process.env.E2E_PORT ?? 4174);

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Wall time, and time that the thread itself took, µs. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(`http://127.0.0.1:${port}/?nodes=12&theme=light&lang=en`);
await page.waitForSelector('.xterm-rows');
const run = async (line: string): Promise<void> => {
  await page.keyboard.insertText(line);
  await page.keyboard.press('Enter');
};
await run(
  'for i in $(seq 1 20); do kubectl create deployment app$i --image=nginx --replicas=50; kubectl expose deployment app$i --port=80; done',
);
await page.waitForFunction(
  () => {
    const ready = [...document.querySelectorAll<HTMLElement>('[data-kind="Pods"]')].reduce(
      (sum, card) => sum + Number(card.dataset.ready),
      0,
    );
    const services = document.querySelectorAll('[data-kind="Service"]').length;
    return ready >= 200 && services >= 4; // those in sight
  },
  undefined,
  { timeout: 120_000 },
);
await page.waitForTimeout(12_000);

// As text: what compiles this file would add helpers that the page does not have.
await page.evaluate(`(() => {
  window.frames_ = [];
  let last = performance.now();
  requestAnimationFrame(function frame(now) {
    window.frames_.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  });
  // How often the picture says something new: smooth frames that show nothing would be easy.
  window.pictures_ = 0;
  new MutationObserver(() => window.pictures_++).observe(document.querySelector('.dd-scene'), {
    subtree: true, attributes: true, attributeFilter: ['data-ready', 'data-total'],
  });
  // From the moment a key went down to the one in which the terminal's rows say something else.
  window.latencies_ = [];
  let down;
  addEventListener('keydown', (event) => { down ??= event.timeStamp; }, true);
  new MutationObserver(() => {
    if (down !== undefined) window.latencies_.push(performance.now() - down);
    down = undefined;
  }).observe(document.querySelector('.terminal-screen:not([hidden]) .xterm-rows'), { subtree: true, childList: true, characterData: true });
})()`);
const path = join(tmpdir(), `drydock-frames-${process.pid}.json`);
await browser.startTracing(page, { path, categories: ['toplevel', 'devtools.timeline'] });
await run('clear; for i in $(seq 1 20); do kubectl rollout restart deployment app$i; done');
await page.waitForTimeout(1000);
await page.evaluate('window.latencies_.length = 0');
for (let typed = 0; typed < seconds * 8; typed++) {
  await page.keyboard.press(typed % 10 === 9 ? 'Control+u' : 'x');
  await page.waitForTimeout(100);
}
const latencies = (await page.evaluate<number[]>('window.latencies_')).sort((a, b) => a - b);
const pictures = await page.evaluate<number>('window.pictures_');
await browser.stopTracing();
const frames = (await page.evaluate<number[]>('window.frames_')).slice(2).sort((a, b) => a - b);
await browser.close();

const { traceEvents } = JSON.parse(readFileSync(path, 'utf8')) as { readonly traceEvents: readonly TraceEvent[] };
rmSync(path);
const main = traceEvents.find((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain');
const tasks = traceEvents
  .filter((event) => event.ph === 'X' && event.pid === main?.pid && event.tid === main.tid && event.name.endsWith('RunTask') && event.tdur)
  .map((event) => ({ wall: (event.dur ?? 0) / 1000, own: (event.tdur ?? 0) / 1000 }));
const busy = tasks.map((task) => task.own).sort((a, b) => a - b);
const at = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
const within = (100 * frames.filter((ms) => ms <= 16.8).length) / frames.length;
console.log(`frames            ${frames.length} in about ${seconds} s, ${within.toFixed(1)} % within 16.7 ms`);
console.log(`pictures          ${pictures}`);
console.log(`between frames    median ${at(frames, 0.5)} ms, 95 % ${at(frames, 0.95)} ms, worst ${at(frames, 1)} ms`);
console.log(`own time of tasks 99 % ${at(busy, 0.99)} ms, worst ${at(busy, 1)} ms, over 50 ms: ${busy.filter((ms) => ms > 50).length}`);
console.log(`own time a frame  ${(busy.reduce((sum, ms) => sum + ms, 0) / 2 / frames.length).toFixed(1)} ms`);
console.log(
  `from key to screen median ${at(latencies, 0.5)} ms, 95 % ${at(latencies, 0.95)} ms, worst ${at(latencies, 1)} ms, ${latencies.length} keys`,
);
