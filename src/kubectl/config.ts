/** The kubeconfig: YAML in ~/.kube/config, in $KUBECONFIG or named by --kubeconfig. */
import { SysError } from '../kernel/error.ts';
import { files } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';
import type { FlagValues } from './cli/parse.ts';
import { CommandError } from './errors.ts';
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

export function printConfig(config: KubeConfig): string {
  return printYaml(config);
}

/** Where the kubeconfig is, absolute or relative to the working directory. */
export function configPath(process: Process, flags: FlagValues): string {
  if (flags.has('kubeconfig') && flags.string('kubeconfig') !== '') return flags.string('kubeconfig');
  const [first] = (process.env['KUBECONFIG'] ?? '').split(':').filter((path) => path !== '');
  return first ?? `${process.env['HOME'] ?? '/root'}/.kube/config`;
}

/** The kubeconfig; an absent file is an empty one. Throws CommandError when it cannot be read. */
export function* loadConfig(process: Process, flags: FlagValues): Sys<KubeConfig> {
  const path = configPath(process, flags);
  const text = yield* files((tree, cwd) => {
    const full = tree.resolve(cwd, path);
    return tree.exists(full) ? tree.read(full) : undefined;
  });
  if (text === undefined) {
    if (flags.has('kubeconfig') && flags.changed('kubeconfig')) throw new CommandError(`stat ${path}: no such file or directory`);
    return EMPTY;
  }
  return parseConfig(text, path);
}

export function parseConfig(text: string, path: string): KubeConfig {
  try {
    const [value] = readYaml(text);
    if (value === undefined) return EMPTY;
    if (!isObject(value))
      throw new CommandError(
        `error loading config file "${path}": couldn't get version/kind; json parse error: json: cannot unmarshal value into Go value of type struct`,
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
    if (error instanceof YamlError) throw new CommandError(`error loading config file "${path}": ${error.message}`);
    throw error;
  }
}

export function* saveConfig(process: Process, flags: FlagValues, config: KubeConfig): Sys<void> {
  const path = configPath(process, flags);
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
  if (flags.global('context') !== '' && wanted !== '' && !context) throw new CommandError(`context "${wanted}" does not exist`);
  const clusterName = flags.global('cluster') || context?.cluster || '';
  const cluster = config.clusters.find((one) => one.name === clusterName)?.cluster;
  if (flags.global('cluster') !== '' && !cluster) throw new CommandError(`cluster "${clusterName}" does not exist`);
  const userName = flags.global('user') || context?.user || '';
  const user = config.users.find((one) => one.name === userName)?.user;
  if (flags.global('user') !== '' && !user) throw new CommandError(`auth info "${userName}" does not exist`);
  const server = flags.global('server') || (typeof cluster?.['server'] === 'string' ? cluster['server'] : undefined);
  const explicit = flags.global('namespace');
  return { server, namespace: explicit || context?.namespace || 'default', explicitNamespace: explicit !== '', user, userName };
}
