/**
 * What the page looks like: panels in both languages, all themes and three sizes, against pictures that somebody looked at (`looks/`). The
 * session is made by the engine and opened by a link, paused, so the same pixels come each time, given the same fonts and browser.
 * `npx playwright test looks --update-snapshots` takes the pictures anew: look at each before it is committed.
 */
import { execFileSync } from 'node:child_process';
import { expect, type Locator, test } from '@playwright/test';
import { pack } from '../app/share/codec.ts';
import { createCluster } from '../src/session/index.ts';
import { SAVE_VERSION, type SessionSave } from '../src/session/save.ts';
import { TerminalPage } from './terminal.ts';

/** What the pictures were taken with. Elsewhere letters have other shapes, and every picture would differ. */
const MADE_WITH = 'DejaVu Sans, DejaVu Sans Mono, Noto Sans CJK SC, Chromium 156';

function madeHereWith(browser: string): string {
  const font = (family: string): string => {
    try {
      return execFileSync('fc-match', ['-f', '%{family}', family], { encoding: 'utf8' });
    } catch {
      return 'no fontconfig';
    }
  };
  return [font('system-ui'), font('monospace'), font('sans-serif:lang=zh-cn'), `Chromium ${browser.split('.')[0]}`].join(', ');
}

const SIZES = { desktop: { width: 1440, height: 900 }, embed: { width: 700, height: 450 }, phone: { width: 390, height: 844 } } as const;

const WORDS = {
  en: {
    resources: 'Resources',
    story: 'What happened',
    goal: 'Goal',
    session: 'Session',
    present: 'Present',
    embed: 'Embed',
    inspector: 'Inspector',
    picture: 'Picture',
    terminal: 'Terminal',
    lessons: 'Lessons',
    settings: 'Settings',
    other: '中文',
  },
  zh: {
    resources: '资源',
    story: '发生了什么',
    goal: '目标',
    session: '会话',
    present: '演示',
    embed: '嵌入',
    inspector: '检查器',
    picture: '拓扑图',
    terminal: '终端',
    lessons: '课程',
    settings: '设置',
    other: 'English',
  },
} as const;
type Language = keyof typeof WORDS;
type Panel = Exclude<keyof (typeof WORDS)['en'], 'settings' | 'other'>;

/** A session with a bit of everything, paused. */
async function session(): Promise<SessionSave> {
  const cluster = await createCluster();
  const shell = cluster.openShell();
  for (const line of [
    'kubectl create deployment web --image=nginx --replicas=3',
    'kubectl expose deployment web --port=80 --type=NodePort',
    'kubectl rollout status deployment/web',
    'kubectl create configmap settings --from-literal=colour=blue',
    'kubectl set env deployment/web --from=configmap/settings',
    'kubectl run broken --image=nginx:nope',
    'kubectl create ingress site --rule=web.local/=web:80',
    'sleep 45',
    'curl -s http://$(minikube ip):$(kubectl get service web -o jsonpath={.spec.ports[0].nodePort})',
  ]) {
    const { code, err } = await shell.run(line);
    expect([line, code, err]).toEqual([line, 0, err]);
  }
  const { out } = await shell.run('kubectl get pods,services');
  cluster.world.clock.paused = true;
  const text = `~ $ kubectl get pods,services\n${out.trimEnd()}`;
  return { drydock: SAVE_VERSION, scenario: 'empty', terminals: [{ text, state: '' }], cluster: cluster.snapshot() };
}

test('panels look as they did', async ({ page, browser }) => {
  const here = madeHereWith(browser.version());
  test.skip(here !== MADE_WITH, `the pictures were taken with ${MADE_WITH}; here: ${here}`);
  const terminal = new TerminalPage(page);
  let language: Language = 'en';
  const set = async (size: keyof typeof SIZES, theme: 'light' | 'dark' | 'contrast', wanted: Language): Promise<void> => {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({
      reducedMotion: 'reduce',
      colorScheme: theme === 'dark' ? 'dark' : 'light',
      contrast: theme === 'contrast' ? 'more' : 'no-preference',
    });
    if (wanted === language) return;
    await page.keyboard.press('F1');
    await page.locator('dialog[open]').getByRole('combobox').fill(WORDS[language].other);
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('lang', wanted === 'zh' ? 'zh-CN' : 'en');
    language = wanted;
  };
  const show = async (panel: Panel): Promise<Locator> => {
    const shown = page.locator(`[data-panel="${panel}"]`);
    const bar = panel === 'lessons' ? page.locator('.header') : page.locator('.details-bar, .bottom-bar');
    if ((await shown.count()) === 0) await bar.getByRole('button', { name: WORDS[language][panel], exact: true }).click();
    await expect(shown.locator('section[aria-busy="true"]')).toHaveCount(0);
    return shown;
  };
  const looks = async (name: string, what: Locator | typeof page = page): Promise<void> =>
    expect.soft(what as Locator).toHaveScreenshot(`${name}.png`, { maxDiffPixelRatio: 0.003, mask: [page.locator('.embed-text')] });

  await set('desktop', 'light', 'en');
  await terminal.open(`?lang=en#s=1.${await pack(JSON.stringify(await session()))}`);
  const inspector = page.locator('[data-panel="inspector"]');
  const pod = page.locator('[data-panel="picture"] [data-kind="Pod"][data-name^="web-"]').first();
  await expect(pod).toBeVisible();
  await looks('page-desktop-light-en');
  await pod.click();
  await expect(inspector.getByText('ConfigMap')).toBeVisible();
  await looks('inspector-summary-light-en', inspector);
  for (const tab of ['YAML', 'Log']) {
    await inspector.getByRole('tab', { name: tab }).click();
    await expect(inspector.locator('pre')).not.toHaveText('');
    await looks(`inspector-${tab.toLowerCase()}-light-en`, inspector);
  }
  await inspector.getByRole('tab', { name: 'Summary' }).click();
  for (const panel of ['resources', 'story', 'goal', 'session', 'present', 'embed'] as const)
    await looks(`${panel}-light-en`, await show(panel));

  await set('desktop', 'dark', 'zh');
  for (const panel of ['embed', 'present', 'session', 'goal', 'story', 'resources'] as const)
    await looks(`${panel}-dark-zh`, await show(panel));
  await show('lessons');
  await looks('page-lessons-desktop-dark-zh');
  await set('desktop', 'contrast', 'en');
  await looks('page-lessons-desktop-contrast-en');
  await page.locator('.lessons-button').click();

  for (const [size, theme, wanted] of [
    ['embed', 'light', 'zh'],
    ['phone', 'dark', 'en'],
    ['phone', 'light', 'zh'],
  ] as const) {
    await set(size, theme, wanted);
    for (const panel of ['terminal', 'picture', 'resources', 'story'] as const) {
      await show(panel);
      await looks(`${panel}-${size}-${theme}-${wanted}`);
    }
    if (theme === 'dark') {
      await page.keyboard.press('F1');
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
      await looks(`palette-${size}-${theme}-${wanted}`);
      await page.keyboard.press('Escape');
    }
    await page.locator('.header').getByRole('button', { name: WORDS[language].settings, exact: true }).click();
    await expect(page.getByRole('dialog').getByRole('heading')).toBeVisible();
    await looks(`settings-${size}-${theme}-${wanted}`);
    await page.keyboard.press('Escape');
  }
});
