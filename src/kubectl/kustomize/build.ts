/**
 * kustomize: builds the objects of a kustomization folder. Resources and bases first, then components, generators, and the transformers
 * in kustomize's own order; names behind references, hashes and the order of kinds come at the very end.
 */
import { files } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { CommandError } from '../errors.ts';
import { isObject, itemsOf, type JsonObject, metadataOf } from '../json.ts';
import { nameHash } from '../name-hash.ts';
import { printYaml, readYaml, YamlError } from '../output/yaml.ts';
import { join, type MoreFields, NO_MORE, readConfigurations } from './configurations.ts';
import { LABELS } from './fields.ts';
import { generate, type Root, read } from './generators.ts';
import { current, type Item, identityOf, identityText, makeItem, sameIdentity } from './item.ts';
import { FILE_NAMES, type Kustomization, type Parsed, parseKustomization, type Var } from './kustomization.ts';
import { inLegacyOrder } from './order.ts';
import { patchAll, patchJson } from './patches.ts';
import { inline, runPlugin } from './plugins.ts';
import { addHashes, fixReferences } from './references.ts';
import { replaceAll } from './replacements.ts';
import { addAffixes, addAnnotations, addLabels, addPairs, setImages, setNamespace, setReplicas } from './transformers.ts';
import { resolveVars } from './vars.ts';

export interface BuildOptions {
  /** Says on stderr which fields have a successor. */
  readonly warn: (text: string) => Sys<void>;
  /** Files outside of a kustomization's folder may be read (LoadRestrictionsNone). */
  readonly free?: boolean;
  /** Where the kustomization does not say: kinds in their order, or as they come. */
  readonly order?: 'legacy' | 'fifo';
  readonly helm?: { readonly enabled: boolean; readonly command: string };
}

interface Build extends BuildOptions {
  /** Collected on the way, for the end. */
  vars: readonly Var[];
  more: MoreFields;
}

/** The objects of the folder at `path`. Throws CommandError in kustomize's words. */
export function* buildKustomization(path: string, options: BuildOptions): Sys<readonly JsonObject[]> {
  if (/^(?:https?|ssh|git):|^git@|^github\.com/.test(path))
    throw new CommandError(`remote kustomizations are not supported by Drydock: there is no git and no internet here (${path})`);
  const folder = yield* folderAt('.', path);
  if (typeof folder !== 'string') throw new CommandError(`must build at directory: ${folder.message}`);
  const build: Build = { ...options, vars: [], more: NO_MORE };
  const top = yield* load(folder, build);
  const items = yield* accumulate([], folder, top, build, [folder]);
  addHashes(items, (object) => nameHash(object, '', ''));
  fixReferences(items, build.more.references);
  resolveVars(items, build.vars, build.more.variables);
  if (top.buildMetadata?.includes('managedByLabel')) addPairs(items, { 'app.kubernetes.io/managed-by': 'kustomize-(devel)' }, [LABELS]);
  const sorted = (top.sortOptions?.order ?? options.order) === 'fifo' ? items : inLegacyOrder(items);
  return sorted.map(({ object }) => object);
}

interface Problem {
  readonly message: string;
}

/** The absolute path of a folder, or why it is none. */
function* folderAt(from: string, path: string): Sys<string | Problem> {
  return yield* files((tree, cwd) => {
    const full = tree.resolve(tree.resolve(cwd, from), path);
    if (!tree.exists(full))
      return {
        message: `not a valid directory: evalsymlink failure on '${from === '.' ? path : full}' : lstat ${full}: no such file or directory`,
      };
    return tree.isDirectory(full) ? full : { message: `'${from === '.' ? path : full}': file is not directory` };
  });
}

function* load(folder: string, { warn }: Build): Sys<Kustomization> {
  const found = yield* files((tree) =>
    FILE_NAMES.filter((name) => tree.exists(`${folder}/${name}`) && !tree.isDirectory(`${folder}/${name}`)).map((name) => ({
      name,
      text: tree.read(`${folder}/${name}`),
    })),
  );
  const [first, ...more] = found;
  if (!first)
    throw new CommandError(`unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${folder}'`);
  if (more.length > 0) throw new CommandError(`Found multiple kustomization files under: ${folder}`);
  const parsed: Parsed = parseKustomization(first.text, first.name, folder);
  if (parsed.warnings !== '') yield* warn(parsed.warnings);
  return parsed.kustomization;
}

/** Adds what a kustomization makes to `items`; its own steps see these too, which only a component's are not empty for. */
function* accumulate(items: Item[], folder: string, kustomization: Kustomization, build: Build, visited: readonly string[]): Sys<Item[]> {
  const root: Root = { path: folder, free: build.free ?? false };
  for (const resource of [...(kustomization.resources ?? []), ...(kustomization.bases ?? [])])
    append(items, yield* resourceItems(folder, resource, build, visited), resource, yield* folderAt(folder, resource));
  build.more = join(build.more, yield* readConfigurations(root, kustomization.configurations ?? []));
  const { more } = build;
  refuseCharts(kustomization, build);
  yield* generate(items, root, kustomization);
  for (const text of kustomization.generators ?? [])
    for (const config of yield* pluginConfigs(folder, text, build, visited, 'loading generator plugins: '))
      yield* runPlugin(items, config, root);
  for (const component of kustomization.components ?? []) yield* addComponent(items, folder, component, build, visited);
  yield* patchAll(items, root, kustomization);
  if (kustomization.namespace) setNamespace(items, kustomization.namespace, more.namespaces);
  if (kustomization.namePrefix) addAffixes(items, kustomization.namePrefix, '');
  if (kustomization.nameSuffix) addAffixes(items, '', kustomization.nameSuffix);
  for (const labels of kustomization.labels ?? []) addLabels(items, labels, more);
  if (kustomization.commonLabels) addLabels(items, { pairs: kustomization.commonLabels, includeSelectors: true }, more);
  if (kustomization.commonAnnotations) addAnnotations(items, kustomization.commonAnnotations, more.annotations);
  yield* patchJson(items, root, kustomization);
  setReplicas(items, kustomization.replicas, more.replicas);
  setImages(items, [...(kustomization.images ?? []), ...(kustomization.imageTags ?? [])], more.images);
  yield* replaceAll(items, root, kustomization);
  for (const text of [...(kustomization.transformers ?? []), ...(kustomization.validators ?? [])])
    for (const config of yield* pluginConfigs(folder, text, build, visited)) yield* runPlugin(items, config, root);
  build.vars = [...build.vars, ...(kustomization.vars ?? [])];
  return items;
}

/** What a plug-in is told: objects in the kustomization file itself, in a file, or of another kustomization. */
function* pluginConfigs(folder: string, text: string, build: Build, visited: readonly string[], what = ''): Sys<readonly JsonObject[]> {
  const own = inline(text);
  if (own) return own;
  try {
    return (yield* resourceItems(folder, text, build, visited)).map(({ object }) => object);
  } catch (error) {
    throw error instanceof CommandError ? new CommandError(what + error.message.replace(/^accumulating resources: /, '')) : error;
  }
}

/** There is no helm here that could inflate a chart. */
function refuseCharts({ helmCharts = [], helmChartInflationGenerator = [] }: Kustomization, { helm }: Build): void {
  const [chart] = [...helmCharts, ...helmChartInflationGenerator];
  if (!chart) return;
  if (!helm?.enabled)
    throw new CommandError(
      `trouble configuring builtin HelmChartInflationGenerator with config: \`\n${printYaml(chart)}\`: must specify --enable-helm`,
    );
  throw new CommandError(
    `unable to run: '${helm.command} version --short' (is '${helm.command}' installed?): exec: "${helm.command}": executable file not found in $PATH`,
  );
}

const mustBeFile = (resource: string, path: string): string =>
  `accumulating resources from '${resource}': '${path}' must resolve to a file`;

function* resourceItems(folder: string, resource: string, build: Build, visited: readonly string[]): Sys<Item[]> {
  if (/^(?:https?|ssh|git):|^git@|^github\.com/.test(resource))
    throw new CommandError(`remote resources are not supported by Drydock: there is no git and no internet here (${resource})`);
  const fail = (why: string, then: string): CommandError => new CommandError(`accumulating resources: accumulation err='${why}': ${then}`);
  const found = yield* folderAt(folder, resource);
  if (typeof found === 'string') {
    const path = found;
    const target = mustBeFile(resource, path);
    const seen = visited.find((one) => one === path || path === '/' || one.startsWith(`${path}/`));
    if (seen !== undefined) throw fail(target, `cycle detected: candidate root '${path}' contains visited root '${seen}'`);
    let sub: Kustomization;
    try {
      sub = yield* load(path, build);
    } catch (error) {
      if (error instanceof CommandError) throw fail(target, `couldn't make target for path '${path}': ${error.message}`);
      throw error;
    }
    if (sub.kind === 'Component') throw fail(target, `expected kind != 'Component' for path '${path}'`);
    try {
      return yield* accumulate([], path, sub, build, [...visited, path]);
    } catch (error) {
      if (error instanceof CommandError) throw fail(target, `recursed accumulation of path '${path}': ${error.message}`);
      throw error;
    }
  }
  const notFolder = `must build at directory: ${found.message}`;
  const text = yield* read({ path: folder, free: build.free ?? false }, resource, (message) =>
    fail(`accumulating resources from '${resource}': ${message}`, notFolder),
  );
  try {
    return readYaml(text, { coreBooleans: true }).flatMap((value) => objectsOf(value).map((object) => makeItem(object)));
  } catch (error) {
    if (error instanceof YamlError || error instanceof CommandError)
      throw fail(`accumulating resources from '${resource}': ${error.message.replace(/^error converting YAML to JSON: /, '')}`, notFolder);
    throw error;
  }
}

function objectsOf(value: unknown): JsonObject[] {
  if (!isObject(value)) throw new CommandError('missing Resource metadata');
  const items = itemsOf(value);
  if (items) return items.flatMap(objectsOf);
  if (typeof value['kind'] !== 'string') throw new CommandError('missing Resource metadata');
  if (!metadataOf(value).name)
    throw new CommandError(`missing metadata.name in object {{${String(value['apiVersion'] ?? '')} ${value['kind']}} {{ } map[] map[]}}`);
  return [value];
}

/** Adds what a file or a folder of resources has; `place` is the folder's path, or why it is none. */
function append(items: Item[], more: readonly Item[], resource: string, place: string | Problem): void {
  for (const item of more) {
    const id = current(item);
    if (items.some((one) => sameIdentity(current(one), id))) {
      const why = `may not add resource with an already registered id: ${identityText(identityOf(item.object))}`;
      const [first, then] =
        typeof place === 'string'
          ? [mustBeFile(resource, place), `recursed merging from path '${place}': ${why}`]
          : [`merging resources from '${resource}': ${why}`, `must build at directory: ${place.message}`];
      throw new CommandError(`accumulating resources: accumulation err='${first}': ${then}`);
    }
    items.push(item);
  }
}

function* addComponent(items: Item[], folder: string, component: string, build: Build, visited: readonly string[]): Sys<void> {
  const found = yield* folderAt(folder, component);
  if (typeof found !== 'string') throw new CommandError(`accumulating components: loader.New "must build at directory: ${found.message}"`);
  const sub = yield* load(found, build);
  if (sub.kind !== 'Component')
    throw new CommandError(
      `accumulating components: accumulateDirectory: "expected kind 'Component' for path '${found}' but got 'Kustomization'"`,
    );
  yield* accumulate(items, found, sub, build, [...visited, found]);
}
