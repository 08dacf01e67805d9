/** The cluster that a lesson begins with. */
import { type Cluster, createCluster } from '../session/index.ts';
import type { Lesson } from './format.ts';

/** A fresh cluster with the lesson's set-up done. @throws when a line of the set-up fails */
export async function startLesson({ id, cluster }: Lesson): Promise<Cluster> {
  const manifest = (index: number): string => `/tmp/lesson-${index + 1}.yaml`;
  const apply = cluster.manifests.map((_text, index) => `kubectl apply -f ${manifest(index)} && rm ${manifest(index)}`);
  return createCluster({
    nodes: cluster.nodes,
    seed: cluster.seed,
    scenario: {
      id: `lesson:${id}`,
      titleKey: '',
      setup: [...apply, ...cluster.setup],
      environment: {},
      files: { ...cluster.files, ...Object.fromEntries(cluster.manifests.map((text, index) => [manifest(index), text])) },
      images: cluster.images,
    },
  });
}
