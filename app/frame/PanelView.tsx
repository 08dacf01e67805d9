import { type ComponentType, useEffect } from 'react';
import { create } from 'zustand';
import { ErrorBoundary } from '../base/ErrorBoundary.tsx';
import { useEngine } from '../engine/engine.ts';
import { textsReady, useTranslation } from '../i18n/index.ts';
import { PANELS, type Panel } from '../panels/list.ts';
import { useAttention } from '../panels/look-here.ts';

/**
 * By panel: its component, or why it could not be had. React's `lazy` would do as well, but its Suspense keeps what comes within 300 ms of a
 * fallback waiting for the rest of them (FALLBACK_THROTTLE_MS), and the terminal always does.
 */
const useCode = create<Readonly<Record<string, ComponentType | { readonly error: Error }>>>()(() => ({}));

const underWay = new Map<string, Promise<void>>();

/** Fetches a panel's code, in the words of the moment: without the wait it would first speak English. */
function fetchPanel(panel: Panel): Promise<void> {
  const known = underWay.get(panel.id);
  if (known) return known;
  const coming = (async () => {
    try {
      if (panel.open && panel.id !== FIRST) await prompt();
      const { default: component } = await panel.load();
      await textsReady();
      useCode.setState({ [panel.id]: component });
    } catch (error) {
      useCode.setState({ [panel.id]: { error: error instanceof Error ? error : new Error(String(error)) } });
    }
  })();
  underWay.set(panel.id, coming);
  return coming;
}

/** Of the panels that the page begins with, the one that is drawn first; the others when there is a prompt to type at. */
const FIRST = 'terminal';

/** How long they wait for it at most when the page is drawn, ms. */
const PATIENCE_MS = 1500;

let tellDrawn = (): void => {};
const drawn = new Promise<void>((resolve) => {
  tellDrawn = resolve;
});

async function prompt(): Promise<void> {
  await drawn;
  const begin = performance.now();
  while (!useEngine.getState().terminals[0]?.terminal.atPrompt && performance.now() - begin < PATIENCE_MS)
    await new Promise((resolve) => setTimeout(resolve, 10));
  for (let i = 0; i < 3; i++) await frame(); // until it is on the screen
}

/** The next one, or a moment where nobody sees the page. */
const frame = (): Promise<unknown> =>
  Promise.race([new Promise(requestAnimationFrame), new Promise((resolve) => setTimeout(resolve, 100))]);

/** Fetches what the page begins with. Resolves when the terminal, and others that are asked for, can be drawn. */
export async function fetchOpenPanels(also: readonly string[]): Promise<void> {
  const wanted = (panel: Panel): boolean => panel.id === FIRST || also.includes(panel.id);
  for (const panel of PANELS) if (panel.open && !wanted(panel)) void fetchPanel(panel);
  await Promise.all(PANELS.filter(wanted).map(fetchPanel));
}

/** One panel: its code is fetched when it is first shown, and what fails in it stays in it. */
export function PanelView({ panel }: { readonly panel: Panel }) {
  const looked = useAttention((state) => state.panels.includes(panel.id));
  return (
    <div className="panel-view" data-panel={panel.id} data-look={looked || undefined}>
      <ErrorBoundary key={panel.id}>
        <Content panel={panel} />
      </ErrorBoundary>
    </div>
  );
}

function Content({ panel }: { readonly panel: Panel }) {
  const { t } = useTranslation();
  const code = useCode((state) => state[panel.id]);
  useEffect(() => {
    tellDrawn();
    void fetchPanel(panel);
  }, [panel]);
  if (!code) return <section className="panel" aria-label={t(panel.title)} aria-busy="true" />;
  if ('error' in code) throw code.error;
  const Component = code;
  return <Component />;
}
