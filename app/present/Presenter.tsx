/** The presenter's bar and spotlight, over the page. */
import { ChevronLeft, ChevronRight, GraduationCap, Lightbulb, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useEngine } from '../engine/engine.ts';
import { togglePanel, usePanels } from '../panels/panels.ts';
import { moveInScript, stopPresenting, typeNext, usePresent } from './present.ts';
import { scriptLines } from './script.ts';
import { useWords } from './texts.ts';
import './present.css';

export function Presenter() {
  const { t } = useWords();
  const { on, script, at, spotlight } = usePresent();
  const lesson = useEngine((state) => state.scenario.startsWith('lesson:'));
  const lessonShown = usePanels((state) => state.open.guide === 'lessons');
  if (!on) return null;
  const lines = scriptLines(script);
  const next = lines[at];
  return (
    <>
      {spotlight && <Spotlight />}
      <aside className="presenter" aria-label={t('present')} data-testid="presenter">
        <button type="button" className="button" title={`${t('back')} (PageUp)`} aria-label={t('back')} onClick={() => moveInScript(-1)}>
          <ChevronLeft size={16} aria-hidden />
        </button>
        <span className="presenter-count">
          {Math.min(at, lines.length)}/{lines.length}
        </span>
        <span className="presenter-next">
          {next ? (
            <>
              {next.notes.length > 0 && <em>{next.notes.join(' ')}</em>}
              <code>{next.text}</code>
            </>
          ) : (
            t(lines.length === 0 ? 'noScript' : 'scriptEnd')
          )}
        </span>
        <button type="button" className="button primary" title={`${t('type')} (PageDown)`} disabled={!next} onClick={() => void typeNext()}>
          {t('type')}
          <ChevronRight size={16} aria-hidden />
        </button>
        {lesson && (
          <button
            type="button"
            className="button"
            title={t('lesson')}
            aria-label={t('lesson')}
            aria-pressed={lessonShown}
            onClick={() => togglePanel('lessons')}
          >
            <GraduationCap size={16} aria-hidden />
          </button>
        )}
        <button
          type="button"
          className="button"
          title={`${t('spotlight')} (F2)`}
          aria-label={t('spotlight')}
          aria-pressed={spotlight}
          onClick={() => usePresent.setState({ spotlight: !spotlight })}
        >
          <Lightbulb size={16} aria-hidden />
        </button>
        <button type="button" className="button" title={`${t('leave')} (F9)`} aria-label={t('leave')} onClick={stopPresenting}>
          <X size={16} aria-hidden />
        </button>
      </aside>
    </>
  );
}

/** Darkens all but a circle around the pointer. */
function Spotlight() {
  const [place, setPlace] = useState({ x: innerWidth / 2, y: innerHeight / 2 });
  useEffect(() => {
    const move = ({ clientX, clientY }: PointerEvent): void => setPlace({ x: clientX, y: clientY });
    addEventListener('pointermove', move);
    return () => removeEventListener('pointermove', move);
  }, []);
  return (
    <div
      className="spotlight"
      data-testid="spotlight"
      style={{ background: `radial-gradient(circle at ${place.x}px ${place.y}px, transparent 110px, rgb(0 0 0 / 62%) 170px)` }}
    />
  );
}
