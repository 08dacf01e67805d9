/** replacements: a value of one object copied into fields of others. */
import type { Sys } from '../../kernel/types.ts';
import { CommandError } from '../errors.ts';
import { at, isObject, type JsonObject } from '../json.ts';
import { readYaml, YamlError } from '../output/yaml.ts';
import { type Root, read } from './generators.ts';
import { type Item, identityText, replaceObject } from './item.ts';
import type { FieldOptions, Kustomization, Replacement, Selector } from './kustomization.ts';
import { fits } from './patches.ts';

export function* replaceAll(items: readonly Item[], root: Root, { replacements = [] }: Kustomization): Sys<void> {
  for (const one of replacements) for (const replacement of yield* resolve(root, one)) apply(items, replacement);
}

function* resolve(root: Root, replacement: Replacement): Sys<readonly Replacement[]> {
  if (!replacement.path) return [replacement];
  const text = yield* read(root, replacement.path, (message) => new CommandError(message));
  try {
    const [value] = readYaml(text);
    return (Array.isArray(value) ? value : [value]).filter(isObject) as Replacement[];
  } catch (error) {
    if (error instanceof YamlError) throw new CommandError(error.message);
    throw error;
  }
}

function apply(items: readonly Item[], { source, sourceValue, targets = [] }: Replacement): void {
  if (!source && sourceValue === undefined) throw new CommandError('replacements must specify a source and at least one target');
  if (targets.length === 0) throw new CommandError('replacements must specify a source and at least one target');
  const value = source ? sourceOf(items, source) : sourceValue;
  for (const { select, reject = [], fieldPaths, options = {} } of targets) {
    if (!select) throw new CommandError('target must specify resources to select');
    for (const item of items) {
      if (!selects(select, item) || reject.some((one) => selects(one, item))) continue;
      for (const path of fieldPaths ?? ['metadata.name']) {
        const steps = splitPath(path);
        const state = { found: false };
        // Labels and annotations are text whatever is put there.
        const text = steps[0] === 'metadata' && ['labels', 'annotations'].includes(steps[1] ?? '');
        const after = put(item.object, steps, options, text ? String(value) : value, state) as JsonObject;
        if (!state.found && !options.create) throw new CommandError(`unable to find field ${JSON.stringify(path)} in replacement target`);
        replaceObject(item, after);
      }
    }
  }
}

function sourceOf(items: readonly Item[], source: NonNullable<Replacement['source']>): unknown {
  const found = items.filter((item) => selects(source, item));
  const wanted = identityText({
    group: source.group ?? '',
    version: source.version ?? '',
    kind: source.kind ?? '[noKind]',
    name: source.name || '[noName]',
    namespace: source.namespace ?? '',
  });
  const place = source.fieldPath ? `:${source.fieldPath}` : '';
  if (found.length === 0) throw new CommandError(`nothing selected by ${wanted}${place}`);
  if (found.length > 1) throw new CommandError(`multiple matches for selector ${wanted}${place}`);
  const path = source.fieldPath ?? 'metadata.name';
  let value: unknown = (found[0] as Item).object;
  for (const step of splitPath(path)) value = child(value, step);
  if (value === undefined) throw new CommandError(`fieldPath \`${path}\` is missing for replacement source ${wanted}`);
  const { delimiter, index = 0 } = source.options ?? {};
  if (delimiter === undefined || typeof value !== 'string') return value;
  const part = value.split(delimiter)[index];
  if (part === undefined) throw new CommandError(`options.index ${index} is out of bounds for value ${value}`);
  return part;
}

function selects(selector: Selector, item: Item): boolean {
  return item.identities.some((id) =>
    (['group', 'version', 'kind', 'name', 'namespace'] as const).every((part) => !selector[part] || fits(selector[part], id[part])),
  );
}

/** Dots separate the steps, but for those in brackets and those behind a backslash. */
function splitPath(path: string): string[] {
  return (path.match(/(?:\[[^\]]*\]|\\.|[^.\\])+/g) ?? []).map((step) => step.replaceAll('\\.', '.'));
}

function matching(step: string): ((item: unknown) => boolean) | undefined {
  const [, key, value] = /^\[([^=]+)=(.*)\]$/.exec(step) ?? [];
  if (step === '*') return () => true;
  return key === undefined ? undefined : (item) => String(at(item, ...key.split('.'))) === value;
}

function child(value: unknown, step: string): unknown {
  if (!Array.isArray(value)) return at(value, step);
  const fitting = matching(step);
  return fitting ? value.find(fitting) : value[Number(step)];
}

function put(value: unknown, steps: readonly string[], options: FieldOptions, given: unknown, state: { found: boolean }): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) {
    state.found = true;
    if (options.delimiter === undefined || typeof value !== 'string') return typeof value === 'string' ? String(given) : given;
    const parts = value.split(options.delimiter);
    const { index = 0 } = options;
    if (index < 0) return [String(given), ...parts].join(options.delimiter);
    if (index >= parts.length) return [...parts, String(given)].join(options.delimiter);
    parts[index] = String(given);
    return parts.join(options.delimiter);
  }
  if (Array.isArray(value)) {
    const fitting = matching(step);
    return value.map((item, index) => ((fitting ? fitting(item) : index === Number(step)) ? put(item, rest, options, given, state) : item));
  }
  const fields = isObject(value) ? value : {};
  if (!Object.hasOwn(fields, step) && !options.create) return value;
  return { ...fields, [step]: put(fields[step], rest, options, given, state) };
}
