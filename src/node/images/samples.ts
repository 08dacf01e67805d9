/** Sample applications of several parts: the guestbook, Istio's Bookinfo, the front end and the back end that say hello. All are data. */
import type { Family } from './family.ts';
import type { Image } from './image.ts';
import { text } from './service.ts';

const HTML = 'text/html; charset=utf-8';
const JSON_TEXT = 'application/json; charset=utf-8';

/** A part of Istio's Bookinfo, which all listen on 9080. */
const bookinfo = (part: string, said: string, args: Readonly<Record<string, unknown>>): Image => ({
  names: [`docker.io/istio/examples-bookinfo-${part}`, `registry.istio.io/release/examples-bookinfo-${part}`],
  tags: { pattern: 'latest|1\\.\\d+\\.\\d+' },
  version: '1.20.3',
  size: 68_100_000,
  entrypoint: ['app'],
  ports: [9080],
  base: 'debian',
  programs: ['busybox', 'bash', 'curl'],
  app: { listen: [text(9080, said, args)] },
});

const PRODUCT_PAGE =
  '<!doctype html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n  <title>Simple Bookstore App</title>\n</head>\n<body>\n<h3>The Comedy of Errors</h3>\n</body>\n</html>\n';

const REVIEW = '{"id": "0","podname": "{hostname}","clustername": "null","reviews": [{"reviewer": "Reviewer1"},{"reviewer": "Reviewer2"}]}';

export const sampleFamily: Family = {
  images: [
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
    bookinfo('productpage-v1', PRODUCT_PAGE, { type: HTML }),
    bookinfo(
      'details-v1',
      '{"id":0,"author":"William Shakespeare","year":1595,"type":"paperback","pages":200,"publisher":"PublisherA","language":"English"}',
      { type: JSON_TEXT, paths: { '/health': '{"status":"Details is healthy"}' } },
    ),
    bookinfo('ratings-v1', '{"id":0,"ratings":{"Reviewer1":5,"Reviewer2":4}}', {
      type: JSON_TEXT,
      paths: { '/health': '{"status":"Ratings is healthy"}' },
    }),
    ...['reviews-v1', 'reviews-v2', 'reviews-v3'].map((part) =>
      bookinfo(part, REVIEW, { type: JSON_TEXT, paths: { '/health': '{"status": "Reviews is healthy"}' } }),
    ),
  ],
};
