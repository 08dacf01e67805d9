/** run: a Pod from the command line; in the kubectl of 2019, a Deployment */
import { now } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { TIMED_OUT } from '../alarm.ts';
import type { CommandBody } from '../cli/command.ts';
import { DRY_RUN, FIELD_MANAGER, filenameFlags, printFlags, SAVE_CONFIG } from '../cli/shared-flags.ts';
import { CommandError, Exit, StatusError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { at, type JsonObject, metadataOf, withValue } from '../json.ts';
import { chooseContainer, phaseOf } from '../pods.ts';
import { type DryRun, dryRunOf, type ResultPrinter, resultPrinter } from '../printer.ts';
import { RECORD, recorded } from '../record.ts';
import type { ResourceInfo } from '../resource/builder.ts';
import { pathOf } from '../resource/mapper.ts';
import { watchUntil } from '../wait.ts';
import { builtIn, compact, parseLabelList, withLastApplied, writeQuery } from './common.ts';
import { deleteAll, deletionFlags } from './delete.ts';
import { attachTo } from './exec.ts';
import { applyOverrides, OVERRIDE_FLAGS } from './overrides.ts';
import { parseEnv } from './set.ts';

/** An image reference: [host[:port]/]path[:tag][@digest]. */
export const REFERENCE =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::\d+)?\/)?[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$/;
const POLICIES = ['Always', 'OnFailure', 'Never'];
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];
/** What kubectl 1.15 said when `run` made a Deployment. */
const GENERATOR_WARNING =
  'kubectl run --generator=deployment/apps.v1 is DEPRECATED and will be removed in a future version. Use kubectl run --generator=run-pod/v1 or kubectl create instead.';

export const run: CommandBody = {
  usage:
    'run NAME --image=image [--env="key=value"] [--port=port] [--dry-run=server|client] [--overrides=inline-json] [--command] -- [COMMAND] [args...]',
  long: 'Create a pod that runs an image, and with -i or --attach join it.',
  examples: [
    ['Start a pod that runs nginx', 'kubectl run web --image=nginx'],
    ['Let it expose port 5701', 'kubectl run cache --image=redis --port=5701'],
    ['Set environment variables and labels', 'kubectl run web --image=nginx --env="MODE=prod" --labels="app=web,env=prod"'],
    ['Only print the pod that would be made', 'kubectl run web --image=nginx --dry-run=client -o yaml'],
    ['Open a shell in a throw-away pod', 'kubectl run -it --rm shell --image=busybox --restart=Never -- sh'],
  ],
  flags: [
    ...deletionFlags,
    ...filenameFlags('to use to replace the resource.'),
    ...printFlags(),
    DRY_RUN,
    { name: 'annotations', type: 'array', usage: 'Annotations to apply to the pod.' },
    { name: 'image', type: 'string', required: true, usage: 'The image for the container to run.' },
    {
      name: 'image-pull-policy',
      type: 'string',
      usage: 'The image pull policy for the container. If empty, the server decides.',
      values: PULL_POLICIES,
    },
    {
      name: 'rm',
      type: 'bool',
      usage:
        "If true, delete the pod after it exits. Only valid when attaching to the container, e.g. with '--attach' or with '-i/--stdin'.",
    },
    { name: 'env', type: 'array', usage: 'Environment variables to set in the container.' },
    { name: 'port', type: 'string', usage: 'The port that this container exposes.' },
    { name: 'labels', shorthand: 'l', type: 'string', usage: 'Comma separated labels to apply to the pod. Will override previous values.' },
    { name: 'stdin', shorthand: 'i', type: 'bool', usage: 'Keep stdin open on the container in the pod, even if nothing is attached.' },
    { name: 'tty', shorthand: 't', type: 'bool', usage: 'Allocate a TTY for the container in the pod.' },
    { name: 'attach', type: 'bool', usage: "If true, wait for the pod to run and attach to it. The default with '-i/--stdin'." },
    { name: 'leave-stdin-open', type: 'bool', usage: 'If true, stdin stays open after the first attach ends.' },
    {
      name: 'restart',
      type: 'string',
      default: 'Always',
      usage: 'The restart policy for this Pod. Legal values [Always, OnFailure, Never].',
      values: POLICIES,
    },
    { name: 'command', type: 'bool', usage: "If true, the words after -- are the container's command rather than its arguments." },
    { name: 'expose', type: 'bool', usage: 'If true, create a ClusterIP service associated with the pod. Requires `--port`.' },
    { name: 'quiet', shorthand: 'q', type: 'bool', usage: 'If true, suppress prompt messages.' },
    { name: 'privileged', type: 'bool', usage: 'If true, run the container in privileged mode.' },
    { name: 'detach-keys', type: 'string', default: 'ctrl-p,ctrl-q', usage: 'Override the key sequence for detaching a container.' },
    FIELD_MANAGER('kubectl-run'),
    RECORD,
    ...OVERRIDE_FLAGS,
    SAVE_CONFIG,
    { name: 'pod-running-timeout', type: 'duration', default: '1m0s', usage: 'How long to wait until the pod is running.' },
  ],
  *run(invocation) {
    const { flags, args, dashAt } = invocation;
    const dryRun = yield* dryRunOf(invocation);
    const print = yield* resultPrinter(invocation, dryRun, { typed: true });
    const stdin = flags.bool('stdin');
    const attached = flags.changed('attach') ? flags.bool('attach') : stdin;
    const [name] = args;
    if (name === undefined || dashAt === 0) throw invocation.usageError('NAME is required for run');
    const image = flags.string('image');
    if (image === '') throw new CommandError('--image is required');
    if (!REFERENCE.test(image)) throw new CommandError(`Invalid image name ${JSON.stringify(image)}: invalid reference format`);
    if (flags.bool('tty') && !stdin) throw invocation.usageError('-i/--stdin is required for containers with -t/--tty=true');
    if (flags.bool('expose') && flags.string('port') === '') throw invocation.usageError('--port must be set when exposing a service');
    const restart = flags.string('restart') || (stdin ? 'OnFailure' : 'Always');
    if (!POLICIES.includes(restart)) throw invocation.usageError(`invalid restart policy: ${restart}`);
    if (!attached && flags.bool('rm')) throw invocation.usageError('--rm should only be used for attached containers');
    if (attached && dryRun !== 'none')
      throw invocation.usageError("--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)");
    const pull = flags.string('image-pull-policy');
    if (pull !== '' && !PULL_POLICIES.includes(pull)) throw invocation.usageError(`invalid image pull policy: ${pull}`);
    if (name === '') throw new CommandError('Parameter: name is required');
    const pod = applyOverrides(flags, compact(yield* podFrom(invocation, name, restart)));
    if (invocation.compat2019 && !flags.changed('restart') && !attached) return yield* runDeployment(invocation, name, pod, dryRun, print);
    const created = yield* make(invocation, pod, dryRun);
    const services: JsonObject[] = [];
    if (flags.bool('expose')) {
      const service = yield* make(invocation, compact(serviceFor(invocation, name)), dryRun);
      services.push(service);
      yield* print(service, 'created');
      if (flags.string('output') === 'yaml') yield* invocation.out('---\n');
    }
    if (!attached) return yield* print(created, 'created');
    try {
      yield* attachToNew(invocation, created, restart);
    } finally {
      if (flags.bool('rm')) yield* removeAll(invocation, [created, ...services]);
    }
  },
};

function* podFrom({ flags, args }: Invocation, name: string, restart: string): Sys<JsonObject> {
  const words = args.slice(1);
  const port = flags.string('port');
  if (port !== '' && !/^[+-]?\d+$/.test(port)) throw new CommandError(`strconv.Atoi: parsing ${JSON.stringify(port)}: invalid syntax`);
  const annotations = flags.list('annotations').map((one) => {
    const equals = one.indexOf('=');
    if (equals <= 0) throw new CommandError(`invalid annotations format: ${one}`);
    return [one.slice(0, equals), one.slice(equals + 1)] as const;
  });
  const bad = flags.list('env').find((one) => !one.includes('=') || one.startsWith('='));
  if (bad !== undefined) throw new CommandError(`invalid env: ${bad}`);
  const { set } = yield* parseEnv(flags.list('env'));
  const on = (flag: string): true | undefined => (flags.bool(flag) ? true : undefined);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      annotations: annotations.length > 0 ? Object.fromEntries(annotations) : undefined,
      labels: flags.string('labels') === '' ? { run: name } : parseLabelList(flags.string('labels')),
      name,
    },
    spec: {
      containers: [
        {
          args: words.length > 0 && !flags.bool('command') ? words : undefined,
          command: words.length > 0 && flags.bool('command') ? words : undefined,
          env: set.length > 0 ? set : undefined,
          image: flags.string('image'),
          imagePullPolicy: flags.string('image-pull-policy') || undefined,
          name,
          ports: port === '' ? undefined : [{ containerPort: Number(port) }],
          resources: {},
          securityContext: flags.bool('privileged') ? { privileged: true } : undefined,
          stdin: on('stdin'),
          stdinOnce: flags.bool('stdin') && !flags.bool('leave-stdin-open') ? true : undefined,
          tty: on('tty'),
        },
      ],
      dnsPolicy: 'ClusterFirst',
      restartPolicy: restart,
    },
    status: {},
  };
}

function serviceFor({ flags }: Invocation, name: string): JsonObject {
  const port = Number(flags.string('port'));
  const selector = flags.string('labels') === '' ? { run: name } : parseLabelList(flags.string('labels'));
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { labels: flags.string('labels') === '' ? undefined : selector, name },
    spec: { ports: [{ port, protocol: 'TCP', targetPort: port }], selector },
    status: { loadBalancer: {} },
  };
}

/** Sends the object, unless --dry-run=client. */
function* make(invocation: Invocation, object: JsonObject, dryRun: DryRun): Sys<JsonObject> {
  const { namespace, explicitNamespace } = yield* invocation.target();
  // Asked for also where nothing is sent: run does not go without a server.
  const mapper = yield* invocation.mapper();
  if (dryRun === 'client') return explicitNamespace ? withValue(object, ['metadata', 'namespace'], namespace) : object;
  const mapping = builtIn(mapper, String(object['apiVersion']), String(object['kind']));
  const body = recorded(invocation, invocation.flags.bool('save-config') ? withLastApplied(object) : object);
  return yield* (yield* invocation.client()).create(pathOf(mapping, namespace), body, writeQuery(dryRun));
}

function* runDeployment(invocation: Invocation, name: string, pod: JsonObject, dryRun: DryRun, print: ResultPrinter): Sys<void> {
  yield* invocation.err(`${GENERATOR_WARNING}\n`);
  const { labels } = metadataOf(pod);
  const {
    restartPolicy: _restart,
    dnsPolicy: _dns,
    ...spec
  } = pod['spec'] as JsonObject & { restartPolicy?: unknown; dnsPolicy?: unknown };
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { labels, name },
    spec: { replicas: 1, selector: { matchLabels: labels }, strategy: {}, template: { metadata: { labels }, spec } },
    status: {},
  };
  yield* print(yield* make(invocation, deployment, dryRun), 'created');
  if (!invocation.flags.bool('expose')) return;
  yield* print(yield* make(invocation, compact(serviceFor(invocation, name)), dryRun), 'created');
}

function* podInfo(invocation: Invocation, pod: JsonObject): Sys<ResourceInfo> {
  const { name = '', namespace = '' } = metadataOf(pod);
  return { mapping: builtIn(yield* invocation.mapper(), 'v1', 'Pod'), name, namespace, source: '' };
}

/** Waits until the Pod runs, joins it, and ends with the container's exit code where the Pod then ends. */
function* attachToNew(invocation: Invocation, created: JsonObject, restart: string): Sys<void> {
  const { flags } = invocation;
  const info = yield* podInfo(invocation, created);
  const limit = flags.duration('pod-running-timeout');
  const pod = yield* waitFor(
    invocation,
    info,
    limit,
    (one) => ['Succeeded', 'Failed'].includes(phaseOf(one)) || (phaseOf(one) === 'Running' && isReady(one)),
  );
  const container = yield* chooseContainer(pod, '');
  if (phaseOf(pod) === 'Running') {
    const printed = yield* printLogs(invocation, info, container.name ?? '');
    try {
      yield* attachTo(invocation, pod, container, flags.bool('stdin'), flags.bool('tty'), flags.bool('quiet'));
    } catch (error) {
      if (!(error instanceof StatusError) && !(error instanceof CommandError)) throw error;
      yield* invocation.err(`warning: couldn't attach to pod/${info.name}, falling back to streaming logs: ${error.message}\n`);
      yield* printLogs(invocation, info, container.name ?? '', printed.length);
    }
  } else yield* printLogs(invocation, info, container.name ?? '');
  if (flags.bool('leave-stdin-open') || restart === 'Always') return;
  const ended = yield* waitFor(
    invocation,
    info,
    limit,
    (one) => phaseOf(one) === 'Succeeded' || (restart === 'Never' && phaseOf(one) === 'Failed'),
  );
  if (phaseOf(ended) === 'Succeeded') return;
  const [first] = (at(ended, 'status', 'containerStatuses') ?? []) as JsonObject[];
  const terminated = at(first, 'state', 'terminated') as JsonObject | undefined;
  const code = Number(terminated?.['exitCode'] ?? 0);
  if (code === 0) throw new CommandError(`pod ${info.namespace}/${info.name} failed with unknown exit code`);
  throw new Exit(
    code,
    `pod ${info.namespace}/${info.name} terminated (${String(terminated?.['reason'] ?? '')})\n${String(terminated?.['message'] ?? '')}`,
  );
}

function isReady(pod: JsonObject): boolean {
  return ((at(pod, 'status', 'conditions') ?? []) as JsonObject[]).some((one) => one['type'] === 'Ready' && one['status'] === 'True');
}

function* waitFor(invocation: Invocation, info: ResourceInfo, limitMs: number, done: (pod: JsonObject) => boolean): Sys<JsonObject> {
  // biome-ignore lint/correctness/useYield: one of several that are generators
  const result = yield* watchUntil<JsonObject>(invocation, info, (yield* now()) + limitMs, function* (object, event) {
    if (object === undefined || event === 'DELETED') throw new CommandError(`pods ${JSON.stringify(info.name)} not found`);
    return done(object) ? object : undefined;
  });
  if (result === TIMED_OUT) throw new CommandError('timed out waiting for the condition');
  return result;
}

/** Prints the logs from a place on, and returns what they are. */
export function* printLogs(invocation: Invocation, { namespace, name }: ResourceInfo, container: string, from = 0): Sys<string> {
  try {
    const { body } = yield* (yield* invocation.client()).send({
      method: 'GET',
      path: `/api/v1/namespaces/${namespace}/pods/${name}/log`,
      query: { container },
    });
    if (typeof body !== 'string') return '';
    yield* invocation.out(body.slice(from));
    return body;
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    yield* invocation.err(`warning: couldn't fetch pre-attach logs: ${error.message}\n`);
    return '';
  }
}

function* removeAll(invocation: Invocation, objects: readonly JsonObject[]): Sys<void> {
  const mapper = yield* invocation.mapper();
  const infos = objects.map((object) => {
    const { name = '', namespace = '' } = metadataOf(object);
    return { mapping: builtIn(mapper, String(object['apiVersion']), String(object['kind'])), name, namespace, source: '' };
  });
  yield* deleteAll(invocation, infos, {
    propagationPolicy: 'Background',
    gracePeriod: -1,
    dryRun: 'none',
    ignoreNotFound: true,
    errors: [],
    print: invocation.flags.bool('quiet') ? 'quiet' : 'line',
    wait: false,
    timeoutMs: 0,
  });
}
