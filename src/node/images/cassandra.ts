/** The images of Cassandra: the docs' tutorial's, and the official one. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';
import type { Image } from './image.ts';

/** What the tutorial's readiness probe runs. */
const READY_PROBE = '#!/bin/bash\nif [[ $(nodetool status | grep $POD_IP) == *"UN"* ]]; then\n  exit 0\nelse\n  exit 1\nfi\n';

const cassandra = (image: Pick<Image, 'names' | 'tags' | 'size' | 'version'> & Partial<Image>, data: string): Image => ({
  cmd: ['cassandra', '-f'],
  env: { CASSANDRA_DATA: data, CASSANDRA_VERSION: '{version}' },
  ports: [7000, 7001, 7199, 9042],
  base: 'debian',
  programs: ['busybox', 'bash', 'cassandra', 'nodetool'],
  usage: { cpu: 40, memory: 640 },
  ...image,
});

export const cassandraFamily: Family = {
  images: [
    cassandra(
      {
        names: ['gcr.io/google-samples/cassandra', 'gcr.io/google_samples/cassandra'],
        tags: ['v11', 'v12', 'v13', 'v14'],
        version: '3.11.2',
        size: 109_000_000,
        files: { '/ready-probe.sh': READY_PROBE, '/cassandra_data/': '' },
      },
      '/cassandra_data',
    ),
    cassandra(
      {
        names: ['docker.io/library/cassandra'],
        tags: { pattern: '(?:latest|[2-5](?:\\.\\d+){0,2})(?:-\\w+)?' },
        version: '5.0.6',
        size: 152_000_000,
        files: { '/var/lib/cassandra/': '' },
      },
      '/var/lib/cassandra',
    ),
  ],
  programs: ['cassandra', 'nodetool'],
  servers: ['cassandra'],
  code: lazy(() => import('./cassandra-programs.ts')),
};
