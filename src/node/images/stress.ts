/** Images that exist to use CPU and memory, and the sample of the HorizontalPodAutoscaler walkthrough. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';

export const stressFamily: Family = {
  images: [
    {
      names: ['docker.io/polinux/stress', 'docker.io/progrium/stress'],
      tags: { pattern: 'latest|1\\.0\\.\\d' },
      version: '1.0.4',
      size: 4_041_495,
      cmd: ['stress'],
      programs: ['busybox', 'stress'],
    },
    {
      names: ['docker.io/vish/stress'],
      tags: ['latest'],
      size: 1_558_791,
      entrypoint: ['/stress'],
      programs: ['/stress'],
    },
    {
      names: ['docker.io/alexeiled/stress-ng', 'docker.io/polinux/stress-ng'],
      tags: { pattern: 'latest|0\\.\\d+(?:\\.\\d+)?(?:-\\w+)?' },
      version: '0.12.05',
      size: 2_250_000,
      entrypoint: ['stress-ng'],
      programs: ['busybox', 'stress-ng'],
    },
    {
      names: ['registry.k8s.io/hpa-example', 'k8s.gcr.io/hpa-example', 'gcr.io/google_containers/hpa-example'],
      tags: ['latest'],
      size: 180_705_000,
      cmd: ['apache2-foreground'],
      ports: [80],
      base: 'debian',
      programs: ['busybox', 'bash', 'apache2-foreground'],
      usage: { cpu: 1, memory: 11, perRequest: 12 },
    },
  ],
  programs: ['stress', '/stress', 'stress-ng', 'apache2-foreground'],
  servers: ['hpa-example'],
  code: lazy(() => import('./stress-programs.ts')),
};
