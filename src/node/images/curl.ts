/** The images of curl and hello-world. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';

export const curlFamily: Family = {
  images: [
    {
      names: ['docker.io/curlimages/curl', 'quay.io/curl/curl', 'docker.io/appropriate/curl'],
      tags: { pattern: 'latest|\\d+\\.\\d+(?:\\.\\d+)?' },
      version: '8.17.0',
      size: 9_911_450,
      entrypoint: ['/entrypoint.sh'],
      cmd: ['curl'],
      env: { CURL_CA_BUNDLE: '/cacert.pem' },
      user: { uid: 100, gid: 101 },
      programs: ['busybox', 'curl', '/entrypoint.sh'],
    },
    {
      names: ['docker.io/radial/busyboxplus'],
      tags: ['latest', 'base', 'curl', 'git'],
      version: '1.22.1',
      size: 4_233_000,
      cmd: ['/bin/sh'],
      programs: ['busybox', 'curl'],
    },
    {
      names: ['docker.io/library/hello-world'],
      tags: ['latest', 'linux'],
      size: 4_120,
      cmd: ['/hello'],
      programs: ['/hello'],
    },
  ],
  programs: ['/entrypoint.sh', '/hello'],
  code: lazy(() => import('./curl-programs.ts')),
};
