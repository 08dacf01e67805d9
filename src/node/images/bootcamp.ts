/** The app of the Kubernetes Basics tutorial: it says hello, and from which Pod. */
import { files, now, write } from '../../kernel/sys.ts';
import type { Process, Sys } from '../../kernel/types.ts';
import { awaitSignal, listen } from './daemon.ts';
import type { Family, Server } from './family.ts';
import { httpDate, respond } from './http.ts';

/** What `cat server.js` shows: the same app as this file models. */
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

function* node(process: Process): Sys<number> {
  const script = process.argv[1];
  if (script === '-v' || script === '--version') {
    yield* write(1, `v${process.env['NODE_VERSION'] ?? '6.3.1'}\n`);
    return 0;
  }
  if (script?.replace(/^.*\//, '') !== 'server.js') {
    yield* write(
      2,
      script === undefined ? 'node: this image runs only server.js here\n' : `node: ${script}: this image runs only server.js here\n`,
    );
    return 1;
  }
  const startedAt = yield* now();
  const source = yield* files((tree, cwd) => tree.read(tree.resolve(cwd, script)));
  if (!(yield* listen(8080, 'bootcamp', { version: /v=(\w+)/.exec(source)?.[1] ?? '1' }))) {
    yield* write(2, "events.js:160\n      throw er; // Unhandled 'error' event\n      ^\n\nError: listen EADDRINUSE :::8080\n");
    return 1;
  }
  yield* write(
    1,
    `Kubernetes Bootcamp App Started At: ${new Date(startedAt).toISOString()} | Running On:  ${process.env['HOSTNAME'] ?? ''} \n\n`,
  );
  yield* awaitSignal(['SIGTERM', 'SIGINT']);
  return 0;
}

const bootcamp: Server = (_request, { hostname, args, now: time, startedAt, requests }) => ({
  response: respond(
    200,
    [
      ['Content-Type', 'text/plain'],
      ['Date', httpDate(time)],
      ['Connection', 'keep-alive'],
      ['Transfer-Encoding', 'chunked'],
    ],
    `Hello Kubernetes bootcamp! | Running on: ${hostname} | v=${String(args['version'])}\n`,
  ),
  stdout: `Running On: ${hostname} | Total Requests: ${requests} | App Uptime: ${(time - startedAt) / 1000} seconds | Log Time: ${new Date(time).toISOString()}\n`,
});

export const bootcampFamily: Family = {
  images: [
    {
      names: ['gcr.io/google-samples/kubernetes-bootcamp', 'docker.io/jocatalin/kubernetes-bootcamp'],
      tags: ['v1', 'v2'],
      size: 83_338_514,
      cmd: ['node', 'server.js'],
      env: { NPM_CONFIG_LOGLEVEL: 'info', NODE_VERSION: '6.3.1' },
      ports: [8080],
      programs: ['busybox', 'bash', 'curl', 'node'],
      files: { '/server.js': SOURCE },
    },
  ],
  programs: { node },
  servers: { bootcamp },
};
