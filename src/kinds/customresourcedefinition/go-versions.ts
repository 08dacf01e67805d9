/**
 * spec.versions as the server's own Go structs hold them, which is how its errors show them: with Go's field names and zero values. What
 * all versions have alike stands in the spec, and so in none of them.
 */
import { equal } from '../../api/equal.ts';
import { goStructText, toGoJson, Verbatim } from '../../api/go-json.ts';
import type { CustomResourceDefinitionVersion } from '../types.gen.ts';

type Bag = Readonly<Record<string, unknown>>;

/** The fields of JSONSchemaProps with their zero values: text, false, or null. `x` stands for the prefix x-kubernetes-. */
const FIELDS = (
  "id' schema' $ref description' type' nullable? format' title' default maximum exclusiveMaximum? minimum exclusiveMinimum? maxLength " +
  "minLength pattern' maxItems minItems uniqueItems? multipleOf enum maxProperties minProperties required items allOf oneOf anyOf not " +
  'properties additionalProperties patternProperties dependencies additionalItems definitions externalDocs example ' +
  'xPreserveUnknownFields xEmbeddedResource? xIntOrString? xListMapKeys xListType xMapType xValidations'
).split(' ');
const NAMES: Readonly<Record<string, string>> = { id: 'ID', $ref: 'Ref' };
const SCHEMA_MAPS = ['properties', 'patternProperties', 'definitions'];
const SCHEMA_LISTS = ['allOf', 'oneOf', 'anyOf'];

/** `shown`: those of the versions that are shown. */
export function goVersions(
  versions: readonly CustomResourceDefinitionVersion[],
  shown: readonly CustomResourceDefinitionVersion[] = versions,
): Verbatim {
  const alike = (field: keyof CustomResourceDefinitionVersion): boolean => versions.every((one) => equal(one[field], versions[0]?.[field]));
  const own = <K extends keyof CustomResourceDefinitionVersion>(version: CustomResourceDefinitionVersion, field: K) =>
    alike(field) ? undefined : version[field];
  const texts = shown.map((version) => {
    const [schema, subresources] = [own(version, 'schema'), own(version, 'subresources')];
    return goStructText({
      Name: version.name ?? '',
      Served: version.served ?? false,
      Storage: version.storage ?? false,
      Deprecated: version.deprecated ?? false,
      DeprecationWarning: version.deprecationWarning ?? null,
      Schema: schema ? goStructText({ OpenAPIV3Schema: schema.openAPIV3Schema ? goSchema(schema.openAPIV3Schema as Bag) : null }) : null,
      Subresources: subresources ? goStructText(capitalised(subresources as Bag, ['status', 'scale'])) : null,
      AdditionalPrinterColumns: goList(own(version, 'additionalPrinterColumns'), (column) =>
        goStructText({
          Name: column.name,
          Type: column.type,
          Format: column.format ?? '',
          Description: column.description ?? '',
          Priority: column.priority ?? 0,
          JSONPath: column.jsonPath,
        }),
      ),
      SelectableFields: goList(own(version, 'selectableFields'), ({ jsonPath }) => goStructText({ JSONPath: jsonPath })),
    }).text;
  });
  return new Verbatim(`[${texts.join(',')}]`);
}

function goList<T>(items: readonly T[] | undefined, of: (item: T) => Verbatim): Verbatim | null {
  return items ? new Verbatim(`[${items.map((item) => of(item).text).join(',')}]`) : null;
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function capitalised(from: Bag, fields: readonly string[]): Bag {
  return Object.fromEntries(fields.map((field) => [capital(field), from[field] ?? null]));
}

function goSchema(schema: Bag): Verbatim {
  const fields: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const name = field.replace(/['?]$/, '');
    const json = /^x[A-Z]/.test(name) ? `x-kubernetes${name.slice(1).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}` : name;
    const value = schema[json];
    const zero = field.endsWith("'") ? '' : field.endsWith('?') ? false : null;
    fields[NAMES[name] ?? capital(name)] = value === undefined ? zero : goSchemaValue(json, value);
  }
  return goStructText(fields);
}

function goSchemaValue(name: string, value: unknown): unknown {
  if (name === 'not') return goSchema(value as Bag);
  if (name === 'items')
    return Array.isArray(value)
      ? goStructText({ Schema: null, JSONSchemas: goList(value as Bag[], goSchema) })
      : goStructText({ Schema: goSchema(value as Bag), JSONSchemas: null });
  if (name === 'additionalProperties' || name === 'additionalItems')
    return goStructText({ Allows: value !== false, Schema: typeof value === 'object' ? goSchema(value as Bag) : null });
  if (SCHEMA_LISTS.includes(name)) return goList(value as Bag[], goSchema);
  if (!SCHEMA_MAPS.includes(name)) return value;
  const entries = Object.entries(value as Readonly<Record<string, Bag>>).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Verbatim(`{${entries.map(([key, one]) => `${toGoJson(key)}:${goSchema(one).text}`).join(',')}}`);
}
