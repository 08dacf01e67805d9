/** version, cluster-info, api-resources, api-versions */

import { files, load } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { Command, CommandBody } from '../cli/command.ts';
import { ALL_NAMESPACES, printFlags } from '../cli/shared-flags.ts';
import { CommandError, ConnectionError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { at, itemsOf, type JsonObject, metadataOf, textOf } from '../json.ts';
import { printKyaml } from '../kyaml.ts';
import { printJson } from '../output/json.ts';
import { TabWriter } from '../output/table.ts';
import { printYaml } from '../output/yaml.ts';
import { objectPrinter, wireFormat, withoutManagedFields } from '../printer.ts';
import { groupResource, groupVersion, type Mapping } from '../resource/mapper.ts';
import { KUBECTL_VERSION } from '../version.ts';
import { printTop } from './top.ts';

/** The kubectl that this one stands for. */
const CLIENT_VERSION: JsonObject = {
  major: '1',
  minor: '36',
  gitVersion: KUBECTL_VERSION,
  gitCommit: 'bb826b1d48562f110659e64e8ec444327433db95',
  gitTreeState: 'clean',
  buildDate: '1970-01-01T00:00:00Z',
  goVersion: 'go1.27.1',
  compiler: 'gc',
  platform: 'linux/amd64',
};
const KUSTOMIZE_VERSION = 'v5.8.1';

export const version: CommandBody = {
  usage: 'version [flags]',
  long: 'Print the versions of kubectl and of the server of the current context.',
  examples: [['Print the versions', 'kubectl version']],
  flags: [
    { name: 'client', type: 'bool', usage: 'If true, shows client version only (no server required).' },
    { name: 'output', shorthand: 'o', type: 'string', usage: "One of 'yaml' or 'json'.", values: ['yaml', 'json'] },
  ],
  *run(invocation) {
    const { flags, args } = invocation;
    const output = flags.string('output');
    if (args.length > 0) throw new CommandError(`extra arguments: [${args.join(' ')}]`);
    if (output !== '' && output !== 'yaml' && output !== 'json') throw new CommandError("--output must be 'yaml' or 'json'");
    let server: JsonObject | undefined;
    let unreachable: ConnectionError | undefined;
    try {
      if (!flags.bool('client')) server = yield* (yield* invocation.client()).get('/version');
    } catch (error) {
      if (!(error instanceof ConnectionError)) throw error;
      unreachable = error;
    }
    if (output === '') {
      yield* invocation.out(`Client Version: ${textOf(CLIENT_VERSION['gitVersion'])}\nKustomize Version: ${KUSTOMIZE_VERSION}\n`);
      if (server) yield* invocation.out(`Server Version: ${textOf(server['gitVersion'])}\n`);
    } else {
      const info = { clientVersion: CLIENT_VERSION, kustomizeVersion: KUSTOMIZE_VERSION, ...(server && { serverVersion: server }) };
      yield* invocation.out(output === 'yaml' ? `${printYaml(info)}\n` : `${printJson(info, '  ', Object.keys)}\n`);
    }
    // What is known of the client is told all the same.
    if (unreachable) throw unreachable;
  },
};

const dump: Command = {
  name: 'dump',
  usage: 'dump [flags]',
  short: 'Dump relevant information for debugging and diagnosis',
  long: 'Print what is needed to find out what is wrong with a cluster: nodes, and of some namespaces events, workloads, services, pods and their logs.',
  flags: [
    ...printFlags().map((flag) => (flag.name === 'output' ? { ...flag, default: 'json' } : flag)),
    { name: 'output-directory', type: 'string', usage: 'A directory for the files; if empty or - everything goes to the standard output.' },
    { name: 'namespaces', type: 'slice', usage: 'A comma separated list of namespaces to dump.' },
    ALL_NAMESPACES,
    { name: 'pod-running-timeout', type: 'duration', default: '20s', usage: 'How long to wait until at least one pod is running.' },
  ],
  *run(invocation) {
    const { flags } = invocation;
    const format = flags.string('output');
    const directory = flags.string('output-directory');
    const toFiles = directory !== '' && directory !== '-';
    const printer = yield* objectPrinter(invocation, { keysOf: Object.keys });
    const client = yield* invocation.client();
    const { wireText } = yield* load(wireFormat);
    const put = function* (path: string, text: string): Sys<void> {
      if (!toFiles) return yield* invocation.out(text);
      yield* files((tree, cwd) => {
        const file = tree.resolve(cwd, `${directory}/${path}`);
        tree.mkdir(file.slice(0, file.lastIndexOf('/')), { parents: true });
        tree.write(file, text, { mode: 0o600 });
      });
    };
    const extension = format === 'json' || format === 'yaml' ? format : 'txt';
    const print = function* (path: string, list: JsonObject): Sys<void> {
      // As Go's structs have it, where a list without items has none at all.
      const typed = JSON.parse(wireText(withoutManagedFields(list), false)) as JsonObject;
      const shown = itemsOf(typed)?.length === 0 ? { ...typed, items: null } : typed;
      yield* put(`${path}.${extension}`, printer ? printer(shown) : `${printJson(shown, '    ', Object.keys)}\n`);
    };
    yield* print('nodes', yield* client.get('/api/v1/nodes'));
    const all = flags.bool('all-namespaces')
      ? (itemsOf(yield* client.get('/api/v1/namespaces')) ?? []).map((one) => metadataOf(one).name ?? '')
      : [];
    const named = flags.list('namespaces').length > 0 ? flags.list('namespaces') : ['kube-system', yield* invocation.namespace()];
    for (const namespace of all.length > 0 ? all : named) {
      for (const [path, file] of DUMPED) yield* print(`${namespace}/${file}`, yield* client.get(path.replace('NAMESPACE', namespace)));
      for (const pod of itemsOf(yield* client.get(`/api/v1/namespaces/${namespace}/pods`)) ?? []) {
        const name = metadataOf(pod).name ?? '';
        let text = '';
        for (const container of [at(pod, 'spec', 'initContainers') ?? [], at(pod, 'spec', 'containers') ?? []].flat() as JsonObject[]) {
          const path = `/api/v1/namespaces/${namespace}/pods/${name}/log`;
          const about = `logs for container ${textOf(container['name'])} of pod ${namespace}/${name} ====\n`;
          text += `==== START ${about}`;
          try {
            const { body } = yield* client.send({ method: 'GET', path, query: { container: textOf(container['name']) } });
            text += typeof body === 'string' ? body : '';
          } catch (error) {
            text += `Request log error: ${error instanceof Error ? error.message : String(error)}\n`;
          }
          text += `==== END ${about}`;
        }
        yield* put(`${namespace}/${name}/logs.txt`, text);
      }
    }
    if (toFiles) yield* invocation.out(`Cluster info dumped to ${directory}\n`);
  },
};

/** What is dumped of a namespace, and what its files are called. */
const DUMPED = [
  ['/api/v1/namespaces/NAMESPACE/events', 'events'],
  ['/api/v1/namespaces/NAMESPACE/replicationcontrollers', 'replication-controllers'],
  ['/api/v1/namespaces/NAMESPACE/services', 'services'],
  ['/apis/apps/v1/namespaces/NAMESPACE/daemonsets', 'daemonsets'],
  ['/apis/apps/v1/namespaces/NAMESPACE/deployments', 'deployments'],
  ['/apis/apps/v1/namespaces/NAMESPACE/replicasets', 'replicasets'],
  ['/api/v1/namespaces/NAMESPACE/pods', 'pods'],
] as const;

/** Printed whatever came before. */
const HINT = "\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n";

export const clusterInfo: CommandBody = {
  usage: 'cluster-info [flags]',
  long: 'Show the address of the control plane and of the services that belong to the cluster itself.',
  examples: [['Show the addresses', 'kubectl cluster-info']],
  commands: [dump],
  *run(invocation) {
    const { server = '' } = yield* invocation.target();
    try {
      yield* invocation.mapper();
    } catch (error) {
      if (error instanceof ConnectionError) yield* invocation.out(HINT);
      throw error;
    }
    const client = yield* invocation.client();
    const list = yield* client.get(`/api/v1/namespaces/kube-system/services`, { labelSelector: 'kubernetes.io/cluster-service=true' });
    yield* invocation.out(`Kubernetes control plane is running at ${server}\n`);
    for (const service of itemsOf(list) ?? []) {
      const { name = '', namespace = '', labels } = metadataOf(service);
      yield* invocation.out(`${labels?.['kubernetes.io/name'] ?? name} is running at ${serviceLink(server, service, name, namespace)}\n`);
    }
    yield* invocation.out(HINT);
  },
};

function serviceLink(server: string, service: JsonObject, name: string, namespace: string): string {
  const [ingress] = (at(service, 'status', 'loadBalancer', 'ingress') ?? []) as { ip?: string; hostname?: string }[];
  const ports = (at(service, 'spec', 'ports') ?? []) as { name?: string; port: number }[];
  if (ingress) return ports.map((port) => `http://${ingress.ip ?? ingress.hostname}:${port.port} `).join('');
  const [port] = ports;
  const scheme = port && (port.name === 'https' || port.port === 443) ? 'https:' : '';
  const portName = port?.name ? `:${port.name}` : scheme === '' ? '' : ':';
  return `${server}/api/v1/namespaces/${namespace}/services/${port ? `${scheme}${name}${portName}` : name}/proxy`;
}

export const apiVersions: CommandBody = {
  usage: 'api-versions',
  examples: [['Print the API versions', 'kubectl api-versions']],
  *run(invocation) {
    if (invocation.args.length > 0) throw invocation.usageError(`unexpected arguments: [${invocation.args.join(' ')}]`);
    try {
      yield* invocation.mapper();
    } catch (error) {
      if (error instanceof ConnectionError) throw new CommandError(`couldn't get available api versions from server: ${error.why}`);
      throw error;
    }
    const client = yield* invocation.client();
    const core = ((yield* client.get('/api'))['versions'] ?? []) as string[];
    const groups = ((yield* client.get('/apis'))['groups'] ?? []) as { versions: { groupVersion: string }[] }[];
    const versions = [...core, ...groups.flatMap((group) => group.versions.map((one) => one.groupVersion))];
    yield* invocation.out(
      versions
        .sort()
        .map((one) => `${one}\n`)
        .join(''),
    );
  },
};

export const apiResources: CommandBody = {
  usage: 'api-resources [flags]',
  examples: [
    ['Print all resources', 'kubectl api-resources'],
    ['Print them with their verbs', 'kubectl api-resources -o wide'],
    ['Print those that belong to no namespace', 'kubectl api-resources --namespaced=false'],
    ['Print those of one API group', 'kubectl api-resources --api-group=apps'],
  ],
  flags: [
    {
      name: 'output',
      shorthand: 'o',
      type: 'string',
      usage: 'Output format. One of: (json, yaml, kyaml, name, wide).',
      values: ['wide', 'name', 'json', 'yaml', 'kyaml'],
    },
    { name: 'no-headers', type: 'bool', usage: "When using the default or custom-column output format, don't print headers." },
    { name: 'show-managed-fields', type: 'bool', usage: 'If true, keep the managedFields when printing objects in JSON or YAML format.' },
    { name: 'api-group', type: 'string', usage: 'Limit to resources in the specified API group.' },
    {
      name: 'namespaced',
      type: 'bool',
      default: 'true',
      usage: 'If false, resources that belong to no namespace, otherwise those that do. All when not given.',
    },
    { name: 'verbs', type: 'slice', usage: 'Limit to resources that support the specified verbs.' },
    { name: 'sort-by', type: 'string', usage: "If non-empty, sort by a field: 'name' or 'kind'.", values: ['name', 'kind'] },
    { name: 'cached', type: 'bool', usage: 'Use the cached list of resources if available.' },
    { name: 'categories', type: 'slice', usage: 'Limit to resources that belong to the specified categories.' },
  ],
  *run(invocation) {
    const { flags, args } = invocation;
    if (args.length > 0) throw invocation.usageError(`unexpected arguments: [${args.join(' ')}]`);
    const sort = flags.string('sort-by');
    if (!['', 'name', 'kind'].includes(sort)) throw new CommandError('--sort-by accepts only name or kind');
    const has = (list: readonly string[], wanted: readonly string[]): boolean => wanted.every((one) => list.includes(one));
    const found = (yield* invocation.mapper()).mappings.filter(
      (one, index, all) =>
        one.verbs.length > 0 &&
        // Only the preferred version of each resource, which comes first.
        all.findIndex((other) => other.group === one.group && other.resource === one.resource) === index &&
        (!flags.changed('api-group') || one.group === flags.string('api-group')) &&
        (!flags.changed('namespaced') || one.namespaced === flags.bool('namespaced')) &&
        has(one.verbs, flags.list('verbs')) &&
        has(one.categories, flags.list('categories')),
    );
    const key = (one: Mapping): string => (sort === 'kind' ? one.kind : sort === 'name' ? one.resource : `${one.group}\0${one.resource}`);
    const sorted = [...found].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
    yield* printResources(invocation, sorted);
  },
};

function* printResources(invocation: Invocation, mappings: readonly Mapping[]): Sys<void> {
  const { flags } = invocation;
  const output = flags.string('output');
  if (output === 'name') return yield* invocation.out(mappings.map((one) => `${groupResource(one)}\n`).join(''));
  if (output === '' || output === 'wide') {
    const wide = output === 'wide';
    const header = `NAME\tSHORTNAMES\tAPIVERSION\tNAMESPACED\tKIND${wide ? '\tVERBS\tCATEGORIES' : ''}\n`;
    const rows = mappings.map((one) => {
      const more = wide ? `\t${one.verbs.join(',')}\t${one.categories.join(',')}` : '';
      return `${one.resource}\t${one.shortNames.join(',')}\t${groupVersion(one)}\t${one.namespaced}\t${one.kind}${more}\n`;
    });
    return yield* invocation.out(new TabWriter().write((flags.bool('no-headers') ? '' : header) + rows.join('')));
  }
  if (!['json', 'yaml', 'kyaml'].includes(output))
    throw new CommandError(
      `unable to match a printer suitable for the output format ${JSON.stringify(output)}, allowed formats are: json,kyaml,name,wide,yaml`,
    );
  const resources = mappings.map((one) => ({
    name: one.resource,
    singularName: one.singular,
    namespaced: one.namespaced,
    group: one.group || undefined,
    version: one.version,
    kind: one.kind,
    verbs: one.verbs,
    ...(one.shortNames.length > 0 && { shortNames: one.shortNames }),
    ...(one.categories.length > 0 && { categories: one.categories }),
  }));
  const list = { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: '', resources: resources.length > 0 ? resources : null };
  const print = {
    json: () => `${printJson(list, '    ', Object.keys)}\n`,
    yaml: () => printYaml(list),
    kyaml: () => printKyaml(list, Object.keys),
  };
  yield* invocation.out(print[output as keyof typeof print]());
}

export const top: CommandBody = {
  usage: 'top [flags]',
  long: 'Show how much CPU and memory nodes or pods use. The addon metrics-server must run in the cluster.',
  commands: (['node', 'pod'] as const).map(
    (kind): Command => ({
      name: kind,
      aliases: kind === 'node' ? ['nodes', 'no'] : ['pods', 'po'],
      usage: kind === 'node' ? 'node [NAME | -l label]' : 'pod [NAME | -l label]',
      short: `Display resource (CPU/memory) usage of ${kind}s`,
      examples: [[`Show the usage of all ${kind}s`, `kubectl top ${kind}`]],
      flags: [
        {
          name: 'selector',
          shorthand: 'l',
          type: 'string',
          usage: "Selector (label query) to filter on, supports '=', '==', '!=', 'in', 'notin'.",
        },
        { name: 'sort-by', type: 'string', usage: "If non-empty, sort by 'cpu' or 'memory'.", values: ['cpu', 'memory'] },
        { name: 'no-headers', type: 'bool', usage: 'If present, print output without headers' },
        { name: 'use-protocol-buffers', type: 'bool', default: 'true', usage: 'Enables using protocol-buffers to access Metrics API.' },
        ...(kind === 'node'
          ? [
              {
                name: 'show-capacity',
                type: 'bool',
                usage: 'Print node resources based on Capacity instead of Allocatable(default) of the nodes.',
              } as const,
            ]
          : ([
              { name: 'field-selector', type: 'string', usage: "Selector (field query) to filter on, supports '=', '==', and '!='." },
              ALL_NAMESPACES,
              { name: 'containers', type: 'bool', usage: 'If present, print usage of containers within a pod.' },
              { name: 'sum', type: 'bool', usage: 'Print the sum of the resource usage' },
            ] as const)),
        ...(kind === 'node'
          ? [{ name: 'show-swap', type: 'bool', usage: 'Print node resources related to swap memory.' } as const]
          : [{ name: 'show-swap', type: 'bool', usage: 'Print pod resources related to swap memory.' } as const]),
      ],
      *run(invocation) {
        yield* printTop(invocation, kind);
      },
    }),
  ),
};
