/** Making a lesson by doing it: the recorder, and the form beside it. */
import { Circle, Download, GraduationCap, StepForward, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type Proposal, propose } from '../../src/lessons/propose.ts';
import { ask } from '../base/dialogs.ts';
import { usePage } from '../base/state.ts';
import { Words } from '../base/Words.tsx';
import { useEngine } from '../engine/engine.ts';
import { PanelHead } from '../panels/PanelHead.tsx';
import { download } from '../share/files.ts';
import { commandsNow, composed, dropStep, endStep, startRecording, stopRecording, useRecording } from './recording.ts';
import { useWords } from './texts.ts';
import '../share/share.css';
import './author.css';

export default function AuthorPanel() {
  const { t } = useWords();
  const on = useRecording((state) => state.on);
  return (
    <section className="panel" aria-label={t('author')} data-testid="author">
      <PanelHead id="author" title={t('author')}>
        {on && (
          <span className="author-on">
            <Circle size={10} fill="currentColor" aria-hidden />
            {t('recording')}
          </span>
        )}
      </PanelHead>
      {on ? <Recorder /> : <Begin />}
    </section>
  );
}

function Begin() {
  const { t } = useWords();
  return (
    <div className="session-body author-begin">
      <div className="session-part">
        <p>{t('about')}</p>
        <p>{t('startHere')}</p>
        <button type="button" className="button primary" onClick={startRecording}>
          <Circle size={13} fill="currentColor" aria-hidden />
          {t('start')}
        </button>
      </div>
    </div>
  );
}

function Recorder() {
  const steps = useRecording((state) => state.steps);
  return (
    <div className="session-body author-body">
      <Whole />
      <CurrentStep key={steps.length} number={steps.length + 1} />
      <Finish />
    </div>
  );
}

/** A text to fill in: one line, or with `rows` several. */
function Field({
  label,
  rows,
  value,
  onChange,
}: {
  readonly label: string;
  readonly rows?: number;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const common = { className: 'session-input', 'aria-label': label, placeholder: label, value };
  return rows === undefined ? (
    <input {...common} maxLength={80} onChange={(event) => onChange(event.target.value)} />
  ) : (
    <textarea {...common} rows={rows} onChange={(event) => onChange(event.target.value)} />
  );
}

function Whole() {
  const { t } = useWords();
  const { title, summary, steps } = useRecording();
  return (
    <div className="session-part">
      <h3>{t('lesson')}</h3>
      <Field label={t('title')} value={title} onChange={(text) => useRecording.setState({ title: text })} />
      <Field label={t('summary')} rows={2} value={summary} onChange={(text) => useRecording.setState({ summary: text })} />
      <h3>{t('steps')}</h3>
      {steps.length === 0 && <p>{t('noSteps')}</p>}
      <ol className="session-saves author-steps">
        {steps.map((step, index) => (
          <li key={index}>
            <span>
              {step.title || t('now', { n: index + 1 }).split(/[,，]/)[0]}
              <small>{t('stepLine', { commands: step.commands.length, checks: step.checks.length })}</small>
            </span>
            <button
              type="button"
              className="button"
              title={t('drop', { title: step.title })}
              aria-label={t('drop', { title: step.title || String(index + 1) })}
              onClick={() => dropStep(index)}
            >
              <Trash2 size={15} aria-hidden />
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

function CurrentStep({ number }: { readonly number: number }) {
  const { t } = useWords();
  const language = usePage((state) => state.language);
  const since = useRecording((state) => state.since);
  const { cluster, revision, requests, second } = useEngine();
  const [title, setTitle] = useState('');
  const [about, setAbout] = useState('');
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what these counters say is that the cluster has changed
  const proposals = useMemo(() => propose(cluster, since), [cluster, since, revision, requests, second]);
  const commands = commandsNow();
  const chosen = proposals.filter(({ that }) => !without.has(that));
  const toggle = ({ that }: Proposal): void => {
    const next = new Set(without);
    if (!next.delete(that)) next.add(that);
    setWithout(next);
  };
  return (
    <div className="session-part">
      <h3>{t('now', { n: number })}</h3>
      <Field label={t('stepTitle')} value={title} onChange={setTitle} />
      <Field label={t('stepAbout')} rows={3} value={about} onChange={setAbout} />
      <h4>{t('commands')}</h4>
      {commands.length === 0 ? (
        <p>{t('noCommands')}</p>
      ) : (
        <pre className="author-commands">
          <Words text={commands.map(({ text }) => text).join('\n')} />
        </pre>
      )}
      <h4>{t('checks')}</h4>
      {proposals.length === 0 && <p>{t('noChecks')}</p>}
      <ul className="author-checks">
        {proposals.map((proposal) => (
          <li key={proposal.that}>
            <label>
              <input type="checkbox" checked={!without.has(proposal.that)} onChange={() => toggle(proposal)} />
              <span>
                {proposal.says[language].replaceAll('`', '')}
                <code>{proposal.that}</code>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button primary"
        disabled={commands.length === 0}
        onClick={() => endStep({ title, about, checks: chosen })}
      >
        <StepForward size={15} aria-hidden />
        {t('next')}
      </button>
    </div>
  );
}

function Finish() {
  const { t } = useWords();
  const steps = useRecording((state) => state.steps);
  const [message, setMessage] = useState('');
  const make = (use: (made: Awaited<ReturnType<typeof composed>>) => Promise<void>) => async (): Promise<void> => {
    if (steps.length === 0) return setMessage(t('needsStep'));
    setMessage(t('playing'));
    await new Promise((resolve) => setTimeout(resolve, 30)); // let it be read: playing takes a moment
    try {
      const made = await composed();
      await use(made);
      setMessage(t('saved', { dropped: made.dropped > 0 ? t('dropped', { count: made.dropped }) : '' }));
    } catch (error) {
      setMessage(t('failed', { why: error instanceof Error ? error.message : String(error) }));
    }
  };
  const save = make(async ({ id, files }) => {
    const { strToU8, zipSync } = await import('fflate');
    const entries = Object.entries(files).map(([name, text]) => [`${id}/${name}`, strToU8(text)] as const);
    download(`${id}.zip`, new Blob([zipSync(Object.fromEntries(entries))], { type: 'application/zip' }));
  });
  const tryIt = make(async ({ files }) => {
    const { openFiles } = await import('../lessons/player.ts');
    await openFiles(files);
  });
  return (
    <div className="session-part">
      <h3>{t('finish')}</h3>
      <p>{t('finishAbout')}</p>
      <div className="session-acts">
        <button type="button" className="button session-act" onClick={() => void tryIt()}>
          <GraduationCap size={15} aria-hidden />
          {t('try')}
        </button>
        <button type="button" className="button session-act" onClick={() => void save()}>
          <Download size={15} aria-hidden />
          {t('save')}
        </button>
        <button
          type="button"
          className="button session-act"
          onClick={() => {
            ask({ title: t('discard'), detail: t('discardQuestion'), yes: t('discard'), run: stopRecording });
          }}
        >
          <Trash2 size={15} aria-hidden />
          {t('discard')}
        </button>
      </div>
      <output className="author-message">{message}</output>
    </div>
  );
}
