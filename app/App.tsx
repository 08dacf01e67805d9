/** The page: the header and the frame of panels below it. */
import { useEffect } from 'react';
import { focusTerminal } from './engine/engine.ts';
import { Header } from './header/Header.tsx';
import { useTranslation } from './i18n/index.ts';
import { Frame } from './panels/Frame.tsx';
import { showPanel } from './panels/panels.ts';
import { usePage } from './state.ts';

export function App() {
  const { t } = useTranslation();
  const theme = usePage((state) => state.theme);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <div className="page">
      <button
        type="button"
        className="skip-link"
        onClick={() => {
          showPanel('terminal');
          requestAnimationFrame(focusTerminal);
        }}
      >
        {t('skipToTerminal')}
      </button>
      <Header />
      <Frame />
    </div>
  );
}
