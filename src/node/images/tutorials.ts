/** Images of single pages of Kubernetes' docs: the guestbook, the front end and back end that say hello, WordPress. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';

export const tutorialFamily: Family = {
  images: [
    {
      names: ['gcr.io/google-samples/hello-go-gke', 'us-docker.pkg.dev/google-samples/containers/gke/hello-go-gke'],
      tags: ['1.0'],
      size: 5_711_000,
      entrypoint: ['app'],
      ports: [80],
      programs: ['busybox'],
      app: { listen: [{ port: 80, server: 'text', args: { text: '{"message":"Hello"}\n' } }] },
    },
    {
      names: ['gcr.io/google-samples/hello-frontend', 'us-docker.pkg.dev/google-samples/containers/gke/hello-frontend'],
      tags: ['1.0'],
      size: 59_200_000,
      cmd: ['nginx', '-g', 'daemon off;'],
      ports: [80],
      stopSignal: 'SIGQUIT',
      base: 'debian',
      programs: ['busybox', 'bash', 'curl', 'nginx'],
      files: {
        '/etc/nginx/nginx.conf': 'events {\n}\n\nhttp {\n    include /etc/nginx/conf.d/*.conf;\n}\n',
        '/etc/nginx/conf.d/frontend.conf':
          'upstream Backend {\n    server hello;\n}\n\nserver {\n    listen 80;\n\n    location / {\n        proxy_pass http://Backend;\n    }\n}\n',
        '/var/log/nginx/': '',
        '/var/cache/nginx/': '',
      },
    },
    {
      names: [
        'gcr.io/google-samples/gb-frontend',
        'gcr.io/google_samples/gb-frontend',
        'us-docker.pkg.dev/google-samples/containers/gke/gb-frontend',
      ],
      tags: ['v1', 'v2', 'v3', 'v4', 'v5', 'v6'],
      size: 160_300_000,
      usage: { cpu: 1, memory: 11 },
      entrypoint: ['app'],
      ports: [80],
      base: 'debian',
      programs: ['busybox', 'bash', 'curl'],
      app: {
        logs: [
          "AH00558: apache2: Could not reliably determine the server's fully qualified domain name, using 127.0.0.1. Set the 'ServerName' directive globally to suppress this message",
        ],
        listen: [
          {
            port: 80,
            server: 'text',
            args: {
              type: 'text/html',
              text: '<html ng-app="redis">\n  <head>\n    <title>Guestbook</title>\n  </head>\n  <body>\n    <h2>Guestbook</h2>\n  </body>\n</html>\n',
            },
          },
        ],
      },
    },
    {
      names: [
        'gcr.io/google-samples/gb-redis-follower',
        'gcr.io/google_samples/gb-redis-follower',
        'us-docker.pkg.dev/google-samples/containers/gke/gb-redis-follower',
      ],
      tags: ['v1', 'v2'],
      version: '6.0.5',
      size: 41_900_000,
      cmd: ['redis-server', '--replicaof', 'redis-leader', '6379'],
      env: { REDIS_VERSION: '6.0.5' },
      workdir: '/data',
      ports: [6379],
      base: 'debian',
      programs: ['busybox', 'bash', 'redis-server', 'redis-cli'],
    },
    {
      names: ['docker.io/library/wordpress'],
      tags: { pattern: '(?:latest|[4-6](?:\\.\\d+(?:\\.\\d+)?)?)?-?(?:php[78]\\.\\d)?-?(?:apache)?' },
      version: '6.8.3',
      size: 247_000_000,
      usage: { cpu: 1, memory: 42 },
      entrypoint: ['wordpress-entrypoint'],
      cmd: ['apache2-foreground'],
      ports: [80],
      workdir: '/var/www/html',
      base: 'debian',
      programs: ['busybox', 'bash', 'curl'],
    },
  ],
  programs: ['wordpress-entrypoint'],
  servers: ['wordpress'],
  code: lazy(() => import('./tutorials-programs.ts')),
};
