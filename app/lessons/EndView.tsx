/** The end of a lesson: questions, then what was done and where to go on. */

import { lessons as entries } from 'virtual:lessons';
import { ArrowRight, Award, CircleCheckBig } from 'lucide-react';
import { useState } from 'react';
import type { Lesson, LessonRun } from '../../src/lessons/index.ts';
import { usePage } from '../state.ts';
import { scoreOf } from './ExamBar.tsx';
import { InlineText, Prose } from './Prose.tsx';
import { closeLesson, keep, lessonAfter, openLesson, usePlayer } from './player.ts';
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
                {lesson.exam && `${t('score', { score })} · `}
                {t('finishedSteps', { count: run.doneCount })} · {t('finishedHints', { count: hints })}
                {progress && progress.quiz > 0 && ` · ${t('finishedQuiz', { right: progress.quiz, of: progress.questions })}`}
              </p>
            </div>
          </div>
          <Prose blocks={prose.end} />
          {lesson.quiz.length > 0 && <Quiz lesson={lesson} />}
          <p className="lesson-saw">{t('stay')}</p>
        </article>
      </div>
      <footer className="lesson-foot">
        <button type="button" className="button" onClick={closeLesson}>
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

function Quiz({ lesson }: { readonly lesson: Lesson }) {
  const { t } = useWords();
  const language = usePage((state) => state.language);
  const prose = proseOf(lesson, language);
  /** Whether each question was right at the first try. */
  const [results, setResults] = useState<Readonly<Record<string, boolean>>>({});
  const answered = (id: string, right: boolean): void => {
    const all = { ...results, [id]: right };
    setResults(all);
    keep({ right: Object.values(all).filter(Boolean).length, of: lesson.quiz.length });
  };
  return (
    <section aria-label={t('quiz')}>
      <h3>{t('quiz')}</h3>
      {lesson.quiz.map((question) => {
        const text = prose.quiz[question.id];
        return (
          text && <QuestionCard key={question.id} text={text} answer={question.answer} onFirst={(right) => answered(question.id, right)} />
        );
      })}
    </section>
  );
}

interface QuestionProps {
  readonly text: ReturnType<typeof proseOf>['quiz'][string];
  readonly answer: readonly string[];
  readonly onFirst: (right: boolean) => void;
}

function QuestionCard({ text, answer, onFirst }: QuestionProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [checked, setChecked] = useState(false);
  const [tried, setTried] = useState(false);
  const several = answer.length > 1;
  const right = chosen.length === answer.length && chosen.every((id) => answer.includes(id));
  const check = (ids: readonly string[]): void => {
    setChosen(ids);
    setChecked(true);
    if (!tried) onFirst(ids.length === answer.length && ids.every((id) => answer.includes(id)));
    setTried(true);
  };
  const pick = (id: string): void => {
    if (!several) return check([id]);
    setChecked(false);
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
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
        <button type="button" className="button outlined" onClick={() => check(chosen)}>
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
