/** What a following window does instead of giving its cluster time: each frame it looks at the other window's. */
import { useEngine } from '../engine/engine.ts';
import { textsReady } from '../i18n/index.ts';
import { hidePanel, showPanel } from '../panels/panels.ts';
import { notice } from '../share/notice.ts';
import { useWords } from './texts.ts';
import '../embed/embed.css';

type Engine = typeof useEngine;

/** The engine of the window that opened this one; undefined when there is none (any more). */
function leader(): Engine | undefined {
  try {
    return opener && !opener.closed ? (opener as { readonly drydockEngine?: Engine }).drydockEngine : undefined;
  } catch {
    return undefined; // another origin
  }
}

export function startFollowing(): void {
  document.documentElement.dataset.embed = '';
  hidePanel('terminal');
  showPanel('picture');
  const frame = (): void => {
    const engine = leader();
    if (!engine) {
      void textsReady().then(() => notice(useWords.getState().t('followEnded'), [], 3_600_000));
      return;
    }
    const { cluster, revision, requests, second, paused, speed, scenario, past } = engine.getState();
    const now = useEngine.getState();
    const next = { cluster, revision, requests, second, paused, speed, scenario, past };
    if (Object.entries(next).some(([key, value]) => now[key as keyof typeof next] !== value)) useEngine.setState(next);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
