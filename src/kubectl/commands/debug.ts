/** debug: an ephemeral container in a Pod, a copy of a Pod, or a Pod on a node */

import { generateNameSuffix } from '../../api/values/hash.ts';
import { now, random } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { TIMED_OUT } from '../alarm.ts';
import type { CommandBody } from '../cli/command.ts';
import { FILENAME } from '../cli/shared-flags.ts';
import { completeTypeAndName } from '../completion/live.ts';
import { CommandError, StatusError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { at, type JsonObject, metadataOf, withValue } from '../json.ts';
import { createStrategicPatch } from '../patch/diff.ts';
import { findContainer } from '../pods.ts';
import { type Container, containersOf } from '../podspec.ts';
import { builderOptions, type ResourceInfo, requireObjects, select } from '../resource/builder.ts';
import { pathOf } from '../resource/mapper.ts';
import { watchUntil } from '../wait.ts';
import { builtIn, compact } from './common.ts';
import { attachTo } from './exec.ts';
import { printLogs } from './run.ts';
import { parseEnv } from './set.ts';

const RUNNING_LIMIT_MS = 60_000;

const PROFILES = ['legacy', 'general', 'baseline', 'restricted', 'netadmin', 'sysadmin'];

export const debug: CommandBody = {
  usage: 'debug (POD | TYPE[[.VERSION].GROUP]/NAME) [ -- COMMAND [args...] ]',
  long: 'Look into a pod or node with tools that are not in its image: by a container added to the running pod, by a copy of the pod, or by a pod on the node.',
  examples: [
    ['Add a container with busybox to a pod and join it', 'kubectl debug web -it --image=busybox'],
    ['Copy a pod and add a container to the copy', 'kubectl debug web -it --image=busybox --copy-to=web-debug'],
    ['Open a shell on a node', 'kubectl debug node/minikube -it --image=busybox'],
  ],
  flags: [
    FILENAME('identifying the resource to debug'),
    {
      name: 'arguments-only',
      type: 'bool',
      usage: 'If specified, everything after -- will be passed to the new container as Args instead of Command.',
    },
    { name: 'attach', type: 'bool', usage: "If true, wait for the container to run and attach to it. The default with '-i/--stdin'." },
    { name: 'container', shorthand: 'c', type: 'string', usage: 'Container name to use for debug container.' },
    { name: 'copy-to', type: 'string', usage: 'Create a copy of the target Pod with this name.' },
    { name: 'replace', type: 'bool', usage: "When used with '--copy-to', delete the original Pod." },
    { name: 'env', type: 'array', usage: 'Environment variables to set in the container.' },
    { name: 'image', type: 'string', usage: 'Container image to use for debug container.' },
    { name: 'image-pull-policy', type: 'string', usage: 'The image pull policy for the container. If empty, the server decides.' },
    {
      name: 'keep-annotations',
      type: 'bool',
      usage: "If true, keep the original pod annotations. (This flag only works when used with '--copy-to')",
    },
    {
      name: 'keep-init-containers',
      type: 'bool',
      default: 'true',
      usage: "Run the init containers for the pod. (This flag only works when used with '--copy-to')",
    },
    {
      name: 'keep-labels',
      type: 'bool',
      usage: "If true, keep the original pod labels. (This flag only works when used with '--copy-to')",
    },
    {
      name: 'keep-liveness',
      type: 'bool',
      usage: "If true, keep the original pod liveness probes. (This flag only works when used with '--copy-to')",
    },
    {
      name: 'keep-readiness',
      type: 'bool',
      usage: "If true, keep the original pod readiness probes. (This flag only works when used with '--copy-to')",
    },
    {
      name: 'keep-startup',
      type: 'bool',
      usage: "If true, keep the original startup probes. (This flag only works when used with '--copy-to')",
    },
    {
      name: 'profile',
      type: 'string',
      default: 'general',
      usage: 'Options are "general", "baseline", "restricted", "netadmin" or "sysadmin".',
      values: PROFILES.slice(1),
    },
    {
      name: 'custom',
      type: 'string',
      usage: 'Path to a JSON or YAML file containing a partial container spec to customize built-in debug profiles.',
    },
    { name: 'quiet', shorthand: 'q', type: 'bool', usage: 'If true, suppress informational messages.' },
    { name: 'same-node', type: 'bool', usage: "When used with '--copy-to', schedule the copy of target Pod on the same node." },
    { name: 'set-image', type: 'array', usage: "When used with '--copy-to', a list of name=image pairs for changing container images." },
    {
      name: 'share-processes',
      type: 'bool',
      default: 'true',
      usage: "When used with '--copy-to', enable process namespace sharing in the copy.",
    },
    { name: 'stdin', shorthand: 'i', type: 'bool', usage: 'Keep stdin open on the container(s) in the pod, even if nothing is attached.' },
    { name: 'target', type: 'string', usage: 'When using an ephemeral container, target processes in this container name.' },
    { name: 'tty', shorthand: 't', type: 'bool', usage: 'Allocate a TTY for the debugging container.' },
  ],
  complete: completeTypeAndName,
  *run(invocation) {
    const { flags, args, dashAt } = invocation;
    const targets = dashAt === -1 ? args : args.slice(0, dashAt);
    if (dashAt === -1 && args.length > 1) throw new CommandError(`debugging multiple targets is not supported: separate a command by --`);
    if (flags.string('image') === '' && flags.string('copy-to') === '')
      throw new CommandError('you must specify --image when not using --copy-to.');
    if (flags.string('image') === '' && flags.list('set-image').length === 0 && dashAt === -1)
      throw new CommandError('you must specify --image, --set-image or command arguments.');
    if (targets.length === 0 && flags.list('filename').length === 0) throw new CommandError('NAME or filename is required for debug');
    if (!PROFILES.includes(flags.string('profile'))) throw new CommandError(`unknown profile: ${flags.string('profile')}`);
    if (flags.bool('tty') && !flags.bool('stdin')) throw new CommandError('-i/--stdin is required for containers with -t/--tty=true');
    if (flags.string('copy-to') === '' && flags.list('set-image').length > 0)
      throw new CommandError('--set-image may only be used with --copy-to');
    if (flags.string('target') !== '' && flags.string('copy-to') !== '')
      throw new CommandError('--target is incompatible with --copy-to. Use --share-processes instead.');
    const words = targets.map((name) => (name.includes('/') ? name : `pods/${name}`));
    const [target] = yield* requireObjects(invocation, yield* select(invocation, yield* builderOptions(invocation, words)));
    if (!target) throw new CommandError('NAME or filename is required for debug');
    const name = flags.string('container') || `debugger-${yield* suffix()}`;
    const container = yield* debugContainer(invocation, name);
    let pod: JsonObject;
    if (target.mapping.kind === 'Node') pod = yield* debugNode(invocation, target.name, container);
    else if (target.mapping.kind !== 'Pod')
      throw new CommandError(`"${target.mapping.group}/${target.mapping.version}, Kind=${target.mapping.kind}" not supported by debug`);
    else if (flags.string('copy-to') !== '') pod = yield* copyPod(invocation, target, container);
    else pod = yield* addEphemeral(invocation, target, container);
    const attached = flags.changed('attach') ? flags.bool('attach') : flags.bool('stdin');
    if (attached) yield* attachWhenRunning(invocation, pod, name);
  },
};

function* suffix(): Sys<string> {
  const digits: number[] = [];
  for (let index = 0; index < 5; index++) digits.push(yield* random());
  return generateNameSuffix((n) => Math.floor((digits.pop() ?? 0) * n));
}

function* debugContainer({ flags, args, dashAt }: Invocation, name: string): Sys<Container> {
  const command = dashAt === -1 ? [] : args.slice(dashAt);
  const { set } = yield* parseEnv(flags.list('env'));
  return compact({
    args: command.length > 0 && flags.bool('arguments-only') ? command : undefined,
    command: command.length > 0 && !flags.bool('arguments-only') ? command : undefined,
    env: set.length > 0 ? set : undefined,
    image: flags.string('image'),
    imagePullPolicy: flags.string('image-pull-policy') || undefined,
    name,
    resources: {},
    stdin: flags.bool('stdin') || undefined,
    terminationMessagePolicy: 'File',
    tty: flags.bool('tty') || undefined,
  }) as Container;
}

function* addEphemeral(
  invocation: Invocation,
  { mapping, namespace, name, object }: ResourceInfo & { object: JsonObject },
  container: Container,
): Sys<JsonObject> {
  const { flags } = invocation;
  const target = flags.string('target');
  if (target !== '' && !flags.bool('quiet'))
    yield* invocation.out(
      `Targeting container ${JSON.stringify(target)}. If you don't see processes from this container it may be because the container runtime doesn't support this feature.\n`,
    );
  if (!flags.changed('container') && !flags.bool('quiet')) yield* invocation.out(`Defaulting debug container name to ${container.name}.\n`);
  const one = { ...container, ...(target !== '' && { targetContainerName: target }) };
  const others = at(object, 'spec', 'ephemeralContainers') as readonly JsonObject[] | undefined;
  const patch = createStrategicPatch(object, withValue(object, ['spec', 'ephemeralContainers'], [...(others ?? []), one]));
  return yield* (yield* invocation.client()).patch(pathOf(mapping, namespace, name, 'ephemeralcontainers'), 'strategic', patch);
}

function* copyPod(
  invocation: Invocation,
  { mapping, namespace, name, object }: ResourceInfo & { object: JsonObject },
  container: Container,
): Sys<JsonObject> {
  const { flags } = invocation;
  if (flags.string('image') !== '' && !flags.changed('container') && !flags.bool('quiet'))
    yield* invocation.out(`Defaulting debug container name to ${container.name}.\n`);
  const spec = object['spec'] as JsonObject;
  const images = new Map(flags.list('set-image').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
  const dropped = ['livenessProbe', 'readinessProbe', 'startupProbe'].filter(
    (_probe, index) => !flags.bool(['keep-liveness', 'keep-readiness', 'keep-startup'][index] as string),
  );
  const copies = containersOf(spec).map((one) => {
    const kept = Object.fromEntries(Object.entries(one).filter(([key]) => !dropped.includes(key)));
    return { ...kept, image: images.get(one.name ?? '') ?? images.get('*') ?? one.image };
  });
  const { nodeName, ephemeralContainers: _ephemeral, ...rest } = spec as JsonObject & { nodeName?: string; ephemeralContainers?: unknown };
  const copy = compact({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: flags.string('copy-to'),
      annotations: flags.bool('keep-annotations') ? metadataOf(object).annotations : undefined,
      labels: flags.bool('keep-labels') ? metadataOf(object).labels : undefined,
    },
    spec: {
      ...rest,
      containers: flags.string('image') === '' ? copies : [...copies, container],
      nodeName: flags.bool('same-node') ? nodeName : undefined,
      shareProcessNamespace: flags.bool('share-processes') || undefined,
    },
  });
  const client = yield* invocation.client();
  if (flags.bool('replace')) yield* client.delete(pathOf(mapping, namespace, name), { propagationPolicy: 'Background' });
  return yield* client.create(pathOf(mapping, namespace), copy);
}

function* debugNode(invocation: Invocation, node: string, container: Container): Sys<JsonObject> {
  const { flags } = invocation;
  const name = `node-debugger-${node}-${yield* suffix()}`;
  if (!flags.bool('quiet')) yield* invocation.out(`Creating debugging pod ${name} with container ${container.name} on node ${node}.\n`);
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { 'app.kubernetes.io/managed-by': 'kubectl-debug' } },
    spec: {
      containers: [{ ...container, volumeMounts: [{ mountPath: '/host', name: 'host-root' }] }],
      hostIPC: true,
      hostNetwork: true,
      hostPID: true,
      nodeName: node,
      restartPolicy: 'Never',
      tolerations: [{ operator: 'Exists' }],
      volumes: [{ hostPath: { path: '/' }, name: 'host-root' }],
    },
  };
  const pods = builtIn(yield* invocation.mapper(), 'v1', 'Pod');
  return yield* (yield* invocation.client()).create(pathOf(pods, yield* invocation.namespace()), pod);
}

function* attachWhenRunning(invocation: Invocation, pod: JsonObject, container: string): Sys<void> {
  const { name = '', namespace = '' } = metadataOf(pod);
  const info: ResourceInfo = { mapping: builtIn(yield* invocation.mapper(), 'v1', 'Pod'), name, namespace, source: '' };
  const running = (object: JsonObject): boolean =>
    (['containerStatuses', 'ephemeralContainerStatuses'] as const).some((field) =>
      ((at(object, 'status', field) ?? []) as JsonObject[]).some(
        (one) =>
          one['name'] === container &&
          at(one, 'state', 'waiting') === undefined &&
          one['state'] !== undefined &&
          Object.keys(one['state'] as object).length > 0,
      ),
    );
  // biome-ignore lint/correctness/useYield: one of several that are generators
  const result = yield* watchUntil<JsonObject>(invocation, info, (yield* now()) + RUNNING_LIMIT_MS, function* (object) {
    if (object === undefined) throw new CommandError(`pods ${JSON.stringify(name)} not found`);
    return running(object) ? object : undefined;
  });
  if (result === TIMED_OUT) throw new CommandError('timed out waiting for the condition');
  const found = findContainer(result, container);
  if (!found) throw new CommandError(`container ${container} is not valid for pod ${name}`);
  const { flags } = invocation;
  try {
    yield* attachTo(invocation, result, found, flags.bool('stdin'), flags.bool('tty'), flags.bool('quiet'));
  } catch (error) {
    // It may have ended before anybody could join it.
    if (!(error instanceof StatusError) && !(error instanceof CommandError)) throw error;
    yield* invocation.err(`warning: couldn't attach to pod/${name}, falling back to streaming logs: ${error.message}\n`);
    yield* printLogs(invocation, info, container);
  }
}
