/**
 * What the page looks like: panels in both languages, all themes and three sizes, against pictures that somebody looked at (`looks/`). The
 * session is made by the engine and opened by a link, paused, so the same pixels come each time, given the same fonts and browser.
 * `npx playwright test looks --update-snapshots` takes the pictures anew: look at each before it is committed.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import { pack } from '../app/share/codec.ts';
import { createCluster } from '../src/session/index.ts';
import { SAVE_VERSION, type SessionSave } from '../src/session/save.ts';
import { TerminalPage } from './terminal.ts';
import { expect, test } from './test.ts';

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
    editor: 'Editor',
    settings: 'Settings',
    shortcuts: 'Keyboard shortcuts',
    restart: 'Start over',
    tour: 'A short tour',
    openEditor: 'Open Editor',
    summary: 'See your summary',
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
    editor: '编辑器',
    settings: '设置',
    shortcuts: '键盘快捷键',
    restart: '重新开始',
    tour: '快速导览',
    openEditor: '打开编辑器',
    summary: '查看你的总结',
    other: 'English',
  },
} as const;
type Language = keyof typeof WORDS;
type Size = keyof typeof SIZES;
type Theme = 'light' | 'dark' | 'contrast';
/** What stands in a bar of the page. */
type Panel = 'resources' | 'story' | 'goal' | 'session' | 'present' | 'embed' | 'inspector' | 'picture' | 'terminal' | 'lessons' | 'editor';
/** What the command palette opens. */
type Command = 'shortcuts' | 'restart' | 'tour' | 'openEditor' | 'other';

class Looks {
  readonly page: Page;
  private size: Size = 'desktop';
  private theme: Theme = 'light';
  private language: Language = 'en';

  constructor(page: Page) {
    this.page = page;
  }

  get words() {
    return WORDS[this.language];
  }

  async set(size: Size, theme: Theme, language: Language): Promise<void> {
    const { page } = this;
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({
      reducedMotion: 'reduce',
      colorScheme: theme === 'dark' ? 'dark' : 'light',
      contrast: theme === 'contrast' ? 'more' : 'no-preference',
    });
    Object.assign(this, { size, theme });
    if (language === this.language) return;
    await this.command('other');
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en');
    this.language = language;
  }

  async command(command: Command): Promise<void> {
    await this.page.keyboard.press('F1');
    const dialog = this.page.locator('dialog.palette');
    await dialog.getByRole('combobox').fill(this.words[command]);
    await expect(dialog.getByRole('option').first()).toBeVisible();
    await this.page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
  }

  async show(panel: Panel): Promise<Locator> {
    const { page } = this;
    const shown = page.locator(`[data-panel="${panel}"]`);
    const bar = panel === 'lessons' ? page.locator('.header') : page.locator('.details-bar, .bottom-bar');
    if ((await shown.count()) === 0) await bar.getByRole('button', { name: this.words[panel], exact: true }).click();
    await expect(shown.locator('section[aria-busy="true"]')).toHaveCount(0);
    return shown;
  }

  /** Compares with `NAME-SIZE-THEME-LANGUAGE.png`; without the size where only a part of the page is looked at. */
  async at(name: string, what?: Locator): Promise<void> {
    const parts = [name, ...(what ? [] : [this.size]), this.theme, this.language];
    await expect.soft((what ?? this.page) as Locator).toHaveScreenshot(`${parts.join('-')}.png`, {
      maxDiffPixelRatio: 0.003,
      mask: [this.page.locator('.embed-text')],
    });
  }
}

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
  const { out } = await shell.run('kubectl get pods; kubectl get services');
  cluster.world.clock.paused = true;
  const text = `~ $ kubectl get pods; kubectl get services\n${out.trimEnd()}`;
  return { drydock: SAVE_VERSION, scenario: 'empty', terminals: [{ text, state: '' }], cluster: cluster.snapshot() };
}

const CONTINUED = session();

// Many pictures for each load of the page.
test.describe.configure({ timeout: 300_000 });

test.beforeEach(({ browser }) => {
  const here = madeHereWith(browser.version());
  test.skip(here !== MADE_WITH, `the pictures were taken with ${MADE_WITH}; here: ${here}`);
});

test('panels look as they did', async ({ page }) => {
  const terminal = new TerminalPage(page);
  const looks = new Looks(page);
  await looks.set('desktop', 'light', 'en');
  await terminal.open(`?lang=en#s=1.${await pack(JSON.stringify(await CONTINUED))}`);
  const inspector = page.locator('[data-panel="inspector"]');
  const pod = page.locator('[data-panel="picture"] [data-kind="Pod"][data-name^="web-"]').first();
  await expect(pod).toBeVisible();
  await looks.at('page');
  await pod.click();
  await expect(inspector.getByText('ConfigMap')).toBeVisible();
  await looks.at('inspector-summary', inspector);
  for (const tab of ['YAML', 'Log']) {
    await inspector.getByRole('tab', { name: tab }).click();
    await expect(inspector.locator('pre')).not.toHaveText('');
    await looks.at(`inspector-${tab.toLowerCase()}`, inspector);
  }
  await inspector.getByRole('tab', { name: 'Summary' }).click();
  for (const panel of ['resources', 'story', 'goal', 'session', 'present', 'embed'] as const)
    await looks.at(panel, await looks.show(panel));

  await looks.set('desktop', 'dark', 'zh');
  for (const panel of ['embed', 'present', 'session', 'goal', 'story', 'resources'] as const)
    await looks.at(panel, await looks.show(panel));
  await looks.show('lessons');
  await looks.at('page-lessons');
  await looks.set('desktop', 'contrast', 'en');
  await looks.at('page-lessons');
  await page.locator('.lessons-button').click();

  for (const [size, theme, language] of [
    ['embed', 'light', 'zh'],
    ['phone', 'dark', 'en'],
    ['phone', 'light', 'zh'],
  ] as const) {
    await looks.set(size, theme, language);
    for (const panel of ['terminal', 'picture', 'resources', 'story'] as const) {
      await looks.show(panel);
      await looks.at(panel);
    }
    if (theme === 'dark') {
      await page.keyboard.press('F1');
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
      await looks.at('palette');
      await page.keyboard.press('Escape');
    }
    await page.locator('.header').getByRole('button', { name: looks.words.settings, exact: true }).click();
    await expect(page.getByRole('dialog').getByRole('heading')).toBeVisible();
    await looks.at('settings');
    await page.keyboard.press('Escape');
  }
});

test('dialogs, the editor, the past and making a lesson look as they did', async ({ page }) => {
  const terminal = new TerminalPage(page);
  const looks = new Looks(page);
  await looks.set('desktop', 'light', 'en');
  await terminal.open(`?lang=en#s=1.${await pack(JSON.stringify(await CONTINUED))}`);
  const dialogs = async (): Promise<void> => {
    for (const command of ['shortcuts', 'restart', 'tour'] as const) {
      await looks.command(command);
      if (command === 'tour') for (let step = 1; step < 3; step++) await page.locator('.tour .primary').click();
      await expect(page.locator(command === 'tour' ? '.tour-command' : 'dialog[open] h2')).toBeVisible();
      await looks.at(command);
      await page.keyboard.press('Escape');
    }
  };
  await dialogs();

  // Time stands still; a change is followed by what comes of it, step by step.
  const timeline = page.getByTestId('timeline');
  for (const line of ['kubectl scale deployment/web --replicas=4', 'kubectl set image deployment/web nginx=nginx:1.27']) {
    await terminal.focus();
    await terminal.run(line);
    for (let step = 0; step < 12; step++) await page.locator('.header .lucide-step-forward').click();
  }
  await timeline.getByRole('slider').focus();
  await page.keyboard.press('PageDown');
  await expect(timeline).toHaveAttribute('data-past');
  await timeline.locator('.lucide-git-compare-arrows').click();
  const compare = page.locator('[data-panel="compare"]');
  await compare.locator('summary').first().click();
  await expect(compare.locator('[data-sign="+"]').first()).toBeVisible();
  await looks.at('page-past');

  await terminal.focus();
  await terminal.run('kubectl create deployment api --image=nginx --dry-run=client -o yaml > api.yaml');
  await terminal.enter('clear; code api.yaml');
  const editor = page.locator('[data-panel="editor"]');
  const inEditor = async (): Promise<void> => {
    await expect(editor.locator('.view-line').first()).toBeVisible({ timeout: 60_000 });
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()); // no cursor that blinks
    await page.mouse.move(0, 0);
  };
  await inEditor();
  await looks.at('page-editor');
  await page.locator('.header').getByRole('button', { name: looks.words.lessons }).click();
  await page.getByRole('button', { name: 'Make a lesson' }).click();
  const author = page.locator('[data-panel="author"]');
  await author.locator('.button.primary').click();
  await terminal.focus();
  await terminal.run('kubectl create service clusterip api --tcp=80');
  await expect(author.getByRole('checkbox').first()).toBeVisible();
  await looks.at('author', author);
  await page.locator('.header').getByRole('button', { name: looks.words.lessons }).click();

  await looks.set('desktop', 'dark', 'zh');
  await looks.at('author', author);
  await dialogs();
  await inEditor();
  await looks.at('page-editor');
  await looks.set('desktop', 'contrast', 'en');
  await inEditor();
  await looks.at('page-editor');
  for (const [size, theme, language] of [
    ['embed', 'light', 'zh'],
    ['phone', 'dark', 'en'],
  ] as const) {
    await looks.set(size, theme, language);
    await dialogs();
    await looks.show('editor');
    await inEditor();
    await looks.at('editor');
    await timeline.getByRole('slider').focus();
    await page.keyboard.press('PageDown');
    await timeline.locator('.lucide-git-compare-arrows').click();
    await expect(compare.locator('summary').first()).toBeVisible();
    await looks.at('compare');
    await timeline.getByRole('slider').press('Escape');
  }
});

test('lessons, the exam and the summary look as they did', async ({ page }) => {
  const looks = new Looks(page);
  await looks.set('desktop', 'light', 'en');
  const done = { done: 5, steps: 5, hints: 1, quiz: 3, questions: 3, finishedAt: Date.UTC(2026, 4, 6, 12) };
  const { lessons } = parse(readFileSync('lessons/basics/course.yaml', 'utf8')) as { readonly lessons: readonly string[] };
  const progress = JSON.stringify(Object.fromEntries(lessons.map((id) => [id, done])));
  await page.addInitScript((text) => localStorage.setItem('drydock.progress', text), progress);
  await page.goto('./?lang=en&lesson=expose-your-app');
  const lesson = page.locator('[data-panel="lessons"]');
  const option = lesson.locator('.lesson-option').first();
  await expect(option).toBeVisible({ timeout: 30_000 });
  await looks.at('lesson-question', lesson);
  await option.click();
  await lesson.getByRole('button', { name: 'Hint', exact: true }).click();
  await looks.at('lesson', lesson);
  for (const [size, theme, language] of [
    ['desktop', 'dark', 'zh'],
    ['embed', 'light', 'zh'],
    ['phone', 'dark', 'en'],
  ] as const) {
    await looks.set(size, theme, language);
    await looks.show('lessons');
    await looks.at(size === 'desktop' ? 'lesson' : `lesson-${size}`, lesson);
  }
  await lesson.locator('.lucide-arrow-left').click();
  for (const [size, theme, language] of [
    ['phone', 'dark', 'en'],
    ['desktop', 'light', 'zh'],
  ] as const) {
    await looks.set(size, theme, language);
    await lesson.getByRole('button', { name: looks.words.summary }).click();
    await looks.at('summary', lesson);
  }
  await lesson.locator('.lucide-arrow-left').click();
  await lesson.getByRole('button', { name: /考试：开发者/ }).click();
  const bar = lesson.locator('.exam-bar');
  await expect(bar).toBeVisible({ timeout: 30_000 });
  await page.locator('.header .lucide-pause').click();
  // Neither the clock nor the tasks are looked at: they are the exam's.
  await bar.evaluate((element) => {
    for (const [index, text] of ['剩余 19:58', '', '已完成 0 / 8'].entries())
      element.querySelectorAll('span')[index]?.replaceChildren(text);
  });
  await looks.at('exam', bar);
});
