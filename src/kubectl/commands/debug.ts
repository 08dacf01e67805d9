/** debug: an ephemeral container in a Pod, a copy of a Pod, or a Pod on a node. Source: kubectl's pkg/cmd/debug. */

import { generateNameSuffix } from '../../api/values/hash.ts';
import { SysError } from '../../kernel/error.ts';
import { files, random, write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { TIMED_OUT } from '../alarm.ts';
import type { CommandBody } from '../cli/command.ts';
import { FILENAME } from '../cli/shared-flags.ts';
import { completeTypeAndName } from '../completion/live.ts';
import { CommandError, StatusError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { at, isObject, type JsonObject, metadataOf, textOf, withValue } from '../json.ts';
import { readYaml, YamlError } from '../output/yaml.ts';
import { strategicPatched } from '../patch/apply.ts';
import { createStrategicPatch } from '../patch/diff.ts';
import { findContainer } from '../pods.ts';
import { type Container, containersOf } from '../podspec.ts';
import { builderOptions, type ResourceInfo, requireObjects, select } from '../resource/builder.ts';
import { pathOf } from '../resource/mapper.ts';
import { watchUntil } from '../wait.ts';
import { builtIn, compact } from './common.ts';
import { applyProfile, PROFILES } from './debug-profiles.ts';
import { attachTo } from './exec.ts';
import { printLogs, REFERENCE } from './run.ts';

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
    { name: 'env', type: 'array', pairs: true, usage: 'Environment variables to set in the container.' },
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
    {
      name: 'set-image',
      type: 'array',
      pairs: true,
      usage: "When used with '--copy-to', a list of name=image pairs for changing container images.",
    },
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
    const profile = flags.string('profile');
    if (!PROFILES.includes(profile)) throw new CommandError(`unknown profile: ${profile}`);
    const custom = yield* customProfile(invocation);
    yield* check(invocation, targets, custom);
    const words: readonly (string | undefined)[] = targets.length > 0 ? targets : [undefined];
    for (const word of words) {
      const resource = word === undefined ? [] : [word.includes('/') ? word : `pods/${word}`];
      const found = yield* requireObjects(invocation, yield* select(invocation, yield* builderOptions(invocation, resource)));
      for (const target of found) yield* debugOne(invocation, target, custom);
    }
  },
};

/** What the flags must be, in the order in which kubectl looks at them. */
function* check({ flags, args, dashAt }: Invocation, targets: readonly string[], custom: JsonObject | undefined): Sys<void> {
  const [image, copy, container, target] = ['image', 'copy-to', 'container', 'target'].map((flag) => flags.string(flag));
  const fail = (message: string): never => {
    throw new CommandError(message);
  };
  const command = dashAt === -1 ? [] : args.slice(dashAt);
  const images = pairsOf(flags.list('set-image'));
  if (flags.changed('attach') && flags.bool('attach') && !image && !container)
    fail('you must specify --container or create a new container using --image in order to attach.');
  if (copy) {
    if (!image && images.size === 0 && command.length === 0) fail('you must specify --image, --set-image or command arguments.');
    if (command.length > 0 && !container && !image) fail('you must specify an existing container or a new image when specifying args.');
  } else {
    for (const flag of ['replace', 'same-node']) if (flags.bool(flag)) fail(`--${flag} may only be used with --copy-to.`);
    if (images.size > 0) fail('--set-image may only be used with --copy-to.');
    if (!image) fail('you must specify --image when not using --copy-to.');
  }
  if (image && !REFERENCE.test(image)) fail(`invalid image name ${JSON.stringify(image)}: invalid reference format`);
  if (targets.length === 0 && flags.list('filename').length === 0) fail('NAME or filename is required for debug');
  const policy = flags.string('image-pull-policy');
  if (!['', 'Always', 'IfNotPresent', 'Never'].includes(policy)) fail(`invalid image pull policy: ${policy}`);
  for (const [name, one] of images)
    if (!REFERENCE.test(one))
      fail(`invalid image name ${JSON.stringify(one)} for container ${JSON.stringify(name)}: invalid reference format`);
  if (target) {
    if (copy) fail('--target is incompatible with --copy-to. Use --share-processes instead.');
    if (!flags.bool('quiet'))
      yield* write(
        1,
        `Targeting container ${JSON.stringify(target)}. If you don't see processes from this container it may be because the container runtime doesn't support this feature.\n`,
      );
  }
  if (flags.bool('tty') && !flags.bool('stdin')) fail('-i/--stdin is required for containers with -t/--tty=true');
  if (custom && ['name', 'command', 'image', 'lifecycle', 'volumeDevices'].some((field) => custom[field] !== undefined))
    fail('name, command, image, lifecycle and volume devices are not modifiable via custom profile');
  if (flags.string('profile') === 'legacy')
    yield* write(
      2,
      '--profile=legacy is deprecated and planned to be removed in v1.39. It is recommended to specify other profile, for example "--profile=general".\n',
    );
}

/** The partial container of --custom, if there is one. */
function* customProfile({ flags }: Invocation): Sys<JsonObject | undefined> {
  const path = flags.string('custom');
  if (path === '') return undefined;
  let text: string;
  try {
    text = yield* files((tree, cwd) => tree.read(tree.resolve(cwd, path)));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw new CommandError(`must pass a container spec json file for custom profile: open ${path}: ${error.message.toLowerCase()}`);
  }
  try {
    const value = readYaml(text)[0] ?? {};
    return isObject(value) ? value : {};
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const reason = error.message.replace(/^(?:error converting YAML to JSON: )?/, 'error converting YAML to JSON: ');
    throw new CommandError(`${path} does not contain a valid container spec: ${reason}`);
  }
}

/** The values of a flag that maps names: `a=b`, or several with commas between. */
function pairsOf(given: readonly string[]): Map<string, string> {
  const pairs = given.flatMap((text) => (text.split('=').length > 2 ? text.split(',') : [text]));
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

function* debugOne(invocation: Invocation, target: ResourceInfo & { object: JsonObject }, custom: JsonObject | undefined): Sys<void> {
  const { flags } = invocation;
  const { kind, group, version } = target.mapping;
  let made: { readonly pod: JsonObject; readonly container: string };
  if (kind === 'Node') made = yield* debugNode(invocation, target.name, custom);
  else if (kind !== 'Pod') throw new CommandError(`"${group}/${version}, Kind=${kind}" not supported by debug`);
  else if (flags.string('copy-to') !== '') made = yield* copyPod(invocation, target, custom);
  else made = yield* addEphemeral(invocation, target, custom);
  const attached = flags.changed('attach') ? flags.bool('attach') : flags.bool('stdin');
  if (attached && made.container !== '') yield* attachWhenRunning(invocation, made.pod, made.container);
}

function* suffix(): Sys<string> {
  const digits: number[] = [];
  for (let index = 0; index < 5; index++) digits.push(yield* random());
  return generateNameSuffix((n) => Math.floor((digits.pop() ?? 0) * n));
}

function* newName({ flags }: Invocation): Sys<string> {
  if (flags.string('container') !== '') return flags.string('container');
  const name = `debugger-${yield* suffix()}`;
  if (!flags.bool('quiet')) yield* write(1, `Defaulting debug container name to ${name}.\n`);
  return name;
}

/** What the flags say of a container. */
function ownFields({ flags, args, dashAt }: Invocation): JsonObject {
  const command = dashAt === -1 ? [] : args.slice(dashAt);
  const env = [...pairsOf(flags.list('env'))].map(([name, value]) => ({ name, value }));
  return compact({
    args: command.length > 0 && flags.bool('arguments-only') ? command : undefined,
    command: command.length > 0 && !flags.bool('arguments-only') ? command : undefined,
    env: env.length > 0 ? env : undefined,
    image: flags.string('image') || undefined,
    imagePullPolicy: flags.string('image-pull-policy') || undefined,
    stdin: flags.bool('stdin') || undefined,
    tty: flags.bool('tty') || undefined,
  }) as JsonObject;
}

/** A list of containers with the partial one of --custom merged into the one of a name. */
function customised(containers: readonly Container[], name: string, custom: JsonObject | undefined): readonly Container[] {
  if (!custom) return containers;
  const at0 = containers.findIndex((one) => one.name === name);
  return containers.map((one, index) => {
    if (index !== at0) return one;
    const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [one] } };
    return at(strategicPatched(pod, { spec: { containers: [{ ...custom, name }] } }), 'spec', 'containers', 0) as Container;
  });
}

function* addEphemeral(
  invocation: Invocation,
  { mapping, namespace, name, object }: ResourceInfo & { object: JsonObject },
  custom: JsonObject | undefined,
): Sys<{ pod: JsonObject; container: string }> {
  const { flags } = invocation;
  const container = yield* newName(invocation);
  const target = flags.string('target');
  const own = { ...ownFields(invocation), name: container, resources: {}, terminationMessagePolicy: 'File' };
  const one = target === '' ? own : { ...own, targetContainerName: target };
  const others = (at(object, 'spec', 'ephemeralContainers') ?? []) as readonly JsonObject[];
  const before = withValue(object, ['spec', 'ephemeralContainers'], [...others, one]);
  const spec = applyProfile(flags.string('profile'), 'ephemeral', before['spec'] as JsonObject, container);
  const ephemeral = customised(spec['ephemeralContainers'] as readonly Container[], container, custom);
  yield* warnOfUser(ephemeral[ephemeral.length - 1] as Container, spec);
  const patch = createStrategicPatch(object, { ...before, spec: { ...spec, ephemeralContainers: ephemeral } });
  const client = yield* invocation.client();
  return { pod: yield* client.patch(pathOf(mapping, namespace, name, 'ephemeralcontainers'), 'strategic', patch), container };
}

/** Capabilities are of little use to a user who is not root. */
function* warnOfUser(container: Container | undefined, spec: JsonObject): Sys<void> {
  const user = at(spec, 'securityContext', 'runAsUser');
  const context = container?.['securityContext'];
  if (!user || !isObject(context) || context['runAsUser'] === 0) return;
  const added = at(context, 'capabilities', 'add') as readonly string[] | undefined;
  if (context['privileged'] !== true && !added?.length) return;
  yield* write(
    2,
    'Warning: Non-root user is configured for the entire target Pod, and some capabilities granted by debug profile may not work. Please consider using "--custom" with a custom profile that specifies "securityContext.runAsUser: 0".\n',
  );
}

function* copyPod(
  invocation: Invocation,
  { mapping, namespace, name, object }: ResourceInfo & { object: JsonObject },
  custom: JsonObject | undefined,
): Sys<{ pod: JsonObject; container: string }> {
  const { flags, args, dashAt } = invocation;
  const images = pairsOf(flags.list('set-image'));
  const { nodeName, ephemeralContainers: _, ...rest } = object['spec'] as JsonObject;
  let spec: JsonObject = compact({
    ...rest,
    nodeName: flags.bool('same-node') ? nodeName : undefined,
    containers: containersOf(rest).map((one) => ({ ...one, image: images.get(one.name ?? '') ?? images.get('*') ?? one.image })),
  });
  if (flags.changed('share-processes')) spec = { ...spec, shareProcessNamespace: flags.bool('share-processes') };
  const wanted = flags.string('container');
  const lists = ['containers', 'initContainers'].map((field) => (spec[field] ?? []) as readonly Container[]);
  const exists = lists.some((list) => list.some((one) => one.name === wanted));
  let container = wanted;
  if (!exists && flags.string('image') === '') {
    if (images.size === 0) throw new CommandError('you must specify image when creating new container');
    // Only images are changed: no container to look into, and no profile.
    container = '';
  } else {
    if (!exists) {
      container = yield* newName(invocation);
      spec = { ...spec, containers: [...containersOf(spec), { name: container, resources: {}, terminationMessagePolicy: 'File' }] };
    }
    const own = ownFields(invocation);
    const changed = (one: Container): Container => {
      if (one.name !== container) return one;
      const { stdin: _in, tty: _tty, ...kept } = one;
      if (dashAt !== -1 && args.length > dashAt && !flags.bool('arguments-only')) delete (kept as { args?: unknown }).args;
      return { ...kept, ...own } as Container;
    };
    for (const field of ['containers', 'initContainers'])
      if (spec[field] !== undefined) spec = { ...spec, [field]: (spec[field] as readonly Container[]).map(changed) };
    spec = applyProfile(flags.string('profile'), 'copy', spec, container);
    spec = { ...spec, containers: customised(containersOf(spec), container, custom) };
  }
  const bare = container !== '';
  const legacy = flags.string('profile') === 'legacy';
  const keeps = (what: string): boolean => !bare || (flags.bool(`keep-${what}`) && !(legacy && what === 'labels'));
  if (bare && !legacy) {
    const dropped = ['liveness', 'readiness', 'startup'].filter((what) => !keeps(what)).map((what) => `${what}Probe`);
    const without = (one: Container): Container =>
      Object.fromEntries(Object.entries(one).filter(([field]) => !dropped.includes(field))) as Container;
    spec = { ...spec, containers: containersOf(spec).map(without) };
    if (!keeps('init-containers')) spec = compact({ ...spec, initContainers: undefined });
  }
  const made = containersOf(spec).find((one) => one.name === container);
  yield* warnOfUser(made, spec);
  const copy = compact({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: flags.string('copy-to'),
      annotations: keeps('annotations') || legacy ? metadataOf(object).annotations : undefined,
      labels: keeps('labels') ? metadataOf(object).labels : undefined,
    },
    spec,
  });
  const client = yield* invocation.client();
  const pod = yield* client.create(pathOf(mapping, namespace), copy);
  if (flags.bool('replace')) yield* client.delete(pathOf(mapping, namespace, name), { gracePeriodSeconds: 0 });
  return { pod, container };
}

function* debugNode(invocation: Invocation, node: string, custom: JsonObject | undefined): Sys<{ pod: JsonObject; container: string }> {
  const { flags } = invocation;
  const container = flags.string('container') || 'debugger';
  const name = `node-debugger-${node}-${yield* suffix()}`;
  if (!flags.bool('quiet')) yield* invocation.out(`Creating debugging pod ${name} with container ${container} on node ${node}.\n`);
  const plain = {
    containers: [{ ...ownFields(invocation), name: container, resources: {}, terminationMessagePolicy: 'File' }],
    nodeName: node,
    restartPolicy: 'Never',
    tolerations: [{ operator: 'Exists' }],
  };
  const spec = applyProfile(flags.string('profile'), 'node', plain, container);
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { 'app.kubernetes.io/managed-by': 'kubectl-debug' } },
    spec: { ...spec, containers: customised(containersOf(spec), container, custom) },
  };
  const pods = builtIn(yield* invocation.mapper(), 'v1', 'Pod');
  return { pod: yield* (yield* invocation.client()).create(pathOf(pods, yield* invocation.namespace()), pod), container };
}

function* attachWhenRunning(invocation: Invocation, pod: JsonObject, container: string): Sys<void> {
  const { flags } = invocation;
  const { name = '', namespace = '' } = metadataOf(pod);
  const info: ResourceInfo = { mapping: builtIn(yield* invocation.mapper(), 'v1', 'Pod'), name, namespace, source: '' };
  const stateOf = (object: JsonObject): JsonObject =>
    ((['initContainerStatuses', 'containerStatuses', 'ephemeralContainerStatuses'] as const)
      .flatMap((field) => (at(object, 'status', field) ?? []) as JsonObject[])
      .find((one) => one['name'] === container)?.['state'] as JsonObject) ?? {};
  const result = yield* watchUntil<JsonObject>(invocation, info, Infinity, function* (object, event) {
    if (event === 'DELETED') throw new CommandError('pods "" not found');
    if (object === undefined) return undefined;
    const state = stateOf(object);
    if (state['running'] || state['terminated']) return object;
    const message = textOf(at(state, 'waiting', 'message'));
    if (message !== '' && !flags.bool('quiet')) yield* invocation.err(`Warning: container ${container}: ${message}\n`);
    return undefined;
  });
  if (result === TIMED_OUT) return;
  const found = findContainer(result, container);
  if (!found) throw new CommandError(`container ${container} not found in pod ${name}`);
  if (stateOf(result)['terminated']) {
    yield* printLogs(invocation, info, container);
    return;
  }
  try {
    yield* attachTo(invocation, result, found, flags.bool('stdin'), flags.bool('tty'), flags.bool('quiet'));
  } catch (error) {
    // It may have ended before anybody could join it.
    if (!(error instanceof StatusError) && !(error instanceof CommandError)) throw error;
    yield* invocation.err(`warning: couldn't attach to pod/${name}, falling back to streaming logs: ${error.message}\n`);
    yield* printLogs(invocation, info, container);
  }
}
