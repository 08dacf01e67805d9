// Signatures first; bodies follow.
export class SortError extends Error {}
/** The items in the order of --sort-by=`field`. */
export function sortBy<T>(items: readonly T[], field: string, objectOf: (item: T) => unknown): T[] { throw new SortError(`${items}${field}${objectOf}`); }
