/** The page: terminal beside the picture, the inspector below it; on a phone one panel at a time. */
import { useEffect, useSyncExternalStore } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { focusTerminal } from './engine/engine.ts';
import { Header } from './header/Header.tsx';
import { useTranslation } from './i18n/index.ts';
import { Inspector } from './inspector/Inspector.tsx';
import { PicturePanel } from './PicturePanel.tsx';
import { type PhonePanel, usePage } from './state.ts';
import { TerminalPanel } from './terminal/TerminalPanel.tsx';

const PHONE = matchMedia('(max-width: 700px)');

function usePhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      PHONE.addEventListener('change', changed);
      return () => PHONE.removeEventListener('change', changed);
    },
    () => PHONE.matches,
  );
}

export function App() {
  const { t } = useTranslation();
  const theme = usePage((state) => state.theme);
  const phone = usePhone();
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <div className="page">
      <button
        type="button"
        className="skip-link"
        onClick={() => {
          usePage.getState().showPanel('terminal');
          requestAnimationFrame(focusTerminal);
        }}
      >
        {t('skipToTerminal')}
      </button>
      <Header />
      <ErrorBoundary>{phone ? <PhoneLayout /> : <WideLayout />}</ErrorBoundary>
    </div>
  );
}

function WideLayout() {
  const { t } = useTranslation();
  const inspecting = usePage((state) => state.selected !== undefined);
  return (
    <main className="main">
      <Group orientation="horizontal">
        <Panel id="terminal-panel" defaultSize="42%" minSize="280px">
          <TerminalPanel />
        </Panel>
        <Separator className="handle" data-direction="horizontal" aria-label={t('resizePanels')} />
        <Panel id="right" minSize="320px">
          <Group orientation="vertical">
            <Panel id="picture-panel" minSize="160px">
              <PicturePanel />
            </Panel>
            {inspecting && <Separator className="handle" data-direction="vertical" aria-label={t('resizePanels')} />}
            {inspecting && (
              <Panel id="inspector-panel" defaultSize="40%" minSize="120px">
                <Inspector />
              </Panel>
            )}
          </Group>
        </Panel>
      </Group>
    </main>
  );
}

const PANELS: readonly PhonePanel[] = ['terminal', 'picture', 'inspector'];

function PhoneLayout() {
  const { t } = useTranslation();
  const shown = usePage((state) => state.phonePanel);
  const showPanel = usePage((state) => state.showPanel);
  return (
    <>
      <main className="main">
        {shown === 'terminal' && <TerminalPanel keys />}
        {shown === 'picture' && <PicturePanel />}
        {shown === 'inspector' && <Inspector />}
      </main>
      <nav className="bottom-bar" aria-label={t('panels')}>
        {PANELS.map((panel) => (
          <button key={panel} type="button" className="tab" aria-current={shown === panel} onClick={() => showPanel(panel)}>
            {t(panel)}
          </button>
        ))}
      </nav>
    </>
  );
}
