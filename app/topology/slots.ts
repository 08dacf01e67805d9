// Which place each Pod has. A place is kept for the Pod's life; a freed one stays marked, then empty, before it closes.
// So nothing moves because something else came or went; only a Pod that gets another Node moves.
import type { PodView } from './model.ts';

/** How long a freed slot still shows who was there, ms. */
export const GHOST_MS = 3000;
/** How long after that it stays empty, ready for the next Pod, before the others close up, ms. */
export const HOLE_MS = 8000;
/** Among so many Pods of one workload the next Pod takes a freed slot after a moment: a rolling update stays in its place. */
const CROWD = 24;
const CROWD_GHOST_MS = 300;
/** Pods usually get a Node at once; only those that wait longer are shown as waiting, ms. */
export const WAIT_MS = 700;

export interface Slot {
  /** The Pod, or the last one, after it went. */
  readonly pod: PodView;
  readonly since: number;
  /** When its Pod went. */
  readonly freedAt: number | undefined;
}

/** The Pods of one workload on one Node. */
export interface Band {
  readonly key: string;
  readonly namespace: string;
  /** Key of the owner at the first Pod's birth; undefined: Pods that nobody owns. */
  readonly owner: string | undefined;
  readonly slots: readonly Slot[];
}

/** By name of the frame: a Node's, where `''` holds the Pods without one, or a group's. */
export type Places = ReadonlyMap<string, readonly Band[]>;

export interface SlotState {
  readonly places: Places;
  /** When time alone will change something next. */
  readonly nextAt: number | undefined;
}

export const NO_SLOTS: SlotState = { places: new Map(), nextAt: undefined };

export const isGhost = (slot: Slot, now: number): boolean => slot.freedAt !== undefined && now < slot.freedAt + GHOST_MS;

interface OpenBand {
  readonly key: string;
  readonly namespace: string;
  readonly owner: string | undefined;
  readonly slots: (Slot | undefined)[];
}

/**
 * The next state of all places.
 * @param ownerOf key of the root owner of a Pod, if it has one
 * @param placeOf the frame that a Pod stands in
 * @param now a real clock, ms
 * @param back the Pods are those of an earlier time: who is not there is not gone, but not yet there, and leaves no mark
 */
export function assignSlots(
  previous: SlotState,
  pods: readonly PodView[],
  ownerOf: (pod: PodView) => string | undefined,
  placeOf: (pod: PodView) => string,
  now: number,
  back = false,
): SlotState {
  const homeless = new Map(pods.map((pod) => [pod.key, pod]));
  const places = new Map<string, OpenBand[]>();

  for (const [place, bands] of previous.places) {
    places.set(
      place,
      bands.map((band) => ({ ...band, slots: band.slots.map((slot) => keep(slot, place)) })),
    );
  }
  function keep(slot: Slot, place: string): Slot | undefined {
    const pod = homeless.get(slot.pod.key);
    if (slot.freedAt === undefined && pod && placeOf(pod) === place) {
      homeless.delete(pod.key);
      return pod === slot.pod ? slot : { ...slot, pod };
    }
    // It got a Node, or waits for one no longer: it is not gone, it is elsewhere.
    if (back || (slot.freedAt === undefined && (pod || place === ''))) return undefined;
    const freedAt = slot.freedAt ?? now;
    return now < freedAt + GHOST_MS + HOLE_MS ? { ...slot, freedAt } : undefined;
  }

  for (const pod of pods) {
    if (!homeless.has(pod.key)) continue;
    const place = placeOf(pod);
    const owner = ownerOf(pod);
    const key = owner ?? `bare/${pod.namespace}`;
    let bands = places.get(place);
    if (!bands) places.set(place, (bands = []));
    let band = bands.find((each) => each.key === key);
    if (!band) bands.push((band = { key, namespace: pod.namespace, owner, slots: [] }));
    const marked = band.slots.length > CROWD ? CROWD_GHOST_MS : GHOST_MS;
    const free = band.slots.findIndex((slot) => slot?.freedAt !== undefined && now >= slot.freedAt + marked);
    band.slots[free < 0 ? band.slots.length : free] = { pod, since: now, freedAt: undefined };
  }

  let nextAt: number | undefined;
  const closed = new Map<string, Band[]>();
  for (const [place, bands] of places) {
    const kept = bands.flatMap((band) => {
      const slots = band.slots.filter((slot) => slot !== undefined);
      while (slots.length > 0 && isHole(slots.at(-1)!, now)) slots.pop();
      for (const slot of slots) {
        const at = nextChange(slot, place, now);
        if (at !== undefined && (nextAt === undefined || at < nextAt)) nextAt = at;
      }
      return slots.length > 0 ? [{ ...band, slots }] : [];
    });
    if (kept.length > 0) closed.set(place, kept);
  }
  return { places: closed, nextAt };
}

const isHole = (slot: Slot, now: number) => slot.freedAt !== undefined && !isGhost(slot, now);

function nextChange(slot: Slot, place: string, now: number): number | undefined {
  if (slot.freedAt !== undefined) return isGhost(slot, now) ? slot.freedAt + GHOST_MS : slot.freedAt + GHOST_MS + HOLE_MS;
  return place === '' && now < slot.since + WAIT_MS ? slot.since + WAIT_MS : undefined;
}
