/** The image of Apache httpd. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';

export const VERSION = '2.4.66';
export const ROOT = '/usr/local/apache2/htdocs';

export const httpdFamily: Family = {
  images: [
    {
      names: ['docker.io/library/httpd'],
      tags: { pattern: '(?:latest|alpine|2(?:\\.\\d+(?:\\.\\d+)?)?)(?:-(?:alpine|bookworm|trixie))?' },
      version: VERSION,
      size: 45_200_114,
      cmd: ['httpd-foreground'],
      env: { HTTPD_PREFIX: '/usr/local/apache2', HTTPD_VERSION: '{version}' },
      workdir: '/usr/local/apache2',
      ports: [80],
      stopSignal: 'SIGTERM',
      base: 'debian',
      programs: ['busybox', 'bash', 'httpd', 'httpd-foreground'],
      files: { [`${ROOT}/index.html`]: '<html><body><h1>It works!</h1></body></html>\n', '/usr/local/apache2/logs/': '' },
    },
  ],
  programs: ['httpd', 'httpd-foreground'],
  servers: ['httpd'],
  code: lazy(() => import('./httpd-programs.ts')),
};
