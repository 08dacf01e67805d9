/**
 * Cassandra as far as its ring goes: nodes join by their seeds, tell each other whom they know, and `nodetool` shows who of them answers.
 * What a node knows is kept with its data, so that it is the same member when it comes back with another address.
 */
import { fnv32a } from '../../api/values/hash.ts';
import type { FileSystem } from '../../kernel/files.ts';
import { device, files, now, sleep, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import type { ConnectResult, HttpResult } from '../../network/types.ts';
import { awaitSignal, listen, title } from './daemon.ts';
import type { Server } from './family.ts';

const GOSSIP_PORT = 7000;
const CQL_PORT = 9042;
/** What a JVM and its node take to come up, virtual ms. */
const START_MS = 12_000;

interface Member {
  /** Host ID. */
  readonly id: string;
  readonly ip: string;
  readonly datacenter: string;
  readonly rack: string;
  /** It has given its data away and is not coming back. */
  readonly left?: boolean;
  /** When it said so, virtual ms. */
  readonly at: number;
}

const fileOf = (data: string): string => `${data}/members.json`;
const dataOf = ({ env }: Process): string => env['CASSANDRA_DATA'] ?? '/var/lib/cassandra';

function known(tree: FileSystem, data: string): readonly Member[] {
  return tree.exists(fileOf(data)) ? (JSON.parse(tree.read(fileOf(data))) as Member[]) : [];
}

/** Adds what was heard; of a member that both know, what is newer. */
function learn(tree: FileSystem, data: string, heard: readonly Member[]): readonly Member[] {
  const all = new Map(known(tree, data).map((one) => [one.id, one]));
  for (const one of heard) if (one.at >= (all.get(one.id)?.at ?? 0)) all.set(one.id, one);
  const members = [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  tree.mkdir(data, { parents: true });
  tree.write(fileOf(data), JSON.stringify(members));
  return members;
}

const server: Server = (request, { files: tree, args }) => {
  if (request.method !== 'GOSSIP') return { response: 'empty' };
  const members = learn(tree, String(args['data']), JSON.parse(request.body ?? '[]') as Member[]);
  return { response: { status: 200, reason: 'OK', headers: [], body: JSON.stringify(members) } };
};

/** Tells a node whom one knows, and hears whom it knows; undefined when it does not answer. */
function* gossip(host: string, members: readonly Member[]): Sys<readonly Member[] | undefined> {
  const { response } = yield* device<HttpResult & ConnectResult>('network', {
    op: 'http',
    request: { method: 'GOSSIP', scheme: 'http', host, port: GOSSIP_PORT, path: '/', headers: [], body: JSON.stringify(members) },
  });
  return response?.body?.startsWith('[') ? (JSON.parse(response.body) as Member[]) : undefined;
}

const seedsOf = ({ env }: Process): readonly string[] => (env['CASSANDRA_SEEDS'] ?? '').split(',').filter((one) => one !== '');

/** The node's own address, as its Pod's hosts file has it. */
function* addressOf({ machine: { hostname } }: Process): Sys<string> {
  const hosts = yield* files((tree) => (tree.exists('/etc/hosts') ? tree.read('/etc/hosts') : ''));
  return new RegExp(`^(\\S+)\\s.*\\b${hostname}$`, 'm').exec(hosts)?.[1] ?? '127.0.0.1';
}

function newId(seed: string): string {
  const digits = [0, 1, 2, 3].map((part) => fnv32a(`${seed}/${part}`).toString(16).padStart(8, '0')).join('');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
}

function* cassandra(process: Process): Sys<number> {
  const { env, machine } = process;
  const data = dataOf(process);
  title(process, ['java', `-Xmx${env['MAX_HEAP_SIZE'] ?? '1G'}`, 'org.apache.cassandra.service.CassandraDaemon']);
  const log = function* (text: string): Sys<void> {
    yield* write(1, `INFO  ${new Date(yield* now()).toISOString().slice(11, 19)} ${text}\n`);
  };
  yield* log(`Cassandra version: ${env['CASSANDRA_VERSION'] ?? ''}`);
  yield* log(`Hostname: ${machine.hostname}`);
  const ip = yield* addressOf(process);
  const kept = yield* files((tree) => (tree.exists(`${data}/host-id`) ? tree.read(`${data}/host-id`).trim() : undefined));
  const at = yield* now();
  const id = kept ?? newId(`${machine.hostname}/${ip}/${at}`);
  const me: Member = { id, ip, datacenter: env['CASSANDRA_DC'] ?? 'datacenter1', rack: env['CASSANDRA_RACK'] ?? 'rack1', at };
  yield* files((tree) => {
    tree.mkdir(data, { parents: true });
    tree.write(`${data}/host-id`, `${id}\n`);
  });
  let members = yield* files((tree) => learn(tree, data, [me]));
  yield* sleep(START_MS);
  for (const seed of seedsOf(process)) {
    const heard = yield* gossip(seed, members);
    if (heard) members = yield* files((tree) => learn(tree, data, heard));
  }
  for (const port of [GOSSIP_PORT, CQL_PORT]) if (!(yield* listen(port, 'cassandra', { data }))) return 3;
  yield* log(`Node /${ip} state jump to NORMAL`);
  yield* log(`Starting listening for CQL clients on /0.0.0.0:${CQL_PORT} (unencrypted)...`);
  yield* awaitSignal(['SIGTERM', 'SIGINT']);
  yield* log('DRAINED');
  return 143;
}

/** The ring as this node sees it: its members, and the addresses that answer. Undefined where no node runs here. */
function* ring(process: Process): Sys<{ readonly members: readonly Member[]; readonly up: ReadonlySet<string> } | undefined> {
  const data = dataOf(process);
  let members = yield* files((tree) => known(tree, data));
  const here = yield* gossip('127.0.0.1', members);
  if (!here) return undefined;
  const ip = yield* addressOf(process);
  const up = new Set([ip]);
  for (const host of [...seedsOf(process), ...here.filter((one) => !one.left && one.ip !== ip).map((one) => one.ip)]) {
    const heard = yield* gossip(host, members);
    if (!heard) continue;
    up.add(host);
    members = yield* files((tree) => learn(tree, data, heard));
  }
  return { members: members.filter(({ left }) => !left), up };
}

const hash = ({ id }: Member): number => fnv32a(id);
/** Each row is kept by so many nodes. */
const COPIES = 2;

function* status(process: Process): Sys<number> {
  const found = yield* ring(process);
  if (!found) return yield* refused();
  const { members, up } = found;
  const weight = (one: Member): number => 90 + (hash(one) % 21); // tokens never fall quite evenly
  const sum = members.reduce((total, one) => total + weight(one), 0);
  for (const datacenter of [...new Set(members.map((one) => one.datacenter))].sort()) {
    const title = `Datacenter: ${datacenter}`;
    const rows = members
      .filter((one) => one.datacenter === datacenter)
      .map((one) => [
        up.has(one.ip) ? 'UN' : 'DN',
        one.ip,
        `${(70 + (hash(one) % 4000) / 100).toFixed(2)} KiB`,
        '32',
        `${Math.min(100, (COPIES * 100 * weight(one)) / sum).toFixed(1)}%`,
        one.id,
        one.rack,
      ]);
    const heads = ['--', 'Address', 'Load', 'Tokens', 'Owns (effective)', 'Host ID', 'Rack'];
    const widths = [2, Math.max(7, ...rows.map(([, ip = '']) => ip.length)), 9, 11, 16, 36, 0]; // as nodetool 3 prints
    const line = (cells: readonly string[]): string =>
      `${cells
        .map((cell, at) => cell.padEnd((widths[at] ?? 0) + 2))
        .join('')
        .trimEnd()}\n`;
    yield* write(
      1,
      `${title}\n${'='.repeat(title.length)}\nStatus=Up/Down\n|/ State=Normal/Leaving/Joining/Moving\n${[heads, ...rows].map(line).join('')}\n`,
    );
  }
  return 0;
}

function* refused(): Sys<number> {
  yield* write(2, "nodetool: Failed to connect to '127.0.0.1:7199' - ConnectException: 'Connection refused (Connection refused)'.\n");
  return 1;
}

function* leave(process: Process): Sys<number> {
  const found = yield* ring(process);
  if (!found) return yield* refused();
  const data = dataOf(process);
  const id = yield* files((tree) => tree.read(`${data}/host-id`).trim());
  const me = found.members.find((one) => one.id === id);
  if (found.members.length < 2 || !me) {
    yield* write(2, 'nodetool: Unsupported operation: no other normal nodes in the ring; decommission would be pointless\n');
    return 2;
  }
  const at = yield* now();
  const members = yield* files((tree) => learn(tree, data, [{ ...me, left: true, at }]));
  for (const ip of found.up) if (ip !== me.ip) yield* gossip(ip, members);
  return 0;
}

function* nodetool(process: Process): Sys<number> {
  const [command = 'help'] = process.argv.slice(1);
  switch (command) {
    case 'status':
      return yield* status(process);
    case 'decommission':
      return yield* leave(process);
    case 'drain':
      return (yield* ring(process)) ? 0 : yield* refused();
    case 'version':
      yield* write(1, `ReleaseVersion: ${process.env['CASSANDRA_VERSION'] ?? ''}\n`);
      return 0;
    case 'help':
      yield* write(1, 'usage: nodetool <command> [<args>]\n\nHere there are: decommission, drain, status, version\n');
      return 0;
    default:
      yield* write(2, `nodetool: Found unexpected parameters: [${command}]\nSee 'nodetool help' or 'nodetool help <command>'.\n`);
      return 1;
  }
}

export const programs: Readonly<Record<string, Program>> = { cassandra, nodetool };

export const servers: Readonly<Record<string, Server>> = { cassandra: server };
