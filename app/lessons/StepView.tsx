/** One step of a lesson: question, text, what is to do, hints, and what just happened. */
import { ArrowRight, Check as CheckIcon, Circle, Hourglass, Lightbulb, Target, Undo2 } from 'lucide-react';
import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Lesson, LessonRun, StepState } from '../../src/lessons/index.ts';
import type { Block } from '../../src/lessons/markdown.ts';
import type { StepProse } from '../../src/lessons/prose.ts';
import { usePage } from '../base/state.ts';
import { togglePanel } from '../panels/panels.ts';
import { InlineText, Prose, Solution } from './Prose.tsx';
import { answer, beginStep, handIn, keep, nextStep, openHint, openSolution, predict, showStep, undoStep, usePlayer } from './player.ts';
import { proseOf } from './prose-of.ts';
import { useWords } from './texts.ts';

interface Props {
  readonly lesson: Lesson;
  readonly run: LessonRun;
  readonly index: number;
}

/** Where the reader left the step that was shown last. */
const left: { key: string; top: number; done: boolean | undefined } = { key: '', top: 0, done: undefined };

export function StepView({ lesson, run, index }: Props) {
  const { t } = useWords();
  const language = usePage((state) => state.language);
  const predicted = usePlayer((state) => state.predicted[index]);
  const scroller = useRef<HTMLDivElement>(null);
  const prose = proseOf(lesson, language);
  const step = lesson.steps[index];
  const text = step && prose.steps[step.id];
  const state = run.state(index);
  const done = run.isDone(index);
  const key = `${lesson.id} ${index}`;
  // A phone shows one panel at a time: whoever comes back from the terminal goes on reading where he was.
  useLayoutEffect(() => {
    const view = scroller.current;
    if (left.key !== key) Object.assign(left, { key, top: 0, done: undefined });
    else if (view) view.scrollTop = left.top;
    return () => {
      left.top = view?.scrollTop ?? 0;
    };
  }, [key]);
  useEffect(() => {
    // News is shown; a step that was done before is read from its start.
    const news = done && left.done === false;
    left.done = done;
    if (news) scroller.current?.querySelector('.lesson-done')?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [done]);
  /** All that is left is the question. */
  const toAnswer = !state.answered && state.checks.length > 0 && state.checks.every(({ ok }) => ok);
  useEffect(() => {
    if (toAnswer) scroller.current?.querySelector('form.lesson-question')?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [toAnswer]);
  if (!step || !text) return null;
  const asks = step.predict !== undefined && text.predict !== undefined && predicted === undefined && !done;
  const lead = text.predict ? untilQuestion(text.body) : text.body;
  const free = step.checks.length === 0 && state.answered;
  const last = index === lesson.steps.length - 1;
  const handsIn = last || run.isOver || run.finished;
  return (
    <>
      <div className="lesson-scroll" ref={scroller}>
        <article className="lesson-text" lang={language === 'zh' && lesson.prose.zh ? 'zh-CN' : 'en'}>
          {index === 0 && (
            <div className="lesson-intro">
              <p className="lesson-summary">
                <InlineText inline={prose.summary} />
              </p>
              <Prose blocks={prose.intro} />
            </div>
          )}
          <p className="lesson-count">{t('stepOf', { n: index + 1, of: lesson.steps.length })}</p>
          <h3>{text.title}</h3>
          <Prose blocks={lead} locked={asks} />
          {text.predict && step.predict && <Predict index={index} text={text.predict} answerIds={step.predict.answer} />}
          {!asks && <Prose blocks={text.body.slice(lead.length)} />}
          {!asks && step.checks.length > 0 && <Checks lesson={lesson} state={state} text={text} index={index} />}
          {!asks && step.ask !== undefined && !done && <Ask index={index} text={text} />}
          {!asks && !done && step.checks.length > 0 && <Help lesson={lesson} run={run} index={index} text={text} />}
          {done && text.done.length > 0 && (
            <div className="lesson-done" role="status">
              <Prose blocks={text.done} />
            </div>
          )}
        </article>
      </div>
      {state.deadEnd !== undefined && !done && (
        <div className="lesson-banner lesson-dead-end" role="alert">
          <strong>{t('deadEnd')}</strong>
          <Prose blocks={text.deadEnds[state.deadEnd] ?? []} />
          <button type="button" className="button primary" onClick={run.canUndo ? undoStep : () => void beginStep(index)}>
            <Undo2 size={15} aria-hidden />
            {t('undo')}
          </button>
        </div>
      )}
      <footer className="lesson-foot">
        <button type="button" className="button" disabled={index === 0} onClick={() => showStep(index - 1)}>
          {t('back')}
        </button>
        <span className="lesson-gap" />
        {lesson.exam ? (
          <button type="button" className="button primary" onClick={() => (handsIn ? handIn() : showStep(index + 1))}>
            {handsIn ? t('hand') : t('next')}
            <ArrowRight size={15} aria-hidden />
          </button>
        ) : (
          <button type="button" className="button primary lesson-next" disabled={!done && !(free && !asks)} onClick={nextStep}>
            {done ? (last ? t('finish') : t('next')) : t('continue')}
            <ArrowRight size={15} aria-hidden />
          </button>
        )}
      </footer>
    </>
  );
}

/** What is read before the question: the text up to and with its first commands, which cannot be run yet. */
function untilQuestion(body: readonly Block[]): readonly Block[] {
  const first = body.findIndex((block) => block.kind === 'code' && block.run);
  const after = body.findIndex((block, at) => at > first && block.kind !== 'code');
  return first < 0 || after < 0 ? body : body.slice(0, after);
}

function Predict({
  index,
  text,
  answerIds,
}: {
  readonly index: number;
  readonly text: NonNullable<StepProse['predict']>;
  readonly answerIds: readonly string[];
}) {
  const { t } = useWords();
  const predicted = usePlayer((state) => state.predicted[index]);
  if (predicted === undefined)
    return (
      <div className="lesson-question">
        <p className="lesson-label">{t('predictFirst')}</p>
        <Prose blocks={text.text} />
        <div className="lesson-options">
          {Object.entries(text.options).map(([id, option]) => (
            <button key={id} type="button" className="lesson-option" onClick={() => predict(index, id)}>
              <InlineText inline={option} />
            </button>
          ))}
        </div>
        <button type="button" className="button" onClick={() => predict(index, '')}>
          {t('skip')}
        </button>
      </div>
    );
  const shown = predicted || (answerIds[0] ?? '');
  return (
    <details className="lesson-question answered" open>
      <summary>
        {predicted !== '' && <strong>{t(answerIds.includes(predicted) ? 'right' : 'notQuite')} </strong>}
        <InlineText inline={text.options[shown] ?? []} />
      </summary>
      <Prose blocks={text.answer} />
    </details>
  );
}

function Checks({
  lesson,
  state,
  text,
  index,
}: {
  readonly lesson: Lesson;
  readonly state: StepState;
  readonly text: StepProse;
  readonly index: number;
}) {
  const { t } = useWords();
  const checks = lesson.steps[index]?.checks ?? [];
  const all = state.checks.every(({ ok }) => ok);
  return (
    <div className="lesson-checks" data-all={(all && state.answered) || undefined}>
      <p className="lesson-label">{t(!all ? 'todo' : state.answered ? 'todoDone' : 'todoAnswer')}</p>
      <ul aria-live="polite">
        {state.checks.map(({ id, ok, saw, because, holdFor }) => {
          const check = checks.find((one) => one.id === id);
          if (check?.keeps && ok && !all) return null;
          return (
            <li key={id} data-ok={ok} data-check={id}>
              {ok ? (
                <CheckIcon size={16} aria-label={t('done')} />
              ) : holdFor === undefined ? (
                <Circle size={16} aria-hidden />
              ) : (
                <Hourglass size={16} aria-hidden />
              )}
              <div>
                <Prose blocks={text.checks[id] ?? []} saw={saw ?? t('nothing')} />
                {!ok && (
                  <p className="lesson-saw">
                    {holdFor !== undefined ? (
                      t('holdFor', { count: holdFor })
                    ) : check?.saw !== undefined ? (
                      <>
                        {t('now')}: <span>{saw ?? t('nothing')}</span>
                      </>
                    ) : null}
                  </p>
                )}
                {!ok && because !== undefined && (
                  <div className="lesson-because">
                    <Prose blocks={text.because[`${id}/${because}`] ?? []} saw={saw ?? t('nothing')} />
                  </div>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Ask({ index, text }: { readonly index: number; readonly text: StepProse }) {
  const { t } = useWords();
  const [wrong, setWrong] = useState(false);
  const answered = usePlayer((state) => state.run?.state(index).answered);
  if (answered) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('answer');
    setWrong(!answer(index, String(given ?? '')));
  };
  return (
    <form className="lesson-question" onSubmit={submit}>
      <Prose blocks={text.ask} />
      <div className="lesson-answer">
        <input name="answer" aria-label={t('answer')} autoComplete="off" autoCapitalize="off" spellCheck={false} />
        <button type="submit" className="button primary">
          {t('check')}
        </button>
      </div>
      {wrong && <p role="alert">{t('wrongAnswer')}</p>}
    </form>
  );
}

function Help({ lesson, run, index, text }: Props & { readonly text: StepProse }) {
  const { t } = useWords();
  const solution = lesson.steps[index]?.solution ?? '';
  const rightAnswer = run.state(index).answered ? undefined : run.rightAnswer(index);
  const opened = usePlayer((state) => state.hints[index] ?? 0);
  const shown = usePlayer((state) => state.solutionShown[index] ?? false);
  const help = useRef<HTMLDivElement>(null);
  if (lesson.exam) return null;
  const more = opened < text.hints.length;
  /** What was just asked for is shown whole. */
  const reveal = (): void => {
    keep();
    const newest = (): Element | undefined => [...(help.current?.querySelectorAll('.lesson-hint') ?? [])].at(-1);
    requestAnimationFrame(() => newest()?.scrollIntoView({ block: 'nearest', behavior: 'smooth' }));
  };
  return (
    <div className="lesson-help" ref={help}>
      {text.hints.slice(0, opened).map((hint, at) => (
        <div key={at} className="lesson-hint">
          <p className="lesson-label">{t('hintN', { n: at + 1 })}</p>
          <Prose blocks={hint} />
        </div>
      ))}
      {shown && solution !== '' && (
        <div className="lesson-hint">
          <p className="lesson-label">{t('solution')}</p>
          <Solution text={solution} />
          {rightAnswer !== undefined && (
            <p>
              {t('rightAnswer')}: <code>{rightAnswer}</code>
            </p>
          )}
        </div>
      )}
      <div className="lesson-help-buttons">
        {more && (
          <button
            type="button"
            className="button outlined"
            onClick={() => {
              openHint(index);
              reveal();
            }}
          >
            <Lightbulb size={15} aria-hidden />
            {t(opened === 0 ? 'hint' : 'nextHint')}
          </button>
        )}
        {!more && !shown && solution !== '' && (
          <button
            type="button"
            className="button outlined"
            onClick={() => {
              openSolution(index);
              reveal();
            }}
          >
            <Lightbulb size={15} aria-hidden />
            {t('showSolution')}
          </button>
        )}
        {solution !== '' && (
          <button type="button" className="button outlined" onClick={() => togglePanel('goal')}>
            <Target size={15} aria-hidden />
            {t('goal')}
          </button>
        )}
      </div>
    </div>
  );
}
