/** The images of Kubernetes' own docs and tests: agnhost, serve_hostname, pause. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';

export const agnhostFamily: Family = {
  images: [
    {
      names: ['registry.k8s.io/e2e-test-images/agnhost', 'k8s.gcr.io/e2e-test-images/agnhost'],
      tags: { pattern: '2\\.\\d+' },
      version: '2.57',
      size: 51_105_200,
      usage: { cpu: 1, memory: 9 },
      entrypoint: ['/agnhost'],
      cmd: ['pause'],
      ports: [80, 8080, 8081, 9376],
      programs: ['busybox', 'curl', '/agnhost'],
    },
    {
      names: ['registry.k8s.io/serve_hostname', 'k8s.gcr.io/serve_hostname'],
      tags: { pattern: 'latest|v?\\d+\\.\\d+' },
      version: '1.4',
      size: 6_224_000,
      entrypoint: ['/agnhost'],
      cmd: ['serve-hostname'],
      programs: ['/agnhost'],
    },
    {
      names: ['registry.k8s.io/pause', 'k8s.gcr.io/pause', 'gcr.io/google_containers/pause', 'gcr.io/google-containers/pause'],
      tags: { pattern: 'latest|[23](?:\\.\\d+(?:\\.\\d+)?)?' },
      version: '3.10.1',
      size: 320_448,
      entrypoint: ['/pause'],
      programs: ['/pause'],
    },
  ],
  programs: ['/agnhost', '/pause'],
  servers: ['netexec', 'liveness', 'serve-hostname'],
  code: lazy(() => import('./agnhost-programs.ts')),
};
