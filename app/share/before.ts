/** Whoever begins another session can go back to the one before: it is kept for as long as the page. */

import { notice } from '../base/notice.ts';
import { useEngine } from '../engine/engine.ts';
import { textsReady } from '../i18n/index.ts';
import { restored } from './keeper.ts';
import { useWords } from './texts.ts';

/** How long the way back is offered, ms. */
const OFFER_MS = 20_000;
/** How long to wait for a session that cannot be kept just now, ms. */
const PATIENCE_MS = 2000;

/** Does what begins another session in place of this one, and offers the way back where something was done in this one. */
export async function replaceSession(begin: () => Promise<void>): Promise<void> {
  const { cluster } = useEngine.getState();
  if (cluster.history.marks().length === 0 && cluster !== restored.cluster) return begin();
  const { captured, resume } = await import('./session.ts');
  // A cluster that waits for code which does not come (there is no network) must not keep anybody in it.
  const before = await Promise.race([
    captured().catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS)),
  ]);
  await begin();
  if (!before || useEngine.getState().cluster === cluster) return;
  await textsReady();
  const { t } = useWords.getState();
  notice(t('replaced'), [{ text: t('goBack'), run: () => void replaceSession(() => resume(before)) }], OFFER_MS);
}
