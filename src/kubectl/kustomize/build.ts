/**
 * kustomize: builds the objects of a kustomization folder. Resources and bases first, then components, generators, and the transformers
 * in kustomize's own order; names behind references, hashes and the order of kinds come at the very end.
 */
import { files } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { CommandError } from '../errors.ts';
import { isObject, itemsOf, type JsonObject, metadataOf } from '../json.ts';
import { nameHash } from '../name-hash.ts';
import { readYaml, YamlError } from '../output/yaml.ts';
import { generate, read } from './generators.ts';
import { current, type Item, identityOf, identityText, makeItem, sameIdentity } from './item.ts';
import { FILE_NAMES, type Kustomization, type Parsed, parseKustomization } from './kustomization.ts';
import { inLegacyOrder } from './order.ts';
import { patchAll, patchJson } from './patches.ts';
import { addHashes, fixReferences } from './references.ts';
import { replaceAll } from './replacements.ts';
import { addAffixes, addAnnotations, addLabels, setImages, setNamespace, setReplicas } from './transformers.ts';

interface Build {
  /** Says on stderr which fields have a successor. */
  readonly warn: (text: string) => Sys<void>;
}

/** The objects of the folder at `path`. Throws CommandError in kustomize's words; warnings go to `warn`. */
export function* buildKustomization(path: string, warn: (text: string) => Sys<void>): Sys<readonly JsonObject[]> {
  if (/^(?:https?|ssh|git):|^git@|^github\.com/.test(path))
    throw new CommandError(`remote kustomizations are not supported by Drydock: there is no git and no internet here (${path})`);
  const folder = yield* folderAt('.', path);
  if (typeof folder !== 'string') throw new CommandError(`must build at directory: ${folder.message}`);
  const build: Build = { warn };
  const top = yield* load(folder, build);
  const items = yield* accumulate([], folder, top, build, [folder]);
  addHashes(items, (object) => nameHash(object, '', ''));
  fixReferences(items);
  const sorted = top.sortOptions?.order === 'fifo' ? items : inLegacyOrder(items);
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
  for (const resource of [...(kustomization.resources ?? []), ...(kustomization.bases ?? [])])
    append(items, yield* resourceItems(folder, resource, build, visited), resource, `${folder}/${resource}`);
  for (const component of kustomization.components ?? []) yield* addComponent(items, folder, component, build, visited);
  yield* generate(items, folder, kustomization);
  yield* patchAll(items, folder, kustomization);
  if (kustomization.namespace) setNamespace(items, kustomization.namespace);
  if (kustomization.namePrefix) addAffixes(items, kustomization.namePrefix, '');
  if (kustomization.nameSuffix) addAffixes(items, '', kustomization.nameSuffix);
  for (const labels of kustomization.labels ?? []) addLabels(items, labels);
  if (kustomization.commonLabels) addLabels(items, { pairs: kustomization.commonLabels, includeSelectors: true });
  if (kustomization.commonAnnotations) addAnnotations(items, kustomization.commonAnnotations);
  yield* patchJson(items, folder, kustomization);
  setReplicas(items, kustomization.replicas);
  setImages(items, kustomization.images);
  yield* replaceAll(items, folder, kustomization);
  return items;
}

function* resourceItems(folder: string, resource: string, build: Build, visited: readonly string[]): Sys<Item[]> {
  if (/^(?:https?|ssh|git):|^git@|^github\.com/.test(resource))
    throw new CommandError(`remote resources are not supported by Drydock: there is no git and no internet here (${resource})`);
  const fail = (why: string, then: string): CommandError => new CommandError(`accumulating resources: accumulation err='${why}': ${then}`);
  const found = yield* folderAt(folder, resource);
  if (typeof found === 'string') {
    const path = found;
    const target = `accumulating resources from '${resource}': '${path}' must resolve to a file`;
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
  const text = yield* read(folder, resource, (message) => fail(`accumulating resources from '${resource}': ${message}`, notFolder));
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
    throw new CommandError(
      'missing metadata.name in object {{' + `${String(value['apiVersion'] ?? '')} ${value['kind']}} {{ } map[] map[]}}`,
    );
  return [value];
}

function append(items: Item[], more: readonly Item[], resource: string, path: string): void {
  for (const item of more) {
    const id = current(item);
    if (items.some((one) => sameIdentity(current(one), id)))
      throw new CommandError(
        `accumulating resources: accumulation err='merging resources from '${resource}': may not add resource with an already registered id: ${identityText(identityOf(item.object))}': must build at directory: '${path}': file is not directory`,
      );
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
