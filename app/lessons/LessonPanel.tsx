/** Lessons: the map of courses, or the lesson that is open. */
import { ArrowLeft, Map as MapIcon, RotateCcw } from 'lucide-react';
import { openDialog } from '../base/dialogs.ts';
import { usePage } from '../base/state.ts';
import { CloseButton } from '../panels/CloseButton.tsx';
import { hidePanel } from '../panels/panels.ts';
import { CourseMap } from './CourseMap.tsx';
import { EndView } from './EndView.tsx';
import { ExamBar } from './ExamBar.tsx';
import { showMap, showStep, usePlayer } from './player.ts';
import { proseOf } from './prose-of.ts';
import { StepView } from './StepView.tsx';
import { useWords } from './texts.ts';
import './lessons.css';

export default function LessonPanel() {
  const { t } = useWords();
  const lesson = usePlayer((state) => state.lesson);
  const atMap = usePlayer((state) => state.atMap);
  const loading = usePlayer((state) => state.loading);
  return (
    <section className="panel lesson-panel" aria-label={t('lessons')} data-testid="lessons">
      {lesson && !atMap ? <OpenLesson /> : <Map loading={loading} />}
    </section>
  );
}

function Map({ loading }: { readonly loading: boolean }) {
  const { t } = useWords();
  const problem = usePlayer((state) => state.problem);
  return (
    <>
      <div className="panel-head">
        <MapIcon size={16} aria-hidden />
        <h2>{t('courses')}</h2>
        <span className="lesson-gap" />
        <CloseButton label={t('close')} onClose={() => hidePanel('lessons')} />
      </div>
      <div className="lesson-scroll">
        {problem !== undefined && (
          <div className="lesson-banner" role="alert">
            <strong>{t('problem')}</strong>
            <pre>{problem}</pre>
          </div>
        )}
        {loading ? <p className="note">{t('loading')}</p> : <CourseMap />}
      </div>
    </>
  );
}

function OpenLesson() {
  const { t } = useWords();
  const language = usePage((state) => state.language);
  const { lesson, run, shown } = usePlayer();
  usePlayer((state) => state.look);
  if (!lesson || !run) return null;
  const prose = proseOf(lesson, language);
  const atEnd = shown >= lesson.steps.length;
  return (
    <>
      <div className="panel-head">
        <button type="button" className="button" title={t('toMap')} aria-label={t('toMap')} onClick={() => showMap(true)}>
          <ArrowLeft size={16} aria-hidden />
        </button>
        <h2 className="lesson-name" title={prose.title}>
          {prose.title}
        </h2>
        <button
          type="button"
          className="button"
          title={t('restart')}
          aria-label={t('restart')}
          onClick={() => openDialog('restart', `lesson:${lesson.id}`)}
        >
          <RotateCcw size={15} aria-hidden />
        </button>
        <CloseButton label={t('close')} onClose={() => hidePanel('lessons')} />
      </div>
      <ol className="lesson-dots" aria-label={t('steps')}>
        {lesson.steps.map((step, index) => (
          <li key={step.id}>
            <button
              type="button"
              className="lesson-dot"
              data-done={run.isDone(index) || undefined}
              aria-current={index === shown ? 'step' : undefined}
              disabled={!lesson.exam && index > run.current}
              title={prose.steps[step.id]?.title}
              aria-label={`${t('stepOf', { n: index + 1, of: lesson.steps.length })}: ${prose.steps[step.id]?.title ?? ''}${run.isDone(index) ? `, ${t('stepDone')}` : ''}`}
              onClick={() => showStep(index)}
            />
          </li>
        ))}
      </ol>
      {lesson.exam && <ExamBar lesson={lesson} run={run} />}
      {atEnd ? <EndView lesson={lesson} run={run} /> : <StepView key={`${lesson.id} ${shown}`} lesson={lesson} run={run} index={shown} />}
    </>
  );
}
