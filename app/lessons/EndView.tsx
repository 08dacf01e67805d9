/** The end of a lesson: questions, then what was done and where to go on. */

import { lessons as entries } from 'virtual:lessons';
import { ArrowRight, Award, Check, CircleCheckBig, X } from 'lucide-react';
import { useState } from 'react';
import type { Lesson, LessonRun } from '../../src/lessons/index.ts';
import { usePage } from '../base/state.ts';
import { scoreOf } from './ExamBar.tsx';
import { InlineText, Prose, Solution } from './Prose.tsx';
import { chooseAnswer, keep, lessonAfter, openLesson, showMap, usePlayer } from './player.ts';
import { useProgress } from './progress.ts';
import { proseOf } from './prose-of.ts';
import { useWords } from './texts.ts';

export function EndView({ lesson, run }: { readonly lesson: Lesson; readonly run: LessonRun }) {
  const { t } = useWords();
  const language = usePage((state) => state.language);
  const prose = proseOf(lesson, language);
  const hints = usePlayer((state) => state.hints.reduce((sum, count) => sum + count, 0) + state.solutionShown.filter(Boolean).length);
  const progress = useProgress((state) => state.lessons[lesson.id]);
  const next = lessonAfter(lesson.id);
  const nextTitle = entries.find(({ id }) => id === next)?.texts[language].title;
  const score = scoreOf(lesson, run);
  return (
    <>
      <div className="lesson-scroll">
        <article className="lesson-text" lang={language === 'zh' && lesson.prose.zh ? 'zh-CN' : 'en'}>
          <div className="lesson-finished">
            {lesson.exam ? <Award size={28} aria-hidden /> : <CircleCheckBig size={28} aria-hidden />}
            <div>
              <h3>{lesson.exam ? t(score >= lesson.exam.pass ? 'passed' : 'failedExam', { pass: lesson.exam.pass }) : t('finished')}</h3>
              <p>
                {lesson.exam
                  ? `${t('score', { score })} · ${t('doneOf', { done: run.doneCount, of: lesson.steps.length })}`
                  : `${t('finishedSteps', { count: run.doneCount })} · ${t('finishedHints', { count: hints })}`}
                {progress && progress.quiz > 0 && ` · ${t('finishedQuiz', { right: progress.quiz, of: progress.questions })}`}
              </p>
            </div>
          </div>
          <Prose blocks={prose.end} />
          {lesson.exam && <Tasks lesson={lesson} run={run} />}
          {lesson.quiz.length > 0 && <Quiz lesson={lesson} />}
          <p className="lesson-saw">{t('stay')}</p>
        </article>
      </div>
      <footer className="lesson-foot">
        <button type="button" className="button" onClick={() => showMap(true)}>
          {t('toMap')}
        </button>
        <span className="lesson-gap" />
        {next !== undefined && (
          <button type="button" className="button primary lesson-next" onClick={() => void openLesson(next)}>
            <span className="lesson-next-title">{t('nextLesson', { title: nextTitle })}</span>
            <ArrowRight size={15} aria-hidden />
          </button>
        )}
      </footer>
    </>
  );
}

/** The tasks of an exam: what was done, and how the rest could have been. */
function Tasks({ lesson, run }: { readonly lesson: Lesson; readonly run: LessonRun }) {
  const { t } = useWords();
  const language = usePage((state) => state.language);
  const prose = proseOf(lesson, language);
  return (
    <section aria-label={t('tasks')}>
      <h3>{t('tasks')}</h3>
      {lesson.steps.map(({ id, solution }, index) => (
        <details key={id} className="exam-task">
          <summary>
            {run.isDone(index) ? (
              <Check size={16} className="exam-done" aria-label={t('done')} />
            ) : (
              <X size={16} className="exam-missed" aria-label={t('missed')} />
            )}
            <span>{prose.steps[id]?.title}</span>
          </summary>
          <Prose blocks={prose.steps[id]?.done ?? []} />
          <Solution text={solution} />
        </details>
      ))}
    </section>
  );
}

function Quiz({ lesson }: { readonly lesson: Lesson }) {
  const { t } = useWords();
  const language = usePage((state) => state.language);
  const prose = proseOf(lesson, language);
  const choose = (question: string, ids: readonly string[]): void => {
    chooseAnswer(question, ids);
    const { quiz } = usePlayer.getState();
    const right = lesson.quiz.filter(({ id, answer }) => isRight(quiz[id]?.[0], answer)).length;
    keep({ right, of: lesson.quiz.length });
  };
  return (
    <section aria-label={t('quiz')}>
      <h3>{t('quiz')}</h3>
      {lesson.quiz.map(({ id, answer }) => {
        const text = prose.quiz[id];
        return text && <QuestionCard key={id} id={id} text={text} answer={answer} onChoose={(ids) => choose(id, ids)} />;
      })}
    </section>
  );
}

const isRight = (chosen: readonly string[] | undefined, answer: readonly string[]): boolean =>
  chosen?.length === answer.length && chosen.every((id) => answer.includes(id));

interface QuestionProps {
  readonly id: string;
  readonly text: ReturnType<typeof proseOf>['quiz'][string];
  readonly answer: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

function QuestionCard({ id: question, text, answer, onChoose }: QuestionProps) {
  const { t } = useWords();
  const given = usePlayer((state) => state.quiz[question]?.at(-1));
  /** Of several, until they are checked. */
  const [picking, setPicking] = useState<readonly string[]>();
  const several = answer.length > 1;
  const chosen = picking ?? given ?? [];
  const checked = picking === undefined && given !== undefined;
  const right = isRight(chosen, answer);
  const pick = (id: string): void => {
    if (several) setPicking(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
    else onChoose([id]);
  };
  const check = (): void => {
    onChoose(chosen);
    setPicking(undefined);
  };
  return (
    <div className="lesson-question">
      <Prose blocks={text.text} />
      {several && <p className="lesson-saw">{t('pick')}</p>}
      <div className="lesson-options">
        {Object.entries(text.options).map(([id, option]) => (
          <button
            key={id}
            type="button"
            className="lesson-option"
            aria-pressed={chosen.includes(id)}
            data-result={checked && chosen.includes(id) ? (answer.includes(id) ? 'right' : 'wrong') : undefined}
            onClick={() => pick(id)}
          >
            <InlineText inline={option} />
          </button>
        ))}
      </div>
      {several && !checked && (
        <button type="button" className="button outlined" onClick={check}>
          {t('check')}
        </button>
      )}
      <div role="status">
        {checked && (
          <>
            <p>
              <strong>{t(right ? 'right' : 'notQuite')}</strong>
            </p>
            {right && <Prose blocks={text.answer} />}
          </>
        )}
      </div>
    </div>
  );
}
