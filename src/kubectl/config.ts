/** The kubeconfig: YAML in ~/.kube/config, in $KUBECONFIG or named by --kubeconfig. */
import { files } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';
import type { FlagValues } from './cli/parse.ts';
import { CommandError, Exit } from './errors.ts';
import { isObject, type JsonObject } from './json.ts';
import { readYaml, YamlError } from './output/yaml.ts';

export interface NamedCluster {
  readonly name: string;
  readonly cluster: JsonObject;
}
export interface NamedUser {
  readonly name: string;
  readonly user: JsonObject;
}
export interface NamedContext {
  readonly name: string;
  readonly context: { readonly cluster?: string; readonly user?: string; readonly namespace?: string; readonly [key: string]: unknown };
}

export interface KubeConfig {
  readonly apiVersion: string;
  readonly kind: string;
  readonly clusters: readonly NamedCluster[];
  readonly contexts: readonly NamedContext[];
  readonly 'current-context': string;
  readonly users: readonly NamedUser[];
  readonly [key: string]: unknown;
}

export const EMPTY: KubeConfig = { apiVersion: 'v1', kind: 'Config', clusters: [], contexts: [], 'current-context': '', users: [] };

/** The kubeconfig files, in the order in which they count: of --kubeconfig, of $KUBECONFIG (a list), or the usual one. */
function configPaths(process: Process, flags: FlagValues): readonly string[] {
  const explicit = flags.global('kubeconfig');
  if (explicit !== '') return [explicit];
  const listed = (process.env['KUBECONFIG'] ?? '').split(':').filter((path) => path !== '');
  return listed.length > 0 ? listed : [`${process.env['HOME'] ?? '/root'}/.kube/config`];
}

export interface ConfigFile {
  readonly path: string;
  /** undefined where there is no such file. */
  readonly config: KubeConfig | undefined;
}

export function* loadFiles(process: Process, flags: FlagValues): Sys<readonly ConfigFile[]> {
  const texts = yield* files((tree, cwd) =>
    configPaths(process, flags).map((path) => {
      const full = tree.resolve(cwd, path);
      return { path, text: tree.exists(full) && !tree.isDirectory(full) ? tree.read(full) : undefined };
    }),
  );
  return texts.map(({ path, text }) => ({ path, config: text === undefined ? undefined : parseConfig(text, path) }));
}

/** The kubeconfig of all its files; absent ones are empty, but for that of --kubeconfig where it `mustExist`. Throws CommandError when one cannot be read. */
export function* loadConfig(process: Process, flags: FlagValues, mustExist: boolean): Sys<KubeConfig> {
  const found = yield* loadFiles(process, flags);
  const [first] = found;
  if (mustExist && flags.global('kubeconfig') !== '' && first && !first.config)
    throw new CommandError(`stat ${first.path}: no such file or directory`);
  return merged(found.flatMap(({ config }) => (config ? [config] : [])));
}

export type Named = { readonly name: string };

/** Of entries with the same name the first counts, and of the current contexts the first that is set. */
function merged(configs: readonly KubeConfig[]): KubeConfig {
  if (configs.length === 1) return configs[0] as KubeConfig;
  const join = <T extends Named>(lists: readonly (readonly T[])[]): T[] => {
    const all = lists.flat();
    return all.filter((entry, index) => all.findIndex(({ name }) => name === entry.name) === index);
  };
  return {
    ...EMPTY,
    ...Object.assign({}, ...[...configs].reverse()),
    clusters: join(configs.map((one) => one.clusters)),
    contexts: join(configs.map((one) => one.contexts)),
    users: join(configs.map((one) => one.users)),
    'current-context': configs.find((one) => one['current-context'] !== '')?.['current-context'] ?? '',
  };
}

export function parseConfig(text: string, path: string): KubeConfig {
  try {
    const [value] = readYaml(text);
    if (value === undefined) return EMPTY;
    if (!isObject(value))
      throw new CommandError(
        `error loading config file "${path}": couldn't get version/kind; json parse error: json: cannot unmarshal ${Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`,
      );
    checkTypes(value, path);
    const config = { ...EMPTY, ...(value as unknown as KubeConfig) };
    return {
      ...config,
      clusters: config.clusters ?? [],
      contexts: config.contexts ?? [],
      users: config.users ?? [],
      'current-context': config['current-context'] ?? '',
    };
  } catch (error) {
    if (error instanceof YamlError)
      throw new CommandError(`error loading config file "${path}": ${error.message.replace(/^error converting YAML to JSON: /, '')}`);
    throw error;
  }
}

/** Go's words for a JSON value that a field cannot hold, up to the field. */
function unfit(value: unknown): string {
  const type = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;
  return `json: cannot unmarshal ${type} into Go struct field`;
}

/** Throws CommandError for another version or kind, for lists that are none and names that are no strings. */
function checkTypes(value: JsonObject, path: string): void {
  const fail = (why: string): CommandError => new CommandError(`error loading config file "${path}": ${why}`);
  const { apiVersion = 'v1', kind = 'Config' } = value;
  if (apiVersion !== 'v1' || kind !== 'Config')
    throw fail(
      `no kind ${JSON.stringify(kind)} is registered for version ${JSON.stringify(apiVersion)} in scheme "k8s.io/client-go/tools/clientcmd/api/latest/latest.go:50"`,
    );
  for (const [field, type] of Object.entries({ clusters: 'Cluster', contexts: 'Context', users: 'AuthInfo' })) {
    const list = value[field] ?? [];
    if (!Array.isArray(list)) throw fail(`${unfit(list)} Config.${field} of type []v1.Named${type}`);
    for (const one of list) {
      const { name = '' } = isObject(one) ? one : {};
      if (typeof name !== 'string') throw fail(`${unfit(name)} Named${type}.${field}.name of type string`);
    }
  }
  const current = value['current-context'] ?? '';
  if (typeof current !== 'string') throw fail(`${unfit(current)} Config.current-context of type string`);
}

/** What client-go tries where a kubeconfig names no server. */
const DEFAULT_SERVER = 'http://localhost:8080';

/** What this invocation talks to: flags win over the current context. */
export interface Target {
  readonly server: string;
  readonly namespace: string;
  /** True when --namespace was given. */
  readonly explicitNamespace: boolean;
  readonly user: JsonObject | undefined;
  readonly userName: string;
  readonly cluster: JsonObject | undefined;
  readonly clusterName: string;
}

/** Throws CommandError when --context, --cluster or --user name what is not there. */
export function targetOf(config: KubeConfig, flags: FlagValues): Target {
  const wanted = flags.global('context') || config['current-context'];
  const context = config.contexts.find((one) => one.name === wanted)?.context;
  if (wanted !== '' && !context && (flags.global('context') !== '' || config.contexts.length > 0 || config.clusters.length > 0))
    throw new Exit(1, `Error in configuration: context was not found for specified context: ${wanted}`);
  const clusterName = flags.global('cluster') || context?.cluster || '';
  const cluster = config.clusters.find((one) => one.name === clusterName)?.cluster;
  if (flags.global('cluster') !== '' && !cluster) throw new CommandError(`no server found for cluster ${JSON.stringify(clusterName)}`);
  const userName = flags.global('user') || context?.user || '';
  const user = config.users.find((one) => one.name === userName)?.user;
  if (flags.global('user') !== '' && !user) throw new CommandError(`auth info "${userName}" does not exist`);
  const server = flags.global('server') || (typeof cluster?.['server'] === 'string' ? cluster['server'] : DEFAULT_SERVER);
  if (!/^[-+]?\d+$|^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(flags.global('request-timeout') || '0'))
    throw new CommandError(
      'Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a corresponding time unit (e.g. 1s | 2m | 3h)',
    );
  const explicit = flags.global('namespace');
  return {
    server,
    namespace: explicit || context?.namespace || 'default',
    explicitNamespace: explicit !== '',
    user,
    userName,
    cluster,
    clusterName,
  };
}
