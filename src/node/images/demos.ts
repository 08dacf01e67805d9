/** Images of small demo servers that tutorials use. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';

export const demoFamily: Family = {
  images: [
    {
      names: ['gcr.io/google-samples/hello-app', 'us-docker.pkg.dev/google-samples/containers/gke/hello-app', 'gke.gcr.io/hello-app'],
      tags: ['1.0', '2.0'],
      size: 11_555_221,
      entrypoint: ['app'],
      ports: [8080],
      app: {
        logs: ['{time} Server listening on port 8080'],
        listen: [
          {
            port: 8080,
            server: 'text',
            args: { text: 'Hello, world!\nVersion: {version}.0\nHostname: {hostname}\n', log: '{time} Serving request: {path}' },
          },
        ],
      },
    },
    {
      names: [
        'registry.k8s.io/echoserver',
        'k8s.gcr.io/echoserver',
        'gcr.io/google_containers/echoserver',
        'gcr.io/google-containers/echoserver',
        'docker.io/kicbase/echo-server',
      ],
      tags: { pattern: 'latest|1\\.\\d+' },
      version: '1.10',
      size: 36_655_159,
      entrypoint: ['app'],
      ports: [8080],
      programs: ['busybox', 'bash', 'curl'],
      app: { listen: [{ port: 8080, server: 'echoserver' }], logs: ['Generating self-signed cert', 'Starting nginx'] },
    },
    {
      names: ['docker.io/traefik/whoami', 'docker.io/containous/whoami'],
      tags: { pattern: 'latest|v?1(?:\\.\\d+(?:\\.\\d+)?)?' },
      version: '1.11.0',
      size: 2_870_611,
      entrypoint: ['app'],
      ports: [80],
      app: { listen: [{ port: 80, server: 'whoami' }], logs: ['Starting up on port 80'] },
    },
    {
      names: ['docker.io/hashicorp/http-echo'],
      tags: { pattern: 'latest|\\d+\\.\\d+(?:\\.\\d+)?|alpine' },
      version: '1.0.0',
      size: 3_012_876,
      entrypoint: ['/http-echo'],
      env: { ECHO_TEXT: 'hello-world' },
      ports: [5678],
      programs: ['/http-echo'],
    },
  ],
  programs: ['/http-echo'],
  servers: ['text', 'echoserver', 'whoami'],
  code: lazy(() => import('./demos-programs.ts')),
};
