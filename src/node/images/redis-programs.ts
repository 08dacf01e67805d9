/** Redis: strings, counters, lists and a few commands more, kept in the container's files; `redis-cli` speaks to it from any Pod. */
import { device, files, isatty, now, readLine, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import type { ConnectResult, HttpResult } from '../../network/types.ts';
import { awaitSignal, listen, title } from './daemon.ts';
import type { Server } from './family.ts';
import { PORT, VERSION } from './redis.ts';

/** Where the data is: one JSON text in the data directory, so that a volume there keeps it. */
const DATA = '/data/dump.rdb';

type Data = Record<string, string | string[]>;

function* redisServer(process: Process): Sys<number> {
  const version = process.env['REDIS_VERSION'] ?? VERSION;
  const time = logTime(yield* now());
  if (process.argv.includes('--version') || process.argv.includes('-v')) {
    yield* write(1, `Redis server v=${version} sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=0\n`);
    return 0;
  }
  const file = process.argv[1]?.startsWith('-') ? undefined : process.argv[1];
  const text =
    file === undefined
      ? ''
      : yield* files((tree, cwd) => (tree.exists(tree.resolve(cwd, file)) ? tree.read(tree.resolve(cwd, file)) : null));
  if (text === null) {
    yield* write(2, `Fatal error, can't open config file '${file}': No such file or directory\n`);
    return 1;
  }
  const config = readConfig(text, process.argv.slice(1));
  const port = Number(config['port']);
  title(process, [`redis-server *:${port}`]);
  if (!(yield* listen(port, 'redis', { version, config }))) {
    yield* write(
      1,
      `1:M ${time} # Warning: Could not create server TCP listening socket *:${port}: bind: Address already in use\n1:M ${time} # Failed listening on port ${port} (tcp), aborting.\n`,
    );
    return 1;
  }
  yield* write(
    1,
    `1:C ${time} * oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo\n1:C ${time} * Redis version=${version}, bits=64, commit=00000000, modified=0, pid=1, just started\n1:M ${time} * Running mode=standalone, port=${port}.\n1:M ${time} * Server initialized\n1:M ${time} * Ready to accept connections${Number.parseInt(version, 10) < 7 ? '' : ' tcp'}\n`,
  );
  yield* awaitSignal(['SIGTERM', 'SIGINT']);
  const end = logTime(yield* now());
  yield* write(
    1,
    `1:signal-handler (${Math.floor((yield* now()) / 1000)}) Received SIGTERM scheduling shutdown...\n1:M ${end} * User requested shutdown...\n1:M ${end} # Redis is now ready to exit, bye bye...\n`,
  );
  return 0;
}

/** What CONFIG GET knows, with what it is unless the configuration says otherwise. */
const DEFAULTS: Readonly<Record<string, string>> = {
  appendonly: 'no',
  bind: '* -::*',
  databases: '16',
  dir: '/data',
  maxclients: '10000',
  maxmemory: '0',
  'maxmemory-policy': 'noeviction',
  'maxmemory-samples': '5',
  port: String(PORT),
  requirepass: '',
  save: '3600 1 300 100 60 10000',
  timeout: '0',
};
const SIZES: Readonly<Record<string, number>> = { k: 1000, kb: 1024, m: 1e6, mb: 1024 ** 2, g: 1e9, gb: 1024 ** 3 };

/** The settings of a configuration file, and those of the command line (`--maxmemory 2mb`), which go before it. */
function readConfig(text: string, argv: readonly string[]): Record<string, string> {
  const flags = argv
    .join(' ')
    .split(/(?:^| )--/)
    .slice(1);
  const config: Record<string, string> = { ...DEFAULTS };
  for (const line of [...text.split('\n'), ...flags]) {
    const [, name = '', value = ''] = /^\s*([\w-]+)\s+(.*?)\s*$/.exec(line) ?? [];
    if (name !== '') config[name.toLowerCase()] = value.replace(/^(["'])(.*)\1$/, '$2');
  }
  const [, digits, unit = ''] = /^(\d+)([kmg]b?)$/i.exec(config['maxmemory'] as string) ?? [];
  if (digits !== undefined) config['maxmemory'] = String(Number(digits) * (SIZES[unit.toLowerCase()] as number));
  return config;
}

/** `24 Nov 2026 09:00:00.123` */
function logTime(ms: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(ms).toUTCString()) ?? [];
  return `${day} ${month} ${year} ${time}.${String(ms % 1000).padStart(3, '0')}`;
}

/** The protocol between redis-cli and the server here: a request's body is a JSON list of words; anything else is no Redis client. */
const redis: Server = (request, { files: tree, args }) => {
  if (request.method !== 'REDIS') return { response: 'empty' };
  const words = JSON.parse(request.body ?? '[]') as string[];
  const data = tree.exists(DATA) ? (JSON.parse(tree.read(DATA)) as Data) : {};
  const before = JSON.stringify(data);
  const body = execute(words, data, String(args['version']), args['config'] as Readonly<Record<string, string>>);
  const after = JSON.stringify(data);
  if (after !== before) {
    tree.mkdir('/data', { parents: true });
    tree.write(DATA, after);
  }
  return { response: { status: 200, reason: 'OK', headers: [], body } };
};

function execute(words: readonly string[], data: Data, version: string, config: Readonly<Record<string, string>>): string {
  const [command = '', ...args] = words;
  const [key = '', value = ''] = args;
  const quote = (text: string): string => JSON.stringify(text);
  const list = (): string[] => (Array.isArray(data[key]) ? (data[key] as string[]) : []);
  const many = (values: readonly string[]): string =>
    values.length === 0 ? '(empty array)' : values.map((one, index) => `${index + 1}) ${quote(one)}`).join('\n');
  const wrong = `(error) ERR wrong number of arguments for '${command.toLowerCase()}' command`;
  switch (command.toUpperCase()) {
    case 'PING':
      return args.length > 0 ? quote(key) : 'PONG';
    case 'ECHO':
      return args.length === 1 ? quote(key) : wrong;
    case 'SET':
      if (args.length < 2) return wrong;
      data[key] = value;
      return 'OK';
    case 'GET':
      if (args.length !== 1) return wrong;
      if (Array.isArray(data[key])) return '(error) WRONGTYPE Operation against a key holding the wrong kind of value';
      return key in data ? quote(data[key] as string) : '(nil)';
    case 'DEL': {
      const found = args.filter((one) => one in data);
      for (const one of found) delete data[one];
      return `(integer) ${found.length}`;
    }
    case 'EXISTS':
      return `(integer) ${args.filter((one) => one in data).length}`;
    case 'INCR':
    case 'DECR':
    case 'INCRBY': {
      if (args.length === 0) return wrong;
      const current = Number(data[key] ?? 0);
      if (!Number.isInteger(current)) return '(error) ERR value is not an integer or out of range';
      const next = current + (command.toUpperCase() === 'DECR' ? -1 : command.toUpperCase() === 'INCR' ? 1 : Number(value));
      data[key] = String(next);
      return `(integer) ${next}`;
    }
    case 'RPUSH':
    case 'LPUSH': {
      if (args.length < 2) return wrong;
      const values = args.slice(1);
      data[key] = command.toUpperCase() === 'RPUSH' ? [...list(), ...values] : [...values.reverse(), ...list()];
      return `(integer) ${list().length}`;
    }
    case 'LRANGE': {
      const from = Number(value);
      const to = Number(args[2]);
      const all = list();
      return many(all.slice(from < 0 ? all.length + from : from, to < 0 ? all.length + to + 1 : to + 1));
    }
    case 'LLEN':
      return `(integer) ${list().length}`;
    case 'KEYS':
      return many(Object.keys(data).filter((one) => glob(key).test(one)));
    case 'CONFIG':
      if (key.toUpperCase() !== 'GET')
        return `(error) ERR CONFIG ${key.toUpperCase()} is not available in this simulated server: write it to its configuration`;
      return many(Object.entries(config).flatMap(([name, set]) => (glob(value).test(name) ? [name, set] : [])));
    case 'DBSIZE':
      return `(integer) ${Object.keys(data).length}`;
    case 'FLUSHALL':
    case 'FLUSHDB':
      for (const one of Object.keys(data)) delete data[one];
      return 'OK';
    case 'INFO':
      return `# Server\nredis_version:${version}\nredis_mode:standalone\nos:Linux\ntcp_port:${PORT}\n\n# Keyspace\ndb0:keys=${Object.keys(data).length},expires=0,avg_ttl=0`;
    default:
      return `(error) ERR unknown command '${command}', with args beginning with: ${args.map((arg) => `'${arg}' `).join('')}`;
  }
}

function* redisCli(process: Process): Sys<number> {
  let [host, port] = ['127.0.0.1', PORT];
  let at = 1;
  for (; process.argv[at]?.startsWith('-'); at++) {
    const flag = process.argv[at];
    if (flag === '-h') host = process.argv[++at] ?? host;
    else if (flag === '-p') port = Number(process.argv[++at]);
    else if (flag === '-a') at++;
    else if (flag === '-v' || flag === '--version') {
      yield* write(1, `redis-cli ${process.env['REDIS_VERSION'] ?? VERSION}\n`);
      return 0;
    }
  }
  const words = process.argv.slice(at);
  if (words.length > 0) return yield* send(host, port, words);
  // Without a terminal it reads commands and shows no prompt.
  const prompt = (yield* isatty(0)) ? `${host}:${port}> ` : '';
  for (;;) {
    yield* write(1, prompt);
    const line = yield* readLine(0);
    if (line === null || /^(?:exit|quit)\s*$/.test(line)) return 0;
    const typed = line.match(/"[^"]*"|'[^']*'|\S+/g)?.map((word) => word.replace(/^(["'])(.*)\1$/, '$2')) ?? [];
    if (typed.length > 0) yield* send(host, port, typed);
  }
}

/** The pattern of KEYS and CONFIG GET. */
function glob(text: string): RegExp {
  return new RegExp(
    `^${text
      .replace(/[.+^${}()|\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );
}

/** A reply as redis-cli prints it into a pipe: values without their types, quotes and numbers. */
function raw(reply: string): string {
  const value = (line: string): string => (line.startsWith('"') ? (JSON.parse(line) as string) : line);
  if (/^\d+\) /.test(reply))
    return reply
      .split('\n')
      .map((line) => value(line.replace(/^\d+\) /, '')))
      .join('\n');
  return value(reply.replace(/^\((?:integer|error)\) /, '').replace(/^\((?:nil|empty array)\)$/, ''));
}

function* send(host: string, port: number, words: readonly string[]): Sys<number> {
  const result = yield* device<HttpResult & ConnectResult>('network', {
    op: 'http',
    request: { method: 'REDIS', scheme: 'http', host, port, path: '/', headers: [], body: JSON.stringify(words) },
  });
  if (result.response) {
    const { body } = result.response;
    yield* write(1, `${(yield* isatty(1)) ? body : raw(body)}\n`);
    return 0;
  }
  const why = {
    refused: 'Connection refused',
    timeout: 'Connection timed out',
    unresolved: 'Name or service not known',
    unreachable: 'No route to host',
    reset: 'Connection reset by peer',
    empty: 'Server closed the connection',
  };
  yield* write(2, `Could not connect to Redis at ${host}:${port}: ${why[result.failure ?? 'refused']}\n`);
  return 1;
}

export const programs: Readonly<Record<string, Program>> = { 'redis-server': redisServer, 'redis-cli': redisCli };

export const servers: Readonly<Record<string, Server>> = { redis };
