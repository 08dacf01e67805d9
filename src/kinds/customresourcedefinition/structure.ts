/** The structural schema in the form of the server's own definitions: how server-side apply merges, and what has a manager of its own. */
import { addDefinition, type Definition, type Field, type Scalar, type Type } from '../schema.ts';
import type { Schema } from './schema.ts';

const made = new WeakMap<Schema, Definition>();
/** Names are only told apart by it; none of them is part of a cluster's state. */
let count = 0;

/** What nobody described: its objects merge, all else is replaced. */
const OPEN: Type = {
  type: 'map',
  get of() {
    return OPEN;
  },
};

/** The definition of a kind with this schema. */
export function structureOf(schema: Schema): Definition {
  let definition = made.get(schema);
  if (!definition) {
    definition = describe(schema, [
      { name: 'apiVersion', type: 'string', required: false },
      { name: 'kind', type: 'string', required: false },
      { name: 'metadata', type: 'ref', ref: 'ObjectMeta', required: false },
    ]);
    made.set(schema, definition);
  }
  return definition;
}

function describe(schema: Schema, fixed: readonly Field[] = []): Definition {
  const fields = new Map<string, Field>(fixed.map((field) => [field.name, field]));
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    if (!fields.has(name)) fields.set(name, { name, required: false, ...typeOf(property as Schema) });
  if (schema['x-kubernetes-preserve-unknown-fields'])
    for (const name of ['spec', 'status']) if (fixed.length > 0 && !fields.has(name)) fields.set(name, { name, required: false, ...OPEN });
  count += 1;
  const open = schema['x-kubernetes-preserve-unknown-fields'] === true || schema['x-kubernetes-embedded-resource'] === true;
  const definition: Definition = { name: `custom:${count}`, id: 'custom.Object', atomic: false, fields, ...(open && { open }) };
  addDefinition(definition);
  return definition;
}

const SCALARS: Readonly<Record<string, Scalar>> = { string: 'string', integer: 'int64', number: 'double', boolean: 'boolean' };

function scalarOf(schema: Schema): Scalar {
  if (schema['x-kubernetes-int-or-string']) return 'IntOrString';
  return SCALARS[String(schema.type)] ?? 'any';
}

function typeOf(schema: Schema): Type {
  const items = (schema.items ?? {}) as Schema;
  if (schema.type === 'array') {
    const listType = schema['x-kubernetes-list-type'] as Type['listType'];
    const listMapKeys = schema['x-kubernetes-list-map-keys'] as readonly string[] | undefined;
    return { type: 'list', of: typeOf(items), ...(listType && { listType }), ...(listMapKeys && { listMapKeys }) };
  }
  if (schema.type !== 'object') return schema['x-kubernetes-preserve-unknown-fields'] ? OPEN : { type: scalarOf(schema) };
  if (schema['x-kubernetes-map-type'] === 'atomic') return { type: 'object', atomic: true };
  if (schema.properties) return { type: 'ref', ref: describe(schema).name };
  const values = schema.additionalProperties;
  if (values && typeof values === 'object') return { type: 'map', of: typeOf(values as Schema) };
  return schema['x-kubernetes-preserve-unknown-fields'] ? OPEN : { type: 'map', of: { type: 'string' } };
}
