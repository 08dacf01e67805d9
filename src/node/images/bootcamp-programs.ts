/** Node as tutorials run it: the app of Kubernetes Basics says hello, and from which Pod; others answer with one text. */
import { files, now, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import { awaitSignal, listen } from './daemon.ts';
import type { Server } from './family.ts';
import { httpDate, respond } from './http.ts';

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
  const literal = /response\.end\('([^']*)'\)/.exec(source)?.[1];
  const opened =
    literal === undefined
      ? yield* listen(8080, 'bootcamp', { version: /v=(\w+)/.exec(source)?.[1] ?? '1' })
      : yield* listen(8080, 'node-literal', { text: literal });
  if (!opened) {
    yield* write(2, "events.js:160\n      throw er; // Unhandled 'error' event\n      ^\n\nError: listen EADDRINUSE :::8080\n");
    return 1;
  }
  if (literal === undefined)
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

/** A server.js that answers everybody with the same text. */
const nodeLiteral: Server = (request, { args, now: time }) => ({
  response: respond(
    200,
    [
      ['Date', httpDate(time)],
      ['Connection', 'keep-alive'],
      ['Transfer-Encoding', 'chunked'],
    ],
    String(args['text']),
  ),
  stdout: `Received request for URL: ${request.path}\n`,
});

export const programs: Readonly<Record<string, Program>> = { node };

export const servers: Readonly<Record<string, Server>> = { bootcamp, 'node-literal': nodeLiteral };
