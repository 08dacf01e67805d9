/** The programs of the demo images that are more than data. */
import { now, random, sleep, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import { awaitSignal, listen } from './daemon.ts';
import type { Server } from './family.ts';
import { byteLength, httpDate, respond, splitPath } from './http.ts';
import { logDate, text } from './text-server.ts';

function* helloWorld(): Sys<number> {
  yield* write(1, '\nHello from Docker!\nThis message shows that your installation appears to be working correctly.\n\n');
  return 0;
}

const echo: Server = (request, { hostname, client, port, now }) => {
  const { path, query } = splitPath(request.path);
  const headers = [...request.headers].map(([name, value]) => `\t${name.toLowerCase()}=${value}`).sort();
  const lines = [
    '',
    '',
    `Hostname: ${hostname}`,
    '',
    'Pod Information:',
    '\t-no pod information available-',
    '',
    'Server values:',
    '\tserver_version=nginx: 1.14.2 - lua: 10015',
    '',
    'Request Information:',
    `\tclient_address=${client}`,
    `\tmethod=${request.method}`,
    `\treal path=${request.path}`,
    `\tquery=${query}`,
    '\trequest_version=1.1',
    `\trequest_scheme=${request.scheme}`,
    `\trequest_uri=${request.scheme}://${request.host}:${port}${path}`,
    '',
    'Request Headers:',
    ...headers,
    '',
    'Request Body:',
    request.body ?? '\t-no body in request-',
    '',
    '',
  ];
  return {
    response: respond(
      200,
      [
        ['Date', httpDate(now)],
        ['Content-Type', 'text/plain'],
        ['Server', 'echoserver'],
      ],
      lines.join('\n'),
    ),
  };
};

const whoami: Server = (request, { hostname, podIP, client, now }) => {
  const headers = request.headers
    .filter(([name]) => name.toLowerCase() !== 'host')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
  const body = `Hostname: ${hostname}\nIP: 127.0.0.1\nIP: ${podIP}\nRemoteAddr: ${client}:40000\n${request.method} ${request.path} HTTP/1.1\nHost: ${request.host}\n${headers}\n`;
  return {
    response: respond(
      200,
      [
        ['Date', httpDate(now)],
        ['Content-Type', 'text/plain; charset=utf-8'],
      ],
      body,
    ),
  };
};

/** hashicorp/http-echo: `-text=hello -listen=:5678 -status-code=200`. */
function* httpEcho(process: Process): Sys<number> {
  const option = (name: string): string | undefined => {
    const at = process.argv.findIndex((arg) => new RegExp(`^--?${name}(?:=|$)`).test(arg));
    return at < 0 ? undefined : process.argv[at]?.includes('=') ? process.argv[at]?.replace(/^[^=]*=/, '') : process.argv[at + 1];
  };
  const said = option('text') || process.env['ECHO_TEXT'];
  if (!said) {
    yield* write(2, 'Missing -text option or ECHO_TEXT env var!\n');
    return 127;
  }
  const address = option('listen') ?? ':5678';
  const opened = yield* listen(Number(address.replace(/^.*:/, '')), 'text', {
    text: `${said}\n`,
    status: Number(option('status-code') ?? 200),
    headers: { 'X-App-Name': 'http-echo', 'X-App-Version': '1.0.0' },
    paths: { '/health': '{"status":"ok"}\n' },
    log: `{time} {host} {client}:40000 "{method} {path} HTTP/1.1" ${option('status-code') ?? 200} ${byteLength(said) + 1} "{agent}" 15.3\u00b5s`,
  });
  const line = function* (level: string, message: string): Sys<void> {
    yield* write(2, `${logDate(yield* now())} [${level}] ${message}\n`);
  };
  if (!opened) {
    yield* line('ERR', `server exited with: listen tcp ${address}: bind: address already in use`);
    return 1;
  }
  yield* line('INFO', `server is listening on ${address}`);
  yield* awaitSignal(['SIGTERM', 'SIGINT']);
  yield* line('INFO', 'received interrupt, shutting down...');
  return 2;
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

export const programs: Readonly<Record<string, Program>> = {
  '/hello': helloWorld,
  '/http-echo': httpEcho,
  '/kuard': kuard,
  'webapp-color': webappColor,
  'event-simulator': eventSimulator,
  'ealen-echo': ealenEcho,
};

export const servers: Readonly<Record<string, Server>> = {
  text,
  echoserver: echo,
  whoami,
  'coloured-page': text,
  kuard: text,
  'ealen-echo': ealen,
};
