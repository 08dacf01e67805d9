/** Five steps beside what they speak of. Nothing is locked meanwhile. */
import { type CSSProperties, useEffect, useLayoutEffect, useState } from 'react';
import { closeDialog } from '../base/dialogs.ts';
import { suggest } from '../engine/engine.ts';
import { lookAway, lookHere } from '../panels/look-here.ts';
import { remember } from '../storage/storage.ts';
import { FIRST_COMMAND } from '../topology/first-command.ts';
import { useWords } from './texts.ts';
import './dialogs.css';

interface Step {
  readonly id: string;
  readonly panel?: string;
  readonly command?: string;
}

const STEPS: readonly Step[] = [
  { id: 'terminal', panel: 'terminal' },
  { id: 'picture', panel: 'picture' },
  { id: 'command', panel: 'terminal', command: FIRST_COMMAND },
  { id: 'object', panel: 'picture' },
  { id: 'help' },
];

/** Room between the tour and the lower edge of the panel that it speaks of, px. */
const ABOVE_EDGE = 16;

/** In the lower middle of the panel; without one, where the style sheet says. */
function usePlace(panel: string | undefined): CSSProperties | undefined {
  const [place, setPlace] = useState<CSSProperties>();
  useLayoutEffect(() => {
    const find = (): void => {
      const box = panel === undefined ? undefined : document.querySelector(`[data-panel="${panel}"]`)?.getBoundingClientRect();
      setPlace(
        box && { right: 'auto', left: (box.left + box.right) / 2, bottom: innerHeight - box.bottom + ABOVE_EDGE, translate: '-50%' },
      );
    };
    find();
    const later = requestAnimationFrame(find); // a phone brings the panel forward first
    addEventListener('resize', find);
    return () => {
      cancelAnimationFrame(later);
      removeEventListener('resize', find);
    };
  }, [panel]);
  return place;
}

export default function Tour() {
  const { t } = useWords();
  const [at, setAt] = useState(0);
  const step = STEPS[at]!;
  const last = at === STEPS.length - 1;
  const place = usePlace(step.panel);
  useEffect(() => lookHere(step.panel ? { panels: [step.panel] } : {}), [step]);
  useEffect(() => {
    remember('toured', 'yes');
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') closeDialog();
    };
    // Before the terminal takes it.
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      lookAway();
    };
  }, []);
  return (
    <section className="tour" style={place} aria-label={t('tour.title')} aria-live="polite">
      <p className="tour-count">{t('tour.count', { n: at + 1, all: STEPS.length })}</p>
      <p>{t(`tour.${step.id}`)}</p>
      {step.command && (
        <button type="button" className="button outlined tour-command" onClick={() => suggest(step.command!)}>
          {t('tour.try')}
        </button>
      )}
      <div className="ask-buttons">
        <button type="button" className="button" onClick={closeDialog}>
          {t('close')}
        </button>
        <span className="spacer" />
        {at > 0 && (
          <button type="button" className="button outlined" onClick={() => setAt(at - 1)}>
            {t('tour.back')}
          </button>
        )}
        <button type="button" className="button primary" onClick={() => (last ? closeDialog() : setAt(at + 1))}>
          {t(last ? 'tour.done' : 'tour.next')}
        </button>
      </div>
    </section>
  );
}
