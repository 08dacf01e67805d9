/** What may be written at a place in a manifest: fields of the schema, and values where they are known. */
import type { Definition, Field, Type } from '../kinds/schema.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import type { Range } from './documents.ts';
import { fieldsOf, type Served, spotAt, typeWords } from './schema.ts';

export interface Suggestion extends Range {
  readonly label: string;
  readonly kind: 'field' | 'value';
  /** Its type, and whether it is required. */
  readonly detail: string;
  /** With `$1`, `$2`, ... where the cursor goes next, `$0` last. */
  readonly insert: string;
  /** Field that its description belongs to. */
  readonly about: { readonly definition: string; readonly field: string } | undefined;
  /** More of them are known once it stands there: values of a field. */
  readonly goesOn: boolean;
}

/** Names of objects that there are, and images that can be pulled: what only the cluster knows. */
export type Names = (
  what:
    | 'images'
    | 'namespaces'
    | 'configmaps'
    | 'secrets'
    | 'serviceaccounts'
    | 'services'
    | 'persistentvolumeclaims'
    | 'storageclasses.storage.k8s.io'
    | 'ingressclasses.networking.k8s.io'
    | 'priorityclasses.scheduling.k8s.io',
  namespace: string,
) => readonly string[];

/** Fields that are written with what holds them (a definition, or one field's), besides the required ones. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  Container: ['name', 'image'],
  ObjectMeta: ['name'],
  'PodTemplateSpec.metadata': ['labels'],
  LabelSelector: ['matchLabels'],
  PodTemplateSpec: ['metadata', 'spec'],
  EnvVar: ['name', 'value'],
  VolumeMount: ['name', 'mountPath'],
};
/** Fields that the server sets: nobody writes them. */
const SERVERS = new Set([
  'status',
  'managedFields',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'resourceVersion',
  'uid',
  'selfLink',
  'generation',
]);

/** Fields whose value is the name of an object, by the definition they belong to. */
const NAMES: Readonly<Record<string, Parameters<Names>[0]>> = {
  'Container.image': 'images',
  'ObjectMeta.namespace': 'namespaces',
  'PodSpec.serviceAccountName': 'serviceaccounts',
  'PodSpec.priorityClassName': 'priorityclasses.scheduling.k8s.io',
  'ConfigMapVolumeSource.name': 'configmaps',
  'ConfigMapKeySelector.name': 'configmaps',
  'ConfigMapEnvSource.name': 'configmaps',
  'SecretVolumeSource.secretName': 'secrets',
  'SecretKeySelector.name': 'secrets',
  'SecretEnvSource.name': 'secrets',
  'PersistentVolumeClaimVolumeSource.claimName': 'persistentvolumeclaims',
  'PersistentVolumeClaimSpec.storageClassName': 'storageclasses.storage.k8s.io',
  'IngressServiceBackend.name': 'services',
  'IngressSpec.ingressClassName': 'ingressclasses.networking.k8s.io',
  'StatefulSetSpec.serviceName': 'services',
};

/** What fits at the offset, the most likely first; empty where nothing is known. */
export function complete(text: string, offset: number, served: Served, names: Names = () => []): Suggestion[] {
  const cursor = cursorAt(text, offset);
  if (!cursor) return [];
  const top = cursor.wants === 'value' && cursor.path.length === 1 ? String(cursor.path[0]) : '';
  if (top === 'apiVersion' || top === 'kind') return typeValues(cursor, top, served);
  const root = served.definition(cursor.apiVersion ?? '', cursor.kind ?? '');
  if (!root) return cursor.wants === 'key' && cursor.path.length === 0 ? fields(cursor, served.definition('v1', 'Namespace')) : [];
  const spot = spotAt(root, cursor.path);
  if (!spot) return [];
  if (cursor.wants === 'key') {
    const of = fieldsOf(spot.type);
    return of ? fields(cursor, of) : values(cursor, spot.type.enum ?? []); // a list of single values
  }
  const { owner, field, type } = spot;
  const known = owner && field ? NAMES[`${owner.name}.${field.name}`] : undefined;
  if (known) return values(cursor, names(known, namespaceOf(text, cursor)), true);
  return values(
    cursor,
    type.type === 'boolean' ? ['true', 'false'] : (type.enum ?? []).filter((value) => value !== ''),
    type.type === 'string',
  );
}

/** Of apiVersion and kind each narrows the other. */
function typeValues(cursor: Cursor, which: 'apiVersion' | 'kind', served: Served): Suggestion[] {
  const fits = served.kinds.filter((one) =>
    which === 'kind'
      ? cursor.apiVersion === undefined || one.apiVersion === cursor.apiVersion
      : cursor.kind === undefined || one.kind === cursor.kind,
  );
  return values(cursor, [...new Set((fits.length > 0 ? fits : served.kinds).map((one) => one[which]))].sort());
}

function namespaceOf(text: string, cursor: Cursor): string {
  if (cursor.flow) return /"?\bnamespace"?\s*:\s*["']?([\w-]+)/.exec(text)?.[1] ?? '';
  const after = text.slice(text.lastIndexOf('\n---', cursor.start) + 1);
  return /^metadata:(?:\n[ ]+.*)*?\n[ ]+namespace: *["']?([\w-]+)/m.exec(after)?.[1] ?? '';
}

function values(cursor: Cursor, all: readonly string[], text = false): Suggestion[] {
  return all.map((value) => ({
    label: value,
    kind: 'value',
    detail: '',
    insert: cursor.flow
      ? flowText(cursor.flow, value, text)
      : escape(text && /^(?:true|false|yes|no|on|off|null|~|[\d.-]+)$/i.test(value) ? JSON.stringify(value) : value),
    about: undefined,
    goesOn: false,
    start: cursor.start,
    end: cursor.end,
  }));
}

function fields(cursor: Cursor, of: Definition | undefined): Suggestion[] {
  return [...(of?.fields.values() ?? [])]
    .filter(({ name }) => !cursor.siblings.has(name) && !SERVERS.has(name))
    .sort((a, b) => Number(isUsual(of, b)) - Number(isUsual(of, a)))
    .map((field) => ({
      label: field.name,
      kind: 'field',
      detail: typeWords(field) + (field.required ? ' *' : ''),
      insert: cursor.flow ? flowSnippet(field, cursor.flow, of?.name ?? '') : snippet(field, ' '.repeat(cursor.deeper), of?.name ?? ''),
      about: { definition: of?.name ?? '', field: field.name },
      goesOn:
        field.enum !== undefined ||
        field.type === 'boolean' ||
        NAMES[`${of?.name}.${field.name}`] !== undefined ||
        /^(?:apiVersion|kind)$/.test(field.name),
      start: cursor.start,
      end: cursor.end,
    }));
}

type Flow = NonNullable<Cursor['flow']>;

/** A value between brackets. */
function flowText({ open, quotes, closed }: Flow, value: string, text: boolean): string {
  if (open !== '') return escape(value) + (closed ? '' : open);
  return escape(text && (quotes || /^(?:true|false|yes|no|on|off|null|~|[\d.-]+)$/i.test(value)) ? JSON.stringify(value) : value);
}

/** The field with the required and usual ones in it, on one line. */
function flowSnippet(field: Field, { open, quotes, hasValue }: Flow, holder: string): string {
  if (hasValue) return field.name + open;
  let stop = 0;
  const key = (name: string): string => (quotes ? `"${name}"` : name);
  const value = (name: string, type: Type, depth: number, within: string): string => {
    if (type.type === 'list' && type.of) return `[${value(name, type.of, depth, within)}]`;
    const of = fieldsOf(type);
    if (!of)
      return type.type === 'map' || type.type === 'object'
        ? `{$${++stop}}`
        : quotes && type.type === 'string'
          ? `"$${++stop}"`
          : `$${++stop}`;
    const usual = USUAL[`${within}.${name}`] ?? USUAL[of.name] ?? [];
    const inner = depth < 4 ? [...of.fields.values()].filter((one) => one.required || usual.includes(one.name)) : [];
    const entries = inner.map((one) => `${key(one.name)}: ${value(one.name, one, depth + 1, of.name)}`);
    return `{${entries.length > 0 ? entries.join(', ') : `$${++stop}`}}`;
  };
  const written = value(field.name, field, 0, holder);
  return open === '' ? `${key(field.name)}: ${written}` : `${field.name}${open}: ${written}`;
}

const isUsual = (of: Definition | undefined, field: Field): boolean =>
  field.required || (USUAL[of?.name ?? '']?.includes(field.name) ?? false) || /^(?:apiVersion|kind|metadata|spec)$/.test(field.name);

/** The field with the required and usual ones below it. */
function snippet(field: Field, margin: string, holder: string): string {
  let stop = 0;
  const write = (name: string, type: Type, indent: string, depth: number, holder: string): string => {
    const within = `${indent}  `;
    if (type.type === 'map') return `${name}:\n${within}$${++stop}`;
    const element = type.type === 'list' ? type.of : undefined;
    const of = fieldsOf(element ?? type);
    if (!of)
      return element ? `${name}:\n${within}- $${++stop}` : type.type === 'object' ? `${name}:\n${within}$${++stop}` : `${name}: $${++stop}`;
    const usual = USUAL[`${holder}.${name}`] ?? USUAL[of.name] ?? [];
    const inner = depth < 4 ? [...of.fields.values()].filter((one) => one.required || usual.includes(one.name)) : [];
    const deep = element ? `${within}  ` : within;
    const place = ({ name: one }: Field): number => (usual.includes(one) ? usual.indexOf(one) : usual.length);
    const lines = inner.sort((a, b) => place(a) - place(b)).map((one) => write(one.name, one, deep, depth + 1, of.name));
    return `${name}:\n${within}${element ? '- ' : ''}${lines.length > 0 ? lines.join(`\n${deep}`) : `$${++stop}`}`;
  };
  return write(field.name, field, margin, 0, holder);
}

const escape = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
