/** A resource on its way through a build: its object, and under which names it was known before. */
import { API_RESOURCES } from '../../kinds/resources.ts';
import { type JsonObject, metadataOf, textOf } from '../json.ts';

export interface Identity {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  /** '' where the object names none. */
  readonly namespace: string;
}

export interface Item {
  object: JsonObject;
  /** What it was called at first and after each change of name or namespace; the last is how it is called now. */
  identities: readonly Identity[];
  /** Prefixes and suffixes that its name got, to tell apart copies of one base. */
  affixes: string;
  /** A hash of the content comes behind the name at the end. */
  hashed: boolean;
}

export function identityOf(object: JsonObject): Identity {
  const [version = '', group = ''] = textOf(object['apiVersion']).split('/').reverse();
  const { name = '', namespace = '' } = metadataOf(object);
  return { group, version, kind: textOf(object['kind']), name, namespace };
}

export function makeItem(object: JsonObject, hashed = false): Item {
  return { object, identities: [identityOf(object)], affixes: '', hashed };
}

export function current({ identities }: Item): Identity {
  return identities[identities.length - 1] as Identity;
}

/** Puts a changed object in place, and notes it when that gave it another name. */
export function replaceObject(item: Item, object: JsonObject): void {
  item.object = object;
  const now = identityOf(object);
  if (!sameIdentity(now, current(item))) item.identities = [...item.identities, now];
}

export function sameIdentity(a: Identity, b: Identity): boolean {
  return a.group === b.group && a.kind === b.kind && a.version === b.version && a.name === b.name && sameNamespace(a, b);
}

/** No namespace is `default`; for what belongs to none it does not matter. */
export function sameNamespace(a: Identity, b: Identity): boolean {
  return isClusterScoped(a.group, a.kind) || (a.namespace || 'default') === (b.namespace || 'default');
}

/** `ConfigMap.v1.[noGrp]/conf.[noNs]` */
export function identityText({ group, version, kind, name, namespace }: Identity): string {
  return `${kind}.${version || '[noVer]'}.${group || '[noGrp]'}/${name}.${namespace || '[noNs]'}`;
}

/** As Go prints the struct. */
export function identityGo({ group, version, kind, name, namespace }: Identity): string {
  const quote = JSON.stringify;
  const cluster = isClusterScoped(group, kind);
  return `resid.ResId{Gvk:resid.Gvk{Group:${quote(group)}, Version:${quote(version)}, Kind:${quote(kind)}, isClusterScoped:${cluster}}, Name:${quote(name)}, Namespace:${quote(namespace)}}`;
}

/** Kinds that belong to no namespace; of kinds that the API does not have it is not known, so they count as namespaced. */
export function isClusterScoped(group: string, kind: string): boolean {
  return API_RESOURCES.some((one) => one.kind === kind && one.group === group && !one.namespaced);
}
