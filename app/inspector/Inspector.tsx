/** The selected object in kubectl's own words (describe, YAML, events, log), following the cluster, and what can be done with it. */

import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Cluster } from '../../src/session/index.ts';
import { Tabs } from '../base/Tabs.tsx';
import { useContextNamespace } from '../engine/context-namespace.ts';
import { runCommand, suggest, useEngine, useShown } from '../engine/engine.ts';
import { useFollow } from '../engine/follow.ts';
import { useTranslation } from '../i18n/index.ts';
import { CloseButton } from '../panels/CloseButton.tsx';
import { type ObjectReference, select, useSelection } from '../panels/selection.ts';
import { type Action, actionsOf } from './actions.ts';
import Summary from './Summary.tsx';
import './inspector.css';
import { useTexts } from './texts.ts';
import { YamlText } from './YamlText.tsx';

/** What kubectl says of the object. */
type TextView = 'describe' | 'yaml' | 'events' | 'logs';
type View = 'summary' | TextView;
const TEXTS: readonly TextView[] = ['describe', 'yaml', 'events'];
/** Of these kubectl can print a log: their own, or that of one of their Pods. */
const WITH_LOGS: ReadonlySet<string> = new Set([
  'pods',
  'deployments.apps',
  'replicasets.apps',
  'statefulsets.apps',
  'daemonsets.apps',
  'jobs.batch',
]);

const textsOf = (object: ObjectReference | undefined): readonly TextView[] =>
  object && WITH_LOGS.has(object.resource) ? [...TEXTS, 'logs'] : TEXTS;

const objectKey = ({ resource, namespace, name }: ObjectReference): string => `${resource}/${namespace}/${name}`;

export default function Inspector() {
  const { t: page } = useTranslation();
  const { t } = useTexts();
  const actions = useActions();
  const selected = useSelection((state) => state.selected);
  const [chosen, setView] = useState<View>('summary');
  const views: readonly View[] = ['summary', ...textsOf(selected)];
  const view = views.includes(chosen) ? chosen : 'summary';
  return (
    <section className="panel" aria-label={page('inspector')} data-testid="inspector">
      <div className="panel-head inspector-head">
        <div className="inspector-title">
          <h2 title={selected?.name}>{selected?.name ?? page('inspector')}</h2>
          {selected && <span>{selected.resource.split('.')[0]}</span>}
        </div>
        {selected && (
          <>
            <Tabs
              label={page('inspector')}
              tabs={views.map((one) => ({
                id: `inspector-${one}`,
                text: t(one),
                panel: 'inspector-panel-text',
              }))}
              chosen={`inspector-${view}`}
              onChoose={(id) => setView(views.find((one) => `inspector-${one}` === id) ?? view)}
            />
            <CloseButton label={page('close')} onClose={() => select(undefined)} />
          </>
        )}
      </div>
      {actions.length > 0 && <Actions actions={actions} />}
      <div className="panel-body">
        {!selected ? (
          <p className="note">{t('inspectNothing')}</p>
        ) : view === 'summary' ? (
          <Summary object={selected} />
        ) : (
          <Details key={objectKey(selected)} object={selected} view={view} edit={actions.find(({ id }) => id === 'edit')} />
        )}
      </div>
    </section>
  );
}

/** What can be done with the selected object now: commands act on the present, whatever moment the panels show. */
function useActions(): readonly Action[] {
  const selected = useSelection((state) => state.selected);
  const current = useContextNamespace();
  const cluster = useEngine((state) => state.cluster);
  const [loaded, setLoaded] = useState<Cluster>();
  useEffect(() => void cluster.load().then(() => setLoaded(cluster)), [cluster]);
  useFollow(({ revision, second }) => `${revision} ${second}`); // a Node that is switched off writes nothing
  return selected && loaded === cluster ? actionsOf(cluster, selected, current) : [];
}

function Actions({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useTexts();
  return (
    <div className="inspector-actions" role="toolbar" aria-label={t('actions')}>
      {actions.map(({ id, command, ask }) => (
        <button
          key={id}
          type="button"
          className="button"
          title={t(ask ? 'actionAsk' : 'actionRun', { command })}
          onClick={() => (ask ? suggest(command) : runCommand(command))}
        >
          {t(`action.${id}`)}
          {ask && '…'}
        </button>
      ))}
    </div>
  );
}

/** Between two looks at the object, real ms: a cluster that changes every frame is not described every frame. */
const REST_MS = 150;

/** Keep one for each object: it remembers the last texts of an object that is gone. */
function Details({ object, view, edit }: { readonly object: ObjectReference; readonly view: TextView; readonly edit: Action | undefined }) {
  const { t } = useTexts();
  const cluster = useShown((state) => state.cluster);
  const revision = useShown((state) => state.revision);
  const second = useShown((state) => state.second);
  const past = useEngine((state) => state.past !== undefined);
  const [texts, setTexts] = useState<Partial<Record<TextView, string>>>({});
  const [gone, setGone] = useState(false);
  const lookedAt = useRef(0);
  const seen = texts[view] !== undefined;

  // YAML changes with writes; the others also show ages or what programs print, so they follow the clock.
  const moment = view === 'yaml' ? revision : `${revision} ${second}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `moment` says when to look again
  useEffect(() => {
    let current = true;
    const look = (): void => {
      lookedAt.current = performance.now();
      // All at first, so that each can be read when the object is gone.
      for (const each of seen ? [view] : textsOf(object)) {
        void cluster.look(lineOf(each, object)).then(({ code, out, err }) => {
          if (!current) return;
          if (each === 'yaml' || each === 'describe') setGone(code !== 0);
          if (code === 0 || each === 'logs' || past)
            setTexts((old) => ({ ...old, [each]: code === 0 ? out : past ? '' : (old[each] ?? err) }));
        });
      }
    };
    const rest = seen ? lookedAt.current + REST_MS - performance.now() : 0;
    if (rest <= 0) look();
    const timer = rest > 0 ? setTimeout(look, rest) : undefined;
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [cluster, object, view, moment]);

  return (
    <div className="inspector-body" role="tabpanel" id="inspector-panel-text" aria-labelledby={`inspector-${view}`}>
      <p className={gone ? 'note' : 'visually-hidden'} role="status">
        {gone && t(past ? 'goneThen' : 'gone')}
      </p>
      {view === 'yaml' && !gone && edit && (
        <button
          type="button"
          className="button inspector-edit"
          title={t('actionRun', { command: edit.command })}
          onClick={() => runCommand(edit.command)}
        >
          <Pencil size={14} aria-hidden />
          {t('action.edit')}
        </button>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <section className="code" tabIndex={0} aria-label={`${t(view)} ${object.name}`}>
        <pre>
          {view === 'yaml' ? <YamlText text={texts.yaml ?? ''} /> : view === 'events' && texts.events === '' ? t('noEvents') : texts[view]}
        </pre>
      </section>
    </div>
  );
}

function lineOf(view: TextView, { resource, namespace, name }: ObjectReference): string[] {
  const where = namespace === '' ? [] : ['-n', namespace];
  switch (view) {
    case 'yaml':
      return ['kubectl', 'get', resource, name, ...where, '-o', 'yaml'];
    case 'describe':
      return ['kubectl', 'describe', resource, name, ...where];
    case 'events':
      return ['kubectl', 'events', `--for=${resource}/${name}`, ...where];
    case 'logs':
      return ['kubectl', 'logs', `${resource}/${name}`, ...where, '--all-containers', '--tail=300'];
  }
}
