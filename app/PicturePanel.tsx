import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Cluster } from '../src/session/index.ts';
import type { Change } from '../src/world/object.ts';
import { suggest, useEngine } from './engine/engine.ts';
import { useTranslation } from './i18n/index.ts';
import { usePage } from './state.ts';
import { useFollow } from './topology/follow.ts';
import { buildModel, type ClusterObjects } from './topology/model.ts';
import { Topology } from './topology/Topology.tsx';

/** The picture of the cluster, following its every write. */
export default function PicturePanel() {
  const { t } = useTranslation();
  const cluster = useEngine((state) => state.cluster);
  const follow = useFollow(
    useEngine((state) => state.revision),
    useEngine((state) => state.requests),
  );
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
      <Topology model={model} written={written} selected={selected} onSelect={select} onSuggest={suggest} />
    </section>
  );
}

const NO_CHANGES: readonly Change[] = [];

/** What the picture draws of a cluster. */
export function objectsOf({ world: { store } }: Cluster): ClusterObjects {
  return {
    pods: store.list('pods'),
    services: store.list('services'),
    endpointslices: store.list('endpointslices.discovery.k8s.io'),
    nodes: store.list('nodes'),
    replicasets: store.list('replicasets.apps'),
    deployments: store.list('deployments.apps'),
    statefulsets: store.list('statefulsets.apps'),
    daemonsets: store.list('daemonsets.apps'),
    jobs: store.list('jobs.batch'),
    cronjobs: store.list('cronjobs.batch'),
    configmaps: store.list('configmaps'),
    secrets: store.list('secrets'),
    claims: store.list('persistentvolumeclaims'),
    ingresses: store.list('ingresses.networking.k8s.io'),
  };
}
