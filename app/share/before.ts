/** Whoever begins another session can go back to the one before: it is kept for as long as the page. */
import { useEngine } from '../engine/engine.ts';
import { textsReady } from '../i18n/index.ts';
import { restored } from './keeper.ts';
import { notice } from './notice.ts';
import { useWords } from './texts.ts';

/** How long the way back is offered, ms. */
const OFFER_MS = 20_000;

/** Does what begins another session in place of this one, and offers the way back where something was done in this one. */
export async function replaceSession(begin: () => Promise<void>): Promise<void> {
  const { cluster } = useEngine.getState();
  if (cluster.history.marks().length === 0 && cluster !== restored.cluster) return begin();
  const { captured, resume } = await import('./session.ts');
  const before = await captured();
  await begin();
  if (useEngine.getState().cluster === cluster) return;
  await textsReady();
  const { t } = useWords.getState();
  notice(t('replaced'), [{ text: t('goBack'), run: () => void replaceSession(() => resume(before)) }], OFFER_MS);
}
