/** exec and attach */
import type { ApiResponse } from '../../api/types.ts';
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody, Flag } from '../cli/command.ts';
import { completeContainers, completePods } from '../completion/live.ts';
import { CommandError, StatusError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { type JsonObject, metadataOf } from '../json.ts';
import { chooseContainer, phaseOf, podsOf } from '../pods.ts';
import type { Container } from '../podspec.ts';
import { runSession, usableTty } from '../remote.ts';
import { builderOptions, getObject, namesOfType, select } from '../resource/builder.ts';
import { readSources } from '../resource/files.ts';

const STREAM_FLAGS: readonly Flag[] = [
  {
    name: 'container',
    shorthand: 'c',
    type: 'string',
    usage: 'Container name. If omitted, the default container of the pod, or its first one.',
    values: completeContainers,
  },
  { name: 'stdin', shorthand: 'i', type: 'bool', usage: 'Pass stdin to the container' },
  { name: 'tty', shorthand: 't', type: 'bool', usage: 'Stdin is a TTY' },
];
const OLD_FORM = 'exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead';
/** What kubectl printed for that form until it was taken away (v1.30 and before). */
const OLD_FORM_WARNING =
  'kubectl exec [POD] [COMMAND] is DEPRECATED and will be removed in a future version. Use kubectl exec [POD] -- [COMMAND] instead.';

export const exec: CommandBody = {
  usage: 'exec (POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...]',
  examples: [
    ['Run date in a pod', 'kubectl exec web -- date'],
    ['Run it in one of its containers', 'kubectl exec web -c sidecar -- date'],
    ['Open a shell in a pod', 'kubectl exec -it web -- sh'],
    ['Run a command in a pod of a deployment', 'kubectl exec deploy/web -- date'],
  ],
  flags: [
    { name: 'pod-running-timeout', type: 'duration', default: '1m0s', usage: 'How long to wait until at least one pod is running.' },
    { name: 'filename', shorthand: 'f', type: 'slice', usage: 'to use to exec into the resource' },
    ...STREAM_FLAGS,
    { name: 'quiet', shorthand: 'q', type: 'bool', usage: 'Only print output from the remote session' },
  ],
  complete: completePods,
  *run(invocation) {
    const { flags, args, dashAt } = invocation;
    const filenames = flags.list('filename');
    const resource = args.length > 0 && dashAt !== 0 ? (args[0] as string) : '';
    let command = dashAt > -1 ? args.slice(dashAt) : [];
    if (dashAt === -1 && (args.length > 1 || (args.length > 0 && filenames.length > 0))) {
      if (!invocation.compat2019) {
        yield* invocation.suggest(correctedLine(invocation));
        throw invocation.usageError(OLD_FORM);
      }
      yield* invocation.err(`${OLD_FORM_WARNING}\n`);
      command = args.slice(1);
    }
    if (resource === '' && filenames.length === 0) throw new CommandError('pod, type/name or --filename must be specified');
    if (command.length === 0) throw new CommandError('you must specify at least one command for the container');
    const pod = yield* podFor(invocation, filenames.length > 0 ? yield* fileArgument(filenames) : resource, 'cannot attach to');
    const phase = phaseOf(pod);
    if (phase === 'Succeeded' || phase === 'Failed')
      throw new CommandError(`cannot exec into a container in a completed pod; current phase is ${phase}`);
    const container = yield* chooseContainer(
      pod,
      flags.string('container'),
      flags.bool('quiet') ? undefined : (text) => invocation.err(text),
    );
    const raw = yield* usableTty(invocation, flags.bool('stdin'), flags.bool('tty'), flags.bool('quiet'));
    yield* connect(invocation, pod, container, 'exec', { command, stdin: flags.bool('stdin'), raw });
  },
};

/** The refused line with `--` where v1.36 wants it. */
function correctedLine({ process, args }: Invocation): string {
  const [resource = ''] = args;
  const words = process.argv.slice(1);
  const place = words.indexOf(resource) + 1;
  return ['kubectl', ...words.slice(0, place), '--', ...words.slice(place)].map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** `TYPE/NAME` of the object in a file. */
function* fileArgument(filenames: readonly string[]): Sys<string> {
  const { sources } = yield* readSources(filenames, false);
  const [, kind = 'pod'] = /^\s*"?kind"?:\s*"?(\w+)/m.exec(sources[0]?.text ?? '') ?? [];
  const [, name = ''] = /^\s+"?name"?:\s*"?([\w.-]+)/m.exec(sources[0]?.text ?? '') ?? [];
  return `${kind.toLowerCase()}/${name}`;
}

/** The Pod that `POD` or `TYPE/NAME` means. `patience`: how long to wait for one to run, ms. */
export function* podFor(
  invocation: Invocation,
  resource: string,
  what: string,
  patience = invocation.flags.duration('pod-running-timeout'),
): Sys<JsonObject> {
  const words = namesOfType('pods', [resource]);
  const { infos } = yield* select(invocation, yield* builderOptions(invocation, words, { filenames: [], labelSelector: '' }));
  const [info] = infos as [(typeof infos)[0]];
  const object = { kind: info.mapping.kind, ...(yield* getObject(invocation, info)) };
  if (info.mapping.kind === 'Pod') return object;
  const [pod] = yield* podsOf(invocation, object, what, patience);
  return pod as JsonObject;
}

export interface ConnectOptions {
  readonly command?: readonly string[];
  readonly stdin: boolean;
  /** With a terminal on both ends. */
  readonly raw: boolean;
}

/** A request that becomes a session: whoever refuses it, server or node, kubectl says that there is no connection. */
export function* sent(request: Sys<ApiResponse>): Sys<ApiResponse> {
  try {
    return yield* request;
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    const { message } = error;
    throw new CommandError(message.includes('unable to upgrade connection') ? message : `unable to upgrade connection: ${message}`);
  }
}

/** Starts exec or attach in a container and stays until it ends. */
export function* connect(
  invocation: Invocation,
  pod: JsonObject,
  container: Container,
  subresource: 'exec' | 'attach',
  { command, stdin, raw }: ConnectOptions,
): Sys<void> {
  const { name, namespace } = metadataOf(pod);
  const query: Record<string, string | readonly string[]> = { container: container.name ?? '', stdout: 'true' };
  if (command) query['command'] = command;
  if (stdin) query['stdin'] = 'true';
  if (raw) query['tty'] = 'true';
  else query['stderr'] = 'true';
  const client = yield* invocation.client();
  const { session } = yield* sent(
    client.send({ method: 'POST', path: `/api/v1/namespaces/${namespace}/pods/${name}/${subresource}`, query }),
  );
  if (!session) throw new Error(`the server did not start ${subresource}`);
  yield* runSession(invocation, session, { stdin, raw });
}

export const RECORDED =
  'All commands and output from this session will be recorded in container logs, including credentials and sensitive information passed through the command prompt.';
export const PRESS_ENTER = "If you don't see a command prompt, try pressing enter.";

export const attach: CommandBody = {
  usage: 'attach (POD | TYPE/NAME) -c CONTAINER',
  long: 'Join the process that a container runs: see what it writes, and with -i type to it.',
  examples: [
    ['See what a pod writes', 'kubectl attach web'],
    ['Type to the shell that runs in a pod', 'kubectl attach web -c shell -i -t'],
  ],
  flags: [
    { name: 'pod-running-timeout', type: 'duration', default: '1m0s', usage: 'How long to wait until at least one pod is running.' },
    ...STREAM_FLAGS,
    { name: 'quiet', shorthand: 'q', type: 'bool', usage: 'Only print output from the remote session' },
    { name: 'detach-keys', type: 'string', default: 'ctrl-p,ctrl-q', usage: 'Override the key sequence for detaching a container.' },
  ],
  complete: completePods,
  *run(invocation) {
    const { flags, args } = invocation;
    if (args.length === 0) throw new CommandError('at least 1 argument is required for attach');
    if (args.length > 2)
      throw new CommandError(`expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) saw ${args.length}: [${args.join(' ')}]`);
    if (flags.duration('pod-running-timeout') <= 0) throw new CommandError('--pod-running-timeout must be higher than zero');
    const pod = yield* podFor(invocation, args.join('/'), 'cannot attach to');
    const phase = phaseOf(pod);
    if (phase === 'Succeeded' || phase === 'Failed')
      throw new CommandError(`cannot attach a container in a completed pod; current phase is ${phase}`);
    const container = yield* containerToAttach(invocation, pod);
    yield* attachTo(invocation, pod, container, flags.bool('stdin'), flags.bool('tty'), flags.bool('quiet'));
  },
};

function* containerToAttach(invocation: Invocation, pod: JsonObject): Sys<Container> {
  const { flags } = invocation;
  try {
    return yield* chooseContainer(pod, flags.string('container'), flags.bool('quiet') ? undefined : (text) => invocation.err(text));
  } catch (error) {
    throw error instanceof CommandError ? new CommandError(`cannot attach to the container: ${error.message}`) : error;
  }
}

/** Attaches as `attach` and `run -i` do, with their words around it. */
export function* attachTo(
  invocation: Invocation,
  pod: JsonObject,
  container: Container,
  stdin: boolean,
  wantsTty: boolean,
  quiet: boolean,
): Sys<void> {
  const hasTty = container['tty'] === true;
  if (wantsTty && !hasTty && !quiet)
    yield* invocation.err(`error: Unable to use a TTY - container ${container.name} did not allocate one\n`);
  const raw = yield* usableTty(invocation, stdin, hasTty, quiet);
  if (!quiet) yield* invocation.err(`${RECORDED}\n${PRESS_ENTER}\n`);
  yield* connect(invocation, pod, container, 'attach', { stdin, raw });
  if (quiet || !stdin || !raw) return;
  const { name, namespace } = metadataOf(pod);
  yield* invocation.out(`Session ended, resume using 'kubectl attach ${name} -c ${container.name} -n ${namespace} -i -t' command\n`);
}
