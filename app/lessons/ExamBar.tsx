import { Timer } from 'lucide-react';
import type { Lesson, LessonRun } from '../../src/lessons/index.ts';
import { usePlayer } from './player.ts';
import { useWords } from './texts.ts';

/** Per cent of the tasks done. */
export const scoreOf = (lesson: Lesson, run: LessonRun): number => Math.round((100 * run.doneCount) / lesson.steps.length);

/** The clock of an exam (the cluster's own time) and the score so far. */
export function ExamBar({ lesson, run }: { readonly lesson: Lesson; readonly run: LessonRun }) {
  const { t } = useWords();
  usePlayer((state) => state.look);
  const seconds = run.secondsLeft;
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <p className="exam-bar" data-late={seconds < 60 || undefined}>
      <Timer size={15} aria-hidden />
      <span>{seconds > 0 ? t('timeLeft', { time }) : t('timeUp')}</span>
      <span className="lesson-gap" />
      <span>{t('doneOf', { done: run.doneCount, of: lesson.steps.length })}</span>
    </p>
  );
}
