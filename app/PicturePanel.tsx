import { useMemo } from 'react';
import type { Cluster } from '../src/session/index.ts';
import { suggest, useEngine } from './engine/engine.ts';
import { useTranslation } from './i18n/index.ts';
import { usePage } from './state.ts';
import { buildModel, type ClusterObjects } from './topology/model.ts';
import { Topology } from './topology/Topology.tsx';

/** The picture of the cluster, following its every write. */
export default function PicturePanel() {
  const { t } = useTranslation();
  const cluster = useEngine((state) => state.cluster);
  const revision = useEngine((state) => state.revision);
  const requests = useEngine((state) => state.requests);
  const selected = usePage((state) => state.selected);
  const select = usePage((state) => state.select);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say when the cluster changed
  const model = useMemo(() => buildModel(objectsOf(cluster), cluster.traces(), cluster.world.now), [cluster, revision, requests]);
  return (
    <section className="panel" aria-label={t('picture')} data-testid="picture">
      <Topology model={model} selected={selected} onSelect={select} onSuggest={suggest} />
    </section>
  );
}

/** What the picture draws of a cluster. */
export function objectsOf({ world: { store } }: Cluster): ClusterObjects {
  return {
    pods: store.list('pods'),
    services: store.list('services'),
    endpointslices: store.list('endpointslices.discovery.k8s.io'),
    nodes: store.list('nodes'),
    replicasets: store.list('replicasets.apps'),
    deployments: store.list('deployments.apps'),
  };
}
