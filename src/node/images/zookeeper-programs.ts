/**
 * ZooKeeper: nodes of a tree with their data, kept where the server keeps its own. A change goes to all servers of the ensemble that answer,
 * and is refused when these are no majority.
 */

import type { FileSystem } from '../../kernel/files.ts';
import { device, files, now, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import type { ConnectResult, HttpResult } from '../../network/types.ts';
import { awaitSignal, listen, title } from './daemon.ts';
import type { Server } from './family.ts';

const PORT = 2181;
const CONFIG = '/opt/zookeeper/conf/zoo.cfg';

interface Znode {
  readonly data: string;
  readonly czxid: number;
  readonly mzxid: number;
  readonly pzxid: number;
  readonly ctime: number;
  readonly mtime: number;
  readonly cversion: number;
  readonly version: number;
}

type Tree = Record<string, Znode>;

/** What a client asks; a change carries its number and time, so that all servers write the same. */
interface Question {
  readonly op: string;
  readonly path?: string;
  readonly data?: string;
  readonly zxid?: number;
  readonly time?: number;
}

interface Answer {
  readonly error?: string;
  readonly node?: Znode;
  readonly children?: readonly string[];
  /** The number of the last change. */
  readonly zxid: number;
}

const ROOT: Znode = { data: '', czxid: 0, mzxid: 0, pzxid: 0, ctime: 0, mtime: 0, cversion: -1, version: 0 };
const EPOCH = 0x100000000;

const server: Server = (request, { files: tree, args, now: time }) => {
  if (request.method !== 'ZOOKEEPER') return { response: 'empty' };
  const file = `${String(args['data'])}/version-2/snapshot.json`;
  const nodes: Tree = tree.exists(file) ? (JSON.parse(tree.read(file)) as Tree) : { '/': ROOT };
  const before = JSON.stringify(nodes);
  const question = JSON.parse(request.body ?? '{}') as Question;
  const answer = answerOf(nodes, { ...question, time: question.time ?? time });
  const after = JSON.stringify(nodes);
  if (after !== before) save(tree, file, after);
  return { response: { status: 200, reason: 'OK', headers: [], body: JSON.stringify(answer) } };
};

function save(tree: FileSystem, file: string, text: string): void {
  tree.mkdir(file.slice(0, file.lastIndexOf('/')), { parents: true });
  tree.write(file, text);
}

const lastOf = (nodes: Tree): number => Math.max(EPOCH, ...Object.values(nodes).flatMap(({ mzxid, pzxid }) => [mzxid, pzxid]));
const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

function answerOf(nodes: Tree, { op, path = '/', data = '', time = 0, zxid = lastOf(nodes) + 1 }: Question): Answer {
  const node = nodes[path];
  const children = Object.keys(nodes)
    .filter((one) => one !== '/' && parentOf(one) === path)
    .map((one) => one.slice(one.lastIndexOf('/') + 1))
    .sort();
  const fail = (error: string): Answer => ({ error, zxid: lastOf(nodes) });
  const done = (): Answer => ({ ...(nodes[path] && { node: nodes[path] }), zxid });
  const touch = (parent: string): void => {
    const above = nodes[parent];
    if (above) nodes[parent] = { ...above, pzxid: zxid, cversion: above.cversion + 1 };
  };
  switch (op) {
    case 'ruok':
      return { zxid: lastOf(nodes) };
    case 'create':
      if (node) return fail(`Node already exists: ${path}`);
      if (!nodes[parentOf(path)]) return fail(`Node does not exist: ${path}`);
      nodes[path] = { data, czxid: zxid, mzxid: zxid, pzxid: zxid, ctime: time, mtime: time, cversion: 0, version: 0 };
      touch(parentOf(path));
      return done();
    case 'set':
      if (!node) return fail(`Node does not exist: ${path}`);
      nodes[path] = { ...node, data, mzxid: zxid, mtime: time, version: node.version + 1 };
      return done();
    case 'delete':
      if (!node) return fail(`Node does not exist: ${path}`);
      if (children.length > 0) return fail(`Node not empty: ${path}`);
      delete nodes[path];
      touch(parentOf(path));
      return { zxid };
    default:
      return node ? { node, children, zxid: lastOf(nodes) } : fail(`Node does not exist: ${path}`);
  }
}

function* ask(host: string, port: number, question: Question): Sys<Answer | undefined> {
  const { response } = yield* device<HttpResult & ConnectResult>('network', {
    op: 'http',
    request: { method: 'ZOOKEEPER', scheme: 'http', host, port, path: '/', headers: [], body: JSON.stringify(question) },
  });
  return response?.body?.startsWith('{') ? (JSON.parse(response.body) as Answer) : undefined;
}

/** `start-zookeeper --servers=3 ...`: works out who it is from the Pod's name, writes the configuration, and serves. */
function* startZookeeper(process: Process): Sys<number> {
  const flags: Record<string, string> = {};
  for (const word of process.argv.slice(1)) {
    const [, name = '', value = ''] = /^--(\w+)=(.*)$/.exec(word) ?? [];
    flags[name] = value;
  }
  const { hostname } = process.machine;
  const [, name = '', ordinal = ''] = /^(.*)-(\d+)$/.exec(hostname) ?? [];
  if (ordinal === '') {
    yield* write(1, 'Failed to parse name and ordinal of Pod\n');
    return 1;
  }
  const data = flags['data_dir'] ?? '/var/lib/zookeeper/data';
  const count = Number(flags['servers'] ?? 1);
  const port = Number(flags['client_port'] ?? PORT);
  const hosts = yield* files((tree) => (tree.exists('/etc/hosts') ? tree.read('/etc/hosts') : ''));
  const domain = new RegExp(`\\s${hostname}(\\.\\S+)`).exec(hosts)?.[1] ?? '';
  const ports = `${flags['server_port'] ?? 2888}:${flags['election_port'] ?? 3888}`;
  const config = [
    ['clientPort', port],
    ['dataDir', data],
    ['dataLogDir', flags['data_log_dir'] ?? '/var/lib/zookeeper/log'],
    ['tickTime', flags['tick_time'] ?? 2000],
    ['initLimit', flags['init_limit'] ?? 10],
    ['syncLimit', flags['sync_limit'] ?? 5],
    ['maxClientCnxns', flags['max_client_cnxns'] ?? 60],
    ['minSessionTimeout', flags['min_session_timeout'] ?? 4000],
    ['maxSessionTimeout', flags['max_session_timeout'] ?? 40000],
    ['autopurge.snapRetainCount', flags['snap_retain_count'] ?? 3],
    ['autopurge.purgeInterval', flags['purge_interval'] ?? 0],
    ...(count > 1 ? Array.from({ length: count }, (_, at) => [`server.${at + 1}`, `${name}-${at}${domain}:${ports}`]) : []),
  ];
  const id = Number(ordinal) + 1;
  yield* files((tree) => {
    tree.mkdir(CONFIG.slice(0, CONFIG.lastIndexOf('/')), { parents: true });
    tree.write(CONFIG, config.map(([key, value]) => `${key}=${value}\n`).join(''));
    tree.mkdir(data, { parents: true });
    tree.write(`${data}/myid`, `${id}\n`);
  });
  title(process, [
    'java',
    '-Dzookeeper.log.dir=/var/log/zookeeper',
    `-Xmx${flags['heap'] ?? '2G'}`,
    'org.apache.zookeeper.server.quorum.QuorumPeerMain',
    CONFIG,
  ]);
  const log = (text: string, ms: number): string =>
    `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')},${String(ms % 1000).padStart(3, '0')} [myid:${id}] - INFO  [main:${text}\n`;
  yield* write(1, log(`QuorumPeerConfig@134] - Reading configuration from: ${CONFIG}`, yield* now()));
  if (!(yield* listen(port, 'zookeeper', { data }))) return 1;
  yield* write(1, log(`NIOServerCnxnFactory@89] - binding to port 0.0.0.0/0.0.0.0:${port}`, yield* now()));
  yield* awaitSignal(['SIGTERM', 'SIGINT']);
  return 143;
}

function* zookeeperReady(process: Process): Sys<number> {
  return (yield* ask('127.0.0.1', Number(process.argv[1] ?? PORT), { op: 'ruok' })) ? 0 : 1;
}

const CHANGES = ['create', 'set', 'delete'];
/** Before 3.5 a whole subtree went with `rmr`; what has nodes below stays here. */
const NAMES: Readonly<Record<string, string>> = { rmr: 'delete', deleteall: 'delete', stat: 'get' };

function* zkCli(process: Process): Sys<number> {
  const words = process.argv.slice(1);
  let [host, port] = ['localhost', PORT];
  if (words[0] === '-server') {
    const [name = host, number] = (words[1] ?? '').split(':');
    [host, port] = [name, Number(number ?? PORT)];
    words.splice(0, 2);
  }
  const [given = '', ...rest] = words.filter((word) => !/^-[ewRs]+$/.test(word));
  const [path = '', data = ''] = rest;
  const local = host === 'localhost' ? '127.0.0.1' : host;
  yield* write(1, `Connecting to ${host}:${port}\n`);
  if (!(yield* ask(local, port, { op: 'ruok' }))) {
    yield* write(
      2,
      `Exception in thread "main" org.apache.zookeeper.KeeperException$ConnectionLossException: KeeperErrorCode = ConnectionLoss for ${path}\n`,
    );
    return 1;
  }
  yield* write(1, '\nWATCHER::\n\nWatchedEvent state:SyncConnected type:None path:null\n');
  const op = NAMES[given] ?? given;
  if (given === '' || given === 'quit') return 0;
  if (![...CHANGES, 'get', 'ls'].includes(op)) {
    yield* write(
      2,
      `ZooKeeper -server host:port cmd args\n\tcreate path data\n\tget path\n\tset path data\n\tls path\n\tdelete path\n\tstat path\n\tquit\n`,
    );
    return 1;
  }
  if (!path.startsWith('/')) {
    yield* write(2, `Command failed: java.lang.IllegalArgumentException: Path must start with / character\n`);
    return 1;
  }
  const others = CHANGES.includes(op) ? yield* peers(process) : [];
  if (others.length > 0) {
    let alive = 1;
    for (const one of others) if (yield* ask(one, port, { op: 'ruok' })) alive++;
    if (alive * 2 <= others.length + 1) {
      yield* write(
        2,
        `Exception in thread "main" org.apache.zookeeper.KeeperException$ConnectionLossException: KeeperErrorCode = ConnectionLoss for ${path}\n`,
      );
      return 1;
    }
  }
  const time = yield* now();
  const answer = (yield* ask(local, port, { op, path, data, time })) as Answer;
  if (answer.error) {
    yield* write(2, `${answer.error}\n`);
    return 1;
  }
  for (const one of others) yield* ask(one, port, { op, path, data, time, zxid: answer.zxid });
  if (op === 'create') yield* write(1, `Created ${path}\n`);
  else if (op === 'ls') yield* write(1, `[${(answer.children ?? []).join(', ')}]\n`);
  else if (op !== 'delete' && answer.node)
    yield* write(1, `${given === 'get' ? `${answer.node.data}\n` : ''}${statText(answer.node, answer.children ?? [])}`);
  return 0;
}

/** The other servers of the ensemble, as the configuration names them. */
function* peers(process: Process): Sys<string[]> {
  const config = yield* files((tree) => (tree.exists(CONFIG) ? tree.read(CONFIG) : ''));
  return [...config.matchAll(/^server\.\d+=([^:]+):/gm)]
    .map(([, host = '']) => host)
    .filter((host) => host.split('.')[0] !== process.machine.hostname);
}

function statText(node: Znode, children: readonly string[]): string {
  const hex = (value: number): string => `0x${value.toString(16)}`;
  const date = (ms: number): string => {
    const [day = '', date = '', month = '', year = '', time = ''] = new Date(ms).toUTCString().replace(',', '').split(' ');
    return `${day} ${month} ${date} ${time} UTC ${year}`;
  };
  return [
    `cZxid = ${hex(node.czxid)}`,
    `ctime = ${date(node.ctime)}`,
    `mZxid = ${hex(node.mzxid)}`,
    `mtime = ${date(node.mtime)}`,
    `pZxid = ${hex(node.pzxid)}`,
    `cversion = ${node.cversion}`,
    `dataVersion = ${node.version}`,
    'aclVersion = 0',
    'ephemeralOwner = 0x0',
    `dataLength = ${node.data.length}`,
    `numChildren = ${children.length}`,
    '',
  ].join('\n');
}

function* zkServer(process: Process): Sys<number> {
  if (process.argv[1] !== 'status') {
    yield* write(2, 'Usage: zkServer.sh status\n');
    return 1;
  }
  const found = yield* ask('127.0.0.1', PORT, { op: 'ruok' });
  const others = yield* peers(process);
  const mode = others.length === 0 ? 'standalone' : /-0$/.test(process.machine.hostname) ? 'leader' : 'follower';
  yield* write(
    1,
    `ZooKeeper JMX enabled by default\nUsing config: ${CONFIG}\n${found ? `Mode: ${mode}` : 'Error contacting service. It is probably not running.'}\n`,
  );
  return found ? 0 : 1;
}

export const programs: Readonly<Record<string, Program>> = {
  'start-zookeeper': startZookeeper,
  'zookeeper-ready': zookeeperReady,
  'zkCli.sh': zkCli,
  'zkServer.sh': zkServer,
};

export const servers: Readonly<Record<string, Server>> = { zookeeper: server };
