/** What the schema says of a place in a manifest. */
import { type Definition, definition, type Field, type Type } from '../kinds/schema.ts';
import type { Path } from './documents.ts';

/** The kinds that the cluster serves, and what their objects are made of. */
export interface Served {
  readonly kinds: readonly ServedKind[];
  /** undefined: not served, or nothing is known of its fields. */
  definition(apiVersion: string, kind: string): Definition | undefined;
}

export interface ServedKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
}

export interface Spot {
  readonly type: Type;
  /** The field it is, and what that is a field of; undefined at the top and for entries of lists and maps. */
  readonly field: Field | undefined;
  readonly owner: Definition | undefined;
}

/** The type at a path (indexes of lists are numbers, or `-`); undefined where the schema knows nothing. */
export function spotAt(root: Definition, path: Path): Spot | undefined {
  let spot: Spot = { type: { type: 'ref', ref: root.name }, field: undefined, owner: undefined };
  for (const step of path) {
    const { type } = spot;
    const owner = fieldsOf(type);
    const field = owner?.fields.get(String(step));
    if (owner && field) spot = { type: field, field, owner };
    else if (owner) return undefined;
    else if ((type.type === 'list' || type.type === 'map') && type.of) spot = { type: type.of, field: undefined, owner: undefined };
    else return undefined;
  }
  return spot;
}

/** The definition that a value of the type follows, where it is an object with known fields. */
export const fieldsOf = (type: Type): Definition | undefined => (type.type === 'ref' ? definition(type.ref ?? '') : undefined);

const WORDS: Readonly<Partial<Record<Type['type'], string>>> = {
  int32: 'integer',
  int64: 'integer',
  double: 'number',
  bytes: 'string (base64)',
  Time: 'time',
  MicroTime: 'time',
  IntOrString: 'integer or string',
};

/** `[]Container`, `map[string]string`, `integer`: for people, as kubectl explain writes types. */
export function typeWords(type: Type): string {
  if (type.type === 'list') return `[]${type.of ? typeWords(type.of) : 'object'}`;
  if (type.type === 'map') return `map[string]${type.of ? typeWords(type.of) : 'object'}`;
  if (type.type === 'ref') return fieldsOf(type)?.id.split('.').pop() ?? 'object';
  return WORDS[type.type] ?? type.type;
}
