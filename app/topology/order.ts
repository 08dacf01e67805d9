// In which order things of the same kind stand: the older first. Timestamps are whole seconds, so what one line made at once
// (`for i in $(seq 12)`) needs more: who was seen first, so that nothing drawn moves for what comes after it, then the name.

/** Numbers in names by value: app2 before app10. */
const NAMES = new Intl.Collator('en', { numeric: true });

/** By uid: the look in which it was first seen. Of workloads and Services only, which are few. */
const sightings = new Map<string, number>();
let looks = 0;

interface Made {
  readonly name: string;
  /** Comparable: a timestamp, or ms. */
  readonly created: string | number;
}

export const byCreation = (a: Made, b: Made): number =>
  a.created < b.created ? -1 : a.created > b.created ? 1 : NAMES.compare(a.name, b.name);

/** Sorted by creation; of those made in the same second, those come first that an earlier call was given. */
export function inOrder<T extends Made & { readonly uid: string }>(items: readonly T[]): T[] {
  const fresh = items.filter(({ uid }) => !sightings.has(uid));
  if (fresh.length > 0) looks++;
  for (const { uid } of fresh) sightings.set(uid, looks);
  const seen = ({ uid }: T): number => sightings.get(uid) ?? 0;
  return items.toSorted((a, b) => (a.created === b.created ? seen(a) - seen(b) : 0) || byCreation(a, b));
}
