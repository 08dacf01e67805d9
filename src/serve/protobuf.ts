/**
 * Protobuf as Kubernetes uses it: objects in an envelope (`k8s\0` and a runtime.Unknown), turned into the JSON form and back.
 * Message descriptors are those of v1.36 (reference/protobuf-v1.36.json).
 */
import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import { type Definition, definition, definitionOf, type Field, type Type } from '../kinds/schema.ts';

type Json = Record<string, unknown>;

export const PROTOBUF = 'application/vnd.kubernetes.protobuf';
const MAGIC = Buffer.from('k8s\0');
const META = 'k8s.io.apimachinery.pkg.apis.meta.v1';

/** Made when first needed: most clients speak JSON. */
let loaded: protobuf.Root | undefined;

function root(): protobuf.Root {
  if (!loaded) {
    const file = new URL('../../reference/protobuf-v1.36.json', import.meta.url);
    loaded = protobuf.Root.fromJSON(JSON.parse(readFileSync(file, 'utf8')));
    loaded.resolveAll();
  }
  return loaded;
}

function message(name: string): protobuf.Type | undefined {
  const found = root().lookup(name);
  return found instanceof protobuf.Type ? found : undefined;
}

function known(name: string): protobuf.Type {
  const found = message(name);
  if (!found) throw new Error(`no protobuf message ${name}`);
  return found;
}

/** The message of an object: found by the schema, by its group and version (lists and subresources), or among those of all groups. */
function messageOf(apiVersion: string, kind: string): protobuf.Type | undefined {
  const id = definitionOf(apiVersion, kind)?.id.replace(/^io\.k8s\./, 'k8s.io.');
  const [group = '', version = ''] = apiVersion.includes('/') ? apiVersion.split('/') : ['core', apiVersion];
  const names = [id, `k8s.io.api.${group.split('.')[0]}.${version}.${kind}`, `${META}.${kind}`];
  for (const name of names) {
    const found = name === undefined ? undefined : message(name);
    if (found) return found;
  }
  return undefined;
}

/** Whether objects of that kind can be written as protobuf. */
export function hasMessage(apiVersion: string, kind: string): boolean {
  return kind !== 'Table' && messageOf(apiVersion, kind) !== undefined;
}

/** The JSON form of a body. Throws an Error that says why it cannot be read. */
export function decodeProtobuf(body: Uint8Array): Json {
  if (!MAGIC.equals(body.subarray(0, MAGIC.length)))
    throw new Error('provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]');
  const unknown = known('k8s.io.apimachinery.pkg.runtime.Unknown').decode(body.subarray(MAGIC.length)) as unknown as {
    typeMeta?: { apiVersion?: string; kind?: string };
    raw?: Uint8Array;
  };
  const { apiVersion = '', kind = '' } = unknown.typeMeta ?? {};
  const type = messageOf(apiVersion, kind);
  if (!type) throw new Error(`no kind "${kind}" is registered for version "${apiVersion}"`);
  return { apiVersion, kind, ...(fromMessage(type, definitionOf(apiVersion, kind), type.decode(unknown.raw ?? new Uint8Array())) as Json) };
}

/** An object, list or Status in its envelope. */
export function encodeProtobuf(object: Json): Buffer {
  const [apiVersion, kind] = [String(object['apiVersion']), String(object['kind'])];
  const type = messageOf(apiVersion, kind);
  if (!type) throw new Error(`object of ${apiVersion} ${kind} does not implement the protobuf marshalling interface`);
  const item = definitionOf(apiVersion, kind.replace(/List$/, ''));
  const isList = kind.endsWith('List') && Array.isArray(object['items']);
  const raw = type.encode(toMessage(type, isList ? listOf(item) : definitionOf(apiVersion, kind), object)).finish();
  const unknown = known('k8s.io.apimachinery.pkg.runtime.Unknown');
  return Buffer.concat([MAGIC, unknown.encode({ typeMeta: { apiVersion, kind }, raw, contentEncoding: '', contentType: '' }).finish()]);
}

/** One event of a watch, with its length before it. */
export function encodeWatchEvent(type: string, object: Json): Buffer {
  const event = known(`${META}.WatchEvent`)
    .encode({ type, object: { raw: encodeProtobuf(object) } })
    .finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(event.length);
  return Buffer.concat([length, event]);
}

/** What the schema does not have: the list of a kind. */
function listOf(item: Definition | undefined): Definition | undefined {
  if (!item) return undefined;
  const items: Field = { name: 'items', required: true, type: 'list', of: { type: 'ref', ref: item.name } };
  const metadata: Field = { name: 'metadata', required: false, type: 'ref', ref: 'ListMeta' };
  return { name: `${item.name}List`, id: '', atomic: false, fields: new Map([items, metadata].map((field) => [field.name, field])) };
}

const number = (value: unknown): number => (typeof value === 'number' ? value : Number(String(value ?? 0)));
const bytes = (value: unknown): Buffer => Buffer.from((value as Uint8Array | undefined) ?? []);

interface Special {
  readonly read: (value: Json) => unknown;
  readonly write: (value: unknown) => Json;
}

/** Raw JSON inside protobuf. */
const rawJson = (field: string): Special => ({
  read: (value) => {
    const raw = bytes(value[field]);
    return raw.length === 0 ? undefined : JSON.parse(raw.toString('utf8'));
  },
  write: (value) => ({ [field]: Buffer.from(JSON.stringify(value)) }),
});

const time = (digits: 0 | 6): Special => ({
  read: (value) => {
    // The zero time has no fields at all, unlike the start of 1970.
    if (!Object.hasOwn(value, 'seconds') && !Object.hasOwn(value, 'nanos')) return null;
    const { seconds, nanos } = value;
    const whole = new Date(number(seconds) * 1000).toISOString().slice(0, 19);
    return digits === 0 ? `${whole}Z` : `${whole}.${String(Math.floor(number(nanos) / 1000)).padStart(6, '0')}Z`;
  },
  write: (value) => {
    const ms = Date.parse(String(value));
    if (value === null || Number.isNaN(ms)) return {};
    const fraction = /\.(\d+)Z$/.exec(String(value))?.[1] ?? '';
    return { seconds: Math.floor(ms / 1000), nanos: Number(fraction.padEnd(9, '0').slice(0, 9)) };
  },
});

/** Messages whose JSON form is no object of their fields. */
const SPECIAL: Readonly<Record<string, Special>> = {
  [`${META}.Time`]: time(0),
  [`${META}.MicroTime`]: time(6),
  [`${META}.FieldsV1`]: rawJson('Raw'),
  'k8s.io.apimachinery.pkg.runtime.RawExtension': rawJson('raw'),
  'k8s.io.apimachinery.pkg.api.resource.Quantity': {
    read: ({ string = '0' }) => string,
    write: (value) => ({ string: String(value) }),
  },
  'k8s.io.apimachinery.pkg.util.intstr.IntOrString': {
    read: ({ type, intVal, strVal = '' }) => (number(type) === 1 ? strVal : number(intVal)),
    write: (value) => (typeof value === 'string' ? { type: 1, strVal: value } : { type: 0, intVal: value }),
  },
};

function nameOf(type: protobuf.Type): string {
  return type.fullName.replace(/^\./, '');
}

/** A message that stands for a list: `ExtraValue {items}`. */
function isWrappedList(type: protobuf.Type): boolean {
  const [first, more] = type.fieldsArray;
  return first?.name === 'items' && first.type === 'string' && more === undefined;
}

/** A struct that Go embeds: its fields are, in JSON, those of the struct around it. */
function isInline(field: protobuf.Field, schema: Definition | undefined): boolean {
  return (
    schema !== undefined && field.resolvedType instanceof protobuf.Type && !field.repeated && !field.map && !schema.fields.has(field.name)
  );
}

/** A field's name in JSON: `apiGroup` is `aPIGroup` in some messages. */
function jsonName({ name }: protobuf.Field, schema: Definition | undefined): string {
  if (!schema || schema.fields.has(name)) return name;
  return [...schema.fields.keys()].find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
}

function schemaOf(field: protobuf.Field, schema: Definition | undefined): Definition | undefined {
  let type: Type | undefined = schema?.fields.get(jsonName(field, schema));
  while (type?.of) type = type.of;
  return type?.ref === undefined ? undefined : definition(type.ref);
}

function fromMessage(type: protobuf.Type, schema: Definition | undefined, value: object): unknown {
  const special = SPECIAL[nameOf(type)];
  if (special) return special.read(value as Json);
  if (isWrappedList(type)) return (value as { items?: unknown[] }).items ?? [];
  const result: Json = {};
  for (const field of type.fieldsArray) {
    const given = Object.hasOwn(value, field.name) ? (value as Json)[field.name] : undefined;
    if (given === undefined || isEmpty(field, given)) continue;
    if (isInline(field, schema)) {
      Object.assign(result, fromMessage(field.resolvedType as protobuf.Type, schema, given as object));
      continue;
    }
    const one = (item: unknown): unknown => fromField(field, schemaOf(field, schema), item);
    const name = jsonName(field, schema);
    if (field.map) result[name] = Object.fromEntries(Object.entries(given as Json).map(([key, item]) => [key, one(item)]));
    else result[name] = field.repeated ? (given as unknown[]).map(one) : one(given);
  }
  return result;
}

/** Protobuf does not tell an empty list or map from none. */
function isEmpty(field: protobuf.Field, value: unknown): boolean {
  return (field.repeated || field.map) && Object.keys(value as object).length === 0;
}

function fromField(field: protobuf.Field, schema: Definition | undefined, value: unknown): unknown {
  if (field.resolvedType instanceof protobuf.Type) return fromMessage(field.resolvedType, schema, value as object);
  if (field.type === 'bytes') return bytes(value).toString('base64');
  return /64$/.test(field.type) ? number(value) : value;
}

function toMessage(type: protobuf.Type, schema: Definition | undefined, value: unknown): Json {
  const special = SPECIAL[nameOf(type)];
  if (special) return special.write(value);
  if (isWrappedList(type)) return { items: value };
  const result: Json = {};
  for (const field of type.fieldsArray) {
    if (isInline(field, schema)) {
      const inner = toMessage(field.resolvedType as protobuf.Type, schema, value);
      if (Object.keys(inner).length > 0) result[field.name] = inner;
      continue;
    }
    const given = (value as Json)[jsonName(field, schema)];
    if (given === undefined || given === null) continue;
    const one = (item: unknown): unknown => toField(field, schemaOf(field, schema), item);
    if (field.map) result[field.name] = Object.fromEntries(Object.entries(given as Json).map(([key, item]) => [key, one(item)]));
    else result[field.name] = field.repeated ? (given as unknown[]).map(one) : one(given);
  }
  return result;
}

function toField(field: protobuf.Field, schema: Definition | undefined, value: unknown): unknown {
  if (field.resolvedType instanceof protobuf.Type) return toMessage(field.resolvedType, schema, value);
  return field.type === 'bytes' ? Buffer.from(String(value), 'base64') : value;
}
