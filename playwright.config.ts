import { defineConfig } from '@playwright/test';

const port = Number(process.env.E2E_PORT ?? 4174);
/** Empty: the browser that Playwright installed. */
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  workers: 3, // each waits a third of its time, and two cores are what a machine has at least
  fullyParallel: true,
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  // Only to end what hangs: a loaded machine is slow.
  timeout: 180_000,
  expect: { timeout: 40_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1680, height: 900 }, // wide enough that no line of the story wraps
    trace: 'on-first-retry', // a trace of each test makes them twice as slow
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' }, // motion costs a sixth of the time; e2e/seed.spec.ts has it
    serviceWorkers: 'block', // it fetches the whole site for each test; e2e/offline.spec.ts has it
    launchOptions: {
      executablePath: chromium || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node scripts/serve.mjs ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: !process.env.CI,
  },
});
