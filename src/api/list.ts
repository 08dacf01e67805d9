/** Lists: which objects a request means (selectors, pages, a past revision), and the answer's shape. */
import type { KubeObject } from '../world/object.ts';
import { labelIndexValue } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { ApiError, badRequest, expired } from './errors.ts';
import { goQuote } from './go-json.ts';
import { jsonSyntaxError } from './json-syntax.ts';
import type { Kind } from './kind.ts';
import type { Resource } from './registry.ts';
import {
  type FieldRequirement,
  matches,
  parseFieldSelector,
  parseLabelSelector,
  type Requirement,
  SelectorError,
} from './values/selector.ts';

/** The objects that a list, watch or deletecollection is about. */
export interface Selection {
  readonly resource: Resource;
  /** undefined: all namespaces. */
  readonly namespace: string | undefined;
  readonly labels: readonly Requirement[];
  readonly fields: readonly FieldRequirement[];
}

export interface Page {
  readonly items: readonly KubeObject[];
  readonly metadata: { readonly resourceVersion: string; readonly continue?: string; readonly remainingItemCount?: number };
}

export type Query = Readonly<Record<string, string | readonly string[]>>;

/** The (first) value of a query parameter. */
export function parameter(query: Query, name: string): string | undefined {
  const value = query[name];
  return typeof value === 'string' ? value : value?.[0];
}

/**
 * Reads the selectors of a query; throws BadRequest in the words of the real parser.
 * @param names the fields that may be named with what they are called in the resource, where they have other names
 */
export function selectionOf(
  resource: Resource,
  namespace: string | undefined,
  query: Query,
  names?: Readonly<Record<string, string>>,
): Selection {
  try {
    const labels = parseLabelSelector(parameter(query, 'labelSelector') ?? '');
    const given = parseFieldSelector(parameter(query, 'fieldSelector') ?? '');
    for (const { field } of given) if (!names || !(field in names)) checkField(names ? OTHER_NAMES : resource.kind, field);
    const fields = names ? given.map((one) => ({ ...one, field: names[one.field] ?? one.field })) : given;
    return { resource, namespace, labels, fields };
  } catch (error) {
    if (error instanceof SelectorError) throw badRequest(error.message);
    throw error;
  }
}

/** What every resource lets select by, where the fields have other names. */
const OTHER_NAMES: Selectable = { namespaced: true, selectableFields: {} };

type Selectable = Pick<Kind, 'namespaced' | 'selectableFields' | 'unselectable'>;

function checkField(kind: Selectable, field: string): void {
  if (field === 'metadata.name' || (field === 'metadata.namespace' && kind.namespaced) || kind.selectableFields?.[field]) return;
  if (kind.selectableFields) throw badRequest(kind.unselectable?.(field) ?? `field label not supported: ${field}`);
  throw badRequest(`${goQuote(field)} is not a known field selector: only "metadata.name", "metadata.namespace"`);
}

/** Whether an object is in the selection (its namespace included). */
export function selects({ resource, namespace, labels, fields }: Selection, object: KubeObject): boolean {
  if (namespace !== undefined && (object.metadata.namespace ?? '') !== namespace) return false;
  if (labels.length > 0 && !matches(labels, object.metadata.labels)) return false;
  return fields.every(({ field, operator, value }) => (fieldValue(resource.kind, object, field) === value) === (operator === '='));
}

function fieldValue(kind: Kind, object: KubeObject, field: string): string {
  if (field === 'metadata.name') return object.metadata.name;
  if (field === 'metadata.namespace') return object.metadata.namespace ?? '';
  return kind.selectableFields?.[field]?.(object) ?? '';
}

/** The selected objects, in order of namespace and name. */
export function select(world: World, selection: Selection): KubeObject[] {
  const filtered = selection.labels.length > 0 || selection.fields.length > 0;
  const all = candidates(world, selection);
  return filtered ? all.filter((object) => selects(selection, object)) : all;
}

/** As few objects as an index can name that hold all selected ones. */
function candidates({ store }: World, { resource, namespace, labels, fields }: Selection): KubeObject[] {
  const exact = (name: string): string | undefined => fields.find(({ field, operator }) => field === name && operator === '=')?.value;
  const [name, node] = [exact('metadata.name'), exact('spec.nodeName')];
  if (name !== undefined && (namespace !== undefined || !resource.kind.namespaced)) {
    const found = store.get(resource.name, namespace ?? '', name);
    return found ? [found] : [];
  }
  const label = labels.find(({ operator }) => operator === '=' || operator === '==');
  if (label && (namespace !== undefined || !resource.kind.namespaced)) {
    return store.byIndex(resource.name, 'label', labelIndexValue(namespace ?? '', label.key, label.values[0] ?? ''));
  }
  if (node) return store.byIndex(resource.name, 'node', node);
  return store.list(resource.name, namespace);
}

interface ContinueToken {
  readonly v: 'meta.k8s.io/v1';
  readonly rv: number;
  /** `namespace/name` of the last object given. */
  readonly start: string;
}

/** One page of the selected objects; pages that follow show the same revision as the first. */
export function page(world: World, selection: Selection, query: Query): Page {
  const token = readToken(parameter(query, 'continue'));
  const limit = readLimit(parameter(query, 'limit') ?? '0');
  const revision = token?.rv ?? wantedRevision(world, query);
  const past = revision !== undefined && revision < world.store.revision;
  const all = past ? selectAt(world, selection, revision) : select(world, selection);
  const rest = token ? all.filter((object) => keyOf(object) > token.start) : all;
  const resourceVersion = String(revision ?? world.store.revision);
  if (limit <= 0 || rest.length <= limit) return { items: rest, metadata: { resourceVersion } };
  const items = rest.slice(0, limit);
  const next: ContinueToken = { v: 'meta.k8s.io/v1', rv: Number(resourceVersion), start: keyOf(items[limit - 1] as KubeObject) };
  const counted = selection.labels.length === 0 && selection.fields.length === 0;
  return {
    items,
    metadata: { resourceVersion, continue: base64Url(JSON.stringify(next)), ...(counted && { remainingItemCount: rest.length - limit }) },
  };
}

function readLimit(text: string): number {
  if (!/^[+-]?\d*$/.test(text)) throw badRequest(`strconv.ParseInt: parsing ${goQuote(text)}: invalid syntax`);
  return Number(text) || 0;
}

/** The revision that the query insists on; undefined: the newest will do. */
function wantedRevision(world: World, query: Query): number | undefined {
  const text = parameter(query, 'resourceVersion');
  const match = parameter(query, 'resourceVersionMatch');
  const revision = checkRevision(world, text);
  return match === 'Exact' ? revision : undefined;
}

/** The revision that a reader wants to see at least, if any; throws where there has been none yet. */
export function checkRevision(world: World, text: string | undefined): number | undefined {
  if (text === undefined || text === '' || text === '0') return undefined;
  const revision = readRevision(text);
  if (revision > world.store.revision) throw tooLarge(revision, world.store.revision);
  return revision;
}

/** A resourceVersion as a number; throws as the real server does. */
export function readRevision(text: string): number {
  if (!/^\d+$/.test(text)) throw badRequest(`Invalid value: ${goQuote(text)}: strconv.ParseUint: parsing ${goQuote(text)}: invalid syntax`);
  return Number(text);
}

export function tooLarge(wanted: number, current: number): ApiError {
  return new ApiError(504, 'Timeout', `Timeout: Too large resource version: ${wanted}, current: ${current}`, {
    causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
    retryAfterSeconds: 1,
  });
}

/** The selected objects as they were at a revision: what happened since is undone. */
function selectAt(world: World, selection: Selection, revision: number): KubeObject[] {
  const changes = world.store.changesSince(revision);
  if (!changes)
    throw expired(
      'The provided continue parameter is too old to display a consistent list result. You must start a new list without the continue parameter.',
    );
  const objects = new Map(world.store.list(selection.resource.name).map((object) => [keyOf(object), object]));
  for (const { resource, object, previous } of changes.toReversed()) {
    if (resource !== selection.resource.name) continue;
    if (previous) objects.set(keyOf(previous), previous);
    else objects.delete(keyOf(object));
  }
  return [...objects.keys()]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => objects.get(key) as KubeObject)
    .filter((object) => selects(selection, object));
}

function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

/** Base64 as it may stand in a URL. */
const base64Url = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

function readToken(text: string | undefined): ContinueToken | undefined {
  if (!text) return undefined;
  const refuse = (why: string): Error => badRequest(`invalid continue token: continue key is not valid: ${why}`);
  // Sign by sign: Go stops at the first that is not of the alphabet.
  const wrong = text.search(/[^A-Za-z0-9_-]/);
  if (wrong >= 0 || text.length % 4 === 1) throw refuse(`illegal base64 data at input byte ${wrong >= 0 ? wrong : text.length - 1}`);
  const json = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  let token: Partial<ContinueToken>;
  try {
    token = JSON.parse(json) as ContinueToken;
  } catch {
    throw refuse(jsonSyntaxError(json) ?? 'not an object');
  }
  if (token.v !== 'meta.k8s.io/v1') throw refuse(`server does not recognize this encoded version ${token.v ?? ''}`);
  if (!token.rv) throw refuse('incorrect encoded start resourceVersion (version meta.k8s.io/v1)');
  if (!token.start) throw refuse('encoded start key empty (version meta.k8s.io/v1)');
  return token as ContinueToken;
}
