/** Filling in defaults without copying what is complete already: objects come back the same when nothing was missing. */

/** The object with the values for those keys that it lacks; null, which a nil pointer may be written as, is lacking too. */
export function fill<T extends object>(object: T, defaults: Partial<T>): T {
  for (const key in defaults) if (lacks(object, key)) return Object.assign({}, defaults, withoutLacking(object, defaults));
  return object;
}

const lacks = <T extends object>(object: T, key: keyof T): boolean => object[key] === undefined || object[key] === null;

function withoutLacking<T extends object>(object: T, defaults: Partial<T>): T {
  for (const key in object) {
    if (lacks(object, key))
      return Object.fromEntries(
        Object.entries(object).filter(([name, value]) => value !== undefined && !(value === null && name in defaults)),
      ) as T;
  }
  return object;
}

/** The list with each element replaced by what `each` makes of it. */
export function mapSame<T>(list: readonly T[] | null | undefined, each: (element: T) => T): readonly T[] | undefined {
  if (!list) return list ?? undefined;
  let changed: T[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const before = list[index] as T;
    const after = each(before);
    if (after !== before) (changed ??= [...list])[index] = after;
  }
  return changed ?? list;
}

/** The object with one field, if it is there, replaced by what `make` makes of it. */
export function within<T extends object, K extends keyof T>(object: T, key: K, make: (value: NonNullable<T[K]>) => T[K]): T {
  const before = object[key];
  if (before === undefined || before === null) return object;
  const after = make(before as NonNullable<T[K]>);
  return after === before ? object : { ...object, [key]: after };
}

/** The object with each element of the list in a field replaced by what `each` makes of it. */
export function eachOf<T extends object, E>(object: T, key: keyof T, each: (element: E) => E): T {
  return within(object, key, (list) => mapSame(list as unknown as readonly E[], each) as unknown as T[keyof T]);
}
