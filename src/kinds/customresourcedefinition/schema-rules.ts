/**
 * What the schema of a custom kind may be (source: apiextensions-apiserver, ValidateCustomResourceDefinitionOpenAPISchema and
 * ValidateStructural). A schema that is structural has a type everywhere, and nothing in allOf and its like but restrictions.
 */
import { type FieldError, forbidden, formatFieldError, invalid, notSupported, required } from '../../api/field-errors.ts';
import { ruleExpressionErrors, ruleTextErrors } from './rule-rules.ts';
import { duplicateErrors, pruned, type Schema, validateSchema } from './schema.ts';

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const LIST_TYPES = ['atomic', 'set', 'map'];
const MAP_TYPES = ['atomic', 'granular'];
const UNSUPPORTED = ['id', 'additionalItems', 'patternProperties', 'definitions', 'dependencies', '$ref'] as const;
const KEPT = 'x-kubernetes-preserve-unknown-fields';
const INT_OR_STRING = 'x-kubernetes-int-or-string';
const EMBEDDED = 'x-kubernetes-embedded-resource';

type Bag = Readonly<Record<string, unknown>>;
type Visit = (schema: Schema, at: string) => void;

const isObject = (value: unknown): value is Bag => value !== null && typeof value === 'object' && !Array.isArray(value);
const schemaOf = (value: unknown): Schema | undefined => (isObject(value) ? (value as Schema) : undefined);
const byName = (schemas: unknown): [string, Schema][] =>
  Object.entries((schemas ?? {}) as Readonly<Record<string, Schema>>).sort(([a], [b]) => (a < b ? -1 : 1));
const some = (schema: Schema, key: keyof Schema): readonly Schema[] => (schema[key] ?? []) as unknown as readonly Schema[];

/** All errors of a version's schema, in the real order. */
export function validateOpenApiSchema(schema: Schema, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (schema.nullable) errors.push(forbidden(`${at}.nullable`, 'nullable cannot be true at the root'));
  validateEach(schema, at, errors);
  errors.push(...validateStructural(schema, at));
  return errors.length > 0 ? errors : [...validateDefaults(schema, at), ...validateExpressions(schema, at, true)];
}

function validateExpressions(schema: Schema, at: string, root: boolean): FieldError[] {
  const errors = ruleExpressionErrors(schema, at, root);
  within(schema, at, (one, place) => errors.push(...validateExpressions(one, place, false)));
  return errors;
}

function validateEach(schema: Schema, at: string, errors: FieldError[]): void {
  errors.push(...validateOne(schema, at));
  if (schema.uniqueItems)
    errors.push(forbidden(`${at}.uniqueItems`, 'uniqueItems cannot be set to true since the runtime complexity becomes quadratic'));
  const additional = schema.additionalProperties as unknown;
  if (additional !== undefined && additional !== null && additional !== true && Object.keys(schema.properties ?? {}).length > 0)
    errors.push(forbidden(`${at}.additionalProperties`, 'additionalProperties and properties are mutual exclusive'));
  within(schema, at, (one, place) => validateEach(one, place, errors));
  if ((schema[KEPT] as unknown) === false) errors.push(invalid(`${at}.${KEPT}`, false, 'must be true or undefined'));
  errors.push(...ruleTextErrors(schema, at), ...validateKinds(schema, at));
}

/** The schemas that stand in a schema. */
function within(schema: Schema, at: string, visit: Visit): void {
  const own = (key: 'additionalProperties' | 'not' | 'items'): void => {
    const one = schemaOf(schema[key]);
    if (one) visit(one, `${at}.${key}`);
  };
  own('additionalProperties');
  for (const [name, one] of byName(schema.properties)) visit(one, `${at}.properties[${name}]`);
  own('not');
  for (const key of ['allOf', 'oneOf', 'anyOf'] as const)
    some(schema, key).forEach((one, index) => {
      visit(one, `${at}.${key}[${index}]`);
    });
  own('items');
}

function validateOne(schema: Schema, at: string): FieldError[] {
  const { type = '', items } = schema;
  const errors: FieldError[] = [];
  if (type !== '' && !TYPES.includes(type)) errors.push(notSupported(`${at}.type`, type, TYPES));
  for (const key of UNSUPPORTED) if (schema[key as keyof Schema]) errors.push(forbidden(`${at}.${key}`, `${key} is not supported`));
  if (type === 'null') errors.push(forbidden(`${at}.type`, 'type cannot be set to null, use nullable as an alternative'));
  if (Array.isArray(items)) errors.push(forbidden(`${at}.items`, 'items must be a schema object and not an array'));
  return errors;
}

/** What kind of list or map it is. */
function validateKinds(schema: Schema, at: string): FieldError[] {
  const { type = '' } = schema;
  const errors: FieldError[] = [];
  const must = (what: string, because: string): FieldError =>
    type === ''
      ? required(`${at}.type`, `must be ${what} if ${because} is specified`)
      : invalid(`${at}.type`, type, `must be ${what} if ${because} is specified`);
  const mapType = schema['x-kubernetes-map-type'];
  const listType = schema['x-kubernetes-list-type'];
  if (mapType !== undefined && type !== 'object') errors.push(must('object', 'x-kubernetes-map-type'));
  if (mapType !== undefined && !MAP_TYPES.includes(mapType)) errors.push(notSupported(`${at}.x-kubernetes-map-type`, mapType, MAP_TYPES));
  if (listType !== undefined && type !== 'array') errors.push(must('array', 'x-kubernetes-list-type'));
  if (listType !== undefined && !LIST_TYPES.includes(listType))
    errors.push(notSupported(`${at}.x-kubernetes-list-type`, listType, LIST_TYPES));
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  const forKeys = 'must be map if x-kubernetes-list-map-keys is non-empty';
  if (keys.length > 0 && listType === undefined) errors.push(required(`${at}.x-kubernetes-list-type`, forKeys));
  else if (keys.length > 0 && listType !== 'map') errors.push(invalid(`${at}.x-kubernetes-list-type`, listType, forKeys));
  const items = schemaOf(schema.items);
  if (listType === 'set' && items) errors.push(...validateSetItems(items, `${at}.items`));
  if (listType === 'map') errors.push(...validateKeys(keys, items, at));
  if ((listType === 'set' || listType === 'map') && items?.nullable)
    errors.push(forbidden(`${at}.items.nullable`, `cannot be nullable when x-kubernetes-list-type is ${listType}`));
  if (listType === 'map' && items) errors.push(...validateGiven(keys, items, `${at}.items`));
  return errors;
}

function validateSetItems(items: Schema, at: string): FieldError[] {
  const why = 'must be atomic as item of a list with x-kubernetes-list-type=set';
  const [list, map] = [items['x-kubernetes-list-type'], items['x-kubernetes-map-type']];
  if (items.type === 'array' && list !== undefined && list !== 'atomic') return [invalid(`${at}.x-kubernetes-list-type`, list, why)];
  if (items.type === 'object' && map !== 'atomic') return [invalid(`${at}.x-kubernetes-map-type`, list ?? null, why)];
  return [];
}

function validateKeys(keys: readonly string[], items: Schema | undefined, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const place = `${at}.x-kubernetes-list-map-keys`;
  if (keys.length === 0) errors.push(required(place, 'must not be empty if x-kubernetes-list-type is map'));
  if (!items) return [...errors, required(`${at}.items`, 'must have a schema if x-kubernetes-list-type is map')];
  const type = items.type ?? '';
  if (type !== 'object') errors.push(invalid(`${at}.items.type`, type, "must be object if parent array's x-kubernetes-list-type is map"));
  const seen = new Set<string>();
  for (const key of keys) {
    const property = items.properties?.[key];
    if (!property) errors.push(invalid(place, keys, 'entries must all be names of item properties'));
    else if (property.type === 'array' || property.type === 'object')
      errors.push(
        invalid(`${at}.items.properties[${key}].type`, type, "must be a scalar type if parent array's x-kubernetes-list-type is map"),
      );
    if (seen.has(key)) errors.push(invalid(place, keys, 'must not contain duplicate entries'));
    seen.add(key);
  }
  return errors;
}

/** Keys of a list are always there. */
function validateGiven(keys: readonly string[], items: Schema, at: string): FieldError[] {
  return keys.flatMap((key) => {
    const property = items.properties?.[key];
    if (!property) return [];
    const place = `${at}.properties[${key}]`;
    const given = items.required?.includes(key) || property.default !== undefined;
    const because = 'this property is in x-kubernetes-list-map-keys, so it';
    return [
      ...(given ? [] : [required(`${place}.default`, `${because} must have a default or be a required property`)]),
      ...(property.nullable ? [forbidden(`${place}.nullable`, `${because} cannot be nullable`)] : []),
    ];
  });
}

type Level = 'root' | 'item' | 'field';
const EMPTY: Readonly<Record<Level, string>> = {
  root: 'must not be empty at the root',
  item: 'must not be empty for specified array items',
  field: 'must not be empty for specified object fields',
};

function validateStructural(schema: Schema, at: string): FieldError[] {
  const errors = [...validateInvariants(schema, 'root', at), ...validateCombined(schema, schema, at, at)];
  const text = (error: FieldError): string => formatFieldError(error);
  return errors.sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
}

function validateInvariants(schema: Schema, level: Level, at: string): FieldError[] {
  const { type = '', properties } = schema;
  const errors: FieldError[] = [];
  if (type === 'array' && !schema.items) errors.push(required(`${at}.items`, 'must be specified'));
  const items = schemaOf(schema.items);
  if (items) errors.push(...validateInvariants(items, 'item', `${at}.items`));
  for (const [name, one] of byName(properties)) errors.push(...validateInvariants(one, 'field', `${at}.properties[${name}]`));
  const additional = schema.additionalProperties as unknown;
  if (additional !== undefined && additional !== null) {
    if (level === 'root') errors.push(forbidden(`${at}.additionalProperties`, 'must not be used at the root'));
    const one = schemaOf(additional);
    if (one) errors.push(...validateInvariants(one, 'field', `${at}.additionalProperties`));
  }
  if (schema[INT_OR_STRING] && schema[KEPT])
    errors.push(invalid(`${at}.${KEPT}`, true, 'must be false if x-kubernetes-int-or-string is true'));
  if (schema[INT_OR_STRING] && schema[EMBEDDED])
    errors.push(invalid(`${at}.${EMBEDDED}`, true, 'must be false if x-kubernetes-int-or-string is true'));
  errors.push(...validateJunctions(schema, at));
  if (schema[EMBEDDED] && type !== 'object') {
    const why = 'must be object if x-kubernetes-embedded-resource is true';
    errors.push(type === '' ? required(`${at}.type`, why) : invalid(`${at}.type`, type, why));
  } else if (type === '' && !schema[INT_OR_STRING] && !schema[KEPT]) errors.push(required(`${at}.type`, EMPTY[level]));
  if (level === 'root' && type !== '' && type !== 'object') errors.push(invalid(`${at}.type`, type, 'must be object at the root'));
  if (level === 'root' && properties?.['metadata'] && !isPlainMetadata(properties['metadata']))
    errors.push(
      forbidden(
        `${at}.properties[metadata]`,
        'must not specify anything other than name and generateName, but metadata is implicitly specified',
      ),
    );
  if (schema[EMBEDDED] && !schema[KEPT] && !properties)
    errors.push(
      required(
        `${at}.properties`,
        'must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields',
      ),
    );
  return errors;
}

function isPlainMetadata({ type: _, description: __, properties, ...others }: Schema): boolean {
  return Object.keys(others).length === 0 && Object.keys(properties ?? {}).every((name) => name === 'name' || name === 'generateName');
}

/** `anyOf: [{type: integer}, {type: string}]`, which is what the type of a field may be called. */
function isIntOrString(schemas: readonly Schema[]): boolean {
  return schemas.length === 2 && schemas.every((one, index) => Object.keys(one).length === 1 && one.type === ['integer', 'string'][index]);
}

function validateJunctions(schema: Schema, at: string, free = true): FieldError[] {
  const errors: FieldError[] = [];
  const anyOf = some(schema, 'anyOf');
  if (!(free && isIntOrString(anyOf))) anyOf.forEach((one, index) => errors.push(...validateNested(one, `${at}.anyOf[${index}]`)));
  some(schema, 'allOf').forEach((one, index) => {
    errors.push(...validateNested(one, `${at}.allOf[${index}]`, free && index === 0));
  });
  some(schema, 'oneOf').forEach((one, index) => errors.push(...validateNested(one, `${at}.oneOf[${index}]`)));
  const not = schemaOf(schema.not);
  if (not) errors.push(...validateNested(not, `${at}.not`));
  return errors;
}

function validateNested(schema: Schema, at: string, free = false): FieldError[] {
  const errors = validateJunctions(schema, at, free);
  const items = schemaOf(schema.items);
  if (items) errors.push(...validateNested(items, `${at}.items`));
  for (const [name, one] of byName(schema.properties)) errors.push(...validateNested(one, `${at}.properties[${name}]`));
  const no = (key: string, must: string): void => {
    const value = (schema as unknown as Bag)[key];
    if (value !== undefined && value !== '' && value !== false) errors.push(forbidden(`${at}.${key}`, `must be ${must} to be structural`));
  };
  no('type', 'empty');
  no('additionalProperties', 'undefined');
  no('default', 'undefined');
  no('title', 'empty');
  no('description', 'empty');
  no('nullable', 'false');
  no(KEPT, 'false');
  no(EMBEDDED, 'false');
  no(INT_OR_STRING, 'false');
  if (schema.properties?.['metadata']) errors.push(forbidden(`${at}.properties[metadata]`, 'must not be specified in a nested context'));
  return errors;
}

/** What allOf and its like restrict is described outside of them too. */
function validateCombined(junctions: Schema, schema: Schema, at: string, from: string): FieldError[] {
  const errors: FieldError[] = [];
  const not = schemaOf(junctions.not);
  if (not) errors.push(...validateDescribed(not, schema, at, `${from}.not`));
  for (const key of ['allOf', 'anyOf', 'oneOf'] as const)
    some(junctions, key).forEach((one, index) => {
      errors.push(...validateDescribed(one, schema, at, `${from}.${key}[${index}]`));
    });
  return errors;
}

function validateDescribed(nested: Schema, schema: Schema | undefined, at: string, from: string): FieldError[] {
  if (!schema) return [required(at, `because it is defined in ${from}`)];
  const errors = validateCombined(nested, schema, at, from);
  const items = schemaOf(nested.items);
  if (items) errors.push(...validateDescribed(items, schemaOf(schema.items), `${at}.items`, `${from}.items`));
  for (const [name, one] of byName(nested.properties))
    errors.push(...validateDescribed(one, schema.properties?.[name], `${at}.properties[${name}]`, `${from}.properties[${name}]`));
  return errors;
}

/** Defaults are values of the schema that they stand in. */
function validateDefaults(schema: Schema, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (schema.default !== undefined) {
    const unknown: string[] = [];
    const value = pruned(schema, schema.default, '', unknown, false);
    for (const error of unknown.length > 0 ? [] : [...validateSchema(schema, value), ...duplicateErrors(schema, value)])
      errors.push({ ...error, field: `${at}.default${error.field === '<nil>' || error.field === '' ? '' : `.${error.field}`}` });
  }
  within(schema, at, (one, place) => errors.push(...validateDefaults(one, place)));
  return errors;
}
