/** crictl on a node: what its container runtime knows, in the tables of the real one (source: cri-tools v1.35). */
import { now, write } from '../kernel/sys.ts';
import type { Process, Program, Sys } from '../kernel/types.ts';
import type { Runtime, RuntimeContainer } from './runtime.ts';

const SOCKET = '/run/containerd/containerd.sock';
/** So many digits of an id are shown. */
const SHORT = 13;
/** The narrowest column, and the space between two. */
const [MIN_WIDTH, PADDING] = [20, 3];

/** What the real one can do besides, and what does that here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  attach: 'kubectl attach',
  exec: 'kubectl exec',
  inspect: 'kubectl get pod NAME -o yaml',
  inspecti: 'crictl images --digests',
  inspectp: 'kubectl get pod NAME -o yaml',
  'port-forward': 'kubectl port-forward',
  pull: 'minikube image pull',
  rmi: 'minikube image rm',
  stats: 'kubectl top pod --containers',
  statsp: 'kubectl top pod',
};

/** The program `crictl` of a node with that runtime. */
export const crictl = (runtime: Runtime): Program =>
  function* (process): Sys<number> {
    const [command = '', ...rest] = process.argv.slice(1);
    if (process.env['USER'] !== 'root')
      return yield* fatal(
        `validate service connection: validate CRI v1 runtime API for endpoint "unix://${SOCKET}": rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial unix ${SOCKET}: connect: permission denied"`,
      );
    switch (command) {
      case 'ps':
        return yield* listContainers(runtime, rest);
      case 'pods':
      case 'p':
        return yield* listSandboxes(runtime, rest);
      case 'images':
      case 'image':
      case 'img':
        return yield* listImages(runtime, rest);
      case 'logs':
        return yield* printLogs(runtime, rest);
      case 'stop':
        return yield* stop(runtime, rest);
      case 'version':
        yield* write(1, 'Version:  0.1.0\nRuntimeName:  containerd\nRuntimeVersion:  v2.2.1\nRuntimeApiVersion:  v1\n');
        return 0;
      default:
        return yield* unsupported(process, command);
    }
  };

function* fatal(message: string): Sys<number> {
  yield* write(2, `FATA[0000] ${message}\n`);
  return 1;
}

function* unsupported(process: Process, command: string): Sys<number> {
  const instead = Object.hasOwn(ELSEWHERE, command) ? `: try ${ELSEWHERE[command]}` : '';
  const what = command === '' ? 'a command is wanted: ps, pods, images, logs, stop, version' : `${command} is not supported here${instead}`;
  yield* write(2, `${process.argv[0]}: ${what}\n`);
  return 1;
}

interface Given {
  readonly flags: ReadonlyMap<string, string>;
  readonly words: readonly string[];
}

/** Flags and words. `known`: each flag's letters and name, and whether it takes a value. A string is what is wrong. */
function read(args: readonly string[], known: readonly (readonly [names: string, value: boolean])[]): Given | string {
  const flags = new Map<string, string>();
  const words: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as string;
    if (!word.startsWith('-') || word === '-') {
      words.push(word);
      continue;
    }
    const [name = '', value] = word.replace(/^--?/, '').split('=');
    const found = known.find(([names]) => names.split(' ').includes(name));
    if (!found) return `flag provided but not defined: -${name}`;
    flags.set(found[0].split(' ').at(-1) as string, found[1] ? (value ?? args[++at] ?? '') : 'true');
  }
  return { flags, words };
}

function* listContainers(runtime: Runtime, args: readonly string[]): Sys<number> {
  const given = read(args, [
    ['a all', false],
    ['q quiet', false],
    ['no-trunc', false],
    ['name', true],
    ['p pod', true],
    ['s state', true],
  ]);
  if (typeof given === 'string') return yield* fatal(given);
  const { flags } = given;
  const state = flags.get('state');
  const time = yield* now();
  const cut = flags.has('no-trunc') ? (id: string): string => id : short;
  const found = runtime
    .containers()
    .filter(({ running }) => (state === undefined ? running || flags.has('all') : stateOf(running).toLowerCase() === state.toLowerCase()))
    .filter(({ name }) => new RegExp(flags.get('name') ?? '').test(name))
    .filter(({ sandbox }) => sandbox.id.startsWith(flags.get('pod') ?? ''));
  if (flags.has('quiet')) yield* write(1, found.map(({ id }) => `${id}\n`).join(''));
  else
    yield* write(
      1,
      table(
        ['CONTAINER', 'IMAGE', 'CREATED', 'STATE', 'NAME', 'ATTEMPT', 'POD ID', 'POD', 'NAMESPACE'],
        found.map(({ id, image, createdAt, running, name, attempt, sandbox }) => [
          cut(id),
          cut(digestOf(image)),
          ago(time - createdAt),
          stateOf(running),
          name,
          String(attempt),
          cut(sandbox.id),
          sandbox.name,
          sandbox.namespace,
        ]),
      ),
    );
  return 0;
}

const stateOf = (running: boolean): string => (running ? 'Running' : 'Exited');

function* listSandboxes(runtime: Runtime, args: readonly string[]): Sys<number> {
  const given = read(args, [
    ['q quiet', false],
    ['no-trunc', false],
    ['name', true],
    ['namespace', true],
    ['s state', true],
  ]);
  if (typeof given === 'string') return yield* fatal(given);
  const { flags } = given;
  const time = yield* now();
  const stateName = (ready: boolean): string => (ready ? 'Ready' : 'NotReady');
  const found = runtime
    .sandboxes()
    .filter(({ name }) => new RegExp(flags.get('name') ?? '').test(name))
    .filter(({ namespace }) => new RegExp(flags.get('namespace') ?? '').test(namespace))
    .filter(({ ready }) => (flags.get('state') ?? stateName(ready)).toLowerCase() === stateName(ready).toLowerCase());
  if (flags.has('quiet')) yield* write(1, found.map(({ id }) => `${id}\n`).join(''));
  else
    yield* write(
      1,
      table(
        ['POD ID', 'CREATED', 'STATE', 'NAME', 'NAMESPACE', 'ATTEMPT', 'RUNTIME'],
        found.map(({ id, createdAt, ready, name, namespace }) => [
          flags.has('no-trunc') ? id : short(id),
          ago(time - createdAt),
          stateName(ready),
          name,
          namespace,
          '0',
          '(default)',
        ]),
      ),
    );
  return 0;
}

function* listImages(runtime: Runtime, args: readonly string[]): Sys<number> {
  const given = read(args, [
    ['q quiet', false],
    ['digests', false],
    ['no-trunc', false],
  ]);
  if (typeof given === 'string') return yield* fatal(given);
  const { flags, words } = given;
  const images = runtime.images().filter(({ ref }) => words.length === 0 || words.some((word) => ref.includes(word)));
  if (flags.has('quiet')) yield* write(1, images.map(({ id }) => `sha256:${digestOf(id)}\n`).join(''));
  else {
    const digests = flags.has('digests');
    yield* write(
      1,
      table(
        ['IMAGE', 'TAG', ...(digests ? ['DIGEST'] : []), 'IMAGE ID', 'SIZE'],
        images.map(({ ref, id, size }) => {
          const [, name = ref, tag = '<none>'] = /^(.*):([^:/]+)$/.exec(ref) ?? [];
          const digest = digestOf(id);
          return [name, tag, ...(digests ? [short(digest)] : []), flags.has('no-trunc') ? digest : short(digest), sizeText(size)];
        }),
      ),
    );
  }
  return 0;
}

function* printLogs(runtime: Runtime, args: readonly string[]): Sys<number> {
  const given = read(args, [
    ['tail', true],
    ['p previous', false],
  ]);
  if (typeof given === 'string') return yield* fatal(given);
  const [id] = given.words;
  if (id === undefined) return yield* fatal('ID cannot be empty');
  const container = find(runtime, id);
  if (!container) return yield* fatal(notFound(id));
  const wanted = given.flags.has('previous')
    ? runtime
        .containers()
        .find(
          ({ name, sandbox, attempt }) =>
            name === container.name && sandbox.id === container.sandbox.id && attempt === container.attempt - 1,
        )
    : container;
  const tail = given.flags.get('tail');
  yield* write(1, wanted?.log(tail === undefined ? undefined : Number(tail)) ?? '');
  return 0;
}

/** Its default is not to wait for the container's own end. */
function* stop(runtime: Runtime, args: readonly string[]): Sys<number> {
  const given = read(args, [['t timeout', true]]);
  if (typeof given === 'string') return yield* fatal(given);
  if (given.words.length === 0) return yield* fatal('ID cannot be empty');
  for (const id of given.words) {
    const container = find(runtime, id);
    if (!container) return yield* fatal(notFound(id));
    if (container.running) container.kill();
    yield* write(1, `${id}\n`);
  }
  return 0;
}

function find(runtime: Runtime, id: string): RuntimeContainer | undefined {
  return runtime.containers().find((container) => container.id.startsWith(id));
}

const notFound = (id: string): string =>
  `rpc error: code = NotFound desc = an error occurred when try to find container ${JSON.stringify(id)}: not found`;

const short = (id: string): string => id.slice(0, SHORT);
const digestOf = (image: string): string => image.replace(/^.*sha256:/, '');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(MIN_WIDTH, ...all.map((row) => (row[at] as string).length + PADDING)));
  return all.map((row) => `${row.map((cell, at) => (at < row.length - 1 ? cell.padEnd(widths[at] as number) : cell)).join('')}\n`).join('');
}

/** Docker's words for a span of time. */
function ago(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [minutes, hours] = [Math.floor(seconds / 60), Math.floor(seconds / 3600 + 0.5)];
  const text =
    seconds < 1
      ? 'Less than a second'
      : seconds === 1
        ? '1 second'
        : seconds < 60
          ? `${seconds} seconds`
          : minutes === 1
            ? 'About a minute'
            : minutes < 60
              ? `${minutes} minutes`
              : hours === 1
                ? 'About an hour'
                : hours < 48
                  ? `${hours} hours`
                  : hours < 24 * 14
                    ? `${Math.floor(hours / 24)} days`
                    : `${Math.floor(hours / 24 / 7)} weeks`;
  return `${text} ago`;
}

/** `72.3MB`: three digits, units of a thousand. */
function sizeText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  for (; size >= 1000 && unit < 4; unit++) size /= 1000;
  return `${Number(size.toPrecision(3))}${['B', 'kB', 'MB', 'GB', 'TB'][unit]}`;
}
