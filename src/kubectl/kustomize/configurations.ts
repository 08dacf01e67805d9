/** `configurations`: files that name further fields for what kustomize does of itself, for kinds that it does not know. */
import type { Sys } from '../../kernel/types.ts';
import { CommandError } from '../errors.ts';
import { isObject } from '../json.ts';
import { readYaml, YamlError } from '../output/yaml.ts';
import { type Field, ownField, type Reference } from './fields.ts';
import { type Root, read } from './generators.ts';
import type { FieldSpec } from './kustomization.ts';

/** Fields besides kustomize's own. */
export interface MoreFields {
  readonly labels: readonly Field[];
  readonly templateLabels: readonly Field[];
  readonly annotations: readonly Field[];
  readonly namespaces: readonly Field[];
  readonly images: readonly Field[];
  readonly replicas: readonly Field[];
  readonly references: readonly Reference[];
  readonly variables: readonly Field[];
}

export const NO_MORE: MoreFields = {
  labels: [],
  templateLabels: [],
  annotations: [],
  namespaces: [],
  images: [],
  replicas: [],
  references: [],
  variables: [],
};

export function* readConfigurations(root: Root, paths: readonly string[]): Sys<MoreFields> {
  let more = NO_MORE;
  for (const path of paths) more = join(more, parse(yield* read(root, path, (message) => new CommandError(message))));
  return more;
}

export function join(a: MoreFields, b: MoreFields): MoreFields {
  return Object.fromEntries(
    Object.entries(a).map(([key, fields]) => [key, [...fields, ...b[key as keyof MoreFields]]]),
  ) as unknown as MoreFields;
}

function parse(text: string): MoreFields {
  let value: unknown;
  try {
    [value] = readYaml(text);
  } catch (error) {
    if (error instanceof YamlError) throw new CommandError(error.message);
    throw error;
  }
  if (!isObject(value)) return NO_MORE;
  const config = value;
  const specs = (key: string): FieldSpec[] => (Array.isArray(config[key]) ? config[key].filter(isObject) : []) as FieldSpec[];
  const fields = (key: string): Field[] => specs(key).map(ownField);
  const references = specs('nameReference') as { readonly kind?: string; readonly fieldSpecs?: readonly FieldSpec[] }[];
  return {
    labels: fields('commonLabels'),
    templateLabels: fields('templateLabels'),
    annotations: fields('commonAnnotations'),
    namespaces: fields('namespace'),
    images: fields('images'),
    replicas: fields('replicas'),
    references: references.flatMap(({ kind = '', fieldSpecs = [] }) => fieldSpecs.map((spec) => ({ ...ownField(spec), to: [kind] }))),
    variables: fields('varReference'),
  };
}
