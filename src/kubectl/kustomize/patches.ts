/** patches, patchesStrategicMerge, patchesJson6902. */
import { matches } from '../../api/values/selector.ts';
import type { Sys } from '../../kernel/types.ts';
import { CommandError } from '../errors.ts';
import { isObject, type JsonObject, metadataOf, textOf } from '../json.ts';
import { printYaml, readYaml, YamlError } from '../output/yaml.ts';
import { jsonPatched } from '../patch/apply.ts';
import { parseSelector } from '../resource/builder.ts';
import { type Root, read } from './generators.ts';
import { current, type Identity, type Item, identityOf, identityText, replaceObject, sameIdentity } from './item.ts';
import type { Kustomization, Patch, Selector } from './kustomization.ts';
import { applyStrategicPatch } from './strategic.ts';

/** Applies the patches of a kustomization, in kustomize's order. Items that a patch deletes leave the list. */
export function* patchAll(items: Item[], root: Root, kustomization: Kustomization): Sys<void> {
  const all = kustomization.patchesStrategicMerge ?? [];
  const fail = (message: string): CommandError =>
    new CommandError(
      `trouble configuring builtin PatchStrategicMergeTransformer with config: \`\n${printYaml({ paths: all })}\`: ${message}`,
    );
  for (const source of all) {
    const text = source.includes('\n') ? source : yield* read(root, source, fail);
    for (const patch of documents(text)) merge(items, patch, findOne(items, patch));
  }
  for (const patch of kustomization.patches ?? []) yield* patchOne(items, root, patch);
}

/** patchesJson6902 come after names and labels. */
export function* patchJson(items: Item[], root: Root, kustomization: Kustomization): Sys<void> {
  for (const patch of kustomization.patchesJson6902 ?? []) yield* patchOne(items, root, patch, true);
}

/** `old`: of patchesJson6902. */
function* patchOne(items: Item[], root: Root, patch: Patch, old = false): Sys<void> {
  const config = (): string => {
    const { options: _options, ...shown } = patch;
    return printYaml(shown);
  };
  const fail = (message: string): CommandError =>
    new CommandError(
      `trouble configuring builtin ${old ? 'PatchJson6902Transformer' : 'PatchTransformer'} with config: \`\n${config()}\`: ${message}`,
    );
  const { path = '', patch: inline = '', target } = patch;
  if (path === '' && inline === '') throw fail(`must specify one of patch and path in\n${config().trimEnd()}`);
  if (path !== '' && inline !== '') throw fail(`patch and path can't be set at the same time\n${config().trimEnd()}`);
  const text =
    path === ''
      ? inline
      : yield* read(root, path, (message) => fail(old ? message : `failed to get the patch file from path(${path}): ${message}`));
  const shown = path === '' ? `[patch: ${JSON.stringify(inline)}]` : `[path: ${JSON.stringify(path)}]`;
  const found = kindOf(text);
  if (!found) throw fail(`unable to parse SM or JSON patch from ${shown}`);
  if (found.operations) {
    if (!target) throw new CommandError(`must specify a target for JSON patch ${shown}`);
    for (const item of select(items, target)) change(item, (object) => jsonPatched(object, found.operations));
    return;
  }
  for (const object of found.objects) {
    if (target) for (const item of select(items, target)) merge(items, object, item);
    else {
      let item: Item;
      try {
        item = findOne(items, object);
      } catch (error) {
        if (error instanceof CommandError)
          throw new CommandError(
            `no resource matches strategic merge patch ${JSON.stringify(identityText(identityOf(object)))}: ${error.message}`,
          );
        throw error;
      }
      merge(items, object, item);
    }
  }
}

interface Operations {
  readonly operations: readonly unknown[];
}
interface Objects {
  readonly operations?: undefined;
  readonly objects: readonly JsonObject[];
}

const OPERATIONS = ['add', 'remove', 'replace', 'move', 'copy', 'test'];

function isOperation(value: unknown): boolean {
  return isObject(value) && OPERATIONS.includes(textOf(value['op']));
}

/** A list is a JSON patch, objects are strategic merge patches; undefined for neither. What begins with a bracket has to be JSON. */
function kindOf(text: string): Operations | Objects | undefined {
  let values: unknown[];
  try {
    values = readYaml(text);
    // Objects are read as resources are, lists as the kustomization file is.
    if (!Array.isArray(values[0])) values = readYaml(text, { coreBooleans: true });
  } catch (error) {
    if (error instanceof YamlError) return undefined;
    throw error;
  }
  const [first] = values;
  if (text.startsWith('[') && !isJson(text)) return undefined;
  if (Array.isArray(first)) return first.every(isOperation) ? { operations: first } : undefined;
  const objects = values.filter(isObject);
  return values.length > 0 && objects.length === values.length && objects.every((one) => typeof one['kind'] === 'string')
    ? { objects }
    : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function documents(text: string): JsonObject[] {
  try {
    return readYaml(text, { coreBooleans: true }).filter(isObject);
  } catch (error) {
    if (error instanceof YamlError) throw new CommandError(error.message);
    throw error;
  }
}

function findOne(items: readonly Item[], patch: JsonObject): Item {
  const id = identityOf(patch);
  const known = (of: (item: Item) => readonly Identity[]): Item[] => items.filter((item) => of(item).some((one) => sameIdentity(one, id)));
  let found = known((item) => [current(item)]);
  if (found.length === 0) found = known((item) => item.identities);
  if (found.length === 0)
    throw new CommandError(`no matches for Id ${identityText(id)}; failed to find unique target for patch ${identityText(id)}`);
  if (found.length > 1)
    throw new CommandError(`multiple matches for Id ${identityText(id)}; failed to find unique target for patch ${identityText(id)}`);
  return found[0] as Item;
}

/** The items that a selector picks. Its texts are regular expressions for the whole of what they are about. */
function select(items: readonly Item[], target: Selector): Item[] {
  const labels = target.labelSelector ? parseSelector(target.labelSelector) : undefined;
  const annotations = target.annotationSelector ? parseSelector(target.annotationSelector) : undefined;
  return items.filter((item) => {
    const { labels: own, annotations: notes } = metadataOf(item.object);
    return (
      item.identities.some((id) =>
        (['group', 'version', 'kind', 'name', 'namespace'] as const).every((part) => fits(target[part], id[part])),
      ) &&
      (!labels || matches(labels, own)) &&
      (!annotations || matches(annotations, notes))
    );
  });
}

export function fits(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined || pattern === '') return true;
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    throw new CommandError(`error parsing regexp: ${pattern}`);
  }
}

function merge(items: Item[], patch: JsonObject, item: Item): void {
  if (patch['$patch'] === 'delete') {
    items.splice(items.indexOf(item), 1);
    return;
  }
  change(item, (object) => {
    const { apiVersion: _version, kind: _kind, metadata, ...fields } = patch;
    const { name: _name, namespace: _namespace, ...rest } = isObject(metadata) ? metadata : {};
    return applyStrategicPatch(object, { ...fields, ...(Object.keys(rest).length > 0 && { metadata: rest }) });
  });
}

/** A patch changes neither the kind nor, for the others, the name that it is found by. */
function change(item: Item, how: (object: JsonObject) => JsonObject): void {
  const after = how(item.object);
  if (textOf(after['kind']) === '') throw new CommandError('missing Resource metadata');
  replaceObject(item, after);
}
