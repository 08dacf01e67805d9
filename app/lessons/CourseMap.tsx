/** The map of courses: every lesson with its place, its length and how far the learner is. */

import { courses, type LessonEntry, lessons } from 'virtual:lessons';
import { Award, Check, CircleDashed, CircleDot, Eraser, FolderOpen, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { notice } from '../base/notice.ts';
import { usePage } from '../base/state.ts';
import { showPanel } from '../panels/panels.ts';
import { Certificate } from './Certificate.tsx';
import { openLessonFromFiles } from './lesson-files.ts';
import { beginStep, fail, openLesson, showMap, usePlayer } from './player.ts';
import { forgetProgress, takeProgress, useProgress } from './progress.ts';
import { useWords } from './texts.ts';

export function CourseMap() {
  const { t } = useWords();
  const language = usePage((state) => state.language);
  const progress = useProgress((state) => state.lessons);
  const [certificate, setCertificate] = useState<string>();
  const course = courses.find(({ id }) => id === certificate);
  if (course) return <Certificate course={course} onClose={() => setCertificate(undefined)} />;
  const isDone = (id: string): boolean => (progress[id]?.finishedAt ?? 0) > 0;
  return (
    <div className="lesson-text course-map">
      <p>{t('coursesIntro')}</p>
      {courses.map(({ id, title, about }) => {
        const own = lessons.filter((lesson) => lesson.course === id);
        const done = own.filter((lesson) => isDone(lesson.id)).length;
        const next = own.find((lesson) => !isDone(lesson.id));
        return (
          <section key={id} className="course" aria-labelledby={`course-${id}`}>
            <header>
              <h3 id={`course-${id}`}>{title[language]}</h3>
              <span className="course-count">{t('doneOf', { done, of: own.length })}</span>
            </header>
            <div className="course-bar" aria-hidden>
              <div style={{ width: `${(100 * done) / Math.max(1, own.length)}%` }} />
            </div>
            <p className="lesson-saw">{about[language]}</p>
            <ol className="course-lessons">
              {own.map((lesson, index) => (
                <LessonLine key={lesson.id} lesson={lesson} number={index + 1} next={lesson === next} />
              ))}
            </ol>
            {own.length > 0 && done === own.length && (
              <button type="button" className="button outlined" onClick={() => setCertificate(id)}>
                <Award size={15} aria-hidden />
                {t('certificateOpen')}
              </button>
            )}
          </section>
        );
      })}
      <div className="course-acts">
        <button type="button" className="button outlined" onClick={() => void fromFiles()}>
          <FolderOpen size={15} aria-hidden />
          {t('fromFiles')}
        </button>
        <button type="button" className="button outlined" onClick={() => showPanel('author')}>
          <PencilLine size={15} aria-hidden />
          {t('makeOne')}
        </button>
        {Object.keys(progress).length > 0 && (
          <button
            type="button"
            className="button outlined"
            onClick={() => {
              forgetProgress();
              notice(t('resetDone'), [{ text: t('resetUndo'), run: () => takeProgress(progress) }], 20_000);
            }}
          >
            <Eraser size={15} aria-hidden />
            {t('reset')}
          </button>
        )}
      </div>
    </div>
  );
}

async function fromFiles(): Promise<void> {
  try {
    await openLessonFromFiles();
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

function LessonLine({ lesson, number, next }: { readonly lesson: LessonEntry; readonly number: number; readonly next: boolean }) {
  const { t } = useWords();
  const language = usePage((state) => state.language);
  const progress = useProgress((state) => state.lessons[lesson.id]);
  const done = (progress?.finishedAt ?? 0) > 0;
  const begun = !done && (progress?.done ?? 0) > 0;
  const openId = usePlayer(({ lesson, shown }) => (lesson && shown < lesson.steps.length ? lesson.id : undefined));
  const open = openId === lesson.id;
  const { title, summary } = lesson.texts[language];
  return (
    <li>
      <button
        type="button"
        className="course-lesson"
        data-next={(next && openId === undefined) || undefined}
        data-open={open || undefined}
        onClick={() => (open ? showMap(false) : void begin(lesson, begun ? (progress?.done ?? 0) : 0))}
      >
        <span className="course-mark" data-done={done || undefined} aria-hidden>
          {done ? <Check size={14} /> : begun || open ? <CircleDot size={14} /> : next ? number : <CircleDashed size={14} />}
        </span>
        <span className="course-title">
          <strong>{title}</strong>
          <span>{summary}</span>
        </span>
        <span className="course-side">
          {t('minutes', { count: lesson.minutes })}
          <span>
            {open
              ? t('goOn')
              : done
                ? t('done')
                : begun
                  ? t('begun')
                  : lesson.level === 'debug' || lesson.level === 'exam'
                    ? t(`level.${lesson.level}`)
                    : ''}
          </span>
        </span>
      </button>
    </li>
  );
}

/** Opens a lesson; where it was left half-way, there is a way on from there. */
async function begin({ id, level }: LessonEntry, done: number): Promise<void> {
  await openLesson(id);
  const { lesson } = usePlayer.getState();
  if (lesson?.id !== id || level === 'exam' || done === 0 || done >= lesson.steps.length) return;
  const { t } = useWords.getState();
  notice(t('wasAt', { n: done + 1 }), [{ text: t('goOnThere'), run: () => void beginStep(done) }], 20_000);
}
