/** Writing kubeconfig files: which file an entry belongs to, and how it is written. */
import { SysError } from '../kernel/error.ts';
import { files } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';
import type { FlagValues } from './cli/parse.ts';
import { type ConfigFile, EMPTY, type KubeConfig, loadFiles, type Named } from './config.ts';
import { CommandError } from './errors.ts';
import type { JsonObject } from './json.ts';
import { printYaml } from './output/yaml.ts';

const LISTS = ['clusters', 'contexts', 'users'] as const;

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

/** Where what is new is written, and what messages name: the first file that is there, else the last of the list. */
export function* configPath(process: Process, flags: FlagValues): Sys<string> {
  const found = yield* loadFiles(process, flags);
  return defaultFile(found).path;
}

function defaultFile(found: readonly ConfigFile[]): ConfigFile {
  return found.find(({ config }) => config !== undefined) ?? (found[found.length - 1] as ConfigFile);
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
