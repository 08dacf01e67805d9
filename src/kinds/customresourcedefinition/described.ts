/** The schema of a custom kind in the form of the server's own, with its types, enums and descriptions: for explain and the editor. */
import { addDefinition, type Definition, type Field, type Type } from '../schema.ts';
import type { CustomResourceDefinition, JSONSchemaProps } from '../types.gen.ts';

/** The id of all definitions made here: types of custom kinds have no names. */
export const CUSTOM = 'custom.Object';

export interface CustomSchema {
  readonly root: Definition;
  /** Descriptions by definition and field; '' is the definition's own. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** undefined where the version is not there, or has no schema. The same answer as long as the definition does not change. */
export function describedSchema(crd: CustomResourceDefinition, version: string): CustomSchema | undefined {
  const schema = crd.spec.versions.find(({ name }) => name === version)?.schema?.openAPIV3Schema;
  if (!schema) return undefined;
  let known = made.get(schema);
  if (!known) made.set(schema, (known = converted(schema, `${crd.metadata?.uid}/${crd.metadata?.resourceVersion}/${version}`)));
  return known;
}

const made = new WeakMap<JSONSchemaProps, CustomSchema>();

function converted(schema: JSONSchemaProps, id: string): CustomSchema {
  const texts: Record<string, Record<string, string>> = {};
  const text = (value: string): Field => ({ name: value, type: 'string', required: false });
  const describe = (of: JSONSchemaProps, name: string, whole: boolean, extra: readonly Field[] = []): Definition => {
    // Of an object in a field, the field's words are all there is.
    const own: Record<string, string> = { '': whole ? (of.description ?? '') : '' };
    const properties = Object.entries(of.properties ?? {}).filter(([key]) => !extra.some((field) => field.name === key));
    const fields = properties.map(([key, property]): Field => {
      own[key] = property.description ?? '';
      return { name: key, required: of.required?.includes(key) ?? false, ...typeOf(property, `${name}.${key}`, false) };
    });
    texts[name] = own;
    const all = [...extra, ...fields].sort((a, b) => (a.name < b.name ? -1 : 1));
    const made: Definition = { name, id: CUSTOM, atomic: false, fields: new Map(all.map((field) => [field.name, field])) };
    addDefinition(made);
    return made;
  };
  const typeOf = (of: JSONSchemaProps, name: string, whole: boolean): Type => {
    if (of['x-kubernetes-int-or-string']) return { type: 'IntOrString' };
    if (of.type === 'array') return { type: 'list', of: typeOf((of.items ?? {}) as JSONSchemaProps, name, true) };
    if (of.type === 'object') {
      if (of.properties) return { type: 'ref', ref: describe(of, name, whole).name };
      const values = of.additionalProperties;
      return values && typeof values === 'object' ? { type: 'map', of: typeOf(values as JSONSchemaProps, name, true) } : { type: 'object' };
    }
    if (of.type === 'integer') return { type: 'int64' };
    if (of.type === 'number') return { type: 'double' };
    if (of.type === 'boolean') return { type: 'boolean' };
    if (of.type === 'string') return { type: 'string', ...(of.enum && { enum: of.enum.map(String) }) };
    return { type: 'any' };
  };
  const meta: Field = { name: 'metadata', required: false, type: 'ref', ref: 'ObjectMeta' };
  const root = describe(schema, id, true, [text('apiVersion'), text('kind'), meta]);
  return { root, texts };
}
