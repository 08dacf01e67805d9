/** agnhost, the test image of Kubernetes' own docs and tests: netexec, serve-hostname, webhook, pause, echo servers. */
import { now, sleep, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import { webhook } from './agnhost-webhook.ts';
import { awaitSignal, listen } from './daemon.ts';
import type { Server } from './family.ts';
import { httpDate, respond, splitPath } from './http.ts';

/** `--name=value` or `--name value`. */
function option(argv: readonly string[], name: string): string | undefined {
  const at = argv.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  if (at < 0) return undefined;
  return argv[at]?.includes('=') ? argv[at]?.replace(/^[^=]*=/, '') : argv[at + 1];
}

function* agnhost(process: Process): Sys<number> {
  const [, command = 'pause', ...args] = process.argv;
  const goTime = new Date(yield* now()).toISOString().slice(11, 19);
  switch (command) {
    case 'netexec': {
      const port = Number(option(args, 'http-port') ?? 8080);
      if (port >= 0 && !(yield* listen(port, 'netexec'))) return yield* taken(port);
      yield* write(
        2,
        `I1124 ${goTime}.000000       1 log.go:245] Started HTTP server on port ${port}\nI1124 ${goTime}.000000       1 log.go:245] Started UDP server on port  ${option(args, 'udp-port') ?? 8081}\n`,
      );
      return yield* untilSignal();
    }
    case 'serve-hostname': {
      const port = Number(option(args, 'port') ?? 9376);
      if (!(yield* listen(port, 'serve-hostname'))) return yield* taken(port);
      yield* write(2, `I1124 ${goTime}.000000       1 log.go:245] Serving on port ${port}.\n`);
      if ((yield* awaitSignal(['SIGTERM', 'SIGINT'])) === 'SIGINT') return 2;
      const clock = new Date(yield* now()).toISOString().slice(11, 19);
      const lines = ['Shutting down after receiving signal: terminated.', 'Awaiting pod deletion.'];
      yield* write(2, lines.map((line) => `I1124 ${clock}.000000       1 log.go:245] ${line}\n`).join(''));
      yield* sleep(60_000);
      return 0;
    }
    case 'liveness': {
      if (!(yield* listen(8080, 'liveness'))) return yield* taken(8080);
      return yield* untilSignal();
    }
    case 'grpc-health-checking': {
      const port = Number(option(args, 'port') ?? 5000);
      if (!(yield* listen(port, 'netexec', { grpc: 'SERVING' })) || !(yield* listen(Number(option(args, 'http-port') ?? 8080), 'netexec')))
        return yield* taken(port);
      yield* write(2, `I1124 ${goTime}.000000       1 log.go:245] Http server starting to listen on :8080\n`);
      yield* awaitSignal(['SIGTERM', 'SIGINT']);
      return 0;
    }
    case 'webhook': {
      const port = Number(option(args, 'port') ?? 443);
      if (!(yield* listen(port, 'webhook', {}, { tls: true }))) return yield* taken(port);
      return yield* untilSignal();
    }
    case 'test-webserver': {
      if (!(yield* listen(80, 'netexec'))) return yield* taken(80);
      return yield* untilSignal();
    }
    case 'pause':
      yield* write(1, 'Paused\n');
      return yield* untilSignal();
    default:
      yield* write(
        2,
        `Error: unknown command "${command}" for "app"\nRun 'app --help' for usage.\nunknown command "${command}" for "app"\n`,
      );
      return 1;
  }
}

/** A Go program that handles no signals ends with 2 at the first: process 1 too, since the runtime gives up after the kernel ignored it. */
function* untilSignal(): Sys<number> {
  yield* awaitSignal(['SIGTERM', 'SIGINT']);
  return 2;
}

function* taken(port: number): Sys<number> {
  yield* write(2, `panic: listen tcp :${port}: bind: address already in use\n`);
  return 2;
}

const netexec: Server = (request, { hostname, podIP, client, env, now: time, port }) => {
  const { path, parameters } = splitPath(request.path);
  const plain = (body: string, status = 200) => ({
    response: respond(
      status,
      [
        ['Date', httpDate(time)],
        ['Content-Type', 'text/plain; charset=utf-8'],
      ],
      body,
    ),
  });
  switch (path) {
    case '/':
      return plain(`NOW: ${new Date(time).toISOString().replace('T', ' ').replace('Z', ' +0000 UTC')}`);
    case '/hostname':
    case '/hostName':
      return plain(hostname);
    case '/clientip':
      return plain(`${client}:40000`);
    case '/echo':
      return plain(parameters['msg'] ?? '', Number(parameters['code'] ?? 200));
    case '/header':
      return plain(request.headers.find(([name]) => name.toLowerCase() === (parameters['key'] ?? '').toLowerCase())?.[1] ?? '');
    case '/healthz':
      return plain('');
    case '/readyz':
      return plain('ok');
    case '/redirect':
      return {
        response: respond(
          Number(parameters['code'] ?? 302),
          [
            ['Location', parameters['location'] ?? '/'],
            ['Date', httpDate(time)],
          ],
          '',
        ),
      };
    case '/dial':
      return plain('netexec: /dial is not supported here\n', 501);
    case '/shell':
      return plain('netexec: /shell is not supported here: use kubectl exec\n', 501);
    case '/env':
      return plain(
        Object.entries(env)
          .map(([name, value]) => `${name}=${value}`)
          .join('\n'),
      );
    case '/ip':
      return plain(`${podIP}:${port}`);
    default:
      return plain('404 page not found\n', 404);
  }
};

export const programs: Readonly<Record<string, Program>> = {
  '/agnhost': agnhost,
  '/server': (process) => agnhost({ ...process, argv: ['/agnhost', 'liveness'] }),
  '/pause': function* () {
    yield* awaitSignal(['SIGTERM', 'SIGINT']);
    return 0;
  },
};

/** Well for ten seconds, then not any more. */
const liveness: Server = (request, { now: time, startedAt }) => {
  const { path } = splitPath(request.path);
  const seconds = (time - startedAt) / 1000;
  const head: [string, string][] = [
    ['Date', httpDate(time)],
    ['Content-Type', 'text/plain; charset=utf-8'],
  ];
  if (path === '/started') return { response: respond(200, head, `${seconds.toFixed(9)}s`) };
  if (path !== '/healthz') return { response: respond(404, head, '404 page not found\n') };
  return seconds > 10 ? { response: respond(500, head, `error: ${seconds}`) } : { response: respond(200, head, 'ok') };
};

export const servers: Readonly<Record<string, Server>> = {
  webhook,
  netexec,
  liveness,
  'serve-hostname': (_request, { hostname, now: time }) => ({
    response: respond(
      200,
      [
        ['Date', httpDate(time)],
        ['Content-Type', 'text/plain; charset=utf-8'],
      ],
      `${hostname}\n`,
    ),
  }),
};
