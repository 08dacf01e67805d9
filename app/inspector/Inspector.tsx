/** The selected object as `kubectl describe` and as YAML, following the cluster. */
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../engine/engine.ts';
import { type ObjectReference, usePage } from '../state.ts';
import { YamlText } from './YamlText.tsx';

type View = 'describe' | 'yaml';
const VIEWS: readonly View[] = ['describe', 'yaml'];

export function Inspector() {
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
            <div className="tabs" role="tablist">
              {VIEWS.map((one) => (
                <button key={one} type="button" role="tab" className="tab" aria-selected={view === one} onClick={() => setView(one)}>
                  {t(one)}
                </button>
              ))}
            </div>
            <button type="button" className="button" title={t('close')} aria-label={t('close')} onClick={() => select(undefined)}>
              <X size={16} aria-hidden />
            </button>
          </>
        )}
      </div>
      <div className="panel-body">
        {selected ? <Details object={selected} view={view} /> : <p className="note">{t('inspectNothing')}</p>}
      </div>
    </section>
  );
}

function Details({ object, view }: { readonly object: ObjectReference; readonly view: View }) {
  const { t } = useTranslation();
  const cluster = useEngine((state) => state.cluster);
  const revision = useEngine((state) => state.revision);
  const second = useEngine((state) => state.second);
  const key = `${view} ${object.resource} ${object.namespace}/${object.name}`;
  const [shown, setShown] = useState({ key: '', text: '' });
  const [gone, setGone] = useState(false);
  const busy = useRef(false);

  // YAML changes with writes; describe also shows ages, so it follows the clock.
  const moment = view === 'yaml' ? revision : `${revision} ${second}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `moment` says when to look again
  useEffect(() => {
    if (busy.current) return;
    busy.current = true;
    const where = object.namespace === '' ? [] : ['-n', object.namespace];
    const line =
      view === 'yaml'
        ? ['kubectl', 'get', object.resource, object.name, ...where, '-o', 'yaml']
        : ['kubectl', 'describe', object.resource, object.name, ...where];
    let current = true;
    void cluster.look(line).then(({ code, out }) => {
      busy.current = false;
      if (!current) return;
      setGone(code !== 0);
      if (code === 0) setShown({ key, text: out });
    });
    return () => {
      current = false;
      busy.current = false;
    };
  }, [cluster, key, moment]);

  return (
    <>
      {gone && (
        <p className="note" role="status">
          {t('gone')}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <pre className="code" tabIndex={0} aria-label={`${t(view)} ${object.name}`} style={gone ? { top: 52 } : undefined}>
        {shown.key === key && (view === 'yaml' ? <YamlText text={shown.text} /> : shown.text)}
      </pre>
    </>
  );
}
