/** Node, and the images of the Kubernetes Basics tutorial and of the pages that say hello, which are Node with a server.js. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';
import { BUILDPACK } from './programs.ts';

/** What `cat server.js` shows: the same app as its program models. */
const SOURCE = `// Says hello on port 8080, and which Pod answered.
const http = require('http');

const host = process.env.HOSTNAME;
let requests = 0;
let startTime;

const server = http.createServer((request, response) => {
  response.setHeader('Content-Type', 'text/plain');
  response.end('Hello Kubernetes bootcamp! | Running on: ' + host + ' | v={version}\\n');
  requests += 1;
  const uptime = (Date.now() - startTime) / 1000;
  console.log('Running On:', host, '| Total Requests:', requests, '| App Uptime:', uptime, 'seconds', '| Log Time:', new Date());
});

server.listen(8080, () => {
  startTime = new Date();
  console.log('Kubernetes Bootcamp App Started At:', startTime, '| Running On: ', host, '\\n');
});
`;

/** The server.js of node-hello. */
const HELLO = `const http = require('http');

const handle = (request, response) => {
  console.log('Received request for URL: ' + request.url);
  response.writeHead(200);
  response.end('Hello Kubernetes!');
};

http.createServer(handle).listen(8080);
`;

export const nodeFamily: Family = {
  images: [
    {
      names: ['docker.io/library/node'],
      tags: { pattern: '(?:latest|lts|current|slim|alpine|\\d+(?:\\.\\d+){0,2})(?:-(?:slim|alpine[\\d.]*|bookworm|bullseye|trixie))*' },
      version: '25.2.1',
      size: 400_300_000,
      entrypoint: ['docker-entrypoint.sh'],
      cmd: ['node'],
      env: { NODE_VERSION: '{version}' },
      base: 'debian',
      programs: ['busybox', 'bash', 'node', 'docker-entrypoint.sh', ...BUILDPACK],
      usage: { memory: 30 },
    },
    {
      names: ['gcr.io/google-samples/kubernetes-bootcamp', 'docker.io/jocatalin/kubernetes-bootcamp'],
      tags: ['v1', 'v2'],
      size: 83_338_514,
      usage: { memory: 13 },
      cmd: ['node', 'server.js'],
      env: { NPM_CONFIG_LOGLEVEL: 'info', NODE_VERSION: '6.3.1' },
      ports: [8080],
      base: 'debian',
      programs: ['busybox', 'node', ...BUILDPACK],
      files: { '/server.js': SOURCE },
    },
    {
      names: ['gcr.io/google-samples/node-hello', 'us-docker.pkg.dev/google-samples/containers/gke/node-hello'],
      tags: ['1.0'],
      size: 263_320_000,
      usage: { memory: 14 },
      // A shell is process 1, and so nothing hears SIGTERM.
      cmd: ['/bin/sh', '-c', 'node server.js'],
      env: { NPM_CONFIG_LOGLEVEL: 'info', NODE_VERSION: '4.4.2' },
      ports: [8080],
      base: 'debian',
      programs: ['busybox', 'node', ...BUILDPACK],
      files: { '/server.js': HELLO },
    },
  ],
  programs: ['node', 'docker-entrypoint.sh'],
  servers: ['bootcamp', 'node-literal'],
  code: lazy(() => import('./node-programs.ts')),
};
