/** The programs of the popular images that are more than data. */
import { now, random, sleep, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import { awaitSignal, exec, listen } from './daemon.ts';
import { servers as demos } from './demos-programs.ts';
import type { Server } from './family.ts';
import { httpDate, respond, splitPath } from './http.ts';

/** Node's: flags and what is no program are node's arguments. */
function* nodeEntrypoint(process: Process): Sys<number> {
  const args = process.argv.slice(1);
  const isProgram = args[0] !== undefined && !args[0].startsWith('-') && process.machine.program(args[0]) !== undefined;
  return yield* exec(process, isProgram ? args : ['node', ...args]);
}

/** The colours of kodekloud/webapp-color. */
const COLOURS: Readonly<Record<string, string>> = {
  red: '#e74c3c',
  green: '#16a085',
  blue: '#2980b9',
  blue2: '#30336b',
  pink: '#be2edd',
  darkblue: '#130f40',
};

function* webappColor(process: Process): Sys<number> {
  const names = Object.keys(COLOURS);
  const at = process.argv.findIndex((word) => /^--color(?:=|$)/.test(word));
  const argument = at < 0 ? undefined : (/=(.*)$/.exec(process.argv[at] as string)?.[1] ?? process.argv[at + 1]);
  const variable = process.env['APP_COLOR'] || undefined;
  // Picked by its host's name, so that it is the same whenever the container is restored.
  const letters = [...process.machine.hostname].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const colour = argument ?? variable ?? (names[letters % names.length] as string);
  yield* write(
    1,
    argument
      ? `Color from command line argument =${colour}\n`
      : variable
        ? `No Command line argument. Color from environment variable =${colour}\n`
        : `No command line argument or environment variable. Picking a Random Color =${colour}\n`,
  );
  if (!COLOURS[colour]) {
    yield* write(1, `Color not supported. Received '${colour}' expected one of ${names.join(',')}\n`);
    return 1;
  }
  const body = `<!doctype html>\n<title>Hello from Flask</title>\n<body style="background: ${COLOURS[colour]};"></body>\n<div style="color: #e4e4e4; text-align: center;">\n  <h1>Hello from {hostname}!</h1>\n</div>\n`;
  const log = '{client} - - [{date}] "{method} {path} HTTP/1.1" 200 -';
  if (!(yield* listen(8080, 'coloured-page', { text: body, type: 'text/html; charset=utf-8', log }))) return 1;
  yield* write(2, " * Serving Flask app 'app'\n * Running on all addresses (0.0.0.0)\n * Running on http://127.0.0.1:8080\n");
  // As process 1 Python hears no SIGTERM.
  yield* awaitSignal(['SIGINT']);
  return 0;
}

/** A line a second about what users do; some of them fail. */
function* eventSimulator(): Sys<number> {
  const doing = ['logged in', 'is viewing page1', 'is viewing page2', 'logged out', 'is viewing page3'];
  for (let count = 1; ; count++) {
    const time = new Date(yield* now()).toISOString().replace('T', ' ').replace('.', ',').slice(0, 23);
    const line = (level: string, said: string): string => `[${time}] ${level} in event-simulator: ${said}\n`;
    yield* write(1, line('INFO', `USER${1 + ((count * 7) % 4)} ${doing[(count * 3) % doing.length]}`));
    if (count % 5 === 0) yield* write(1, line('WARNING', 'USER5 Failed to Login as the account is locked due to MANY FAILED ATTEMPTS.'));
    if (count % 8 === 0) yield* write(1, line('WARNING', 'USER7 Order failed as the item is OUT OF STOCK.'));
    yield* sleep(1000);
  }
}

/** Letters of a key's fingerprint. */
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** What making one key takes, ms, at least; as much again at random. */
const KEY_MS = 300;

/** kuard: a page that says who it is; with --keygen-enable it makes keys first, as Jobs show it. Other work, as from a queue, is not here. */
function* kuard(process: Process): Sys<number> {
  const flag = (name: string): string | undefined => {
    const at = process.argv.findIndex((one) => new RegExp(`^--?${name}(?:=|$)`).test(one));
    if (at < 0) return undefined;
    const next = process.argv[at + 1];
    return /=(.*)$/.exec(process.argv[at] as string)?.[1] ?? (next === undefined || next.startsWith('-') ? 'true' : next);
  };
  const log = function* (said: string): Sys<void> {
    yield* write(2, `${new Date(yield* now()).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ')} ${said}\n`);
  };
  if (flag('keygen-memq-server') !== undefined) {
    yield* log('--keygen-memq-server is not supported here');
    return 1;
  }
  const version = process.env['KUARD_VERSION'] ?? '';
  yield* log(`Starting kuard version: ${version}`);
  const body = `<!doctype html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n  <title>KUAR Demo</title>\n</head>\n<body>\n  <h1>Demo application version <i>${version}</i></h1>\n  <p>This request was served by {hostname}, {podIP}.</p>\n</body>\n</html>\n`;
  const paths = { '/healthy': 'ok', '/ready': 'ok' };
  const line = '{time} {client}:40000 {method} {path}';
  if (!(yield* listen(8080, 'kuard', { text: body, paths, type: 'text/html; charset=utf-8', log: line }))) return 1;
  yield* log('Could not find certificates to serve TLS');
  yield* log('Serving on HTTP on :8080');
  if (flag('keygen-enable') === 'true') {
    const many = Number(flag('keygen-num-to-gen') ?? 0);
    yield* log('(ID 0) Workload starting');
    for (let count = 1; many === 0 || count <= many; count++) {
      yield* sleep(KEY_MS * (1 + (yield* random())));
      let key = '';
      while (key.length < 43) key += BASE64[Math.floor((yield* random()) * BASE64.length)];
      yield* log(`(ID 0 ${count}${many > 0 ? `/${many}` : ''}) Item done: SHA256:${key}`);
    }
    yield* log('(ID 0) Workload exiting');
    if (flag('keygen-exit-on-complete') === 'true') return Number(flag('keygen-exit-code') ?? 0);
  }
  yield* awaitSignal(['SIGTERM', 'SIGINT']);
  return 2;
}

function* ealenEcho(process: Process): Sys<number> {
  const port = Number(process.env['PORT'] ?? 80);
  if (!(yield* listen(port, 'ealen-echo'))) return 1;
  yield* write(1, `Listening on port ${port}.\n`);
  yield* awaitSignal(['SIGTERM', 'SIGINT']);
  return 0;
}

/** Everything about the request, as JSON. */
const ealen: Server = (request, { hostname, client, env, now: time }) => {
  const { path, parameters } = splitPath(request.path);
  const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const code = Number(parameters['echo_code'] ?? headers['x-echo-code'] ?? 200);
  const own = parameters['echo_body'] ?? headers['x-echo-body'];
  const all = {
    host: { hostname: request.host, ip: `::ffff:${client}`, ips: [] },
    http: { method: request.method, baseUrl: '', originalUrl: request.path, protocol: request.scheme },
    request: { params: { 0: path }, query: parameters, cookies: {}, body: request.body ?? {}, headers },
    environment: { ...env, HOSTNAME: hostname },
  };
  const body = own === undefined ? JSON.stringify(all) : JSON.stringify(own);
  const said = `${httpDate(time)} | [${request.method}] - ${request.scheme}://${request.host}${request.path}`;
  return {
    response: respond(
      code,
      [
        ['Content-Type', 'application/json; charset=utf-8'],
        ['Date', httpDate(time)],
        ['Connection', 'keep-alive'],
      ],
      body,
    ),
    stdout: `${JSON.stringify({ name: 'echo-server', hostname, pid: 1, level: 30, host: all.host, http: all.http, msg: said, time: new Date(time).toISOString(), v: 0 })}\n`,
  };
};

/** What probes ask of RabbitMQ's tools. */
function* rabbitmq(process: Process): Sys<number> {
  const command = process.argv.slice(1).find((word) => !word.startsWith('-'));
  const node = `rabbit@${process.machine.hostname}`;
  const answers: Readonly<Record<string, string>> = {
    ping: `Will ping ${node}. This only checks if the OS process is running and registered with epmd. Timeout: 60000 ms.\nPing succeeded\n`,
    check_running: `Checking if RabbitMQ is running on node ${node} ...\nRabbitMQ on node ${node} is fully booted and running\n`,
    check_port_connectivity: `Testing TCP connections to all active listeners on node ${node} ...\nSuccessfully connected to ports 5672 on node ${node}.\n`,
    status: `Status of node ${node} ...\nRuntime\n\nRabbitMQ is running\n`,
  };
  const answer = answers[command ?? ''];
  if (answer === undefined) {
    yield* write(2, `${process.argv[0]}: only ${Object.keys(answers).join(', ')} are known here\n`);
    return 64;
  }
  yield* write(1, answer);
  return 0;
}

export const programs: Readonly<Record<string, Program>> = {
  'docker-entrypoint.sh': nodeEntrypoint,
  '/kuard': kuard,
  'webapp-color': webappColor,
  'event-simulator': eventSimulator,
  'ealen-echo': ealenEcho,
  rabbitmqctl: rabbitmq,
  'rabbitmq-diagnostics': rabbitmq,
};

export const servers: Readonly<Record<string, Server>> = {
  // Speaks another protocol: who sends a request of the web gets nothing back.
  closed: () => ({ response: 'empty' }),
  'coloured-page': demos['text'] as Server,
  kuard: demos['text'] as Server,
  'ealen-echo': ealen,
};
