/** The images of Kubernetes' own docs and tests: agnhost, dnsutils, serve_hostname, pause; and netshoot. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';
import { ACCOUNTS } from './image.ts';
import { BIND } from './programs.ts';

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
      gnu: BIND,
      files: {
        '/etc/passwd': `${ACCOUNTS['/etc/passwd']}user-defined-in-image:x:1000:1000::/home/user-defined-in-image:/bin/sh\n`,
        '/etc/group': `${ACCOUNTS['/etc/group']}user-defined-in-image:x:1000:\ngroup-defined-in-image:x:50000:user-defined-in-image\n`,
      },
    },
    {
      names: [
        'registry.k8s.io/e2e-test-images/jessie-dnsutils',
        'k8s.gcr.io/e2e-test-images/jessie-dnsutils',
        'gcr.io/kubernetes-e2e-test-images/dnsutils',
        'docker.io/tutum/dnsutils',
      ],
      tags: { pattern: 'latest|1\\.\\d+' },
      version: '1.7',
      size: 112_030_336,
      cmd: ['sleep', '3600'],
      programs: ['busybox', 'bash'],
      gnu: BIND,
    },
    {
      names: ['docker.io/nicolaka/netshoot'],
      tags: { pattern: 'latest|v0\\.\\d+' },
      version: 'v0.14',
      size: 201_000_000,
      cmd: ['bash'],
      programs: ['busybox', 'bash', 'curl', 'jq', 'openssl', 'getent'],
      gnu: BIND,
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
      names: ['registry.k8s.io/test-webserver', 'k8s.gcr.io/test-webserver', 'gcr.io/google_containers/test-webserver'],
      tags: { pattern: 'latest|v?\\d+\\.\\d+' },
      version: '1.0',
      size: 4_534_000,
      entrypoint: ['/agnhost', 'test-webserver'],
      ports: [80],
      programs: ['/agnhost'],
    },
    {
      names: ['registry.k8s.io/liveness', 'k8s.gcr.io/liveness'],
      tags: ['latest'],
      size: 4_318_000,
      cmd: ['/server'],
      ports: [8080],
      programs: ['/server'],
    },
    {
      names: [
        'registry.k8s.io/pause',
        'k8s.gcr.io/pause',
        'gcr.io/google_containers/pause',
        'gcr.io/google-containers/pause',
        'docker.io/kubernetes/pause',
      ],
      tags: { pattern: 'latest|[23](?:\\.\\d+(?:\\.\\d+)?)?' },
      version: '3.10.1',
      size: 320_448,
      entrypoint: ['/pause'],
      programs: ['/pause'],
    },
  ],
  programs: ['/agnhost', '/pause', '/server'],
  servers: ['netexec', 'liveness', 'serve-hostname', 'webhook'],
  code: lazy(() => import('./agnhost-programs.ts')),
};
