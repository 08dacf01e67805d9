/** The selected object as `kubectl describe` and as YAML, following the cluster. */
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useEngine } from '../engine/engine.ts';
import { useTranslation } from '../i18n/index.ts';
import { type ObjectReference, usePage } from '../state.ts';
import { Tabs } from '../Tabs.tsx';
import { YamlText } from './YamlText.tsx';

type View = 'describe' | 'yaml';
const VIEWS: readonly View[] = ['describe', 'yaml'];

const objectKey = ({ resource, namespace, name }: ObjectReference): string => `${resource}/${namespace}/${name}`;

export default function Inspector() {
  const { t } = useTranslation();
  const selected = usePage((state) => state.selected);
  const select = usePage((state) => state.select);
  const [view, setView] = useState<View>('describe');
  return (
    <section className="panel" aria-label={t('inspector')} data-testid="inspector">
      <div className="panel-head">
        <div className="inspector-title">
          <h2 title={selected?.name}>{selected?.name ?? t('inspector')}</h2>
          {selected && <span>{selected.resource.split('.')[0]}</span>}
        </div>
        {selected && (
          <>
            <Tabs
              label={t('inspector')}
              tabs={VIEWS.map((one) => ({ id: `inspector-${one}`, text: t(one), panel: 'inspector-panel-text' }))}
              chosen={`inspector-${view}`}
              onChoose={(id) => setView(VIEWS.find((one) => `inspector-${one}` === id) ?? view)}
            />
            <button type="button" className="button" title={t('close')} aria-label={t('close')} onClick={() => select(undefined)}>
              <X size={16} aria-hidden />
            </button>
          </>
        )}
      </div>
      <div className="panel-body">
        {selected ? <Details key={objectKey(selected)} object={selected} view={view} /> : <p className="note">{t('inspectNothing')}</p>}
      </div>
    </section>
  );
}

/** Between two looks at the object, real ms: a cluster that changes every frame is not described every frame. */
const REST_MS = 150;

/** Keep one for each object: it remembers the last texts of an object that is gone. */
function Details({ object, view }: { readonly object: ObjectReference; readonly view: View }) {
  const { t } = useTranslation();
  const cluster = useEngine((state) => state.cluster);
  const revision = useEngine((state) => state.revision);
  const second = useEngine((state) => state.second);
  const [texts, setTexts] = useState<Partial<Record<View, string>>>({});
  const [gone, setGone] = useState(false);
  const lookedAt = useRef(0);
  const seen = texts[view] !== undefined;

  // YAML changes with writes; describe also shows ages, so it follows the clock.
  const moment = view === 'yaml' ? revision : `${revision} ${second}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `moment` says when to look again
  useEffect(() => {
    let current = true;
    const look = (): void => {
      lookedAt.current = performance.now();
      // Both at first, so that either can be read when the object is gone.
      for (const each of seen ? [view] : VIEWS) {
        void cluster.look(lineOf(each, object)).then(({ code, out }) => {
          if (!current) return;
          setGone(code !== 0);
          if (code === 0) setTexts((old) => ({ ...old, [each]: out }));
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
        {gone && t('gone')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <section className="code" tabIndex={0} aria-label={`${t(view)} ${object.name}`}>
        <pre>{view === 'yaml' ? <YamlText text={texts.yaml ?? ''} /> : texts.describe}</pre>
      </section>
    </div>
  );
}

function lineOf(view: View, { resource, namespace, name }: ObjectReference): string[] {
  const where = namespace === '' ? [] : ['-n', namespace];
  return view === 'yaml' ? ['kubectl', 'get', resource, name, ...where, '-o', 'yaml'] : ['kubectl', 'describe', resource, name, ...where];
}
