/** The kinds that CustomResourceDefinitions define: one for each version that is served. */
import { type FieldError, formatFieldError, invalid } from '../../api/field-errors.ts';
import type { Column, Kind } from '../../api/kind.ts';
import { humanDuration } from '../../api/values/duration.ts';
import type { KubeObject } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
import { ageColumn, nameColumn } from '../columns.ts';
import type { CustomResourceDefinition } from '../objects.ts';
import type { CustomResourceColumnDefinition, CustomResourceDefinitionVersion } from '../types.gen.ts';
import { celCode, hasRules, ruleErrors } from './cel.ts';
import { textAt, valuesAt } from './jsonpath.ts';
import { duplicateErrors, NEW, pruned, type Schema, validateSchema } from './schema.ts';
import { structureOf } from './structure.ts';

export const CRDS = 'customresourcedefinitions.apiextensions.k8s.io';
const VERBS = ['delete', 'deletecollection', 'get', 'list', 'patch', 'create', 'update', 'watch'];

/** Errors after which rules are not looked at. */
const BLOCKING = ['notSupported', 'required', 'tooLong', 'tooMany', 'typeInvalid'];
const UNCHECKED =
  'some validation rules were not checked because the object was invalid; correct the existing errors to complete validation';

type Bag = Readonly<Record<string, unknown>>;

/** All custom kinds of a world, those of a group's preferred version first. */
export function customKinds(world: World): readonly Kind[] {
  return world.store.list<CustomResourceDefinition>(CRDS).flatMap((crd) =>
    isEstablished(crd)
      ? [...crd.spec.versions]
          .filter(({ served }) => served)
          .sort((a, b) => byVersion(a.name, b.name))
          .map((version) => kindOf(crd, version))
      : [],
  );
}

/** A resource that a definition makes, whichever its version. */
export interface CustomResource {
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
}

/** The established ones. */
export function customResources(world: World): CustomResource[] {
  return world.store.list<CustomResourceDefinition>(CRDS).flatMap((crd) => {
    const { group, names, scope } = crd.spec;
    return isEstablished(crd) ? [{ group, kind: names.kind, plural: names.plural, namespaced: scope === 'Namespaced' }] : [];
  });
}

/** Whether some definition has rules in CEL, whose code must be there before its objects are written. */
export function needsCel(world: World): boolean {
  return world.store
    .list<CustomResourceDefinition>(CRDS)
    .some(({ spec }) => spec.versions.some(({ schema }) => hasRules(schema?.openAPIV3Schema)));
}

export function isEstablished({ status }: CustomResourceDefinition): boolean {
  return status.conditions?.some(({ type, status: state }) => type === 'Established' && state === 'True') ?? false;
}

/** `v2` before `v1` before `v1beta1` before anything else (apimachinery's version package). */
function byVersion(a: string, b: string): number {
  const rank = (text: string): number => {
    const [, major, level, minor = '0'] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(text) ?? [];
    if (major === undefined) return -1;
    return (level === undefined ? 2e6 : level === 'beta' ? 1e6 : 0) + Number(major) * 1000 + Number(minor);
  };
  return rank(b) - rank(a) || (a < b ? -1 : 1);
}

const known = new WeakMap<CustomResourceDefinitionVersion, Kind>();

function kindOf(crd: CustomResourceDefinition, version: CustomResourceDefinitionVersion): Kind {
  let kind = known.get(version);
  if (!kind) known.set(version, (kind = makeKind(crd, version)));
  return kind;
}

function makeKind({ spec }: CustomResourceDefinition, version: CustomResourceDefinitionVersion): Kind {
  const { names, group, scope } = spec;
  const schema = version.schema?.openAPIV3Schema ?? { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  const { status, scale } = version.subresources ?? {};
  const errors = (object: KubeObject, old?: KubeObject): FieldError[] => validate(schema, object, old);
  return {
    group,
    version: version.name,
    kind: names.kind,
    plural: names.plural,
    singular: names.singular ?? names.kind.toLowerCase(),
    shortNames: names.shortNames ?? [],
    categories: names.categories ?? [],
    namespaced: scope === 'Namespaced',
    verbs: VERBS,
    subresources: [...(status ? ['status'] : []), ...(scale ? ['scale'] : [])],
    put: ['versioned'],
    keptByStatus: ['labels', 'annotations', 'ownerReferences', 'finalizers'],
    generation: Object.keys(schema.properties ?? { spec: {} }).filter(
      (field) => !['apiVersion', 'kind', 'metadata', ...(status ? ['status'] : [])].includes(field),
    ),
    structure: () => structureOf(schema),
    openApi: schema,
    defaults: (object) => pruned(schema, object) as KubeObject,
    unknownFields: (object) => {
      const unknown: string[] = [];
      pruned(schema, object, '', unknown);
      return unknown;
    },
    ...(status && {
      prepareCreate: (object: KubeObject) => {
        const { status: _, ...rest } = object as KubeObject & { readonly status?: unknown };
        return rest;
      },
    }),
    validate: (object) => errors(object),
    validateUpdate: (object, old) => errors(object, old),
    validateStatus: (object, old) => errors(object, old),
    warnings: (object, old) =>
      old && hasRules(schema) && celCode.value ? ruleErrors(schema, object, old).warnings.map(formatFieldError) : [],
    ...(version.deprecated && { deprecation: version.deprecationWarning || `${group}/${version.name} ${names.kind} is deprecated` }),
    ...(scale && {
      scale: {
        selector: (object: KubeObject) => (scale.labelSelectorPath ? textAt(object, scale.labelSelectorPath) : ''),
        replicas: (object: KubeObject) => Number(valuesAt(object, scale.specReplicasPath)[0] ?? 0),
        current: (object: KubeObject) => Number(valuesAt(object, scale.statusReplicasPath)[0] ?? 0),
        set: (object: KubeObject, replicas: number) =>
          withValue(object as unknown as Bag, scale.specReplicasPath.split('.').slice(1), replicas) as unknown as KubeObject,
      },
    }),
    selectableFields: Object.fromEntries(
      (version.selectableFields ?? []).map(({ jsonPath }) => [jsonPath.slice(1), (object: KubeObject) => textAt(object, jsonPath)]),
    ),
    columns: version.additionalPrinterColumns?.length
      ? [nameColumn, ...version.additionalPrinterColumns.map(columnOf)]
      : [nameColumn, ageColumn],
  };
}

function validate(schema: Schema, object: KubeObject, old: KubeObject | undefined): FieldError[] {
  const errors = validateSchema(schema, object, '', old ?? NEW);
  if (!old || duplicateErrors(schema, old).length === 0) errors.push(...duplicateErrors(schema, object));
  if (!hasRules(schema) || !celCode.value) return errors;
  if (!errors.some(({ type }) => BLOCKING.includes(type))) return [...errors, ...ruleErrors(schema, object, old).errors];
  return [...errors, invalid('<nil>', 'null', UNCHECKED)];
}

function withValue(object: Bag, [first = '', ...rest]: readonly string[], value: unknown): Bag {
  const below = object[first];
  return { ...object, [first]: rest.length === 0 ? value : withValue((below ?? {}) as Bag, rest, value) };
}

function columnOf({ name, type, jsonPath, format, description, priority }: CustomResourceColumnDefinition): Column<KubeObject> {
  return {
    name,
    type: type as 'string',
    ...(format && { format }),
    ...(description && { description }),
    ...(priority && { priority }),
    cell: (object, now) => {
      const [value] = valuesAt(object, jsonPath);
      if (value === undefined || value === null) return '';
      if (type === 'date') return Number.isNaN(Date.parse(String(value))) ? '<invalid>' : humanDuration(now - Date.parse(String(value)));
      if ((type === 'integer' || type === 'number') && typeof value === 'number') return value;
      if (type === 'boolean' && typeof value === 'boolean') return value;
      return textAt(object, jsonPath);
    },
  };
}
