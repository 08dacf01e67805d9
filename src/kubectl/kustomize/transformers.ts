/** What a kustomization does to all its resources: names, namespace, labels, annotations, images, replicas. */
import { CommandError } from '../errors.ts';
import { isObject, type JsonObject, metadataOf, withValue } from '../json.ts';
import { type MoreFields, NO_MORE } from './configurations.ts';
import { ANNOTATIONS, changeAt, type Field, has, LABELS, NAMESPACES, ownField, SELECTOR_LABELS, TEMPLATE_LABELS } from './fields.ts';
import { current, type Item, isClusterScoped, replaceObject } from './item.ts';
import type { ImageArgs, Kustomization, LabelArgs } from './kustomization.ts';

export function setNamespace(items: readonly Item[], namespace: string, more: readonly Field[] = []): void {
  for (const item of items) {
    const { group, kind } = current(item);
    let object = item.object;
    if (kind === 'Namespace' && group === '') object = withValue(object, ['metadata', 'name'], namespace);
    else if (!isClusterScoped(group, kind)) object = withValue(object, ['metadata', 'namespace'], namespace);
    if (kind === 'RoleBinding' || kind === 'ClusterRoleBinding') object = defaultAccounts(object, namespace);
    for (const field of [...NAMESPACES, ...more]) if (has(field, object)) object = change(object, field, () => namespace);
    replaceObject(item, object);
  }
}

/** A binding's service accounts named default are those of the namespace. */
function defaultAccounts(object: JsonObject, namespace: string): JsonObject {
  return change(object, { path: 'subjects' }, (subjects) =>
    Array.isArray(subjects)
      ? subjects.map((one) =>
          isObject(one) && one['kind'] === 'ServiceAccount' && one['name'] === 'default' ? { ...one, namespace } : one,
        )
      : subjects,
  );
}

/** Names that others rely on stay as they are. */
const UNNAMED = ['Namespace', 'CustomResourceDefinition', 'APIService'];

export function addAffixes(items: readonly Item[], prefix: string, suffix: string): void {
  for (const item of items) {
    if (UNNAMED.includes(current(item).kind)) continue;
    const { name = '' } = metadataOf(item.object);
    replaceObject(item, withValue(item.object, ['metadata', 'name'], prefix + name + suffix));
    item.affixes = `${prefix}|${item.affixes}|${suffix}`;
  }
}

export function addLabels(
  items: readonly Item[],
  { pairs = {}, includeSelectors, includeTemplates, fields = [] }: LabelArgs,
  more: MoreFields = NO_MORE,
): void {
  addPairs(items, pairs, [
    ...(includeSelectors ? SELECTOR_LABELS : []),
    LABELS,
    ...(includeSelectors || includeTemplates ? TEMPLATE_LABELS : []),
    ...(includeSelectors ? more.labels : []),
    ...(includeTemplates ? more.templateLabels : []),
    ...fields.map(ownField),
  ]);
}

export function addAnnotations(items: readonly Item[], pairs: Readonly<Record<string, string>>, more: readonly Field[]): void {
  addPairs(items, pairs, [...ANNOTATIONS, ...more]);
}

export function addPairs(items: readonly Item[], pairs: Readonly<Record<string, string>>, fields: readonly Field[]): void {
  for (const item of items) {
    for (const field of fields) {
      if (!has(field, item.object)) continue;
      item.object = change(item.object, field, (map) => ({ ...(isObject(map) ? map : {}), ...pairs }));
    }
  }
}

function change(object: JsonObject, field: Field, to: (value: unknown) => unknown): JsonObject {
  return changeAt(object, field.path.split('/'), field.create ?? false, to) as JsonObject;
}

export function setImages(items: readonly Item[], images: Kustomization['images'] = [], more: readonly Field[] = []): void {
  for (const item of items) {
    item.object = inContainers(item.object, images) as JsonObject;
    for (const field of more)
      if (has(field, item.object))
        item.object = change(item.object, field, (image) => (typeof image === 'string' ? images.reduce(otherImage, image) : image));
  }
}

/** Containers are found wherever they are, so that other kinds' templates are changed too. */
function inContainers(value: unknown, images: readonly ImageArgs[]): unknown {
  if (Array.isArray(value)) return value.map((one) => inContainers(one, images));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      (key === 'containers' || key === 'initContainers') && Array.isArray(one)
        ? one.map((container) =>
            isObject(container) && typeof container['image'] === 'string'
              ? { ...container, image: images.reduce(otherImage, container['image']) }
              : container,
          )
        : inContainers(one, images),
    ]),
  );
}

function otherImage(image: string, { name = '', newName, newTag, digest, tagSuffix }: ImageArgs): string {
  const [, path = '', tag, hash] = /^(.*?)(?::([\w.{}-]*))?(?:@(sha256:[\w.{}-]*))?$/.exec(image) ?? [];
  if (path !== name) return image;
  const set = newTag !== undefined || digest !== undefined;
  const [newer, sum] = set ? [newTag, digest] : [tag, hash];
  const shown = tagSuffix !== undefined && newer !== undefined ? newer + tagSuffix : newer;
  return `${newName ?? path}${shown ? `:${shown}` : ''}${sum ? `@${sum}` : ''}`;
}

const SCALED = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'];

export function setReplicas(items: readonly Item[], replicas: Kustomization['replicas'] = [], more: readonly Field[] = []): void {
  for (const { name = '', count = 0 } of replicas) {
    const found = items.filter(
      (item) =>
        (SCALED.includes(current(item).kind) || more.some((field) => has(field, item.object))) &&
        item.identities.some((id) => id.name === name),
    );
    if (found.length === 0)
      throw new CommandError(
        `resource with name ${name} does not match a config with the following GVK [${SCALED.map((kind) => `${kind}.[noVer].[noGrp]`).join(' ')}]`,
      );
    for (const item of found) {
      const own = more.find((field) => field.kinds && has(field, item.object));
      item.object = own ? change(item.object, own, () => count) : withValue(item.object, ['spec', 'replicas'], count);
    }
  }
}
