// What the lines and shapes mean.

import { StateIcon } from './parts.tsx';
import { useWords } from './texts.ts';

const LINES = ['selects', 'ready', 'held', 'owns', 'entry'] as const;
const STATES = ['ok', 'busy', 'warn', 'bad', 'gone', 'done'] as const;

export default function Legend() {
  const { t } = useWords();
  return (
    <section className="dd-legend" aria-label={t('legend.title')}>
      <ul>
        {LINES.map((line) => (
          <li key={line}>
            <svg viewBox="0 0 40 12" className={`dd-legendline ${line}`} aria-hidden="true">
              <path d={line === 'held' || line === 'ready' ? 'M2 6h29' : 'M2 6h36'} />
              {(line === 'ready' || line === 'held') && <circle cx="34" cy="6" r="4" />}
            </svg>
            {t(`legend.${line}`)}
          </li>
        ))}
      </ul>
      <ul>
        {STATES.map((tone) => (
          <li key={tone}>
            <StateIcon tone={tone} />
            {t(`legend.${tone}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
