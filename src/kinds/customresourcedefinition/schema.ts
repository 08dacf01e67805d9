/**
 * Structural schemas: pruning, defaulting and validation of custom objects, in the words of the real server (source: the docs "Custom
 * Resource Definitions"; k8s.io/apiextensions-apiserver, pkg/apiserver/schema and validation).
 */
import { equal } from '../../api/equal.ts';
import { duplicate, type FieldError, invalid, notSupported, required, tooLong, tooMany } from '../../api/field-errors.ts';
import { toGoJson } from '../../api/go-json.ts';
import type { JSONSchemaProps } from '../types.gen.ts';

export type Schema = JSONSchemaProps;
type Bag = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Bag => value !== null && typeof value === 'object' && !Array.isArray(value);
const isTrue = (value: unknown): boolean => value === true;
const itemsOf = (schema: Schema): Schema | undefined => (isObject(schema.items) ? (schema.items as Schema) : undefined);
const additionalOf = (schema: Schema): Schema | boolean | undefined => schema.additionalProperties as Schema | boolean | undefined;
const keeps = (schema: Schema): boolean => isTrue(schema['x-kubernetes-preserve-unknown-fields']);
/** Fields of an object that no schema has to name. */
const ALWAYS = ['apiVersion', 'kind', 'metadata'];

/** The value with defaults filled in and unknown fields dropped; `unknown` collects the paths of those. */
export function pruned(schema: Schema, value: unknown, at = '', unknown: string[] = [], root = true): unknown {
  if (Array.isArray(value)) {
    const items = itemsOf(schema);
    return items ? value.map((one, index) => pruned(items, one, `${at}[${index}]`, unknown, false)) : value;
  }
  if (!isObject(value)) return value;
  const made: Record<string, unknown> = {};
  const additional = additionalOf(schema);
  for (const [key, one] of Object.entries(value)) {
    const path = at === '' ? key : `${at}.${key}`;
    const property = schema.properties?.[key];
    if (root && ALWAYS.includes(key)) made[key] = one;
    else if (isTrue(schema['x-kubernetes-embedded-resource']) && ALWAYS.includes(key)) made[key] = one;
    else if (property)
      made[key] =
        one === null && !property.nullable && property.default !== undefined
          ? property.default
          : pruned(property, one, path, unknown, false);
    else if (isObject(additional)) made[key] = pruned(additional as Schema, one, path, unknown, false);
    else if (additional === true || keeps(schema)) made[key] = one;
    else unknown.push(path);
  }
  for (const [key, property] of Object.entries(schema.properties ?? {}))
    if (property.default !== undefined && made[key] === undefined)
      made[key] = pruned(property, property.default, `${at}.${key}`, [], false);
  return made;
}

const TYPE_NAMES = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
};

function hasType(schema: Schema, value: unknown): boolean {
  if (isTrue(schema['x-kubernetes-int-or-string'])) return Number.isInteger(value) || typeof value === 'string';
  const { type } = schema;
  if (!type) return true;
  const actual = TYPE_NAMES(value);
  return actual === type || (type === 'number' && actual === 'integer');
}

/** What a value is compared with that was not there before, or of which nobody can say which one it was. */
export const NEW = Symbol('new');

/** The value that stood in the place of one of a list: only lists with keys know it. */
export function oldItem(schema: Schema, item: unknown, old: unknown): unknown {
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  if (schema['x-kubernetes-list-type'] !== 'map' || !Array.isArray(old) || !isObject(item)) return NEW;
  const found = old.find((one: unknown) => isObject(one) && keys.every((key) => equal(one[key], item[key])));
  return found === undefined ? NEW : found;
}

/** The value that had a key before. */
export const oldField = (old: unknown, key: string): unknown => (isObject(old) && old[key] !== undefined ? old[key] : NEW);

/**
 * Errors of a value, the path being where it stands in the object (empty: the object itself). What is wrong with a value that an update
 * leaves as it was (`old`) is not held against it.
 */
export function validateSchema(schema: Schema, value: unknown, at = '', old: unknown = NEW): FieldError[] {
  const errors = schemaErrors(schema, value, at, old);
  return errors.length > 0 && old !== NEW && equal(value, old) ? [] : errors;
}

function schemaErrors(schema: Schema, value: unknown, at: string, old: unknown): FieldError[] {
  if (value === undefined) return [];
  if (value === null && schema.nullable) return [];
  if (!hasType(schema, value)) {
    const type = isTrue(schema['x-kubernetes-int-or-string']) ? 'integer,string' : schema.type;
    const given = TYPE_NAMES(value);
    return [
      { type: 'typeInvalid', field: at || '<nil>', value: given, detail: `${at} in body must be of type ${type}: ${toGoJson(given)}` },
    ];
  }
  return [
    ...(typeof value === 'string' ? textErrors(schema, value, at) : []),
    ...(typeof value === 'number' ? numberErrors(schema, value, at) : []),
    ...(Array.isArray(value) ? listErrors(schema, value, at, old) : []),
    ...(isObject(value) ? objectErrors(schema, value, at, old) : []),
    ...enumErrors(schema, value, at),
    ...combinedErrors(schema, value, at),
  ];
}

function enumErrors(schema: Schema, value: unknown, at: string): FieldError[] {
  const values = schema.enum as readonly unknown[] | undefined;
  if (!values?.length || values.some((one) => equal(one, value))) return [];
  return [
    notSupported(
      at,
      value,
      values.map((one) => (typeof one === 'string' ? one : toGoJson(one))),
    ),
  ];
}

const should = (at: string, value: unknown, what: string): FieldError => invalid(at, value, `${at} in body should ${what}`);

function textErrors(schema: Schema, value: string, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const length = [...value].length;
  if (schema.minLength !== undefined && length < schema.minLength)
    errors.push(should(at, value, `be at least ${schema.minLength} chars long`));
  if (schema.maxLength !== undefined && length > schema.maxLength) errors.push(tooLong(at, schema.maxLength));
  if (schema.pattern !== undefined && !matchesPattern(schema.pattern, value)) errors.push(should(at, value, `match '${schema.pattern}'`));
  if (schema.format !== undefined && FORMATS[schema.format]?.test(value) === false)
    errors.push(invalid(at, value, `${at} in body must be of type ${schema.format}: ${toGoJson(value)}`));
  return errors;
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/,
  duration: /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$|^0$/,
  email: /^[^@\s]+@[^@\s]+$/,
  ipv4: /^(?:\d{1,3}\.){3}\d{1,3}$/,
  uuid: /^[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}$/,
};

/** Go's regular expressions, as far as JavaScript's say the same; one that cannot be read matches everything. */
function matchesPattern(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return true;
  }
}

function numberErrors(schema: Schema, value: number, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const { minimum, maximum, multipleOf } = schema;
  if (maximum !== undefined && (schema.exclusiveMaximum ? value >= maximum : value > maximum))
    errors.push(should(at, value, `be less than ${schema.exclusiveMaximum ? '' : 'or equal to '}${maximum}`));
  if (minimum !== undefined && (schema.exclusiveMinimum ? value <= minimum : value < minimum))
    errors.push(should(at, value, `be greater than ${schema.exclusiveMinimum ? '' : 'or equal to '}${minimum}`));
  if (multipleOf !== undefined && Math.abs(value / multipleOf - Math.round(value / multipleOf)) > 1e-9)
    errors.push(should(at, value, `be a multiple of ${multipleOf}`));
  return errors;
}

function listErrors(schema: Schema, value: readonly unknown[], at: string, old: unknown): FieldError[] {
  const errors: FieldError[] = [];
  const items = itemsOf(schema);
  if (items)
    value.forEach((one, index) => {
      errors.push(...validateSchema(items, one, `${at}[${index}]`, oldItem(schema, one, old)));
    });
  if (schema.minItems !== undefined && value.length < schema.minItems)
    errors.push(should(at, value.length, `have at least ${schema.minItems} items`));
  if (schema.maxItems !== undefined && value.length > schema.maxItems) errors.push(tooMany(at, value.length, schema.maxItems));
  return errors;
}

/** What is in a set, or in a list with keys, more than once; anywhere in a value. */
export function duplicateErrors(schema: Schema, value: unknown, at = ''): FieldError[] {
  if (Array.isArray(value)) {
    const items = itemsOf(schema);
    return [
      ...repeated(schema, value, at),
      ...(items ? value.flatMap((one, index) => duplicateErrors(items, one, `${at}[${index}]`)) : []),
    ];
  }
  if (!isObject(value)) return [];
  const additional = additionalOf(schema);
  return Object.keys(value)
    .sort()
    .flatMap((key) => {
      const property = schema.properties?.[key] ?? (isObject(additional) ? (additional as Schema) : undefined);
      return property ? duplicateErrors(property, value[key], at === '' ? key : `${at}.${key}`) : [];
    });
}

function repeated(schema: Schema, value: readonly unknown[], at: string): FieldError[] {
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  const kind = schema['x-kubernetes-list-type'];
  if (kind !== 'set' && kind !== 'map' && !schema.uniqueItems) return [];
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  value.forEach((one, index) => {
    const id =
      kind === 'map' && isObject(one)
        ? Object.fromEntries(keys.map((key) => [key, one[key] ?? itemsOf(schema)?.properties?.[key]?.default]))
        : one;
    const text = toGoJson(id);
    if (seen.has(text)) errors.push(duplicate(`${at}[${index}]`, id));
    seen.add(text);
  });
  return errors;
}

function objectErrors(schema: Schema, value: Bag, at: string, old: unknown): FieldError[] {
  const path = (key: string): string => (at === '' ? key : `${at}.${key}`);
  const errors: FieldError[] = [];
  for (const key of schema.required ?? []) if (value[key] === undefined) errors.push(required(path(key)));
  const count = Object.keys(value).length;
  if (schema.minProperties !== undefined && count < schema.minProperties)
    errors.push(should(at, count, `have at least ${schema.minProperties} properties`));
  if (schema.maxProperties !== undefined && count > schema.maxProperties) errors.push(tooMany(at, count, schema.maxProperties));
  const additional = additionalOf(schema);
  for (const key of Object.keys(value).sort()) {
    if (at === '' && key === 'metadata') continue;
    const property = schema.properties?.[key] ?? (isObject(additional) ? (additional as Schema) : undefined);
    if (property) errors.push(...validateSchema(property, value[key], path(key), oldField(old, key)));
  }
  return errors;
}

function combinedErrors(schema: Schema, value: unknown, at: string): FieldError[] {
  const passes = (one: Schema): boolean => validateSchema(one, value, at).length === 0;
  const errors = (schema.allOf ?? []).flatMap((one) => validateSchema(one, value, at));
  const say = (what: string): void => {
    errors.push(invalid(at || '<nil>', '', `${toGoJson(at)} ${what}`));
  };
  if (schema.anyOf?.length && !schema.anyOf.some(passes)) say('must validate at least one schema (anyOf)');
  const found = (schema.oneOf ?? []).filter(passes).length;
  if (schema.oneOf?.length && found !== 1)
    say(`must validate one and only one schema (oneOf). ${found === 0 ? 'Found none valid' : `Found ${found} valid alternatives`}`);
  if (schema.not && passes(schema.not)) say('must not validate the schema (not)');
  return errors;
}
