/** The summary of a course that was worked through: to look at, print, or save. It says what was done, nothing more. */

import { lessons } from 'virtual:lessons';
import { ArrowLeft, Check, Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Course } from '../../src/lessons/index.ts';
import { usePage } from '../base/state.ts';
import { recall, remember } from '../storage/storage.ts';
import { useProgress } from './progress.ts';
import { useWords } from './texts.ts';

export function Certificate({ course, onClose }: { readonly course: Course; readonly onClose: () => void }) {
  const { t } = useWords();
  const language = usePage((state) => state.language);
  const progress = useProgress((state) => state.lessons);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    page.current?.parentElement?.scrollTo(0, 0);
  }, []);
  const [name, setName] = useState(() => recall('name') ?? '');
  const own = lessons.filter((lesson) => lesson.course === course.id);
  const last = Math.max(...own.map(({ id }) => progress[id]?.finishedAt ?? 0));
  const sum = (field: 'done' | 'hints' | 'quiz' | 'questions'): number =>
    own.reduce((total, { id }) => total + (progress[id]?.[field] ?? 0), 0);
  return (
    <div className="lesson-text certificate-page" ref={page}>
      <p className="no-print">
        <button type="button" className="button" onClick={onClose}>
          <ArrowLeft size={15} aria-hidden />
          {t('toMap')}
        </button>
      </p>
      <div className="certificate">
        <img src="./icon.svg" alt="" />
        <p className="lesson-label">{t('certificateTitle')}</p>
        <input
          className="certificate-name"
          aria-label={t('certificateName')}
          placeholder={t('certificateName')}
          value={name}
          maxLength={60}
          onChange={(event) => {
            setName(event.target.value);
            remember('name', event.target.value);
          }}
        />
        <p>{t('certificateText')}</p>
        <h3>{course.title[language]}</h3>
        <p className="lesson-saw">
          {t('finishedSteps', { count: sum('done') })} · {t('finishedHints', { count: sum('hints') })} ·{' '}
          {t('finishedQuiz', { right: sum('quiz'), of: sum('questions') })}
        </p>
        <ul>
          {own.map(({ id, texts }) => (
            <li key={id}>
              <Check size={13} aria-hidden />
              {texts[language].title}
            </li>
          ))}
        </ul>
        <p className="lesson-saw">
          {t('certificateDate', { date: new Date(last).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'long' }) })}
        </p>
      </div>
      <p className="no-print">
        <button type="button" className="button outlined" onClick={() => print()}>
          <Printer size={15} aria-hidden />
          {t('certificatePrint')}
        </button>
      </p>
    </div>
  );
}
