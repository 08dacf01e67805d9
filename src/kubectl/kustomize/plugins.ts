/** `transformers`, `generators` and `validators`: kustomize's own, each with a configuration of its own. Others would be programs. */
import type { Sys } from '../../kernel/types.ts';
import { CommandError } from '../errors.ts';
import { isObject, type JsonObject, metadataOf } from '../json.ts';
import { readYaml, YamlError } from '../output/yaml.ts';
import { ownField } from './fields.ts';
import { generate, type Root } from './generators.ts';
import type { Item } from './item.ts';
import type { FieldSpec, GeneratorArgs, Kustomization } from './kustomization.ts';
import { patchAll } from './patches.ts';
import { replaceAll } from './replacements.ts';
import { addAffixes, addPairs, setImages, setNamespace, setReplicas } from './transformers.ts';

/** What stands in the file itself; undefined when the text is a path. */
export function inline(text: string): JsonObject[] | undefined {
  try {
    const values = readYaml(text);
    return values.every(isObject) && values.length > 0 ? (values as JsonObject[]) : undefined;
  } catch (error) {
    if (error instanceof YamlError) return undefined;
    throw error;
  }
}

type Pairs = Readonly<Record<string, string>>;
type Plugin = (items: Item[], config: JsonObject, root: Root) => Sys<void> | undefined;

const fieldsOf = (config: JsonObject) => ((config['fieldSpecs'] ?? []) as FieldSpec[]).map(ownField);
const generator = (key: 'configMapGenerator' | 'secretGenerator'): Plugin =>
  function* (items, config, root) {
    const { apiVersion: _version, kind: _kind, metadata: _metadata, ...args } = config;
    const { name, namespace } = metadataOf(config);
    const one = { ...args, ...(name && { name }), ...(namespace && { namespace }) } as GeneratorArgs;
    yield* generate(items, root, { [key]: [one] });
  };
const kustomized = (of: (config: JsonObject) => Kustomization): Plugin =>
  function* (items, config, root) {
    yield* patchAll(items, root, of(config));
  };

/** One that reads no files. */
const now =
  (work: (items: Item[], config: JsonObject) => void): Plugin =>
  (items, config) => {
    work(items, config);
    return undefined;
  };

const PLUGINS: Readonly<Record<string, Plugin>> = {
  ConfigMapGenerator: generator('configMapGenerator'),
  SecretGenerator: generator('secretGenerator'),
  PatchTransformer: kustomized(({ path, patch, target, options }) => ({ patches: [{ path, patch, target, options } as never] })),
  PatchStrategicMergeTransformer: kustomized(({ paths = [], patches }) => ({
    patchesStrategicMerge: [...(paths as string[]), ...(typeof patches === 'string' ? [`${patches}\n`] : [])],
  })),
  PatchJson6902Transformer: kustomized(({ path, jsonOp, target }) => ({ patches: [{ path, patch: jsonOp, target } as never] })),
  *ReplacementTransformer(items, { replacements }, root) {
    yield* replaceAll(items, root, { replacements } as Kustomization);
  },
  PrefixTransformer: now((items, { prefix = '' }) => addAffixes(items, prefix as string, '')),
  SuffixTransformer: now((items, { suffix = '' }) => addAffixes(items, '', suffix as string)),
  NamespaceTransformer: now((items, config) => setNamespace(items, metadataOf(config).namespace ?? '', fieldsOf(config))),
  LabelTransformer: now((items, config) => addPairs(items, (config['labels'] ?? {}) as Pairs, fieldsOf(config))),
  AnnotationsTransformer: now((items, config) => addPairs(items, (config['annotations'] ?? {}) as Pairs, fieldsOf(config))),
  ImageTagTransformer: now((items, config) => setImages(items, [(config['imageTag'] ?? {}) as never], fieldsOf(config))),
  ReplicaCountTransformer: now((items, config) => setReplicas(items, [(config['replica'] ?? {}) as never], fieldsOf(config))),
};

export function* runPlugin(items: Item[], config: JsonObject, root: Root): Sys<void> {
  const kind = String(config['kind'] ?? '');
  if (config['apiVersion'] !== 'builtin') throw new CommandError(`external plugins disabled; unable to load external plugin '${kind}'`);
  const plugin = Object.hasOwn(PLUGINS, kind) ? PLUGINS[kind] : undefined;
  if (!plugin) throw new CommandError(`unable to load builtin ${kind}.builtin.[noGrp]`);
  const work = plugin(items, config, root);
  if (work) yield* work;
}
