/** The images of redis and valkey. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';

export const VERSION = '8.4.0';
export const PORT = 6379;
export const redisFamily: Family = {
  images: [
    {
      names: ['docker.io/library/redis', 'registry.k8s.io/redis', 'docker.io/library/valkey', 'docker.io/valkey/valkey'],
      tags: { pattern: '(?:latest|alpine|e2e|[2-9](?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:alpine(?:3\\.\\d+)?|bookworm|bullseye|buster|trixie))?' },
      version: VERSION,
      releases: '3.2.12 4.0.14 5.0.14 6.0.20 6.2.20 7.0.15 7.2.11 7.4.6 8.0.4',
      size: 52_618_340,
      cmd: ['redis-server'],
      env: { REDIS_VERSION: '{version}' },
      workdir: '/data',
      ports: [PORT],
      base: 'debian',
      programs: ['busybox', 'bash', 'redis-server', 'redis-cli'],
    },
  ],
  programs: ['redis-server', 'redis-cli'],
  servers: ['redis'],
  code: lazy(() => import('./redis-programs.ts')),
};
