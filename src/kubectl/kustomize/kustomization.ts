/** The kustomization file: what may stand in it, and what kubectl says of what may not. */
import { CommandError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { readYamlStream } from '../output/yaml.ts';

export const FILE_NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

export interface GeneratorOptions {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly disableNameSuffixHash?: boolean;
  readonly immutable?: boolean;
}

/** An entry of configMapGenerator or secretGenerator. */
export interface GeneratorArgs {
  readonly name?: string;
  readonly namespace?: string;
  readonly behavior?: string;
  readonly files?: readonly string[];
  readonly literals?: readonly string[];
  readonly envs?: readonly string[];
  readonly env?: string;
  readonly type?: string;
  readonly options?: GeneratorOptions;
}

/** Which resources a patch or replacement is about; texts are regular expressions for patches. */
export interface Selector {
  readonly group?: string;
  readonly version?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly annotationSelector?: string;
}

export interface Patch {
  readonly path?: string;
  readonly patch?: string;
  readonly target?: Selector;
  readonly options?: { readonly allowNameChange?: boolean; readonly allowKindChange?: boolean };
}

export interface FieldSpec {
  readonly group?: string;
  readonly version?: string;
  readonly kind?: string;
  readonly path?: string;
  readonly create?: boolean;
}

export interface LabelArgs {
  readonly pairs?: Readonly<Record<string, string>>;
  readonly includeSelectors?: boolean;
  readonly includeTemplates?: boolean;
  readonly fields?: readonly FieldSpec[];
}

export interface ImageArgs {
  readonly name?: string;
  readonly newName?: string;
  readonly newTag?: string;
  readonly digest?: string;
  readonly tagSuffix?: string;
}

export interface FieldOptions {
  readonly delimiter?: string;
  readonly index?: number;
  readonly create?: boolean;
}

export interface Replacement {
  readonly path?: string;
  readonly source?: Selector & { readonly fieldPath?: string; readonly options?: FieldOptions };
  readonly sourceValue?: string;
  readonly targets?: readonly {
    readonly select?: Selector;
    readonly reject?: readonly Selector[];
    readonly fieldPaths?: readonly string[];
    readonly options?: FieldOptions;
  }[];
}

export interface Var {
  readonly name?: string;
  readonly objref?: { readonly kind?: string; readonly name?: string; readonly namespace?: string; readonly apiVersion?: string };
  readonly fieldref?: { readonly fieldpath?: string };
}

export interface Kustomization {
  readonly kind?: string;
  readonly resources?: readonly string[];
  readonly bases?: readonly string[];
  readonly components?: readonly string[];
  readonly namePrefix?: string;
  readonly nameSuffix?: string;
  readonly namespace?: string;
  readonly commonLabels?: Readonly<Record<string, string>>;
  readonly labels?: readonly LabelArgs[];
  readonly commonAnnotations?: Readonly<Record<string, string>>;
  readonly images?: readonly ImageArgs[];
  readonly replicas?: readonly { readonly name?: string; readonly count?: number }[];
  readonly patches?: readonly Patch[];
  readonly patchesStrategicMerge?: readonly string[];
  readonly patchesJson6902?: readonly Patch[];
  readonly replacements?: readonly Replacement[];
  readonly configMapGenerator?: readonly GeneratorArgs[];
  readonly secretGenerator?: readonly GeneratorArgs[];
  readonly generatorOptions?: GeneratorOptions;
  readonly buildMetadata?: readonly string[];
  readonly sortOptions?: { readonly order?: string };
  readonly imageTags?: readonly ImageArgs[];
  readonly vars?: readonly Var[];
  readonly configurations?: readonly string[];
  readonly generators?: readonly string[];
  readonly transformers?: readonly string[];
  readonly validators?: readonly string[];
  readonly helmCharts?: readonly JsonObject[];
  readonly helmChartInflationGenerator?: readonly JsonObject[];
}

/** What a field holds: a Go type by name, the fields of a struct, or a list of such. Nothing is checked inside `any`. */
type Shape = 'string' | 'bool' | 'int' | '[]string' | 'map[string]string' | 'any' | { readonly [field: string]: Shape } | readonly [Shape];

const OPTIONS: Shape = { labels: 'map[string]string', annotations: 'map[string]string', disableNameSuffixHash: 'bool', immutable: 'bool' };
const SELECTOR: Shape = {
  group: 'string',
  version: 'string',
  kind: 'string',
  name: 'string',
  namespace: 'string',
  labelSelector: 'string',
  annotationSelector: 'string',
};
const PATCH: Shape = { path: 'string', patch: 'string', target: SELECTOR, options: 'any' };
const GENERATOR = {
  name: 'string',
  namespace: 'string',
  behavior: 'string',
  files: '[]string',
  literals: '[]string',
  envs: '[]string',
  env: 'string',
  options: OPTIONS,
} as const;
const FIELD_SPEC: Shape = { group: 'string', version: 'string', kind: 'string', path: 'string', create: 'bool' };
const FIELD_OPTIONS: Shape = { delimiter: 'string', index: 'int', create: 'bool', encoding: 'string' };

const FIELDS: Readonly<Record<string, Shape>> = {
  apiVersion: 'string',
  kind: 'string',
  metadata: 'any',
  resources: '[]string',
  bases: '[]string',
  components: '[]string',
  crds: '[]string',
  namePrefix: 'string',
  nameSuffix: 'string',
  namespace: 'string',
  commonLabels: 'map[string]string',
  labels: [{ pairs: 'map[string]string', includeSelectors: 'bool', includeTemplates: 'bool', fields: [FIELD_SPEC] }],
  commonAnnotations: 'map[string]string',
  images: [{ name: 'string', newName: 'string', newTag: 'string', tagSuffix: 'string', digest: 'string' }],
  imageTags: 'any',
  replicas: [{ name: 'string', count: 'int' }],
  patches: [PATCH],
  patchesStrategicMerge: '[]string',
  patchesJson6902: [PATCH],
  replacements: [
    {
      path: 'string',
      sourceValue: 'string',
      source: { ...SELECTOR, fieldPath: 'string', options: FIELD_OPTIONS },
      targets: [{ select: SELECTOR, reject: [SELECTOR], fieldPaths: '[]string', options: FIELD_OPTIONS }],
    },
  ],
  vars: 'any',
  configMapGenerator: [GENERATOR],
  secretGenerator: [{ ...GENERATOR, type: 'string' }],
  generatorOptions: OPTIONS,
  helmGlobals: 'any',
  helmCharts: 'any',
  helmChartInflationGenerator: 'any',
  generators: '[]string',
  transformers: '[]string',
  validators: '[]string',
  configurations: '[]string',
  openapi: 'any',
  buildMetadata: '[]string',
  sortOptions: 'any',
};

/** Fields that have a successor, and how the warning words it. */
const DEPRECATED: readonly (readonly [field: string, hint: string])[] = [
  ['bases', "Please use 'resources' instead."],
  ['commonLabels', "Please use 'labels' instead."],
  ['imageTags', "Please use 'images' instead."],
  ['patchesJson6902', "Please use 'patches' instead."],
  ['patchesStrategicMerge', "Please use 'patches' instead."],
  ['vars', "Please use 'replacements' instead. [EXPERIMENTAL]"],
];

/** What a kind of one's own says of itself: merge keys and references, which are not read from there. */
const UNSUPPORTED = ['crds', 'openapi'];

export interface Parsed {
  readonly kustomization: Kustomization;
  /** Lines for stderr. */
  readonly warnings: string;
}

/** @param folder absolute path, for messages */
export function parseKustomization(text: string, name: string, folder: string): Parsed {
  if (text.trim() === '') throw new CommandError(`${name} is empty`);
  const { values, error } = readYamlStream(text);
  if (error) throw new CommandError(`invalid Kustomization: ${error.message.replace(/^error converting YAML to JSON: /, '')}`);
  const [value] = values;
  if (value === undefined || (isObject(value) && Object.keys(value).length === 0)) throw new CommandError(`${name} is empty`);
  if (!isObject(value))
    throw new CommandError(`invalid Kustomization: json: cannot unmarshal ${jsonType(value)} into Go value of type types.Kustomization`);
  checkFields(value, FIELDS, '');
  const kind = value['kind'] ?? 'Kustomization';
  if (kind !== 'Kustomization' && kind !== 'Component')
    throw new CommandError(`Failed to read kustomization file under ${folder}:\nkind should be Kustomization or Component`);
  const warnings = DEPRECATED.filter(([field]) => value[field] !== undefined).map(
    ([field, hint]) =>
      `# Warning: '${field}' is deprecated. ${hint} Run 'kustomize edit fix' to update your Kustomization automatically.\n`,
  );
  const order = isObject(value['sortOptions']) ? value['sortOptions']['order'] : undefined;
  if (order !== undefined && order !== 'fifo' && order !== 'legacy')
    throw new CommandError("the field 'sortOptions.order' must be one of [fifo, legacy]");
  for (const field of UNSUPPORTED)
    if (value[field] !== undefined) throw new CommandError(`the kustomization field '${field}' is not supported by Drydock`);
  return { kustomization: value as Kustomization, warnings: warnings.join('') };
}

function checkFields(object: JsonObject, fields: Readonly<Record<string, Shape>>, path: string): void {
  for (const [name, value] of Object.entries(object)) {
    const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (shape === undefined) throw new CommandError(`invalid Kustomization: json: unknown field ${JSON.stringify(name)}`);
    if (value !== null) check(value, shape, path === '' ? name : `${path}.${name}`);
  }
}

function check(value: unknown, shape: Shape, path: string): void {
  const fail = (what: unknown, where: string, type: string): never => {
    throw new CommandError(
      `invalid Kustomization: json: cannot unmarshal ${jsonType(what)} into Go struct field Kustomization.${where} of type ${type}`,
    );
  };
  if (shape === 'any') return;
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return fail(value, path, '[]types.Entry');
    value.forEach((item, index) => check(item, shape[0] as Shape, `${path}.${index}`));
  } else if (typeof shape === 'object') {
    if (!isObject(value)) return fail(value, path, 'types.Entry');
    checkFields(value, shape as Readonly<Record<string, Shape>>, path);
  } else if (shape === '[]string') {
    if (!Array.isArray(value)) return fail(value, path, shape);
    value.forEach((item, index) => {
      if (typeof item !== 'string') fail(item, `${path}.${index}`, 'string');
    });
  } else if (shape === 'map[string]string') {
    if (!isObject(value)) return fail(value, path, shape);
    for (const [key, item] of Object.entries(value)) if (typeof item !== 'string') fail(item, `${path}.${key}`, 'string');
  } else if (shape === 'int' ? typeof value !== 'number' : typeof value !== (shape === 'bool' ? 'boolean' : 'string'))
    fail(value, path, shape === 'int' ? 'int64' : shape);
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
