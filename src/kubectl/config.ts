/** The kubeconfig: YAML in ~/.kube/config, in $KUBECONFIG or named by --kubeconfig. */
import { SysError } from '../kernel/error.ts';
import { files } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';
import type { FlagValues } from './cli/parse.ts';
import { CommandError, Exit } from './errors.ts';
import { isObject, type JsonObject } from './json.ts';
import { printYaml, readYaml, YamlError } from './output/yaml.ts';

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

const EMPTY: KubeConfig = { apiVersion: 'v1', kind: 'Config', clusters: [], contexts: [], 'current-context': '', users: [] };

/** The text of a kubeconfig file: entries in order of their names, fields as kubectl's structs write them. */
export function printConfig(config: KubeConfig): string {
  return printYaml(normalConfig(config));
}

/** The form in which kubectl shows and writes a configuration. */
export function normalConfig(config: KubeConfig): KubeConfig {
  const sorted = <T extends Named, U>(list: readonly T[], form: (entry: T) => U): readonly U[] | null =>
    list.length === 0 ? null : [...list].sort((a, b) => (a.name < b.name ? -1 : 1)).map(form);
  return {
    ...config,
    clusters: sorted(config.clusters, ({ name, cluster }) => ({ name, cluster: { server: '', ...withoutFalse(cluster) } })),
    contexts: sorted(config.contexts, ({ name, context }) => ({ name, context: { cluster: '', user: '', ...context } })),
    users: sorted(config.users, ({ name, user }) => ({ name, user: user ?? {} })),
  } as unknown as KubeConfig;
}

/** Switches that are off are not written. */
function withoutFalse(cluster: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(cluster ?? {}).filter(([, value]) => value !== false && value !== undefined));
}

/** The kubeconfig files, in the order in which they count: of --kubeconfig, of $KUBECONFIG (a list), or the usual one. */
function configPaths(process: Process, flags: FlagValues): readonly string[] {
  const explicit = flags.global('kubeconfig');
  if (explicit !== '') return [explicit];
  const listed = (process.env['KUBECONFIG'] ?? '').split(':').filter((path) => path !== '');
  return listed.length > 0 ? listed : [`${process.env['HOME'] ?? '/root'}/.kube/config`];
}

interface ConfigFile {
  readonly path: string;
  /** undefined where there is no such file. */
  readonly config: KubeConfig | undefined;
}

function* loadFiles(process: Process, flags: FlagValues): Sys<readonly ConfigFile[]> {
  const texts = yield* files((tree, cwd) =>
    configPaths(process, flags).map((path) => {
      const full = tree.resolve(cwd, path);
      return { path, text: tree.exists(full) && !tree.isDirectory(full) ? tree.read(full) : undefined };
    }),
  );
  return texts.map(({ path, text }) => ({ path, config: text === undefined ? undefined : parseConfig(text, path) }));
}

/** Where what is new is written, and what messages name: the first file that is there, else the last of the list. */
export function* configPath(process: Process, flags: FlagValues): Sys<string> {
  const found = yield* loadFiles(process, flags);
  return defaultFile(found).path;
}

function defaultFile(found: readonly ConfigFile[]): ConfigFile {
  return found.find(({ config }) => config !== undefined) ?? (found[found.length - 1] as ConfigFile);
}

/** The kubeconfig of all its files; absent ones are empty, but for that of --kubeconfig where it `mustExist`. Throws CommandError when one cannot be read. */
export function* loadConfig(process: Process, flags: FlagValues, mustExist: boolean): Sys<KubeConfig> {
  const found = yield* loadFiles(process, flags);
  const [first] = found;
  if (mustExist && flags.global('kubeconfig') !== '' && first && !first.config)
    throw new CommandError(`stat ${first.path}: no such file or directory`);
  return merged(found.flatMap(({ config }) => (config ? [config] : [])));
}

const LISTS = ['clusters', 'contexts', 'users'] as const;
type Named = { readonly name: string };

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

/** Writes each entry back to the file that it came from, and what is new to the default one. */
export function* saveConfig(process: Process, flags: FlagValues, config: KubeConfig): Sys<void> {
  const found = yield* loadFiles(process, flags);
  const target = defaultFile(found);
  for (const file of found) {
    const before = file.config ?? EMPTY;
    const after = found.length === 1 ? config : partOf(config, found, file, target);
    if (file === target || printConfig(after) !== printConfig(before)) yield* writeConfig(file.path, after);
  }
}

/** What of the configuration belongs into one of several files. */
function partOf(config: KubeConfig, found: readonly ConfigFile[], file: ConfigFile, target: ConfigFile): KubeConfig {
  const before = file.config ?? EMPTY;
  const home = (list: (typeof LISTS)[number], name: string): ConfigFile =>
    found.find((one) => one.config?.[list].some((entry) => entry.name === name)) ?? target;
  const lists = LISTS.map((list) => {
    const own = (config[list] as readonly Named[]).filter(({ name }) => home(list, name) === file);
    const hidden = (before[list] as readonly Named[]).filter(({ name }) => home(list, name) !== file);
    return [list, [...own, ...hidden]];
  });
  const current = found.find((one) => (one.config?.['current-context'] ?? '') !== '') ?? target;
  return { ...before, ...Object.fromEntries(lists), ...(current === file && { 'current-context': config['current-context'] }) };
}

function* writeConfig(path: string, config: KubeConfig): Sys<void> {
  try {
    yield* files((tree, cwd) => {
      const full = tree.resolve(cwd, path);
      tree.mkdir(full.slice(0, full.lastIndexOf('/')) || '/', { parents: true });
      tree.write(full, printConfig(config), { mode: 0o600 });
    });
  } catch (error) {
    if (error instanceof SysError) throw new CommandError(`open ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}

/** What this invocation talks to: flags win over the current context. */
export interface Target {
  readonly server: string | undefined;
  readonly namespace: string;
  /** True when --namespace was given. */
  readonly explicitNamespace: boolean;
  readonly user: JsonObject | undefined;
  readonly userName: string;
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
  const server = flags.global('server') || (typeof cluster?.['server'] === 'string' ? cluster['server'] : undefined);
  const explicit = flags.global('namespace');
  return { server, namespace: explicit || context?.namespace || 'default', explicitNamespace: explicit !== '', user, userName };
}
