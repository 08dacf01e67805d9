/** set image, env, resources, selector, serviceaccount, subject */

import { decode } from '../../api/decode.ts';
import { isStrictEnvVarName } from '../../api/values/names.ts';
import { parseQuantity, QuantityError } from '../../api/values/quantity.ts';
import { readAll } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { LabelSelector } from '../../kinds/types.gen.ts';
import type { Command, CommandBody, Flag } from '../cli/command.ts';
import { DRY_RUN, FIELD_MANAGER, FILENAME, filenameFlags, LOCAL, printFlags, RECURSIVE, SELECTOR } from '../cli/shared-flags.ts';
import { completeTypeAndName } from '../completion/live.ts';
import { CommandError, StatusError, throwAll } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { at, type JsonObject, metadataOf, textOf, withValue } from '../json.ts';
import { parseToLabelSelector } from '../label-selector.ts';
import {
  ChangeError,
  type Container,
  containerPattern,
  containersOf,
  mapContainers,
  type PatchOptions,
  patchObjects,
  podSpecOf,
  withPodSpec,
} from '../podspec.ts';
import { type DryRun, dryRunOf, resultPrinter } from '../printer.ts';
import { RECORD } from '../record.ts';
import { builderOptions, type ResourceInfo, requireKnownKind, requireObjects, select } from '../resource/builder.ts';
import { parsePairs, resourcesAndPairs } from './common.ts';

const ALL: Flag = { name: 'all', type: 'bool', usage: 'Select all resources, in the namespace of the specified resource types' };
const shared = (): readonly Flag[] => [
  ...printFlags(),
  ...filenameFlags('Filename, directory, or URL to files identifying the resource to get from a server.'),
  ALL,
  SELECTOR,
  LOCAL,
  DRY_RUN,
  FIELD_MANAGER('kubectl-set'),
];

interface Prepared {
  readonly infos: readonly ResourceInfo[];
  readonly dryRun: DryRun;
  readonly local: boolean;
  readonly print: PatchOptions['print'];
}

/** The objects that a set command works on, and how it prints them. */
function* prepare(invocation: Invocation, resources: readonly string[], listedErrors = false): Sys<Prepared> {
  const { flags } = invocation;
  const dryRun = yield* dryRunOf(invocation);
  const print = yield* resultPrinter(invocation, dryRun, { typed: true });
  const local = flags.bool('local');
  const selection = yield* select(invocation, yield* builderOptions(invocation, resources, { listedErrors }));
  if (local) throwAll(selection.errors ?? []);
  const infos = local
    ? selection.infos.map((info) => ({ ...info, object: typedObject(info.object ?? {}) }))
    : yield* requireObjects(invocation, selection, { typed: true });
  if (local && dryRun === 'server') throw new CommandError('cannot specify --local and --dry-run=server - did you mean --dry-run=client?');
  return { infos, dryRun, local, print };
}

/** The object as a Go struct would hold it: with the zero values that are always written. */
function typedObject(object: JsonObject): JsonObject {
  const definition = requireKnownKind(textOf(object['apiVersion']), textOf(object['kind']));
  const { value, typeError } = decode(definition, object);
  if (typeError !== undefined) throw new CommandError(`unable to decode: ${typeError}`);
  return value;
}

const image: Command = {
  name: 'image',
  usage: 'image (-f FILENAME | TYPE NAME) CONTAINER_NAME_1=CONTAINER_IMAGE_1 ... CONTAINER_NAME_N=CONTAINER_IMAGE_N',
  short: 'Update the image of a pod template',
  long: 'Give containers another image.\n\n Possible resources include (case insensitive):\n\n  pod (po), replicationcontroller (rc), deployment (deploy), daemonset (ds), statefulset (sts), cronjob (cj), replicaset (rs)',
  examples: [
    ["Give the container 'nginx' of a deployment another image", 'kubectl set image deployment/web nginx=nginx:1.27'],
    ['Give all containers of all deployments the same image', "kubectl set image deployments --all '*=nginx:1.27'"],
  ],
  flags: [...shared(), RECORD],
  complete: completeTypeAndName,
  *run(invocation) {
    const { flags, args } = invocation;
    const { resources, pairs } = resourcesAndPairs(args, 'image');
    const { values: images } = parsePairs(pairs, 'image', false);
    const prepared = yield* prepare(invocation, resources);
    const wrong: Error[] = [];
    if (flags.bool('all') && flags.string('selector') !== '')
      wrong.push(new CommandError('cannot set --all and --selector at the same time'));
    if (resources.length === 0 && flags.list('filename').length === 0)
      wrong.push(new CommandError('one or more resources must be specified as <resource> <name> or <resource>/<name>'));
    if (images.size === 0) wrong.push(new CommandError('at least one image update is required'));
    else if (images.size > 1 && images.has('*'))
      wrong.push(new CommandError('all containers are already specified by *, but saw more than one container_name=container_image pairs'));
    throwAll(wrong);
    const missing: Error[] = [];
    const change = (object: JsonObject): JsonObject =>
      withPodSpec(object, (spec) => {
        const names = [...containersOf(spec), ...containersOf(spec, 'initContainers')].map((one) => one.name ?? '');
        for (const name of images.keys())
          if (name !== '*' && !names.includes(name))
            missing.push(new CommandError(`error: unable to find container named ${JSON.stringify(name)}`));
        return mapContainers(
          spec,
          (name) => images.has(name) || images.has('*'),
          (one) => ({ ...one, image: images.get(one.name ?? '') ?? images.get('*') ?? '' }),
        );
      });
    const errors = yield* patchObjects(invocation, prepared.infos, {
      ...prepared,
      change,
      operation: 'image updated',
      failure: 'failed to patch image update to pod template:',
    });
    throwAll([...missing, ...errors]);
  },
};

const isEnvironmentArgument = (arg: string): boolean => /^[^=]+=/.test(arg) || (arg.endsWith('-') && arg.length > 1) || arg === '-';

const env: Command = {
  name: 'env',
  usage: 'env RESOURCE/NAME KEY_1=VAL_1 ... KEY_N=VAL_N',
  short: 'Update environment variables on a pod template',
  long: 'Set, remove or list environment variables of containers. KEY- removes a variable; a lone - reads KEY=VALUE lines from standard input.',
  examples: [
    ['Set a variable in all containers of a deployment', 'kubectl set env deployment/web MODE=prod'],
    ['List the variables', 'kubectl set env deployment/web --list'],
    ['Take all keys of a config map as variables', 'kubectl set env --from=configmap/app deployment/web'],
    ['Remove a variable', 'kubectl set env deployment/web MODE-'],
  ],
  flags: [
    ...shared(),
    {
      name: 'containers',
      shorthand: 'c',
      type: 'string',
      default: '*',
      usage: 'The names of containers in the selected pod templates to change - may use wildcards',
    },
    { name: 'from', type: 'string', usage: 'The name of a resource from which to inject environment variables' },
    { name: 'prefix', type: 'string', usage: 'Prefix to append to variable names' },
    {
      name: 'env',
      shorthand: 'e',
      type: 'array',
      usage: 'Specify a key-value pair for an environment variable to set into each container.',
    },
    { name: 'keys', type: 'slice', usage: 'Comma-separated list of keys to import from specified resource' },
    { name: 'list', type: 'bool', usage: 'If true, show the variables as they are or would be.' },
    { name: 'resolve', type: 'bool', usage: 'If true, show secret or configmap references when listing variables' },
    {
      name: 'overwrite',
      type: 'bool',
      default: 'true',
      usage: 'If true, variables that are there may get another value; otherwise that is an error.',
    },
  ],
  complete: completeTypeAndName,
  *run(invocation) {
    const { flags, args } = invocation;
    if (flags.bool('all') && flags.string('selector') !== '') throw new CommandError('cannot set --all and --selector at the same time');
    const first = args.findIndex(isEnvironmentArgument);
    const [resources, changes] = first < 0 ? [args, []] : [args.slice(0, first), args.slice(first)];
    if (!changes.every(isEnvironmentArgument))
      throw new CommandError(`all resources must be specified before environment changes: ${args.join(' ')}`);
    if (resources.length === 0 && flags.list('filename').length === 0)
      throw new CommandError('one or more resources must be specified as <resource> <name> or <resource>/<name>');
    if (flags.bool('list') && flags.string('output') !== '') throw new CommandError('--list and --output may not be specified together');
    if (flags.list('keys').length > 0 && flags.string('from') === '')
      throw new CommandError('when specifying --keys, a configmap or secret must be provided with --from');
    const { set, remove } = yield* parseEnv([...flags.list('env'), ...changes]);
    const variables = [...set, ...(yield* fromResource(invocation))].map((one) => ({
      ...one,
      name: flags.string('prefix') + textOf(one['name']),
    }));
    const prepared = yield* prepare(invocation, flags.bool('local') ? [] : resources, true);
    const fits = containerPattern(flags.string('containers'));
    const unmatched: string[] = [];
    const change = (object: JsonObject): JsonObject =>
      withPodSpec(object, (spec) => {
        if (![...containersOf(spec), ...containersOf(spec, 'initContainers')].some((one) => fits(one.name ?? '')))
          unmatched.push(
            `${textOf(object['kind'])}/${metadataOf(object).name ?? ''} does not have any containers matching ${JSON.stringify(flags.string('containers'))}`,
          );
        return mapContainers(spec, fits, (container) => {
          if (!flags.bool('overwrite')) checkNoOverwrites(container, variables);
          const after = updateEnv((container['env'] ?? []) as JsonObject[], variables, remove);
          return after.length > 0 ? { ...container, env: after } : (withValue(container, ['env'], undefined) as Container);
        });
      });
    if (flags.bool('list')) {
      for (const { object = {} } of prepared.infos) yield* listEnv(invocation, change(object), fits);
      for (const warning of unmatched) yield* invocation.err(`Warning: ${warning}\n`);
      return;
    }
    const errors = yield* patchObjects(invocation, prepared.infos, {
      ...prepared,
      change,
      operation: 'env updated',
      failure: 'failed to patch env update to pod template:',
    });
    for (const warning of unmatched) yield* invocation.err(`Warning: ${warning}\n`);
    throwAll(errors);
  },
};

/** Reads KEY=VALUE and KEY- words; `-` stands for lines of standard input. Shared with `run --env`. */
export function* parseEnv(words: readonly string[]): Sys<{ set: JsonObject[]; remove: string[] }> {
  const set: JsonObject[] = [];
  const remove: string[] = [];
  const add = (text: string): void => {
    const equals = text.indexOf('=');
    const name = text.slice(0, equals);
    const errors = isStrictEnvVarName(name);
    if (errors.length > 0) throw new CommandError(`${JSON.stringify(name)} is not a valid key name: ${errors.join(',')}`);
    set.push({ name, value: text.slice(equals + 1) });
  };
  for (const word of words) {
    if (word === '-') {
      for (const line of (yield* readAll(0)).split('\n')) if (line.includes('=') && !line.startsWith('#')) add(line);
    } else if (word.includes('=')) add(word);
    else if (word.endsWith('-')) remove.push(word.slice(0, -1));
    else throw new CommandError(`unknown env: ${word}`);
  }
  for (const name of remove)
    if (set.some((one) => one['name'] === name))
      throw new CommandError('can not both modify and remove the same environment variable in the same command');
  return { set, remove };
}

function* fromResource(invocation: Invocation): Sys<JsonObject[]> {
  const { flags } = invocation;
  if (flags.string('from') === '') return [];
  const selection = yield* select(
    invocation,
    yield* builderOptions(invocation, [flags.string('from')], { filenames: [], labelSelector: '', allowEmptySelector: false }),
  );
  const keys = flags.list('keys');
  const variables: JsonObject[] = [];
  for (const { object, mapping } of yield* requireObjects(invocation, selection)) {
    if (mapping.kind !== 'Secret' && mapping.kind !== 'ConfigMap') throw new CommandError('unsupported resource specified in --from');
    const reference = mapping.kind === 'Secret' ? 'secretKeyRef' : 'configMapKeyRef';
    for (const key of Object.keys((object['data'] ?? {}) as JsonObject).sort()) {
      if (keys.length > 0 && !keys.includes(key)) continue;
      const name = key.replace(/[^a-zA-Z0-9_]/g, '_').toUpperCase();
      if (name !== key) yield* invocation.err(`Warning: key ${key} transferred to ${name}\n`);
      variables.push({ name, valueFrom: { [reference]: { key, name: metadataOf(object).name } } });
    }
  }
  return variables;
}

function checkNoOverwrites(container: Container, variables: readonly JsonObject[]): void {
  for (const { name } of variables) {
    const old = ((container['env'] ?? []) as JsonObject[]).find((one) => one['name'] === name);
    if (old) throw new ChangeError(`'${name}' already has a value (${textOf(old['value'])}), and --overwrite is false`, 'resource');
  }
}

function updateEnv(before: readonly JsonObject[], set: readonly JsonObject[], remove: readonly string[]): JsonObject[] {
  const last = new Map(set.map((one) => [one['name'], one]));
  const kept = before.filter((one) => !remove.includes(textOf(one['name']))).map((one) => last.get(one['name']) ?? one);
  const names = new Set(kept.map((one) => one['name']));
  return [...kept, ...[...last.values()].filter((one) => !names.has(one['name']))];
}

function* listEnv(invocation: Invocation, object: JsonObject, fits: (name: string) => boolean): Sys<void> {
  const spec = podSpecOf(object);
  const resolve = invocation.flags.bool('resolve');
  for (const container of [...containersOf(spec), ...containersOf(spec, 'initContainers')].filter((one) => fits(one.name ?? ''))) {
    yield* invocation.out(`# ${textOf(object['kind'])} ${metadataOf(object).name ?? ''}, container ${container.name ?? ''}\n`);
    const failures = new Map<string, string[]>();
    for (const variable of (container['env'] ?? []) as JsonObject[]) {
      const name = textOf(variable['name']);
      const from = variable['valueFrom'];
      const found: Resolved =
        from === undefined
          ? { value: textOf(variable['value']) }
          : resolve
            ? yield* resolveReference(invocation, object, container, from)
            : {};
      yield* invocation.out(found.value === undefined ? `# ${name} from ${referenceText(from)}\n` : `${name}=${found.value}\n`);
      if (found.failure !== undefined) failures.set(found.failure, [...(failures.get(found.failure) ?? []), name]);
    }
    const lines = [...failures].map(([failure, names]) => `error retrieving reference for ${names.sort().join(', ')}: ${failure}\n`);
    yield* invocation.err(lines.sort().join(''));
  }
}

interface Resolved {
  readonly value?: string;
  readonly failure?: string;
}

/** What a variable's valueFrom stands for, as far as a client can know. */
function* resolveReference(invocation: Invocation, object: JsonObject, container: Container, from: unknown): Sys<Resolved> {
  const data = function* (resource: 'configmaps' | 'secrets', word: string, reference: JsonObject): Sys<Resolved> {
    const [name, key] = [textOf(reference['name']), textOf(reference['key'])];
    try {
      const client = yield* invocation.client();
      const found = yield* client.get(`/api/v1/namespaces/${yield* invocation.namespace()}/${resource}/${name}`);
      const value = at(found, 'data', key);
      if (typeof value !== 'string') return { failure: `key ${key} not found in ${word} ${name}` };
      return { value: resource === 'secrets' ? decodeBase64(value) : value };
    } catch (error) {
      if (error instanceof StatusError) return { failure: error.message };
      throw error;
    }
  };
  const config = at(from, 'configMapKeyRef') as JsonObject | undefined;
  if (config) return yield* data('configmaps', 'config map', config);
  const secret = at(from, 'secretKeyRef') as JsonObject | undefined;
  if (secret) return yield* data('secrets', 'secret', secret);
  const field = at(from, 'fieldRef') as JsonObject | undefined;
  if (field) return fieldValue(metadataOf(object) as JsonObject, textOf(field['fieldPath']));
  const resource = at(from, 'resourceFieldRef') as JsonObject | undefined;
  return resource ? resourceValue(container, resource) : { failure: 'invalid valueFrom' };
}

function decodeBase64(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
}

function fieldValue(metadata: JsonObject, path: string): Resolved {
  const [, map, key] = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path) ?? [];
  if (map !== undefined) return { value: textOf(at(metadata, map, key as string)) };
  const [, whole] = /^metadata\.(labels|annotations)$/.exec(path) ?? [];
  if (whole !== undefined) {
    const entries = Object.entries((metadata[whole] ?? {}) as Record<string, string>).sort(([a], [b]) => (a < b ? -1 : 1));
    return { value: entries.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join('\n') };
  }
  const [, simple] = /^metadata\.(name|namespace|uid)$/.exec(path) ?? [];
  return simple === undefined ? { failure: `unsupported fieldPath: ${path}` } : { value: textOf(metadata[simple]) };
}

function resourceValue(container: Container, { resource, divisor }: JsonObject): Resolved {
  const [, list = '', name = ''] = /^(limits|requests)\.(.+)$/.exec(textOf(resource)) ?? [];
  if (!['cpu', 'memory', 'ephemeral-storage'].includes(name) && !name.startsWith('hugepages-'))
    return { failure: `Unsupported container resource : ${textOf(resource)}` };
  const amount = parseQuantity(textOf(at(container, 'resources', list, name)) || '0').nano;
  const given = parseQuantity(textOf(divisor) || '0').nano;
  const unit = given === 0n ? 10n ** 9n : given;
  return { value: String((amount + unit - 1n) / unit) };
}

function referenceText(from: unknown): string {
  const config = at(from, 'configMapKeyRef') as JsonObject | undefined;
  if (config) return `configmap ${textOf(config['name'])}, key ${textOf(config['key'])}`;
  const secret = at(from, 'secretKeyRef') as JsonObject | undefined;
  if (secret) return `secret ${textOf(secret['name'])}, key ${textOf(secret['key'])}`;
  const field = at(from, 'fieldRef') as JsonObject | undefined;
  if (field) return `field path ${textOf(field['fieldPath'])}`;
  const resource = at(from, 'resourceFieldRef') as JsonObject | undefined;
  if (!resource) return 'invalid valueFrom';
  const container = textOf(resource['containerName']);
  return `resource field ${container === '' ? '' : `${container}.`}${textOf(resource['resource'])}`;
}

const resources: Command = {
  name: 'resources',
  usage: 'resources (-f FILENAME | TYPE NAME)  ([--limits=LIMITS & --requests=REQUESTS]',
  short: 'Update resource requests/limits on objects with pod templates',
  long: 'Set how much CPU and memory containers ask for (--requests) and may use (--limits).',
  examples: [
    [
      'Set the limits of all containers of a deployment',
      'kubectl set resources deployment/web --limits=cpu=200m,memory=512Mi --requests=cpu=100m,memory=256Mi',
    ],
  ],
  flags: [
    ...shared(),
    RECORD,
    {
      name: 'containers',
      shorthand: 'c',
      type: 'string',
      default: '*',
      usage: 'The names of containers in the selected pod templates to change, all containers are selected by default - may use wildcards',
    },
    { name: 'limits', type: 'string', usage: "The most that a container may use. For example, 'cpu=100m,memory=256Mi'." },
    { name: 'requests', type: 'string', usage: "What a container asks for. For example, 'cpu=100m,memory=256Mi'." },
  ],
  complete: completeTypeAndName,
  *run(invocation) {
    const { flags, args } = invocation;
    const prepared = yield* prepare(invocation, args);
    if (flags.bool('all') && flags.string('selector') !== '') throw new CommandError('cannot set --all and --selector at the same time');
    if (flags.string('limits') === '' && flags.string('requests') === '')
      throw new CommandError('you must specify an update to requests or limits (in the form of --requests/--limits)');
    const wanted = { limits: parseResources(flags.string('limits')), requests: parseResources(flags.string('requests')) };
    const fits = containerPattern(flags.string('containers'));
    const missing: Error[] = [];
    const change = (object: JsonObject): JsonObject =>
      withPodSpec(object, (spec) => {
        const names = [...containersOf(spec), ...containersOf(spec, 'initContainers')].map((one) => one.name ?? '');
        if (!names.some(fits)) missing.push(new CommandError(`error: unable to find container named ${flags.string('containers')}`));
        return mapContainers(spec, fits, (container) => {
          const before = (container['resources'] ?? {}) as JsonObject;
          const merged = (list: 'limits' | 'requests'): JsonObject | undefined =>
            wanted[list] && { ...((before[list] ?? {}) as JsonObject), ...wanted[list] };
          const [limits, requests] = [merged('limits'), merged('requests')];
          return { ...container, resources: { ...before, ...(limits && { limits }), ...(requests && { requests }) } };
        });
      });
    const errors = yield* patchObjects(invocation, prepared.infos, {
      ...prepared,
      change,
      operation: 'resource requirements updated',
      failure: 'failed to patch resources update to pod template',
    });
    throwAll([...missing, ...errors]);
  },
};

function parseResources(text: string): Record<string, string> | undefined {
  if (text === '') return undefined;
  const list: Record<string, string> = {};
  for (const part of text.split(',')) {
    const [name = '', quantity, ...more] = part.split('=');
    if (quantity === undefined || more.length > 0) throw new CommandError(`Invalid argument syntax ${part}, expected <resource>=<value>`);
    try {
      parseQuantity(quantity);
    } catch (error) {
      if (error instanceof QuantityError) throw new CommandError(error.message);
      throw error;
    }
    list[name] = quantity;
  }
  return list;
}

const selector: Command = {
  name: 'selector',
  usage: 'selector (-f FILENAME | TYPE NAME) EXPRESSIONS [--resource-version=version]',
  short: 'Set the selector on a resource',
  long: 'Replace the selector of a service. Only services have a selector that can be changed.',
  examples: [['Let a service select other pods', 'kubectl set selector service web app=web,version=v2']],
  flags: [
    ...printFlags(),
    FILENAME('identifying the resource.'),
    { ...RECURSIVE, default: 'true' },
    { name: 'all', type: 'bool', usage: 'Select all resources in the namespace of the specified resource types' },
    LOCAL,
    {
      name: 'resource-version',
      type: 'string',
      usage: 'If non-empty, the selector changes only when this is the current resource version. For a single resource only.',
    },
    DRY_RUN,
    RECORD,
    FIELD_MANAGER('kubectl-set'),
  ],
  complete: completeTypeAndName,
  *run(invocation) {
    const { args } = invocation;
    if (args.length === 0) throw new CommandError('one selector is required');
    const selector = parseToLabelSelector(args[args.length - 1] as string);
    const prepared = yield* prepare(invocation, args.slice(0, -1));
    const labels = selectorLabels(selector);
    const version = invocation.flags.string('resource-version');
    const change = (object: JsonObject): JsonObject => {
      if (object['kind'] !== 'Service') throw new CommandError('setting a selector is only supported for Services');
      return withValue(version === '' ? object : withValue(object, ['metadata', 'resourceVersion'], version), ['spec', 'selector'], labels);
    };
    throwAll(
      yield* patchObjects(invocation, prepared.infos, {
        ...prepared,
        change,
        operation: 'selector updated',
        printUnchanged: true,
      }),
    );
  },
};

/** The labels that a selector asks for; of other requirements a Service knows nothing. */
function selectorLabels({ matchLabels = {}, matchExpressions = [] }: LabelSelector): Readonly<Record<string, string>> {
  if (matchExpressions.length > 0)
    throw new CommandError(
      `match expression [${matchExpressions.map(({ key, operator, values = [] }) => `{${key} ${operator} [${values.join(' ')}]}`).join(' ')}] not supported on this object`,
    );
  return matchLabels;
}

const serviceaccount: Command = {
  name: 'serviceaccount',
  aliases: ['sa'],
  usage: 'serviceaccount (-f FILENAME | TYPE NAME) SERVICE_ACCOUNT',
  short: 'Update the service account of a resource',
  examples: [['Let a deployment run as another service account', 'kubectl set serviceaccount deployment web robot']],
  flags: [...shared().filter((flag) => flag.name !== 'selector'), RECORD],
  complete: completeTypeAndName,
  *run(invocation) {
    const { args } = invocation;
    const name = args[args.length - 1];
    if (name === undefined) throw new CommandError('serviceaccount is required');
    const prepared = yield* prepare(invocation, args.slice(0, -1));
    const change = (object: JsonObject): JsonObject => withPodSpec(object, (spec) => ({ ...spec, serviceAccountName: name }));
    throwAll(
      yield* patchObjects(invocation, prepared.infos, {
        ...prepared,
        change,
        operation: 'serviceaccount updated',
        failure: 'failed to patch ServiceAccountName:',
        printUnchanged: true,
      }),
    );
  },
};

const subject: Command = {
  name: 'subject',
  usage:
    'subject (-f FILENAME | TYPE NAME) [--user=username] [--group=groupname] [--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]',
  short: 'Update the user, group, or service account in a role binding or cluster role binding',
  examples: [['Give a role binding one more service account', 'kubectl set subject rolebinding reader --serviceaccount=default:robot']],
  flags: [
    ...shared(),
    { name: 'user', type: 'array', usage: 'Usernames to bind to the role' },
    { name: 'group', type: 'array', usage: 'Groups to bind to the role' },
    { name: 'serviceaccount', type: 'array', usage: 'Service accounts to bind to the role' },
  ],
  complete: completeTypeAndName,
  *run(invocation) {
    const { flags, args } = invocation;
    const prepared = yield* prepare(invocation, args);
    const apiGroup = 'rbac.authorization.k8s.io';
    const own = yield* invocation.namespace();
    const given = (flag: string): string[] => [...new Set(flags.list(flag))].sort();
    const added: JsonObject[] = [
      ...given('user').map((name) => ({ apiGroup, kind: 'User', name })),
      ...given('group').map((name) => ({ apiGroup, kind: 'Group', name })),
      ...given('serviceaccount').map((text) => {
        const [namespace, name, ...more] = text.split(':');
        if (!name || more.length > 0) throw new CommandError('serviceaccount must be <namespace>:<name>');
        if (!namespace && prepared.infos.some((info) => info.mapping.kind === 'ClusterRoleBinding'))
          throw new CommandError('serviceaccount must be <namespace>:<name>, namespace must be specified');
        return { kind: 'ServiceAccount', name, namespace: namespace || own };
      }),
    ];
    if (added.length === 0) throw new CommandError('you must specify at least one value of user, group or serviceaccount');
    const change = (object: JsonObject): JsonObject => {
      if (object['kind'] !== 'RoleBinding' && object['kind'] !== 'ClusterRoleBinding')
        throw new ChangeError('setting subjects is only supported for RoleBinding/ClusterRoleBinding', 'resource');
      const before = (object['subjects'] ?? []) as JsonObject[];
      const key = (one: JsonObject): string => `${one['kind']}/${one['namespace'] ?? ''}/${one['name']}`;
      return { ...object, subjects: [...before, ...added.filter((one) => !before.some((old) => key(old) === key(one)))] };
    };
    throwAll(
      yield* patchObjects(invocation, prepared.infos, {
        ...prepared,
        change,
        operation: 'subjects updated',
        failure: 'failed to patch subjects to rolebinding:',
      }),
    );
  },
};

export const set: CommandBody = {
  usage: 'set SUBCOMMAND',
  long: 'Configure application resources.\n\n These commands help you make changes to existing application resources.',
  commands: [image, resources, selector, subject, serviceaccount, env],
};
