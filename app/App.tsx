/** The page: the header, the frame of panels below it, and dialogs over both. */
import { useEffect, useLayoutEffect } from 'react';
import { usePage } from './base/state.ts';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { startKeys } from './dialogs/keys.ts';
import { startDrops } from './editor/drops.ts';
import { focusTerminal, useEngine } from './engine/engine.ts';
import { Frame } from './frame/Frame.tsx';
import { Header } from './header/Header.tsx';
import { useTranslation } from './i18n/index.ts';
import { showPanel } from './panels/panels.ts';

export function App() {
  const { t } = useTranslation();
  const { theme, motion, textSize } = usePage();
  const past = useEngine((state) => state.past !== undefined);
  useLayoutEffect(() => {
    Object.assign(document.documentElement.dataset, { theme, motion });
    document.documentElement.style.setProperty('--text-size', String(textSize));
  }, [theme, motion, textSize]);
  useLayoutEffect(() => void document.documentElement.toggleAttribute('data-past', past), [past]);
  useEffect(startKeys, []);
  useEffect(startDrops, []);
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
      <Dialogs />
    </div>
  );
}
