/**
 * /openapi/v3 and /openapi/v2: what clients read to explain fields and to learn which parameters the server knows. Made from the schema
 * of a real v1.36 server (reference/) and the texts of `kubectl explain`, of the resources that are served.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { apiVersionOf, type Kind } from '../api/kind.ts';
import type { Registry } from '../api/registry.ts';
import type { ApiRequest } from '../api/types.ts';
import { definition, definitionNames, definitionOf } from '../kinds/schema.ts';
import { encodeOpenApi, OPENAPI_ACCEPT, OPENAPI_TYPE } from './openapi-protobuf.ts';

type Json = Record<string, unknown>;

export interface Document {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [key: string]: unknown;
}

interface Sources {
  readonly definitions: Readonly<Record<string, Schema>>;
  /** Of each definition's id: the text of the type under "", of its fields under their names. */
  readonly texts: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

let loaded: Sources | undefined;

function sources(): Sources {
  if (!loaded) {
    const read = (path: string): Json => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
    const { definitions } = read('../../reference/schema-v1.36.json') as unknown as Sources;
    const file = '../kinds/descriptions.gen.json';
    const byName = existsSync(new URL(file, import.meta.url)) ? (read(file) as Record<string, Record<string, string>>) : {};
    const texts = new Map(definitionNames().map((name) => [definition(name)?.id ?? name, byName[name] ?? {}]));
    loaded = { definitions, texts };
  }
  return loaded;
}

/** Answers a request for an OpenAPI document; undefined for every other path. */
export function openApi(registry: Registry, { method, path, headers }: ApiRequest): Document | undefined {
  if (!path.startsWith('/openapi/') || method !== 'GET') return undefined;
  if (path === '/openapi/v2') {
    const document = documentV2(registry);
    if (!headers?.['accept']?.includes(OPENAPI_ACCEPT)) return json(document);
    return { status: 200, headers: { 'content-type': OPENAPI_TYPE }, body: encodeOpenApi(document) };
  }
  if (path === '/openapi/v3' || path === '/openapi/v3/') return json(index(registry));
  const [, groupVersion = ''] = /^\/openapi\/v3\/(.+)$/.exec(path) ?? [];
  const kinds = kindsOf(registry, groupVersion);
  return kinds.length > 0
    ? json(documentV3(kinds))
    : { status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found\n' };
}

function json(value: unknown): Document {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

const placeOf = (kind: Kind): string => (kind.group === '' ? `api/${kind.version}` : `apis/${kind.group}/${kind.version}`);

function kindsOf(registry: Registry, place: string): Kind[] {
  return registry.all.map(({ kind }) => kind).filter((kind) => placeOf(kind) === place);
}

/** Each group and version with the address of its document; the hash changes when the document does. */
function index(registry: Registry): Json {
  const places = [...new Set(registry.all.map(({ kind }) => placeOf(kind)))];
  return {
    paths: Object.fromEntries(
      places.map((place) => {
        const hash = createHash('sha256')
          .update(JSON.stringify(kindsOf(registry, place)))
          .digest('hex')
          .toUpperCase();
        return [place, { serverRelativeURL: `/openapi/v3/${place}?hash=${hash}` }];
      }),
    ),
  };
}

const INFO = { title: 'Kubernetes', version: 'v1.36.2' };
const GVK = 'x-kubernetes-group-version-kind';
const ACTION = 'x-kubernetes-action';

function documentV3(kinds: readonly Kind[]): Json {
  const schemas: Json = {};
  for (const kind of kinds) addSchema(idOf(kind), '#/components/schemas/', schemas, kind);
  for (const name of ['DeleteOptions', 'Status', 'APIResourceList'])
    addSchema(`io.k8s.apimachinery.pkg.apis.meta.v1.${name}`, '#/components/schemas/', schemas);
  return {
    openapi: '3.0.0',
    info: INFO,
    paths: Object.assign({}, ...kinds.map((kind) => pathsOf(kind, v3Operation))),
    components: { schemas },
  };
}

function documentV2(registry: Registry): Json {
  const definitions: Json = {};
  for (const { kind } of registry.all) addSchema(idOf(kind), '#/definitions/', definitions, kind);
  addSchema('io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions', '#/definitions/', definitions);
  return {
    swagger: '2.0',
    info: INFO,
    paths: Object.assign({}, ...registry.all.map(({ kind }) => pathsOf(kind, v2Operation))),
    definitions,
  };
}

function idOf(kind: Kind): string {
  const known = definitionOf(apiVersionOf(kind), kind.kind)?.id;
  return known ?? `${kind.group.split('.').reverse().join('.')}.${kind.version}.${kind.kind}`;
}

/** Adds a definition and all that it refers to. */
function addSchema(id: string, prefix: string, to: Json, kind?: Kind): void {
  if (to[id] !== undefined) return;
  const { definitions, texts } = sources();
  const found = definitions[id];
  if (!found) {
    if (kind) to[id] = customSchema(kind, prefix, to);
    return;
  }
  const words = texts.get(id) ?? {};
  const fields = Object.entries(found.properties ?? {});
  const properties = fields.map(([name, schema]) => [name, described(rewritten(schema, prefix), words[name])]);
  to[id] = {
    ...(words[''] && { description: words[''] }),
    ...rewritten(found, prefix),
    ...(found.properties && { properties: Object.fromEntries(properties) }),
  };
  for (const [, schema] of fields) for (const ref of refsOf(schema)) addSchema(ref, prefix, to);
}

/** A custom kind's own schema, with what every kind has. Version 2 knows only part of the words of such schemas, so there it stays open. */
function customSchema(kind: Kind, prefix: string, to: Json): Json {
  const own = kind.openApi as Schema | undefined;
  const gvk = { [GVK]: [gvkOf(kind)] };
  if (!own || prefix === '#/definitions/') return { type: 'object', 'x-kubernetes-preserve-unknown-fields': true, ...gvk };
  const meta = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
  addSchema(meta, prefix, to);
  const words = sources().texts.get('io.k8s.api.core.v1.Pod') ?? {};
  const common = {
    apiVersion: described({ type: 'string' }, words['apiVersion']),
    kind: described({ type: 'string' }, words['kind']),
    metadata: described({ $ref: `${prefix}${meta}` }, words['metadata']),
  };
  return { ...own, properties: { ...own.properties, ...common }, ...gvk };
}

function refsOf(schema: Schema): string[] {
  const own = schema.$ref?.replace('#/definitions/', '');
  return [
    ...(own === undefined ? [] : [own]),
    ...(schema.items ? refsOf(schema.items) : []),
    ...(schema.additionalProperties ? refsOf(schema.additionalProperties) : []),
  ];
}

function rewritten(schema: Schema, prefix: string): Schema {
  return {
    ...schema,
    ...(schema.$ref !== undefined && { $ref: schema.$ref.replace('#/definitions/', prefix) }),
    ...(schema.items && { items: rewritten(schema.items, prefix) }),
    ...(schema.additionalProperties && { additionalProperties: rewritten(schema.additionalProperties, prefix) }),
  };
}

/** Beside a reference nothing else may stand in version 3, so it is wrapped. */
function described(schema: Schema, text: string | undefined): Schema {
  if (text === undefined) return schema;
  if (schema.$ref === undefined || schema.$ref.startsWith('#/definitions/')) return { description: text, ...schema };
  return { description: text, allOf: [{ $ref: schema.$ref }] };
}

const gvkOf = ({ group, version, kind }: Kind): Json => ({ group, kind, version });

type Operation = (kind: Kind, action: string, parameters: readonly string[]) => Json;

const COMMON = ['pretty'];
const WRITE = ['dryRun', 'fieldManager', 'fieldValidation'];
const LIST = [
  'continue',
  'fieldSelector',
  'labelSelector',
  'limit',
  'resourceVersion',
  'resourceVersionMatch',
  'sendInitialEvents',
  'timeoutSeconds',
  'watch',
];
const DELETE = ['dryRun', 'gracePeriodSeconds', 'orphanDependents', 'propagationPolicy'];

/** Collection and object of a kind, with the operations that its verbs allow. */
function pathsOf(kind: Kind, operation: Operation): Json {
  const base = `/${placeOf(kind)}${kind.namespaced ? '/namespaces/{namespace}' : ''}/${kind.plural}`;
  const item = (entries: readonly (readonly [method: string, verb: string, action: string, parameters: readonly string[]])[]): Json =>
    Object.fromEntries(
      entries
        .filter(([, verb]) => kind.verbs.includes(verb))
        .map(([method, , action, parameters]) => [method, operation(kind, action, [...COMMON, ...parameters])]),
    );
  const paths: Json = {
    [base]: item([
      ['get', 'list', 'list', LIST],
      ['post', 'create', 'post', WRITE],
      ['delete', 'deletecollection', 'deletecollection', [...LIST, ...DELETE]],
    ]),
    [`${base}/{name}`]: item([
      ['get', 'get', 'get', []],
      ['put', 'update', 'put', WRITE],
      ['patch', 'patch', 'patch', [...WRITE, 'force']],
      ['delete', 'delete', 'delete', DELETE],
    ]),
  };
  if (kind.namespaced && kind.verbs.includes('list')) paths[`/${placeOf(kind)}/${kind.plural}`] = item([['get', 'list', 'list', LIST]]);
  return paths;
}

const TYPES: Readonly<Record<string, string>> = {
  limit: 'integer',
  timeoutSeconds: 'integer',
  gracePeriodSeconds: 'integer',
  watch: 'boolean',
  sendInitialEvents: 'boolean',
  force: 'boolean',
  orphanDependents: 'boolean',
};

const typeOf = (name: string): Json => ({ type: TYPES[name] ?? 'string', uniqueItems: true });

const v3Operation: Operation = (kind, action, parameters) => {
  const schema = { $ref: `#/components/schemas/${idOf(kind)}` };
  return {
    parameters: parameters.map((name) => ({ name, in: 'query', schema: typeOf(name) })),
    ...(['post', 'put'].includes(action) && { requestBody: { content: { '*/*': { schema } }, required: true } }),
    responses: { 200: { description: 'OK', content: { 'application/json': { schema } } } },
    [ACTION]: action,
    [GVK]: gvkOf(kind),
  };
};

const v2Operation: Operation = (kind, action, parameters) => {
  const schema = { $ref: `#/definitions/${idOf(kind)}` };
  return {
    parameters: [
      ...parameters.map((name) => ({ name, in: 'query', ...typeOf(name) })),
      ...(['post', 'put'].includes(action) ? [{ name: 'body', in: 'body', required: true, schema }] : []),
    ],
    responses: { 200: { description: 'OK', schema } },
    [ACTION]: action,
    [GVK]: gvkOf(kind),
  };
};
