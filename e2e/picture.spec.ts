/** The picture tells the truth at every step: what is drawn after each command, read as a person or a screen reader would. */
import type { Locator, Page } from '@playwright/test';
import { TerminalPage } from './terminal.ts';
import { expect, test } from './test.ts';

class Picture {
  readonly root: Locator;

  constructor(page: Page) {
    this.root = page.getByTestId('picture');
  }

  card(kind: string, name?: string | RegExp): Locator {
    const cards = this.root.locator(`[data-kind="${kind}"]`);
    return typeof name === 'string'
      ? cards.and(this.root.locator(`[data-name="${name}"]`))
      : name
        ? cards.filter({ has: this.root.page().getByText(name) })
        : cards;
  }

  /** How many links the canvas shows, by kind: `selects`, `ready`, `held`, `stub`, ... */
  async lines(): Promise<Readonly<Record<string, number>>> {
    return JSON.parse((await this.root.getByTestId('lines').getAttribute('data-lines')) ?? '{}');
  }

  async expectLines(expected: Readonly<Record<string, number>>): Promise<void> {
    const shown = async () => {
      const all = await this.lines();
      return Object.fromEntries(Object.keys(expected).map((kind) => [kind, all[kind] ?? 0]));
    };
    await expect.poll(shown).toEqual(expected);
  }

  /** Cells of a row in one of the picture's tables. */
  row(table: string, name: string | RegExp): Locator {
    return this.root.getByRole('table', { name: table, includeHidden: true }).getByRole('row', { name, includeHidden: true });
  }
}

test.describe.configure({ timeout: 400_000 });

/** The API server's own Service is drawn in every cluster: one ready line. */
const OWN = 1;

test('the seed story, drawn', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  const picture = new Picture(page);

  await expect(picture.card('Node', 'minikube')).toHaveAttribute('data-status', 'Ready');
  await expect(picture.card('Pod')).toHaveCount(0);
  await expect(picture.root.getByText('No Pods yet')).toBeVisible();
  await picture.expectLines({ ready: OWN, selects: 0, held: 0, stub: 0 });

  await terminal.run('kubectl create deployment kubernetes-bootcamp --image=gcr.io/google-samples/kubernetes-bootcamp:v1');
  const pod = picture.card('Pod');
  await expect(pod).toHaveCount(1);
  await expect(pod).toHaveAttribute('data-status', 'Running');
  await expect(picture.card('Deployment', 'kubernetes-bootcamp')).toContainText('1 of 1 ready');
  await picture.expectLines({ owns: 1, selects: 0 });

  await terminal.run('kubectl expose deployment/kubernetes-bootcamp --type="NodePort" --port 8080');
  const service = picture.card('Service', 'kubernetes-bootcamp');
  await expect(service).toHaveAttribute('data-ready', '1');
  await expect(service).toContainText('NodePort');
  await expect(service).toContainText('app=kubernetes-bootcamp');
  await expect(service).toContainText(/3\d{4}\s*8080\s*8080/);
  await picture.expectLines({ selects: 1, ready: OWN + 1, held: 0 });
  await expect(picture.row('Services', /kubernetes-bootcamp/)).toContainText('1/1');

  await terminal.run(`export NODE_PORT="$(kubectl get services/kubernetes-bootcamp -o go-template='{{(index .spec.ports 0).nodePort}}')"`);
  await terminal.run('curl http://"$(minikube ip):$NODE_PORT"');
  const request = picture.root.getByTestId('request');
  await expect(request).toContainText('your laptop');
  await expect(request.getByRole('listitem')).toContainText([
    /your laptop/,
    /Node 192/,
    /Service kubernetes-bootcamp/,
    /ready endpoint/,
    /Pod/,
    /200 Hello/,
  ]);

  await terminal.run(
    `export POD_NAME="$(kubectl get pods -o go-template --template '{{range .items}}{{.metadata.name}}{{"\\n"}}{{end}}')"`,
  );
  await terminal.run('kubectl label pods "$POD_NAME" version=v1');
  await expect(pod.getByText('version=v1')).toBeVisible();
  await picture.expectLines({ selects: 1, ready: OWN + 1 });

  await terminal.run('kubectl delete service -l app=kubernetes-bootcamp');
  await expect(service).toHaveCount(0);
  await picture.expectLines({ selects: 0, ready: OWN });
  await expect(pod).toHaveAttribute('data-status', 'Running');

  await terminal.run('curl http://"$(minikube ip):$NODE_PORT"');
  await expect(request).toContainText('nothing listens on port');
  await expect(request).toContainText('Connection refused');
});

test('a label decides: lines break and form, the Pod is replaced, the way back is told', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  const picture = new Picture(page);
  await terminal.run('kubectl create deployment web --image=nginx --replicas=2');
  await terminal.run('kubectl rollout status deployment/web');
  await terminal.run('kubectl expose deployment web --port=80');
  await picture.expectLines({ selects: 2, ready: OWN + 2, stub: 0 });

  // Taken out of the selector: an orphan, and its replacement.
  await terminal.run(`kubectl label pod "$(kubectl get pods -o jsonpath='{.items[0].metadata.name}')" app=debug --overwrite`);
  await expect(picture.card('Pod')).toHaveCount(3);
  await expect(picture.root.getByText('no owner')).toBeVisible();
  await picture.expectLines({ selects: 2, ready: OWN + 2, owns: 2 });

  // A selector that matches nothing says so, with the nearest label.
  await terminal.run(`kubectl set selector service web app=wev`);
  const service = picture.card('Service', 'web');
  await expect(service).toContainText('selects 0 Pods');
  await expect(service).toContainText('app: wev ≠ app: web');
  await picture.expectLines({ selects: 0, ready: OWN, stub: 1 });
  await expect(picture.row('Who gets traffic, and why', /web-.*app ≠ wev/).first()).toContainText('no');

  await terminal.run(`kubectl set selector service web app=web`);
  await picture.expectLines({ selects: 2, ready: OWN + 2, stub: 0 });
});

test('selected is not ready: the hollow end says why', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  const picture = new Picture(page);
  await terminal.run('kubectl create deployment web --image=nginx');
  await terminal.run('kubectl expose deployment web --port=80');
  await terminal.run('kubectl rollout status deployment/web');
  const patch = (path: string) =>
    `kubectl patch deployment web -p '{"spec":{"strategy":{"type":"Recreate","rollingUpdate":null},"template":{"spec":{"containers":[{"name":"nginx","readinessProbe":{"periodSeconds":1,"httpGet":{"path":"${path}","port":80}}}]}}}}'`;
  await terminal.run(patch('/none'));
  const service = picture.card('Service', 'web');
  await expect(service).toHaveAttribute('data-ready', '0', { timeout: 20_000 });
  await picture.expectLines({ selects: 1, ready: OWN, held: 1 });
  await expect(picture.root.getByText('NotReady').first()).toBeVisible();
  await expect(picture.row('Services', /^web/)).toContainText('(NotReady)');

  // The three other ends of a start: crash, no image, no room.
  await terminal.run('kubectl create deployment crash --image=busybox -- false');
  await expect(picture.card('Pod').and(page.locator('[data-status="CrashLoopBackOff"]'))).toBeVisible({ timeout: 30_000 });
  await terminal.run('kubectl create deployment nopull --image=nginx:nope');
  await expect(picture.card('Pod').and(page.locator('[data-status="ImagePullBackOff"], [data-status="ErrImagePull"]'))).toBeVisible({
    timeout: 30_000,
  });
});

test('pointing at a Service lights its Pods and their matching chips; clicking shows YAML and describe', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  const picture = new Picture(page);
  await terminal.run('kubectl create deployment web --image=nginx; kubectl create deployment api --image=nginx');
  await terminal.run('kubectl expose deployment web --port=80');
  await terminal.run('kubectl rollout status deployment/web');
  const web = picture.card('Pod', /web-/);
  const api = picture.card('Pod', /api-/);
  await expect(web).toHaveCount(1);

  await picture.card('Service', 'web').hover();
  await expect(web).not.toHaveClass(/dd-dim/);
  await expect(web.locator('.dd-chip.hit')).toHaveText('app=web');
  await expect(web).toContainText('gets traffic at');
  await expect(api).toHaveClass(/dd-dim/);
  await expect(api).toContainText('app ≠ web');

  const top = async (card: typeof web): Promise<number> => (await card.boundingBox())?.y ?? 0;
  const webFirst = (await top(web)) < (await top(api));
  await picture.card('Service', 'web').click();
  const inspector = page.getByTestId('inspector');
  await expect(inspector).toContainText('Endpoints');
  await inspector.getByRole('tab', { name: 'YAML' }).click();
  await expect(inspector).toContainText('clusterIP');
  // Nothing changes its place because the panel got smaller.
  expect((await top(web)) < (await top(api))).toBe(webFirst);
});

test('by keyboard: arrows go from card to card, Enter opens, a selector is tried before it is applied', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open();
  const picture = new Picture(page);
  await terminal.run('kubectl create deployment web --image=nginx --replicas=2');
  await terminal.run('kubectl expose deployment web --port=80');
  await terminal.run('kubectl rollout status deployment/web');

  await picture.card('Service', 'web').focus();
  await page.keyboard.press('ArrowRight');
  await expect(picture.root.locator('[data-nav]:focus')).toHaveAttribute('data-nav', /^(pod|node):/);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('inspector')).toBeVisible();

  const search = picture.root.getByRole('searchbox');
  await search.fill('app=web');
  await expect(picture.root.getByText('2 Pods', { exact: true })).toBeVisible();
  await search.fill('app=nothing');
  await expect(picture.root.getByText('0 Pods', { exact: true })).toBeVisible();
  await search.fill('app in (');
  await expect(search).toHaveAttribute('aria-invalid', 'true');
  await search.press('Escape');
  await expect(search).toHaveValue('');

  // The wheel zooms: what is there is scaled at once, the lines are drawn in the room that they had, and 0 leads back.
  const scene = page.locator('.dd-scene');
  const lines = page.getByTestId('lines');
  const room = await lines.evaluate((canvas: HTMLCanvasElement) => canvas.width);
  await scene.hover();
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 5; turn++) await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect(scene).toHaveCSS('transform', /^matrix\((1\.[1-9]|[23])/);
  const scale = async (): Promise<number> =>
    lines.evaluate((canvas: HTMLCanvasElement) => (canvas.width / canvas.getBoundingClientRect().width) * devicePixelRatio);
  await expect(async () => expect(await scale()).toBeCloseTo(1, 2)).toPass(); // drawn for that zoom
  expect(Math.abs((await lines.evaluate((canvas: HTMLCanvasElement) => canvas.width)) - room)).toBeLessThan(3);
  await picture.card('Service', 'web').focus();
  await page.keyboard.press('0');
  await expect(scene).toHaveCSS('transform', 'none');

  // What is found comes into sight.
  await page.setViewportSize({ width: 390, height: 640 });
  await page.getByRole('button', { name: 'Picture' }).click();
  await expect(picture.card('Pod').first()).not.toBeInViewport();
  await search.fill('app=web');
  await expect(picture.card('Pod').first()).toBeInViewport();
});

test('Nodes fail and come back; Pods are grouped by Node, workload or label', async ({ tab: page }) => {
  const terminal = new TerminalPage(page);
  await terminal.open('?nodes=2');
  const picture = new Picture(page);
  await terminal.run('kubectl create deployment web --image=nginx --replicas=4');
  await terminal.run('kubectl rollout status deployment/web');
  await expect(picture.card('Pod')).toHaveCount(4);
  await terminal.run('minikube node stop minikube-m02');
  await page.getByLabel('Speed').selectOption('60');
  await expect(picture.card('Node', 'minikube-m02')).toHaveAttribute('data-status', /NotReady/, { timeout: 20_000 });
  await page.getByLabel('Speed').selectOption('1');

  await picture.root.getByRole('button', { name: 'View' }).click();
  await picture.root.getByLabel('Group Pods by').selectOption('owner');
  await expect(picture.card('Group', 'web')).toBeVisible();
  await expect(picture.card('Node', 'minikube')).toHaveCount(0);
  await picture.root.getByLabel('Group Pods by').selectOption('label:app');
  await expect(picture.card('Group', 'web')).toBeVisible();
  await picture.root.getByLabel('Group Pods by').selectOption('node');
  await expect(picture.card('Node', 'minikube')).toBeVisible();
});
