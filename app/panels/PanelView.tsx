import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { useEngine } from '../engine/engine.ts';
import { textsReady, useTranslation } from '../i18n/index.ts';
import { useAttention } from '../look-here.ts';
import { PANELS, type Panel } from './list.ts';

/** A panel's code, in the words of the moment: without the wait it would first speak English. */
const fetchPanel = async (panel: Panel): Promise<{ readonly default: ComponentType }> => {
  const module = await panel.load();
  await textsReady();
  return module;
};

/** How long the picture waits for the prompt at most, ms. */
const PATIENCE_MS = 1500;

/** The picture is drawn when there is a prompt to type at: on a slow machine that is what counts. */
async function afterPrompt<T>(module: T): Promise<T> {
  const begin = performance.now();
  while (!useEngine.getState().terminals[0]?.terminal.atPrompt && performance.now() - begin < PATIENCE_MS)
    await new Promise((resolve) => setTimeout(resolve, 10));
  await new Promise((resolve) => setTimeout(resolve, 20)); // until it is on the screen
  return module;
}

const components = new Map<string, LazyExoticComponent<ComponentType>>();

function componentOf(panel: Panel): LazyExoticComponent<ComponentType> {
  const known = components.get(panel.id);
  if (known) return known;
  const code = panel.open ? fetchPanel(panel).then(panel.id === 'picture' ? afterPrompt : undefined) : undefined;
  const made = lazy(() => code ?? fetchPanel(panel));
  components.set(panel.id, made);
  return made;
}

/** Fetches at once what the page begins with. */
export function fetchOpenPanels(): void {
  for (const panel of PANELS) if (panel.open) componentOf(panel);
}

/** One panel: its code is fetched when it is first shown, and what fails in it stays in it. */
export function PanelView({ panel }: { readonly panel: Panel }) {
  const { t } = useTranslation();
  const looked = useAttention((state) => state.panels.includes(panel.id));
  const Component = componentOf(panel);
  return (
    <div className="panel-view" data-panel={panel.id} data-look={looked || undefined}>
      <ErrorBoundary>
        <Suspense fallback={<section className="panel" aria-label={t(panel.title)} aria-busy="true" />}>
          <Component />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
