/** Names that changed are changed where other objects hold them. */
import { isObject, type JsonObject, metadataOf, textOf, withValue } from '../json.ts';
import { changeAt, has, REFERENCES, type Reference } from './fields.ts';
import { current, type Item, isClusterScoped } from './item.ts';

export function fixReferences(items: readonly Item[], more: readonly Reference[]): void {
  for (const item of items) {
    const find = (kinds: readonly string[], name: string): Item | undefined => candidate(items, item, kinds, name);
    for (const field of [...REFERENCES, ...more]) {
      if (!has(field, item.object)) continue;
      item.object = changeAt(item.object, field.path.split('/'), false, (value) => {
        const found = typeof value === 'string' ? find(field.to, value) : undefined;
        return found ? current(found).name : value;
      }) as JsonObject;
    }
    item.object = withKinds(item.object, find);
  }
}

/** Fields that say the kind of what they name. */
function withKinds(object: JsonObject, find: (kinds: readonly string[], name: string) => Item | undefined): JsonObject {
  const renamed = (reference: unknown): unknown => {
    if (!isObject(reference)) return reference;
    const found = find([textOf(reference['kind'])], textOf(reference['name']));
    return found ? { ...reference, name: current(found).name } : reference;
  };
  switch (object['kind']) {
    case 'HorizontalPodAutoscaler':
      return changeAt(object, ['spec', 'scaleTargetRef'], false, renamed) as JsonObject;
    case 'RoleBinding':
    case 'ClusterRoleBinding': {
      const bound = changeAt(object, ['roleRef'], false, renamed);
      return changeAt(bound, ['subjects'], false, (subjects) =>
        Array.isArray(subjects)
          ? subjects.map((subject) => {
              if (!isObject(subject) || subject['kind'] !== 'ServiceAccount') return subject;
              const found = find(['ServiceAccount'], textOf(subject['name']));
              const home = textOf(subject['namespace']) || 'default';
              if (!found?.identities.some((id) => (id.namespace || 'default') === home)) return subject;
              const { name, namespace } = metadataOf(found.object);
              return { ...subject, name, ...(namespace && { namespace }) };
            })
          : subjects,
      ) as JsonObject;
    }
    default:
      return object;
  }
}

/** The item of one of the kinds that was called `name` and stands nearest to the one that refers to it. */
function candidate(items: readonly Item[], from: Item, kinds: readonly string[], name: string): Item | undefined {
  let found = items.filter((item) => kinds.includes(current(item).kind) && item.identities.some((id) => id.name === name));
  const narrow = (fits: (item: Item) => boolean): void => {
    const fewer = found.filter(fits);
    if (found.length > 1 && fewer.length > 0) found = fewer;
  };
  narrow((item) => item.affixes === from.affixes);
  narrow((item) => sameNamespace(item, from));
  return found.length === 1 ? found[0] : undefined;
}

function sameNamespace(item: Item, from: Item): boolean {
  const { group, kind, namespace } = current(item);
  return isClusterScoped(group, kind) || (namespace || 'default') === (current(from).namespace || 'default');
}

/** Puts the hash of the content behind the names of what was generated. */
export function addHashes(items: readonly Item[], hashOf: (object: JsonObject) => string): void {
  for (const item of items) {
    if (!item.hashed) continue;
    const { name = '' } = metadataOf(item.object);
    item.object = withValue(item.object, ['metadata', 'name'], `${name}-${hashOf(item.object)}`);
    item.identities = [...item.identities, { ...current(item), name: `${name}-${hashOf(item.object)}` }];
  }
}
