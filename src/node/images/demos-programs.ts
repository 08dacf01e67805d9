/** Small demo servers that tutorials use: hello-app, echoserver, whoami, http-echo; all data but for their answers. */
import { fnv32a } from '../../api/values/hash.ts';
import { now, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import type { HttpRequest } from '../../network/types.ts';
import { awaitSignal, listen } from './daemon.ts';
import type { Server, ServerContext } from './family.ts';
import { byteLength, header, httpDate, logTime, respond, splitPath } from './http.ts';

/**
 * Answers with a text in which `{hostname}` and the like are filled in, `{env.NAME|otherwise}` too: custom images use it. `paths` has
 * the texts of some paths, which are always found; the others share `text`, `status` and `headers`.
 */
const text: Server = (request, context) => {
  const { args } = context;
  const special = (args['paths'] as Readonly<Record<string, string>> | undefined)?.[splitPath(request.path).path];
  const body = fillIn(special ?? String(args['text'] ?? ''), request, context);
  const status = special === undefined ? Number(args['status'] ?? 200) : 200;
  const type = String(args['type'] ?? 'text/plain; charset=utf-8');
  const { log } = args;
  const more = special === undefined ? Object.entries((args['headers'] ?? {}) as Readonly<Record<string, string>>) : [];
  return {
    response: respond(
      status,
      [['Date', httpDate(context.now)], ['Content-Length', String(byteLength(body))], ['Content-Type', type], ...more],
      body,
    ),
    ...(typeof log === 'string' && { stdout: `${fillIn(log, request, context)}\n` }),
  };
};

function fillIn(template: string, request: HttpRequest, context: ServerContext): string {
  const values: Readonly<Record<string, string>> = {
    hostname: context.hostname,
    podIP: context.podIP,
    client: context.client,
    path: request.path,
    method: request.method,
    requests: String(context.requests),
    host: request.host,
    agent: header(request, 'user-agent') ?? '',
    time: logDate(context.now),
    date: logTime(context.now),
    port: String(context.port),
    id: fnv32a(`${context.hostname}/${context.requests}`).toString(16).padStart(8, '0').repeat(4),
  };
  return template.replace(
    /\{(?:env\.(\w+)(?:\|([^{}]*))?|(\w+))\}/g,
    (all, variable: string | undefined, otherwise: string | undefined, name: string) => {
      if (variable !== undefined) return context.env[variable] ?? otherwise ?? '';
      return Object.hasOwn(values, name) ? (values[name] as string) : all;
    },
  );
}

/** `2026/11/24 09:00:00`, as Go's log package writes it. */
function logDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
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

export const programs: Readonly<Record<string, Program>> = { '/http-echo': httpEcho };

export const servers: Readonly<Record<string, Server>> = {
  text,
  echoserver: echo,
  whoami,
};
