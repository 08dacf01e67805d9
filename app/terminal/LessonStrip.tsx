/**
 * On a phone the terminal hides lesson and picture: a line above it leads back to the lesson that is open, or to the first one while
 * nothing was done in an empty cluster.
 */
import { ArrowLeft, X } from 'lucide-react';
import { useState } from 'react';
import { useEngine } from '../engine/engine.ts';
import { useTranslation } from '../i18n/index.ts';
import { HAS_LESSONS, openFirstLesson } from '../panels/first-lesson.ts';
import { showPanel, usePanels } from '../panels/panels.ts';
import { recall, remember } from '../storage/storage.ts';
import { useTexts } from './texts.ts';

export function LessonStrip() {
  const { t } = useTranslation();
  const { t: own } = useTexts();
  const [offers, setOffers] = useState(HAS_LESSONS && recall('new') !== 'no');
  const open = usePanels((state) => state.open.guide === 'lessons');
  const untouched = useEngine(({ scenario, cluster }) => scenario === 'empty' && cluster.world.store.count('pods') === 0);
  if (open)
    return (
      <p className="terminal-lesson">
        <button type="button" className="link" onClick={() => showPanel('lessons')}>
          <ArrowLeft size={14} aria-hidden /> {own('backToLessons')}
        </button>
      </p>
    );
  if (!offers || !untouched) return null;
  return (
    <p className="terminal-lesson">
      <button type="button" className="link" onClick={openFirstLesson}>
        {own('newHere')}
      </button>
      <button
        type="button"
        className="button"
        aria-label={t('close')}
        onClick={() => {
          remember('new', 'no');
          setOffers(false);
        }}
      >
        <X size={16} aria-hidden />
      </button>
    </p>
  );
}
