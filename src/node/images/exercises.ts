/**
 * Images that exercise collections run: simpleservice, simpleapp, a Node.js hello, and Istio's Bookinfo. All are data: small servers that
 * say who they are.
 */
import type { Family } from './family.ts';
import type { Image } from './image.ts';

/** A server on one port that answers each of `paths` with its text, and everything else with `text`. */
function service(
  port: number,
  args: { text: string; type?: string; status?: number; paths?: Record<string, string>; log?: string },
): Image['app'] {
  return { listen: [{ port, server: 'text', args }] };
}

const HTML = 'text/html; charset=utf-8';
const JSON_TEXT = 'application/json; charset=utf-8';
const page = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n  <title>${title}</title>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;

/** A part of Istio's Bookinfo, which all listen on 9080. */
const bookinfo = (part: string, args: Parameters<typeof service>[1]): Image => ({
  names: [`docker.io/istio/examples-bookinfo-${part}`],
  tags: { pattern: 'latest|1\\.\\d+\\.\\d+' },
  version: '1.20.3',
  size: 68_100_000,
  entrypoint: ['app'],
  ports: [9080],
  base: 'debian',
  programs: ['busybox', 'bash', 'curl'],
  app: service(9080, args),
});

const REVIEW = '{"id": "0","podname": "{hostname}","clustername": "null","reviews": [{"reviewer": "Reviewer1"},{"reviewer": "Reviewer2"}]}';

const images: readonly Image[] = [
  {
    names: ['quay.io/openshiftlabs/simpleservice', 'docker.io/mhausenblas/simpleservice'],
    tags: ['0.4.0', '0.5.0'],
    size: 215_000_000,
    entrypoint: ['app'],
    env: { SIMPLE_SERVICE_VERSION: '{tag}' },
    ports: [9876],
    base: 'debian',
    programs: ['busybox', 'bash', 'curl'],
    app: {
      ...service(9876, {
        type: JSON_TEXT,
        status: 404,
        text: '404: Not Found',
        paths: {
          '/info': '{"host": "{host}:{port}", "version": "{env.SIMPLE_SERVICE_VERSION}", "from": "{client}"}',
          '/health': '{"healthy": true}',
          '/endpoint0': '{"host": "{host}:{port}", "version": "{env.SIMPLE_SERVICE_VERSION}", "result": "all is well"}',
        },
        log: '{time} INFO 200 {method} {path} ({client}) 1.04ms [at line 1946]',
      }),
      logs: ['{time} INFO This is simple service in version v{tag} listening on port 9876 [at line 142]'],
    },
  },
  {
    names: ['docker.io/dgkanatsios/simpleapp'],
    tags: ['latest'],
    size: 25_300_000,
    entrypoint: ['app'],
    ports: [8080],
    app: { ...service(8080, { text: 'Hello world from {hostname} and version 2.0\n' }), logs: ['Server running on port 8080'] },
  },
  {
    names: ['docker.io/bmuschko/nodejs-hello-world'],
    tags: ['latest', '1.0.0'],
    size: 28_400_000,
    entrypoint: ['app'],
    ports: [3000],
    app: { ...service(3000, { text: 'Hello World', type: HTML }), logs: ['Magic happens on port 3000'] },
  },
  bookinfo('productpage-v1', { type: HTML, text: page('Simple Bookstore App', '<h3>The Comedy of Errors</h3>') }),
  bookinfo('details-v1', {
    type: JSON_TEXT,
    text: '{"id":0,"author":"William Shakespeare","year":1595,"type":"paperback","pages":200,"publisher":"PublisherA","language":"English"}',
    paths: { '/health': '{"status":"Details is healthy"}' },
  }),
  bookinfo('ratings-v1', {
    type: JSON_TEXT,
    text: '{"id":0,"ratings":{"Reviewer1":5,"Reviewer2":4}}',
    paths: { '/health': '{"status":"Ratings is healthy"}' },
  }),
  ...['reviews-v1', 'reviews-v2', 'reviews-v3'].map((part) =>
    bookinfo(part, { type: JSON_TEXT, text: REVIEW, paths: { '/health': '{"status": "Reviews is healthy"}' } }),
  ),
];

export const exerciseFamily: Family = { images };
