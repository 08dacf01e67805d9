import { useLayoutEffect, useRef } from 'react';
import type { Cluster } from '../../src/session/index.ts';
import type { Change } from '../../src/world/object.ts';
import { useContextNamespace } from '../engine/context-namespace.ts';
import { suggest, useEngine, useShown } from '../engine/engine.ts';
import { useFollow } from '../engine/follow.ts';
import { useTranslation } from '../i18n/index.ts';
import { HAS_LESSONS, openFirstLesson } from '../panels/first-lesson.ts';
import { select, useSelection } from '../panels/selection.ts';
import { keptOf, memoryOfKept, newMemory, type PictureMemory } from './memory.ts';
import { buildModel, type Model } from './model.ts';
import { objectsOf } from './objects-of.ts';
import { Topology } from './Topology.tsx';
import { selectorIn } from './typed.ts';

/** The picture of the cluster, following its every write. */
export default function PicturePanel() {
  const { t } = useTranslation();
  const cluster = useShown((state) => state.cluster);
  const live = useEngine((state) => state.cluster);
  const follow = useFollow(({ revision, requests }) => `${revision} ${requests}`);
  const typed = useEngine((state) => (!state.past && selectorIn(state.typing) ? state.typing : ''));
  /** A lesson says itself what to do next. */
  const inLesson = useEngine((state) => state.scenario.startsWith('lesson:'));
  const namespace = useContextNamespace();
  const selected = useSelection((state) => state.selected);
  const seen = useRef({ cluster, revision: cluster.world.store.revision });
  // Kept also where React begins a drawing and drops it for something more urgent, unlike a memo.
  const kept = useRef<ReturnType<typeof look> & { cluster: typeof cluster; follow: number }>(undefined);
  if (kept.current?.cluster !== cluster || kept.current.follow !== follow)
    kept.current = { cluster, follow, ...look(cluster, seen.current.cluster === cluster ? seen.current.revision : undefined) };
  const { model, written, revision } = kept.current;
  useLayoutEffect(() => {
    seen.current = { cluster, revision };
  }, [cluster, revision]);
  return (
    <section className="panel" aria-label={t('picture')} data-testid="picture">
      <Topology
        model={model}
        written={written}
        typed={typed}
        selected={selected}
        onSelect={select}
        {...(!inLesson && { onSuggest: suggest, onLearn: HAS_LESSONS ? openFirstLesson : undefined })}
        typedIn={namespace}
        memory={memoryOf(live)}
      />
    </section>
  );
}

const memories = new WeakMap<Cluster, PictureMemory>();

/** The past of a cluster has its present's: what is there both times stands at the same place. */
function memoryOf(live: Cluster): PictureMemory {
  const known = memories.get(live);
  if (known) return known;
  const made = recalled();
  memories.set(live, made);
  return made;
}

const PLACES = 'drydock.places';

/** After a reload of this tab everything stands where it stood. */
function recalled(): PictureMemory {
  try {
    const kept = sessionStorage.getItem(PLACES);
    sessionStorage.removeItem(PLACES);
    return kept === null ? newMemory() : memoryOfKept(JSON.parse(kept));
  } catch {
    return newMemory(); // a frame without storage
  }
}

addEventListener('pagehide', () => {
  const memory = memories.get(useEngine.getState().cluster);
  try {
    if (memory) sessionStorage.setItem(PLACES, JSON.stringify(keptOf(memory)));
  } catch {
    // without storage, or without room: the order is made anew
  }
});

/** @param before the revision that was drawn last, of the same cluster */
function look(
  cluster: Cluster,
  before: number | undefined,
): { readonly model: Model; readonly written: readonly Change[]; readonly revision: number } {
  const { store } = cluster.world;
  return {
    model: buildModel(objectsOf(cluster), cluster.traces(), cluster.world.now),
    written: before !== undefined && before < store.revision ? (store.changesSince(before) ?? NO_CHANGES) : NO_CHANGES,
    revision: store.revision,
  };
}

const NO_CHANGES: readonly Change[] = [];
