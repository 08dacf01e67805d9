/** One object at a glance: what kubectl get prints of it, its labels, and what it has to do with others, each a way to it. */

import { useEffect, useMemo, useRef, useState } from 'react';
import { useEngine, useShown } from '../engine/engine.ts';
import { useFollow } from '../engine/follow.ts';
import { showPanel } from '../panels/panels.ts';
import { type ObjectReference, select } from '../panels/selection.ts';
import { objectOf, tableOf } from '../resources/table.ts';
import { setView } from '../topology/view.ts';
import { type Related, relatedOf } from './related.ts';
import { useTexts } from './texts.ts';

/** More related objects of a sort are counted, not listed. */
const MOST = 12;

interface Glance {
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly labels: readonly (readonly [key: string, value: string])[];
  readonly related: readonly Related[];
}

export default function Summary({ object }: { readonly object: ObjectReference }) {
  const { t } = useTexts();
  const past = useEngine((state) => state.past !== undefined);
  const { glance, gone } = useGlance(object);
  return (
    <div className="inspector-body summary" role="tabpanel" id="inspector-panel-text" aria-labelledby="inspector-summary">
      <p className={gone ? 'note' : 'visually-hidden'} role="status">
        {gone && t(past ? 'goneThen' : 'gone')}
      </p>
      {glance && <Facts {...glance} />}
    </div>
  );
}

/** The object at a glance; when it is gone, as it was last. */
function useGlance(object: ObjectReference): { readonly glance: Glance | undefined; readonly gone: boolean } {
  const cluster = useShown((state) => state.cluster);
  const past = useEngine((state) => state.past !== undefined);
  const turn = useFollow(({ revision, second }) => `${revision} ${second}`);
  const [loaded, setLoaded] = useState<typeof cluster>();
  const last = useRef<{ readonly object: ObjectReference; readonly glance: Glance }>(undefined);
  useEffect(() => {
    let current = true;
    void cluster.load().then(() => current && setLoaded(cluster));
    return () => {
      current = false;
    };
  }, [cluster]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` says when to look again
  const glance = useMemo((): Glance | undefined => {
    const found = loaded === cluster ? objectOf(cluster, object) : undefined;
    if (!found) return undefined;
    const { columns, rows } = tableOf(cluster, object.resource, object);
    const cells = rows[0]?.cells ?? [];
    return {
      facts: columns.flatMap((column, index): [string, string][] => {
        const value = String(cells[index] ?? '');
        return index === 0 || value === '' || value === '<none>' ? [] : [[column.name, value]];
      }),
      labels: Object.entries(found.metadata.labels ?? {}),
      related: relatedOf(cluster, object),
    };
  }, [cluster, loaded, object, turn]);
  useEffect(() => {
    if (glance) last.current = { object, glance };
  }, [object, glance]);
  const before = last.current?.object === object && !past ? last.current.glance : undefined;
  return { glance: glance ?? before, gone: loaded === cluster && !glance };
}

function Facts({ facts, labels, related }: Glance) {
  const { t } = useTexts();
  const light = (key: string, value: string) => (): void => {
    setView({ search: `${key}=${value}` });
    showPanel('picture');
  };
  return (
    <>
      <dl className="summary-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {related.map(({ relation, objects }) => (
        <p key={relation} className="summary-group">
          <b>{t(`relation.${relation}`)}</b>
          <span>
            {objects.slice(0, MOST).map((one) => (
              <span key={`${one.resource} ${one.namespace}/${one.name}`} className="summary-object">
                <small>{one.kind}</small>{' '}
                {one.missing ? (
                  <>
                    {one.name} <em>{t('missing')}</em>
                  </>
                ) : (
                  <button type="button" className="link" onClick={() => select(one)}>
                    {one.name}
                  </button>
                )}
                {one.status && (
                  <span className="summary-status" data-tone={one.status.tone}>
                    {one.status.word}
                  </span>
                )}
              </span>
            ))}
            {objects.length > MOST && <small>{t('more', { count: objects.length - MOST })}</small>}
          </span>
        </p>
      ))}
      {labels.length > 0 && (
        <p className="summary-group">
          <b>{t('labels')}</b>
          <span>
            {labels.map(([key, value]) => (
              <button key={key} type="button" className="summary-label" title={t('showLabel')} onClick={light(key, value)}>
                {key}={value}
              </button>
            ))}
          </span>
        </p>
      )}
    </>
  );
}
