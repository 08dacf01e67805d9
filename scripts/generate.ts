// Makes src/kinds/types.gen.ts (TypeScript types) and src/kinds/schema.gen.ts (the schema as data for the running engine)
// from reference/schema-v1.36.json, and src/kubectl/output/structorder.gen.ts (how Go orders fields) from reference/protobuf-v1.36.json. `npm run generate` writes them, `--check` only says whether they are up to date.
import { readFileSync, writeFileSync } from 'node:fs';

/** What the cluster serves or takes as a body: "group/version Kind Kind ..."; everything these reach comes along. */
const SERVED = [
  'v1 Namespace Node Pod PodTemplate ReplicationController Service Endpoints Event ServiceAccount ConfigMap Secret Binding',
  'v1 PersistentVolume PersistentVolumeClaim ResourceQuota LimitRange',
  'apps/v1 ReplicaSet Deployment StatefulSet DaemonSet ControllerRevision',
  'batch/v1 Job CronJob',
  'discovery.k8s.io/v1 EndpointSlice',
  'events.k8s.io/v1 Event',
  'networking.k8s.io/v1 Ingress IngressClass NetworkPolicy IPAddress ServiceCIDR',
  'autoscaling/v2 HorizontalPodAutoscaler',
  'autoscaling/v1 HorizontalPodAutoscaler Scale',
  'policy/v1 PodDisruptionBudget Eviction',
  'rbac.authorization.k8s.io/v1 Role RoleBinding ClusterRole ClusterRoleBinding',
  'authentication.k8s.io/v1 TokenRequest TokenReview SelfSubjectReview',
  'authorization.k8s.io/v1 SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview LocalSubjectAccessReview',
  'storage.k8s.io/v1 StorageClass CSIDriver CSINode CSIStorageCapacity VolumeAttachment VolumeAttributesClass',
  'scheduling.k8s.io/v1 PriorityClass',
  'coordination.k8s.io/v1 Lease',
  'apiextensions.k8s.io/v1 CustomResourceDefinition',
  'certificates.k8s.io/v1 CertificateSigningRequest',
  'node.k8s.io/v1 RuntimeClass',
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/v1 MutatingAdmissionPolicy MutatingAdmissionPolicyBinding',
  'flowcontrol.apiserver.k8s.io/v1 FlowSchema PriorityLevelConfiguration',
  'resource.k8s.io/v1 DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice',
  'apiregistration.k8s.io/v1 APIService',
  'v1 ComponentStatus',
];

/** Types that no served kind reaches but requests and responses use. */
const META = ['APIGroup', 'APIGroupList', 'APIResourceList', 'APIVersions', 'DeleteOptions', 'ListMeta', 'Status', 'WatchEvent'];

/** Where two definitions end in the same word, these packages give it up and get their package's name as prefix. */
const PREFIXED = [
  'io.k8s.api.events.v1',
  'io.k8s.api.autoscaling.v1',
  'io.k8s.api.discovery.v1',
  'io.k8s.api.flowcontrol.v1',
  'io.k8s.api.resource.v1',
  'io.k8s.api.storage.v1',
  'io.k8s.api.apiregistration.v1',
  'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1',
  'io.k8s.api.admissionregistration.v1',
];

/** Definitions that are values rather than objects: their TypeScript type and their letter in the compact schema. */
const SCALARS: Record<string, { ts: string; code: string }> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { ts: 'string | number', code: 'q' },
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { ts: 'number | string', code: 'x' },
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': { ts: 'string', code: 't' },
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': { ts: 'string', code: 'u' },
};
const FREE_OBJECT = { ts: '{ readonly [key: string]: unknown }', code: 'o' };
const ANYTHING = { ts: 'unknown', code: 'a' };

interface Schema {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';
  format?: string;
  $ref?: string;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  required?: string[];
  'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  'x-kubernetes-list-map-keys'?: string[];
  'x-kubernetes-map-type'?: 'atomic' | 'granular';
  'x-kubernetes-patch-strategy'?: string;
  'x-kubernetes-patch-merge-key'?: string;
  'x-kubernetes-group-version-kind'?: { group: string; version: string; kind: string }[];
}

const root = new URL('../', import.meta.url);
const JSON_PROTOBUF: Message = JSON.parse(readFileSync(new URL('reference/protobuf-v1.36.json', root), 'utf8'));
const definitions: Record<string, Schema> = JSON.parse(readFileSync(new URL('reference/schema-v1.36.json', root), 'utf8')).definitions;

const packageOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));
const lastWord = (id: string): string => id.slice(id.lastIndexOf('.') + 1);
const target = (ref: string): string => ref.replace('#/definitions/', '');

function definition(id: string): Schema {
  const found = definitions[id];
  if (!found) throw new Error(`no definition ${id} in the schema`);
  return found;
}

/** Ids of the definitions that the served kinds reach, sorted. */
function reachable(): string[] {
  const byKind = new Map<string, string>();
  for (const [id, schema] of Object.entries(definitions)) {
    for (const { group, version, kind } of schema['x-kubernetes-group-version-kind'] ?? []) {
      byKind.set(`${group ? `${group}/` : ''}${version} ${kind}`, id);
    }
  }
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    visitSchema(definition(id));
  };
  const visitSchema = (schema: Schema): void => {
    if (schema.$ref) visit(target(schema.$ref));
    for (const inner of [schema.items, schema.additionalProperties, ...Object.values(schema.properties ?? {})]) {
      if (inner) visitSchema(inner);
    }
  };
  for (const line of SERVED) {
    const [groupVersion, ...kinds] = line.split(' ');
    for (const kind of kinds) {
      const id = byKind.get(`${groupVersion} ${kind}`);
      if (!id) throw new Error(`no definition for ${groupVersion} ${kind}`);
      visit(id);
    }
  }
  for (const name of META) visit(`io.k8s.apimachinery.pkg.apis.meta.v1.${name}`);
  return [...found].sort();
}

/** Definition id -> unique short name. */
function shortNames(ids: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Map<string, string>();
  const clashes = new Set(ids.map(lastWord).filter((word, index, all) => all.indexOf(word) !== index));
  for (const id of ids) {
    const prefixed = clashes.has(lastWord(id)) && PREFIXED.includes(packageOf(id));
    const name = prefixed ? packageOf(id).split('.').slice(-2).map(capital).join('') + lastWord(id) : lastWord(id);
    if (taken.has(name)) throw new Error(`${id} and ${taken.get(name)} are both called ${name}: add one of their packages to PREFIXED`);
    taken.set(name, id);
    names.set(id, name);
  }
  return names;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The scalar or free-form type that stands for a definition, if it is not an object with known fields. */
function plain(id: string): { ts: string; code: string } | undefined {
  const schema = definition(id);
  if (SCALARS[id]) return SCALARS[id];
  if (schema.properties) return undefined;
  return schema.type === 'object' ? FREE_OBJECT : ANYTHING;
}

// ---- TypeScript types

function typeOf(schema: Schema, names: Map<string, string>): string {
  if (schema.$ref) return plain(target(schema.$ref))?.ts ?? names.get(target(schema.$ref)) ?? 'unknown';
  switch (schema.type) {
    case 'string':
      return 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return `ReadonlyArray<${typeOf(schema.items ?? {}, names)}>`;
    case 'object':
      return schema.additionalProperties ? `{ readonly [key: string]: ${typeOf(schema.additionalProperties, names)} }` : FREE_OBJECT.ts;
    default:
      return 'unknown';
  }
}

const isKind = (schema: Schema): boolean => Boolean(schema['x-kubernetes-group-version-kind'] && schema.properties?.apiVersion);

function typesFile(ids: readonly string[], names: Map<string, string>): string {
  const out = [
    '// Generated by scripts/generate.ts from reference/schema-v1.36.json; do not edit.',
    '// Kubernetes v1.36 API types: those the served kinds reach. Quantities are `string | number`, times are RFC 3339 strings.',
  ];
  for (const id of ids) {
    if (plain(id)) continue;
    const schema = definition(id);
    const required = new Set(schema.required);
    out.push('', `/** ${id} */`, `export interface ${names.get(id)} {`);
    for (const [field, type] of Object.entries(schema.properties ?? {})) {
      const key = /^[A-Za-z_$][\w$]*$/.test(field) ? field : `'${field}'`;
      out.push(`  readonly ${key}${required.has(field) ? '' : '?'}: ${typeOf(type, names)};`);
    }
    out.push('}');
  }
  out.push('', '/** The type of each served kind by "apiVersion/Kind". */', 'export interface KindTypes {');
  for (const line of SERVED) {
    const [groupVersion, ...kinds] = line.split(' ');
    for (const kind of kinds) {
      const id = ids.find((i) => isKind(definition(i)) && lastWord(i) === kind && groupVersionOf(i) === groupVersion);
      out.push(`  '${groupVersion}/${kind}': ${names.get(id ?? '')};`);
    }
  }
  out.push('}', '');
  return out.join('\n');
}

// ---- the compact schema

const FORMATS: Record<string, string> = { int32: 'i', int64: 'l', double: 'd', byte: 'y' };

/** A type in the compact schema's notation, which the head of the generated file explains. */
function encode(schema: Schema, names: Map<string, string>): string {
  const patch = schema['x-kubernetes-patch-strategy'];
  const suffix =
    // The reference also calls a text of bytes (caBundle) an atomic list.
    (schema['x-kubernetes-map-type'] === 'atomic' || (schema.type === 'array' && schema['x-kubernetes-list-type'] === 'atomic')
      ? '!'
      : '') +
    (schema['x-kubernetes-list-type'] === 'set' ? '=' : '') +
    (schema['x-kubernetes-list-type'] === 'map' ? `#${(schema['x-kubernetes-list-map-keys'] ?? []).join()}` : '') +
    (patch?.includes('merge') ? `@${schema['x-kubernetes-patch-merge-key'] ?? ''}` : '') +
    (patch?.includes('retainKeys') ? '^' : '');
  return base(schema, names) + suffix;
}

function base(schema: Schema, names: Map<string, string>): string {
  if (schema.$ref) return plain(target(schema.$ref))?.code ?? names.get(target(schema.$ref)) ?? 'a';
  if (schema.enum) return `(${schema.enum.join('|').replaceAll(' ', '+')})`;
  if (schema.format && FORMATS[schema.format]) return FORMATS[schema.format] ?? '';
  switch (schema.type) {
    case 'array':
      return `[${encode(schema.items ?? {}, names)}]`;
    case 'object':
      return schema.additionalProperties ? `{${encode(schema.additionalProperties, names)}}` : FREE_OBJECT.code;
    case 'boolean':
      return 'b';
    case 'string':
      return 's';
    default:
      throw new Error(`no code for ${JSON.stringify(schema)}`);
  }
}

function groupVersionOf(id: string): string {
  for (const [other, schema] of Object.entries(definitions)) {
    const gvks = schema['x-kubernetes-group-version-kind'];
    if (packageOf(other) === packageOf(id) && gvks?.length === 1 && gvks[0]) {
      return `${gvks[0].group ? `${gvks[0].group}/` : ''}${gvks[0].version}`;
    }
  }
  return '';
}

const NOTATION = `\
// Generated by scripts/generate.ts from reference/schema-v1.36.json; do not edit.
// The Kubernetes v1.36 schema as data, small enough to load with the page. src/kinds/schema.ts reads it.
//
// Each entry is a package of definitions: [package, group/version ('' for none), lines]. A definition's full id is
// package.Name. A line is one definition: its short name (unique; "Short=Name" where the last word of the id differs),
// then its fields "name:type", a required field "name*:type". "Name!" is an object that server-side apply replaces whole.
//
// Types:  s string   b boolean   i int32   l int64   d double   y bytes in base64   t Time   u MicroTime
//         q Quantity   x int-or-string   o object of any fields   a anything   (A|B) a string with these values (+ for a space)
//         Name a definition   [T] list of T   {T} map of string to T
// After a type:  ! atomic   = set   #a,b list map with these keys   (none of the three: a list is atomic, a map granular)
//                @key strategic merge patch merges by this key, @ alone: merges without a key   ^ retainKeys
`;

function schemaFile(ids: readonly string[], names: Map<string, string>): string {
  const packages = new Map<string, string[]>();
  for (const id of ids) {
    if (plain(id)) continue;
    const schema = definition(id);
    const required = new Set(schema.required);
    const name = names.get(id) ?? '';
    const head = (name === lastWord(id) ? name : `${name}=${lastWord(id)}`) + (schema['x-kubernetes-map-type'] === 'atomic' ? '!' : '');
    const fields = Object.entries(schema.properties ?? {}).map(
      ([field, type]) => `${field}${required.has(field) ? '*' : ''}:${encode(type, names)}`,
    );
    const lines = packages.get(packageOf(id)) ?? [];
    packages.set(packageOf(id), [...lines, [head, ...fields].join(' ')]);
  }
  const entries = [...packages].map(([name, lines]) => {
    const anId = `${name}.any`;
    return `  [\n    '${name}',\n    '${groupVersionOf(anId)}',\n    \`${lines.join('\n')}\`,\n  ],`;
  });
  return `${NOTATION}\nexport const SCHEMA: ReadonlyArray<readonly [pkg: string, groupVersion: string, lines: string]> = [\n${entries.join('\n')}\n];\n`;
}

// ---- the order of Go's struct fields

interface Message {
  readonly fields?: Readonly<Record<string, { readonly type: string }>>;
  readonly nested?: Readonly<Record<string, Message>>;
}

/** The message of a definition; the fields of messages stand in the order of the Go struct. */
function message(id: string): Message | undefined {
  let found: Message | undefined = JSON_PROTOBUF;
  for (const part of id.replace(/^io\.k8s\./, 'k8s.io.').split('.')) found = found?.nested?.[part];
  return found;
}

/** The JSON names of a definition's fields as its Go struct has them; what the struct embeds stands in its place. */
function structFields(id: string, known: ReadonlySet<string>): string[] {
  return Object.entries(message(id)?.fields ?? {}).flatMap(([name, { type }]) =>
    known.has(name) ? [name] : structFields(type.startsWith('.') ? type.slice(1) : `${packageOf(id)}.${type}`, known),
  );
}

function orderFile(ids: readonly string[], names: Map<string, string>): string {
  const lines = ids.flatMap((id) => {
    const schema = definition(id);
    const known = new Set(Object.keys(schema.properties ?? {}));
    const fields = [
      ...(known.has('apiVersion') && known.has('kind') && isKind(schema) ? ['kind', 'apiVersion'] : []),
      ...structFields(id, known),
    ];
    const sorted = [...fields].sort();
    return plain(id) || fields.every((field, index) => field === sorted[index]) ? [] : [[names.get(id), ...fields].join(' ')];
  });
  return `// Made by scripts/generate.ts from reference/protobuf-v1.36.json.
// A line a definition: its short name, then its fields in the order of the Go struct, where that is not the alphabet's.

export const STRUCT_ORDER = \`\n${lines.join('\n')}\n\`;\n`;
}

// ---- write or check

const ids = reachable();
const names = shortNames(ids);
const files = {
  'src/kinds/types.gen.ts': typesFile(ids, names),
  'src/kinds/schema.gen.ts': schemaFile(ids, names),
  'src/kubectl/output/structorder.gen.ts': orderFile(ids, names),
};
let stale = 0;
for (const [path, text] of Object.entries(files)) {
  if (!process.argv.includes('--check')) writeFileSync(new URL(path, root), text);
  else if (readFileSync(new URL(path, root), 'utf8') !== text) {
    console.error(`${path} differs from what scripts/generate.ts makes: run \`npm run generate\` and commit it`);
    stale++;
  }
}
if (stale) process.exit(1);
