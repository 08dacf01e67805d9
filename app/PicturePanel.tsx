import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Change } from '../src/world/object.ts';
import { suggest, useEngine, useShown } from './engine/engine.ts';
import { useTranslation } from './i18n/index.ts';
import { objectsOf } from './objects-of.ts';
import { usePage } from './state.ts';
import { useFollow } from './topology/follow.ts';
import { buildModel } from './topology/model.ts';
import { Topology } from './topology/Topology.tsx';

/** The picture of the cluster, following its every write. */
export default function PicturePanel() {
  const { t } = useTranslation();
  const cluster = useShown((state) => state.cluster);
  const follow = useFollow(
    useShown((state) => state.revision),
    useShown((state) => state.requests),
  );
  const typed = useEngine((state) => (state.past ? '' : state.typing));
  const selected = usePage((state) => state.selected);
  const select = usePage((state) => state.select);
  const seen = useRef({ cluster, revision: cluster.world.store.revision });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `follow` says when to look again
  const { model, written, revision } = useMemo(() => {
    const { store } = cluster.world;
    const before = seen.current.cluster === cluster ? seen.current.revision : store.revision;
    const changes = before < store.revision ? (store.changesSince(before) ?? NO_CHANGES) : NO_CHANGES;
    return {
      model: buildModel(objectsOf(cluster), cluster.traces(), cluster.world.now),
      written: changes,
      revision: store.revision,
    };
  }, [cluster, follow]);
  useLayoutEffect(() => {
    seen.current = { cluster, revision };
  }, [cluster, revision]);
  return (
    <section className="panel" aria-label={t('picture')} data-testid="picture">
      <Topology model={model} written={written} typed={typed} selected={selected} onSelect={select} onSuggest={suggest} />
    </section>
  );
}

const NO_CHANGES: readonly Change[] = [];
