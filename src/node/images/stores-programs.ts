/** MongoDB, memcached and etcd: they listen, and their clients know what probes ask. */
import { device, now, write } from '../../kernel/sys.ts';
import type { Process, Program, Sys } from '../../kernel/types.ts';
import type { ConnectResult } from '../../network/types.ts';
import { awaitSignal, exec, listen } from './daemon.ts';
import type { Server } from './family.ts';

function* mongod(process: Process): Sys<number> {
  const command = process.argv.slice(1);
  // The entrypoint takes flags for mongod's.
  if (process.argv[0]?.startsWith('/docker-entrypoint') && command[0] !== 'mongod' && !command[0]?.startsWith('-'))
    return yield* exec(process, command);
  const time = new Date(yield* now()).toISOString().replace('Z', '+00:00');
  if (!(yield* listen(27017, 'grpc', {}))) return 48;
  yield* write(
    1,
    `{"t":{"$date":"${time}"},"s":"I",  "c":"NETWORK",  "id":23016,   "ctx":"listener","msg":"Waiting for connections","attr":{"port":27017,"ssl":"off"}}\n`,
  );
  yield* awaitSignal(['SIGTERM', 'SIGINT']);
  return 0;
}

/** `mongosh --eval "db.adminCommand('ping')"`: what probes ask, and little else. */
function* mongosh(process: Process): Sys<number> {
  const at = process.argv.findIndex((word) => word === '--eval' || word.startsWith('--eval='));
  const asked = at < 0 ? undefined : (/^--eval=([^]*)$/.exec(process.argv[at] as string)?.[1] ?? process.argv[at + 1]);
  const host = process.argv.find((word, index) => index > 0 && /^mongodb:/.test(word)) ?? process.argv[process.argv.indexOf('--host') + 1];
  const address = process.argv.includes('--host') || host?.startsWith('mongodb:') ? (host as string) : 'mongodb://127.0.0.1:27017';
  const [, name = '', port = '27017'] = /^(?:mongodb:\/\/)?(?:[^@/]*@)?([^:/]+)(?::(\d+))?/.exec(address) ?? [];
  const found = yield* device<ConnectResult>('network', { op: 'connect', host: name, port: Number(port) });
  if (found.failure) {
    yield* write(1, `MongoNetworkError: connect ECONNREFUSED ${found.address ?? name}:${port}\n`);
    return 1;
  }
  const answer = /['"]?ping['"]?/.test(asked ?? '')
    ? /\.ok\b/.test(asked ?? '')
      ? '1'
      : '{ ok: 1 }'
    : /db\.version\(\)/.test(asked ?? '')
      ? (process.env['MONGO_VERSION'] ?? '')
      : undefined;
  if (answer === undefined) {
    yield* write(2, "mongosh: here only --eval with db.adminCommand('ping') and db.version() is known\n");
    return 1;
  }
  yield* write(1, `${answer}\n`);
  return 0;
}

function* memcached(): Sys<number> {
  if (!(yield* listen(11211, 'grpc', {}))) return 71;
  yield* awaitSignal(['SIGTERM', 'SIGINT']);
  return 0;
}

/** `{"level":"info",...}`: etcd's log line. */
function* etcd(process: Process): Sys<number> {
  const urls = process.argv.find((_, at) => process.argv[at - 1] === '--listen-client-urls') ?? 'http://localhost:2379';
  const port = Number(/:(\d+)\/?$/.exec(urls.split(',')[0] ?? '')?.[1] ?? 2379);
  const time = new Date(yield* now()).toISOString();
  if (!(yield* listen(port, 'grpc', { grpc: 'SERVING' }))) {
    yield* write(2, `{"level":"fatal","ts":"${time}","msg":"listen tcp 0.0.0.0:${port}: bind: address already in use"}\n`);
    return 1;
  }
  yield* write(
    2,
    `{"level":"info","ts":"${time}","caller":"embed/serve.go:187","msg":"serving client traffic insecurely","traffic":"grpc+http","address":"[::]:${port}"}\n`,
  );
  yield* awaitSignal(['SIGTERM', 'SIGINT']);
  return 0;
}

export const stores: Readonly<Record<string, Program>> = {
  mongod,
  mongosh,
  '/docker-entrypoint.sh mongod': mongod,
  memcached,
  etcd,
  '/usr/local/bin/etcd': etcd,
};

/** Speaks no HTTP/1.1: who sends that gets nothing back. */
export const silent: Server = () => ({ response: 'empty' });
