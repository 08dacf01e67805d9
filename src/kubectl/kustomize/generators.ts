/** configMapGenerator and secretGenerator. */

import { encodeBase64 } from '../../kernel/bytes.ts';
import { SysError } from '../../kernel/error.ts';
import { files } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { configData } from '../config-data.ts';
import { CommandError } from '../errors.ts';
import { type JsonObject, metadataOf } from '../json.ts';
import { current, type Item, identityGo, makeItem, replaceObject, sameIdentity } from './item.ts';
import type { GeneratorArgs, GeneratorOptions, Kustomization } from './kustomization.ts';

/** The folder of a kustomization. */
export interface Root {
  /** Absolute. */
  readonly path: string;
  /** Files outside of it may be read, too. */
  readonly free: boolean;
}

/** Adds what the generators make to the items, or merges it into them. */
export function* generate(items: Item[], root: Root, kustomization: Kustomization): Sys<void> {
  for (const [kind, list] of [
    ['ConfigMap', kustomization.configMapGenerator],
    ['Secret', kustomization.secretGenerator],
  ] as const) {
    for (const args of list ?? []) add(items, yield* make(kind, root, args, kustomization.generatorOptions), args.behavior ?? '');
  }
}

function add(items: Item[], made: Item, behavior: string): void {
  const id = current(made);
  const old = items.find((item) => item.identities.some((one) => sameIdentity(one, id)));
  const merging = behavior === 'merge' || behavior === 'replace';
  const fail = (text: string): never => {
    throw new CommandError(`merging from generator ${id.kind} ${JSON.stringify(id.name)}: id ${identityGo(id)} ${text}`);
  };
  if (!old) {
    if (merging) fail('does not exist; cannot merge or replace');
    items.push(made);
    return;
  }
  if (!merging) fail(`exists; can not use behavior: '${behavior || 'unspecified'}', behavior must be merge or replace`);
  const [before, after] = [metadataOf(old.object), metadataOf(made.object)];
  const data = (field: string): Record<string, unknown> => {
    const both = {
      ...(behavior === 'merge' ? (old.object[field] as JsonObject | undefined) : {}),
      ...(made.object[field] as JsonObject | undefined),
    };
    return Object.keys(both).length > 0 ? { [field]: both } : {};
  };
  const maps = Object.fromEntries(
    (['labels', 'annotations'] as const).flatMap((field) =>
      before[field] || after[field] ? [[field, { ...before[field], ...after[field] }]] : [],
    ),
  );
  const immutable = made.object['immutable'] ?? old.object['immutable'];
  const { data: _data, binaryData: _binary, ...rest }: JsonObject = { ...old.object, ...(immutable !== undefined && { immutable }) };
  replaceObject(old, { ...rest, ...data('data'), ...data('binaryData'), metadata: { ...before, ...maps } });
}

function* make(kind: 'ConfigMap' | 'Secret', root: Root, args: GeneratorArgs, defaults: GeneratorOptions = {}): Sys<Item> {
  const { name = '', namespace, options = {} } = args;
  if (name === '') throw new CommandError(kind === 'ConfigMap' ? 'a configmap must have a name' : 'a secret must have a name');
  const labels = { ...defaults.labels, ...options.labels };
  const annotations = { ...defaults.annotations, ...options.annotations };
  const data: Record<string, string> = {};
  for (const [key, value] of yield* pairs(root, args)) {
    if (Object.hasOwn(data, key)) throw new CommandError(`${kind.toLowerCase()} ${name} illegally repeats the key \`${key}\``);
    data[key] = kind === 'Secret' ? encodeBase64(value) : value;
  }
  const object = {
    apiVersion: 'v1',
    ...(kind === 'Secret' ? { data } : configData(data)),
    kind,
    metadata: {
      name,
      ...(namespace && { namespace }),
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    ...(kind === 'Secret' && { type: args.type || 'Opaque' }),
    ...((options.immutable ?? defaults.immutable) && { immutable: true }),
  };
  return makeItem(object, !(options.disableNameSuffixHash || defaults.disableNameSuffixHash));
}

function* pairs(root: Root, { files: paths = [], literals = [], envs = [], env }: GeneratorArgs): Sys<[string, string][]> {
  const found: [string, string][] = [];
  const fail = (what: string, message: string): CommandError => new CommandError(`loading KV pairs: ${what}: ${message}`);
  for (const path of [...envs, ...(env ? [env] : [])]) {
    const text = yield* read(root, path, (message) => fail(`env source files: [${[...envs, ...(env ? [env] : [])].join(' ')}]`, message));
    for (const line of text.split('\n')) {
      const trimmed = line.trimStart();
      if (trimmed === '' || trimmed.startsWith('#')) continue;
      const equals = trimmed.indexOf('=');
      if (equals === 0) throw fail(`env source files: [${path}]`, `invalid literal source ${trimmed}, expected key=value`);
      if (equals > 0) found.push([trimmed.slice(0, equals), trimmed.slice(equals + 1)]);
      else found.push([trimmed, '']);
    }
  }
  for (const literal of literals) {
    const equals = literal.indexOf('=');
    if (equals <= 0) throw fail(`literal sources [${literals.join(' ')}]`, `invalid literal source ${literal}, expected key=value`);
    found.push([literal.slice(0, equals), unquoted(literal.slice(equals + 1))]);
  }
  for (const source of paths) {
    const [first = '', second, ...more] = source.split('=');
    const what = `file sources: [${paths.join(' ')}]`;
    if (more.length > 0) throw fail(what, `key names or file paths cannot contain '='`);
    if (second !== undefined && first === '') throw fail(what, `missing key name for file path "${second}" in source "${source}"`);
    if (second === '') throw fail(what, `missing file path for key name "${first}" in source "${source}"`);
    const path = second ?? first;
    const key = second === undefined ? path.slice(path.lastIndexOf('/') + 1) : first;
    found.push([key, yield* read(root, path, (message) => fail(what, message))]);
  }
  return found;
}

/** Quotes around the whole value belong to the shell that is not there. */
function unquoted(value: string): string {
  return value.length >= 2 && /^(["']).*\1$/s.test(value) ? value.slice(1, -1) : value;
}

/** The text of a file, named relative to the kustomization's folder. */
export function* read({ path: folder, free }: Root, path: string, fail: (message: string) => CommandError): Sys<string> {
  const found = yield* files((tree) => {
    const full = tree.resolve(folder, path);
    if (!tree.exists(full)) return { message: `evalsymlink failure on '${full}' : lstat ${full}: no such file or directory` };
    if (!free && full !== folder && !full.startsWith(`${folder}/`))
      return { message: `security; file '${full}' is not in or below '${folder}'` };
    try {
      return { text: tree.read(full) };
    } catch (error) {
      if (error instanceof SysError) return { message: `'${full}' must resolve to a file` };
      throw error;
    }
  });
  if (found.text === undefined) throw fail(found.message ?? '');
  return found.text;
}
