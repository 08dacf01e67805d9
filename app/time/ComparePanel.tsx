/** Two moments side by side: which objects were made, changed or removed in between, and how. */

import { ScanSearch } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { type Difference, differencesOf, differs, fieldsOf, yamlDiff } from '../../src/session/compare.ts';
import { useEngine } from '../engine/engine.ts';
import { useFollow } from '../engine/follow.ts';
import { CloseButton } from '../panels/CloseButton.tsx';
import { markDiffering } from '../panels/look-here.ts';
import { hidePanel } from '../panels/panels.ts';
import { select } from '../panels/selection.ts';
import { SILENT } from '../story/story.ts';
import { momentsNow } from './looking.ts';
import { useTexts } from './texts.ts';
import './time.css';
import { firstLine, spanText } from './words.ts';

const MOST_ROWS = 200;
const MOST_MARKED = 100;
const MOST_COMMANDS = 50;
/** Fields told without opening a row. */
const TOLD_FIELDS = 2;
const MOST_VALUE = 60;

/** A moment to choose: the present, the one that is shown, the beginning, or before a command (by its place among the lines typed). */
type Choice = 'now' | 'shown' | 'begin' | `before ${string}`;

export default function ComparePanel() {
  const { t } = useTexts();
  const cluster = useEngine((state) => state.cluster);
  const past = useEngine((state) => state.past);
  const turn = useFollow((shown) => shown.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` says when to look again
  const commands = useMemo(() => cluster.history.marks().filter(({ changed }) => changed), [cluster, turn]).slice(-MOST_COMMANDS);
  const last = commands.at(-1);
  const [wanted, setWanted] = useState<{ readonly from?: Choice; readonly to?: Choice }>({});
  const beforeLast: Choice = last ? `before ${last.revision}` : 'begin';
  const from = wanted.from ?? (past ? 'shown' : beforeLast);
  const to = wanted.to ?? 'now';
  const [whole, setWhole] = useState(false);
  const revisionOf = (choice: Choice): number => {
    const { history, world } = cluster;
    if (choice === 'now') return world.store.revision;
    if (choice === 'begin') return history.first;
    if (choice === 'shown') return past?.revision ?? world.store.revision;
    return Number(choice.slice('before '.length));
  };
  const [a, b] = [revisionOf(from), revisionOf(to)];
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` says when to look again
  const all = useMemo(() => between(cluster, a, b), [cluster, a, b, turn]);
  const shown = useMemo(() => (whole ? all : all.filter((one) => !SILENT.has(one.resource) && differs(one))), [all, whole]);
  useEffect(() => {
    markDiffering(shown.slice(0, MOST_MARKED).map(({ resource, namespace, name }) => ({ resource, namespace, name })));
    return () => markDiffering([]);
  }, [shown]);

  const now = cluster.world.now;
  const options = (
    <>
      <option value="begin">{t('diff.momentBegin')}</option>
      {commands.map(({ revision, time, text }) => (
        <option key={`${revision} ${time}`} value={`before ${revision}`}>
          {t('diff.momentBefore', { line: firstLine(text), ago: t('ago', { span: spanText(t, now - time) }) })}
        </option>
      ))}
      {past && <option value="shown">{t('diff.momentShown')}</option>}
      <option value="now">{t('diff.momentNow')}</option>
    </>
  );
  const count = (word: Word): number => shown.filter((one) => wordOf(one) === word).length;
  return (
    <section className="panel compare" aria-label={t('compareHint')} data-testid="compare">
      <div className="panel-head compare-head">
        <label>
          {t('diff.from')}
          <select value={from} onChange={(event) => setWanted((old) => ({ ...old, from: event.target.value as Choice }))}>
            {options}
          </select>
        </label>
        <label>
          {t('diff.to')}
          <select value={to} onChange={(event) => setWanted((old) => ({ ...old, to: event.target.value as Choice }))}>
            {options}
          </select>
        </label>
        <label title={t('diff.everythingHint')}>
          <input type="checkbox" checked={whole} onChange={(event) => setWhole(event.target.checked)} />
          {t('diff.everything')}
        </label>
        <output className="compare-count">
          {t('diff.count', { created: count('created'), changed: count('changed'), deleted: count('deleted') })}
        </output>
        <CloseButton label={t('diff.closeCompare')} onClose={() => hidePanel('compare')} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <section className="panel-body compare-body" tabIndex={0} aria-label={t('diff.list')}>
        {shown.length === 0 ? (
          <p className="note">
            {momentsNow().length === 0
              ? t('diff.nothingYet')
              : all.length === 0
                ? t('diff.same')
                : `${t('diff.same')} ${t('diff.sameHint')}`}
          </p>
        ) : (
          <ul>
            {shown.slice(0, MOST_ROWS).map((one) => (
              <Row key={`${one.resource} ${one.namespace}/${one.name}`} difference={one} whole={whole} />
            ))}
          </ul>
        )}
        {shown.length > MOST_ROWS && <p className="note">{t('diff.more', { count: shown.length - MOST_ROWS })}</p>}
      </section>
    </section>
  );
}

type Word = 'created' | 'deleted' | 'changed';

const wordOf = ({ before, after }: Difference): Word => (!before ? 'created' : after ? 'changed' : 'deleted');

/** What is different at b from a, in either direction of time. */
function between({ history }: ReturnType<typeof useEngine.getState>['cluster'], a: number, b: number): Difference[] {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  const found = differencesOf(history.changes().slice(Math.max(0, from - history.oldest), to - history.oldest));
  return a <= b ? found : found.map((one) => ({ ...one, before: one.after, after: one.before }));
}

function Row({ difference, whole }: { readonly difference: Difference; readonly whole: boolean }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const { resource, namespace, name, kind } = difference;
  const word = wordOf(difference);
  const fields = useMemo(() => (word === 'changed' ? fieldsOf(difference) : []), [difference, word]);
  const told = fields.filter(({ before, after }) => valueText(before).length + valueText(after).length <= MOST_VALUE);
  return (
    <li data-word={word}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="compare-word">{t(`diff.${word}`)}</span>
          <span className="compare-name">
            {kind} <b>{name}</b>
            {namespace !== '' && namespace !== 'default' && <small> {namespace}</small>}
          </span>
          {told.slice(0, TOLD_FIELDS).map(({ path, before, after }) => (
            <code key={path}>
              {path}: {valueText(before)} → {valueText(after)}
            </code>
          ))}
          {word === 'changed' && fields.length > Math.min(told.length, TOLD_FIELDS) && (
            <small>{t('diff.moreFields', { count: fields.length - Math.min(told.length, TOLD_FIELDS) })}</small>
          )}
        </summary>
        {open && <Lines text={yamlDiff(difference, whole)} />}
      </details>
      <button
        type="button"
        className="button"
        title={t('diff.inspect', { name })}
        aria-label={t('diff.inspect', { name })}
        onClick={() => select({ resource, namespace, name })}
      >
        <ScanSearch size={15} aria-hidden />
      </button>
    </li>
  );
}

/** A value in a line: of a list, how long it is. */
const valueText = (value: unknown): string =>
  value === undefined ? '∅' : Array.isArray(value) ? `[${value.length}]` : typeof value === 'string' ? value : JSON.stringify(value);

/** A unified diff; what was taken away and what was added has its sign, not only a colour. */
function Lines({ text }: { readonly text: string }) {
  return (
    <pre className="compare-lines">
      {text
        .trimEnd()
        .split('\n')
        .map((line, index) => (
          <span key={index} data-sign={line[0]}>
            {line.startsWith('@@') ? '⋯' : line}
          </span>
        ))}
    </pre>
  );
}
