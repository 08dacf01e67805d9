/** A whole cluster for the tests of nodes: real API server, controllers and network; generic programs of a few lines. */
import { ApiServer } from '../api/server.ts';
import { bootstrap } from '../controllers/bootstrap.ts';
import { freshControllers } from '../controllers/fresh.ts';
import { controllers } from '../controllers/index.ts';
import { runControllers } from '../controllers/run.ts';
import { Kernel } from '../kernel/kernel.ts';
import { files, read, sleep, write } from '../kernel/sys.ts';
import type { Program } from '../kernel/types.ts';
import { kinds } from '../kinds/index.ts';
import type { Event, Pod } from '../kinds/objects.ts';
import { rulesCode } from '../kinds/rules-code.ts';
import type { Container, PodSpec } from '../kinds/types.gen.ts';
import { Network } from '../network/network.ts';
import type { HttpResult } from '../network/types.ts';
import { World } from '../world/world.ts';
import { NodeAgent } from './agent.ts';
import { loadImages } from './images/index.ts';

await rulesCode.load();

await loadImages();

/** `sh -c 'echo x; sleep 1; exit 3'`: words, and nothing else of a shell. */
const sh: Program = function* (process) {
  for (const command of (process.argv[2] ?? '').split(';')) {
    const [name = '', ...args] = command.trim().split(/\s+/);
    if (name === 'echo')
      yield* write(1, `${args.map((arg) => (arg.startsWith('$') ? (process.env[arg.slice(1)] ?? '') : arg)).join(' ')}\n`);
    else if (name === 'sleep') yield* sleep(Number(args[0]) * 1000);
    else if (name === 'exit') return Number(args[0]);
    else if (name === 'touch') yield* files((tree) => tree.write(args[0] as string, ''));
    else if (name === 'fill') yield* files((tree) => tree.write(args[0] as string, 'hello'));
  }
  return 0;
};

const cat: Program = function* (process) {
  const path = process.argv[1];
  if (path === undefined) {
    for (let text = yield* read(0); text !== null; text = yield* read(0)) yield* write(1, text);
    return 0;
  }
  const text = yield* files((tree) => (tree.exists(path) ? tree.read(path) : undefined));
  if (text === undefined) {
    yield* write(2, `cat: can't open '${path}': No such file or directory\n`);
    return 1;
  }
  yield* write(1, text);
  return 0;
};

const env: Program = function* (process) {
  for (const [name, value] of Object.entries(process.env)) yield* write(1, `${name}=${value}\n`);
  return 0;
};

const sleepProgram: Program = function* (process) {
  yield* sleep(process.argv[1] === 'infinity' ? Number.POSITIVE_INFINITY : Number(process.argv[1]) * 1000);
  return 0;
};

export class NodeTest {
  readonly world: World;
  readonly kernel: Kernel;
  readonly api: ApiServer;
  readonly network: Network;
  readonly agent: NodeAgent;

  constructor(nodes = 1, seed = 1) {
    this.world = new World({ seed });
    this.kernel = new Kernel(this.world);
    this.api = new ApiServer(this.world, kinds);
    this.network = new Network(this.world);
    runControllers(this.world, this.api, [...freshControllers, ...controllers]);
    this.agent = new NodeAgent({
      world: this.world,
      server: this.api,
      kernel: this.kernel,
      network: this.network,
      programs: { sh, cat, env, sleep: sleepProgram },
    });
    this.kernel.device('network', this.network.device);
    bootstrap(this.world, this.api, nodes);
    this.kernel.onCrash = (error) => {
      throw error;
    };
    this.run(1000);
  }

  run(ms: number): void {
    this.world.advance(ms);
  }

  /** Creates a Pod as kubectl would: through the API, with defaults. */
  pod(name: string, container: Partial<Container> = {}, spec: Partial<PodSpec> = {}, metadata: Record<string, unknown> = {}): void {
    this.post('/api/v1/namespaces/default/pods', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, ...metadata },
      spec: { containers: [{ name: 'c', image: 'nginx', ...container }], ...spec },
    });
  }

  post(path: string, body: unknown): void {
    const { status, body: answer } = this.api.handle({ method: 'POST', path, body, headers: { 'content-type': 'application/json' } });
    if (status >= 300) throw new Error(JSON.stringify(answer));
  }

  delete(path: string, query: Record<string, string> = {}): void {
    const { status, body } = this.api.handle({ method: 'DELETE', path, query });
    if (status >= 300) throw new Error(JSON.stringify(body));
  }

  get(name: string): Pod {
    const found = this.find(name);
    if (!found) throw new Error(`no pod ${name}`);
    return found;
  }

  find(name: string): Pod | undefined {
    return this.world.store.get<Pod>('pods', 'default', name);
  }

  /** `reason: message` of the Pod's events, in order. */
  events(name: string): string[] {
    return this.world.store
      .list<Event>('events', 'default')
      .filter(({ involvedObject }) => involvedObject?.name === name)
      .sort((a, b) => Number(a.metadata.resourceVersion) - Number(b.metadata.resourceVersion))
      .map(({ reason, message }) => `${reason}: ${message}`);
  }

  logs(name: string, query: Record<string, string> = {}): string {
    const { body } = this.api.handle({ method: 'GET', path: `/api/v1/namespaces/default/pods/${name}/log`, query });
    return typeof body === 'string' ? body : String((body as { message?: string }).message);
  }

  /** Runs a command in the Pod to its end: what it printed, its exit code and the message of a failed start. */
  exec(
    name: string,
    command: readonly string[],
    stdin?: string,
  ): { readonly out: string; readonly err: string; readonly code: number; readonly message?: string } {
    const { session, body } = this.api.handle({
      method: 'POST',
      path: `/api/v1/namespaces/default/pods/${name}/exec`,
      query: { command, ...(stdin !== undefined && { stdin: 'true' }) },
    });
    if (!session) throw new Error(JSON.stringify(body));
    if (stdin !== undefined) {
      session.stdin.push(stdin);
      session.stdin.close();
    }
    this.run(5000);
    const all = (poll: () => string | null | undefined): string => {
      let text = '';
      for (let part = poll(); typeof part === 'string'; part = poll()) text += part;
      return text;
    };
    const exit = session.exit.poll();
    return { out: all(() => session.stdout.poll()), err: all(() => session.stderr.poll()), ...(exit ?? { code: -1 }) };
  }

  curl(host: string, port: number, path = '/', from: 'laptop' | { readonly pod: string } = 'laptop'): HttpResult {
    const pod = from === 'laptop' ? undefined : this.get(from.pod);
    return this.network.http(
      pod ? { kind: 'pod', namespace: 'default', name: pod.metadata.name, uid: pod.metadata.uid } : { kind: 'laptop' },
      {
        method: 'GET',
        scheme: 'http',
        host,
        port,
        path,
        headers: [
          ['Host', `${host}:${port}`],
          ['User-Agent', 'curl/8.5.0'],
          ['Accept', '*/*'],
        ],
      },
    );
  }

  /** `Ready=True` and so on, in order. */
  conditions(name: string): string[] {
    return (this.get(name).status.conditions ?? []).map(({ type, status, reason }) => `${type}=${status}${reason ? ` ${reason}` : ''}`);
  }
}
