/** Node as tutorials run it: the app of Kubernetes Basics says hello, and from which Pod; others answer with one text. */
import { files, now, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import { awaitSignal, exec, listen } from './daemon.ts';
import type { Server } from './family.ts';
import { httpDate, respond } from './http.ts';

function* node(process: Process): Sys<number> {
  const script = process.argv[1];
  if (script === '-v' || script === '--version') {
    yield* write(1, `v${process.env['NODE_VERSION'] ?? '6.3.1'}\n`);
    return 0;
  }
  // Without a terminal its prompt reads an empty input.
  if (script === undefined) return 0;
  const startedAt = yield* now();
  const inline = /^(?:-\w*[ep]|--eval|--print)$/.test(script);
  const source = inline
    ? (process.argv[2] ?? '')
    : yield* files((tree, cwd) => {
        const path = tree.resolve(cwd, script);
        return tree.exists(path) && !tree.isDirectory(path) ? tree.read(path) : undefined;
      });
  if (source === undefined) {
    yield* write(
      2,
      `node:internal/modules/cjs/loader:1423\n  throw err;\n  ^\n\nError: Cannot find module '${script.startsWith('/') ? script : `${process.cwd.replace(/\/$/, '')}/${script}`}'\n\nNode.js v${process.env['NODE_VERSION'] ?? ''}\n`,
    );
    return 1;
  }
  const printed = /^\s*console\.log\((["'`])(.*)\1\);?\s*$/s.exec(source)?.[2];
  if (printed !== undefined) {
    yield* write(1, `${printed}\n`);
    return 0;
  }
  const literal = /\.end\((["'`])([^"'`]*)\1\)/.exec(source)?.[2]?.replaceAll('\\n', '\n');
  const isBootcamp = source.includes('Hello Kubernetes bootcamp!');
  if (!isBootcamp && (literal === undefined || !source.includes('.listen('))) {
    yield* write(2, `node: here only servers that answer with one text and \`console.log("...")\` run\n`);
    return 1;
  }
  const port = Number(/\.listen\((\d+)/.exec(source)?.[1] ?? 8080);
  const opened = isBootcamp
    ? yield* listen(port, 'bootcamp', { version: /v=(\w+)/.exec(source)?.[1] ?? '1' })
    : yield* listen(port, 'node-literal', { text: literal ?? '', logs: source.includes('Received request for URL') });
  if (!opened) {
    yield* write(2, `events.js:160\n      throw er; // Unhandled 'error' event\n      ^\n\nError: listen EADDRINUSE :::${port}\n`);
    return 1;
  }
  if (isBootcamp)
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
  ...(args['logs'] === true && { stdout: `Received request for URL: ${request.path}\n` }),
});

/** Node's: flags and what is no program are node's arguments. */
function* nodeEntrypoint(process: Process): Sys<number> {
  const args = process.argv.slice(1);
  const isProgram = args[0] !== undefined && !args[0].startsWith('-') && process.machine.program(args[0]) !== undefined;
  return yield* exec(process, isProgram ? args : ['node', ...args]);
}

export const programs: Readonly<Record<string, Program>> = { node, 'docker-entrypoint.sh': nodeEntrypoint };

export const servers: Readonly<Record<string, Server>> = { bootcamp, 'node-literal': nodeLiteral };
