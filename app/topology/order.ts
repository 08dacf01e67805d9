// In which order things of the same kind stand: the older first. Timestamps are whole seconds, so what one line made at once
// (`for i in $(seq 12)`) needs more: who was seen first, so that nothing drawn moves for what comes after it, then the name.

/** Numbers in names by value: app2 before app10. */
const NAMES = new Intl.Collator('en', { numeric: true });

/** By uid: the look in which it was first seen. Of workloads and Services only, which are few. */
const sightings = new Map<string, number>();
let looks = 0;

/** Sightings as data, to be had again after a reload of the page. */
export const sightingsSoFar = (): readonly (readonly [uid: string, look: number])[] => [...sightings];

export function seeAgain(seen: readonly (readonly [uid: string, look: number])[]): void {
  for (const [uid, look] of seen) sightings.set(uid, look);
  looks = Math.max(looks, ...seen.map(([, look]) => look));
}

interface Made {
  readonly name: string;
  /** Comparable: a timestamp, or ms. */
  readonly created: string | number;
}

const byCreation = (a: Made, b: Made): number => (a.created < b.created ? -1 : a.created > b.created ? 1 : NAMES.compare(a.name, b.name));

/** Sorted by creation; of those made in the same second, those come first that an earlier call was given. */
export function inOrder<T extends Made & { readonly uid: string }>(items: readonly T[]): T[] {
  const fresh = items.filter(({ uid }) => !sightings.has(uid));
  if (fresh.length > 0) looks++;
  for (const { uid } of fresh) sightings.set(uid, looks);
  const seen = ({ uid }: T): number => sightings.get(uid) ?? 0;
  return items.toSorted((a, b) => (a.created === b.created ? seen(a) - seen(b) : 0) || byCreation(a, b));
}

let latest: readonly (Made & { readonly key: string })[] = [];

/** Pods sorted by creation. It begins with the order of the call before, since from one look to the next few change places. */
export function podsInOrder<T extends Made & { readonly key: string }>(pods: readonly T[]): T[] {
  const places = new Map<string, number>();
  for (let place = 0; place < latest.length; place++) places.set((latest[place] as Made & { readonly key: string }).key, place);
  const known = new Array<T | undefined>(latest.length);
  const fresh: T[] = [];
  for (const pod of pods) {
    const place = places.get(pod.key);
    if (place === undefined) fresh.push(pod);
    else known[place] = pod;
  }
  const sorted = known.filter((pod) => pod !== undefined).concat(fresh);
  sorted.sort(byCreation);
  latest = sorted;
  return sorted;
}

/** The order of the Services from top to bottom, and which of them had something to lead to when they got their place. */
export interface ServiceOrder {
  readonly keys: readonly string[];
  readonly linked: ReadonlySet<string>;
}

export const NO_ORDER: ServiceOrder = { keys: [], linked: new Set() };

/**
 * The next order of the Services: those that are there stay in theirs, and each new one comes where the lines cross least, as far down as
 * that allows. One that led nowhere when it came gets its place anew, once, with its first lines.
 * @param services keys, the older first
 * @param targets by key the heights of what the lines lead to, ascending, counted from above
 */
export function servicesInOrder(
  previous: ServiceOrder,
  services: readonly string[],
  targets: ReadonlyMap<string, readonly number[]>,
): ServiceOrder {
  const here = new Set(services);
  const of = (key: string): readonly number[] => targets.get(key) ?? [];
  const isNew = (key: string): boolean => !previous.linked.has(key) && (!known.has(key) || of(key).length > 0);
  const known = new Set(previous.keys);
  const keys = previous.keys.filter((key) => here.has(key) && !isNew(key));
  for (const key of services) {
    if (!isNew(key)) continue;
    // From the bottom up: what one place higher costs more or less.
    let [best, least, cost] = [keys.length, 0, 0];
    for (let at = keys.length - 1; at >= 0; at--) {
      const other = of(keys[at]!);
      cost += crossings(of(key), other) - crossings(other, of(key));
      if (cost < least) [best, least] = [at, cost];
    }
    keys.splice(best, 0, key);
  }
  return { keys, linked: new Set(keys.filter((key) => previous.linked.has(key) || of(key).length > 0)) };
}

/** How many lines cross between a Service and another one below it. */
function crossings(upper: readonly number[], lower: readonly number[]): number {
  let [count, passed] = [0, 0];
  for (const target of upper) {
    while (passed < lower.length && lower[passed]! < target) passed++;
    count += passed;
  }
  return count;
}
