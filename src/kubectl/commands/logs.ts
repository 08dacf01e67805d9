/** logs */
import type { ApiResponse } from '../../api/types.ts';
import { DurationError, parseTime } from '../../api/values/duration.ts';
import { receive, spawn, wait, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody } from '../cli/command.ts';
import { SELECTOR } from '../cli/shared-flags.ts';
import { completeContainers, completePods } from '../completion/live.ts';
import { CommandError, isNotFound, StatusError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { type JsonObject, metadataOf } from '../json.ts';
import { chooseContainer, findContainer, podsOf, withKind } from '../pods.ts';
import { containersOf } from '../podspec.ts';
import { builderOptions, fetchObjects, getObject, select } from '../resource/builder.ts';

const USAGE = "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command";
/** Lines shown of each Pod when a selector chose them. */
const SELECTED_TAIL = 10;

export const logs: CommandBody = {
  usage: 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]',
  long: 'Print what a container has written to its standard output and error. A pod with one container needs no container name; of a workload one pod is taken.',
  examples: [
    ['Show the logs of a pod', 'kubectl logs web'],
    ['Show the logs of one of its containers', 'kubectl logs web -c sidecar'],
    ['Follow the logs as they are written', 'kubectl logs -f web'],
    ['Show what the container wrote before it was restarted', 'kubectl logs -p web'],
    ['Show the last lines of all pods with a label, each line with its pod', 'kubectl logs -l app=web --prefix --tail=5'],
    ['Show the logs of a pod of a deployment', 'kubectl logs deployment/web'],
  ],
  flags: [
    { name: 'all-pods', type: 'bool', usage: 'Get logs from all pod(s). Sets prefix to true.' },
    { name: 'all-containers', type: 'bool', usage: "Get all containers' logs in the pod(s)." },
    { name: 'follow', shorthand: 'f', type: 'bool', usage: 'Specify if the logs should be streamed.' },
    { name: 'timestamps', type: 'bool', usage: 'Include timestamps on each line in the log output' },
    { name: 'limit-bytes', type: 'int', usage: 'Maximum bytes of logs to return. Defaults to no limit.' },
    {
      name: 'previous',
      shorthand: 'p',
      type: 'bool',
      usage: 'If true, print the logs of the instance of the container before the present one.',
    },
    {
      name: 'tail',
      type: 'int',
      default: '-1',
      usage: 'Lines of recent log to display. Defaults to -1, all lines; with a selector to 10.',
    },
    { name: 'ignore-errors', type: 'bool', usage: 'If watching / following pod logs, allow for any errors that occur to be non-fatal' },
    {
      name: 'since-time',
      type: 'string',
      usage: 'Only return logs after a specific date (RFC3339). Only one of since-time / since may be used.',
    },
    {
      name: 'since',
      type: 'duration',
      usage: 'Only return logs newer than a relative duration like 5s, 2m, or 3h. Only one of since-time / since may be used.',
    },
    { name: 'container', shorthand: 'c', type: 'string', usage: 'Print the logs of this container', values: completeContainers },
    {
      name: 'insecure-skip-tls-verify-backend',
      type: 'bool',
      usage: 'Skip verifying the identity of the kubelet that logs are requested from.',
    },
    {
      name: 'max-log-requests',
      type: 'int',
      default: '5',
      usage: 'How many logs may be followed at a time when a selector chose them. Defaults to 5.',
    },
    { name: 'prefix', type: 'bool', usage: 'Prefix each log line with the log source (pod name and container name)' },
    { name: 'pod-running-timeout', type: 'duration', default: '20s', usage: 'How long to wait until at least one pod is running.' },
    SELECTOR,
  ],
  complete: completePods,
  *run(invocation) {
    const { flags, args } = invocation;
    const selector = flags.string('selector');
    if (args.length > 2 || (args.length === 0 && selector === '')) throw invocation.usageError(USAGE);
    if (args.length === 1 && selector !== '') throw invocation.usageError('only a selector (-l) or a POD name is allowed');
    if (flags.duration('pod-running-timeout') <= 0) throw new CommandError('--pod-running-timeout must be higher than zero');
    const container = args[1] ?? flags.string('container');
    const sinceTime = flags.string('since-time') === '' ? undefined : checkedTime(flags.string('since-time'));
    const [name] = args;
    const object = name === undefined ? undefined : yield* namedObject(invocation, name);
    const pods = object === undefined ? yield* selectedPods(invocation) : [object];
    if (sinceTime !== undefined && flags.duration('since') !== 0)
      throw new CommandError('at most one of `sinceTime` or `sinceSeconds` may be specified');
    if (flags.bool('all-containers') && container !== '')
      throw new CommandError(`--all-containers=true should not be specified with container name ${container}`);
    if (flags.changed('container') && args.length === 2) throw new CommandError('only one of -c or an inline [CONTAINER] arg is allowed');
    if (flags.int('limit-bytes') < 0) throw new CommandError('--limit-bytes must be greater than 0');
    if (flags.duration('since') < 0) throw new CommandError('--since must be greater than 0');
    if (flags.int('tail') < -1) throw new CommandError('--tail must be greater than or equal to -1');
    const sources = yield* logSources(invocation, pods, container);
    if (flags.bool('follow') && sources.length > 1) {
      const most = flags.int('max-log-requests');
      if (sources.length > most) {
        throw new CommandError(
          `you are attempting to follow ${sources.length} log streams, but maximum allowed concurrency is ${most}, use --max-log-requests to increase the limit`,
        );
      }
      return yield* followAll(invocation, sources);
    }
    for (const source of sources) yield* printLog(invocation, source);
  },
};

function checkedTime(text: string): string {
  try {
    parseTime(text);
    return text;
  } catch (error) {
    if (error instanceof DurationError) throw new CommandError(error.message);
    throw error;
  }
}

/** The Pod or workload that the argument names. */
function* namedObject(invocation: Invocation, name: string): Sys<JsonObject> {
  const { infos } = yield* select(
    invocation,
    yield* builderOptions(invocation, name.includes('/') ? [name] : name === '' ? [] : ['pods', name], { labelSelector: '' }),
  );
  const [info] = infos as [(typeof infos)[0]];
  try {
    return { kind: info.mapping.kind, ...(yield* getObject(invocation, info)) };
  } catch (error) {
    if (isNotFound(error))
      throw new CommandError(`error from server (NotFound): ${error.message} in namespace ${JSON.stringify(info.namespace)}`);
    throw error;
  }
}

function* selectedPods(invocation: Invocation): Sys<JsonObject[]> {
  const selection = yield* select(invocation, yield* builderOptions(invocation, ['pods']));
  const { infos, errors } = yield* fetchObjects(invocation, selection);
  if (errors.length > 0) throw errors[0];
  if (infos.length === 0) yield* invocation.err(`No resources found in ${yield* invocation.namespace()} namespace.\n`);
  return infos.map((info) => withKind(info.object as JsonObject));
}

interface LogSource {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

function* logSources(invocation: Invocation, objects: readonly JsonObject[], container: string): Sys<LogSource[]> {
  const { flags } = invocation;
  const sources: LogSource[] = [];
  for (const object of objects) {
    let pods: readonly JsonObject[] = [object];
    if (object['kind'] !== 'Pod') {
      const all = yield* podsOf(invocation, object, 'cannot get the logs from', flags.duration('pod-running-timeout'));
      pods = flags.bool('all-pods') ? all : all.slice(0, 1);
      if (all.length > 1 && !flags.bool('all-pods'))
        yield* invocation.err(`Found ${all.length} pods, using pod/${metadataOf(all[0] as JsonObject).name}\n`);
    }
    for (const pod of pods) {
      const { name = '', namespace = '' } = metadataOf(pod);
      const spec = pod['spec'] as JsonObject;
      if (flags.bool('all-containers')) {
        const all = [...containersOf(spec, 'initContainers'), ...containersOf(spec), ...containersOf(spec, 'ephemeralContainers')];
        sources.push(...all.map((one) => ({ namespace, pod: name, container: one.name ?? '' })));
      } else sources.push({ namespace, pod: name, container: (yield* logContainer(invocation, pod, container)).name ?? '' });
    }
  }
  return sources;
}

/** As chooseContainer, but a default that is not there is told and passed over. */
function* logContainer(invocation: Invocation, pod: JsonObject, wanted: string) {
  const tell = (text: string) => invocation.err(text);
  const preferred = metadataOf(pod).annotations?.['kubectl.kubernetes.io/default-container'];
  if (wanted === '' && preferred && !findContainer(pod, preferred)) {
    yield* invocation.err(`Default container name ${JSON.stringify(preferred)} not found in pod ${metadataOf(pod).name}\n`);
    return yield* chooseContainer({ ...pod, metadata: { ...metadataOf(pod), annotations: {} } }, wanted, tell);
  }
  return yield* chooseContainer(pod, wanted, invocation.flags.bool('all-pods') ? undefined : tell);
}

function* request(invocation: Invocation, { namespace, pod, container }: LogSource): Sys<ApiResponse> {
  const { flags } = invocation;
  const selected = flags.string('selector') !== '' && !flags.bool('follow') && !flags.changed('tail');
  const tail = selected ? SELECTED_TAIL : flags.int('tail');
  const since = Math.ceil(flags.duration('since') / 1000);
  const query: Record<string, string> = { container };
  if (flags.bool('follow')) query['follow'] = 'true';
  if (flags.bool('previous')) query['previous'] = 'true';
  if (flags.bool('timestamps')) query['timestamps'] = 'true';
  if (tail >= 0) query['tailLines'] = String(tail);
  if (since > 0) query['sinceSeconds'] = String(since);
  if (flags.string('since-time') !== '') query['sinceTime'] = flags.string('since-time');
  if (flags.int('limit-bytes') > 0) query['limitBytes'] = String(flags.int('limit-bytes'));
  return yield* (yield* invocation.client()).send({ method: 'GET', path: `/api/v1/namespaces/${namespace}/pods/${pod}/log`, query });
}

function* printLog(invocation: Invocation, source: LogSource): Sys<void> {
  const { flags } = invocation;
  const prefix = flags.bool('prefix') || flags.bool('all-pods') ? `[pod/${source.pod}/${source.container}] ` : '';
  try {
    const { body, stream } = yield* request(invocation, source);
    if (typeof body === 'string' && body !== '') yield* write(1, prefixed(body, prefix));
    if (!stream) return;
    let rest = '';
    for (;;) {
      const text = yield* receive(stream);
      if (text === null) break;
      // Whole lines only, so that the lines of several logs never mix.
      rest += text;
      const end = rest.lastIndexOf('\n') + 1;
      yield* write(1, prefixed(rest.slice(0, end), prefix));
      rest = rest.slice(end);
    }
    yield* write(1, prefixed(rest, prefix));
  } catch (error) {
    if (!(error instanceof StatusError) || !flags.bool('ignore-errors')) throw error;
    yield* invocation.out(`error: ${error.message}\n`);
  }
}

function prefixed(text: string, prefix: string): string {
  return prefix === '' ? text : text.replace(/^(?=[\s\S])/gm, prefix);
}

/** Follows several logs at a time, each by a process of its own. */
function* followAll(invocation: Invocation, sources: readonly LogSource[]): Sys<void> {
  const pids: number[] = [];
  for (const source of sources) {
    const program = function* (): Sys<number> {
      yield* printLog(invocation, source);
      return 0;
    };
    pids.push(yield* spawn({ program, argv: invocation.process.argv }));
  }
  for (const pid of pids) yield* wait(pid);
}
