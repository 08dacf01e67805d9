import type { Grouping } from './layout.ts';
import { NO_ORDER, type ServiceOrder, seeAgain, sightingsSoFar } from './order.ts';
import { NO_SLOTS, type SlotState } from './slots.ts';

/** What of a picture stays from one drawing to the next, by the frames that Pods stood in then. */
export interface PictureMemory {
  slots: { readonly grouping: Grouping; readonly state: SlotState; readonly time: number };
  services: { readonly grouping: Grouping; readonly order: ServiceOrder };
  /** Keys of Pods as they stood before a reload of the page: so they get their places. */
  readonly stood: readonly string[];
}

export const newMemory = (): PictureMemory => ({
  slots: { grouping: 'node', state: NO_SLOTS, time: 0 },
  services: { grouping: 'node', order: NO_ORDER },
  stood: [],
});

/** What is kept of a memory while the page is loaded anew. */
interface Kept {
  readonly pods: readonly string[];
  readonly grouping: Grouping;
  readonly services: readonly string[];
  readonly linked: readonly string[];
  readonly sightings: ReturnType<typeof sightingsSoFar>;
}

export function keptOf({ slots, services: { grouping, order } }: PictureMemory): Kept {
  const pods = [...slots.state.places.values()].flatMap((bands) => bands.flatMap((band) => band.slots.map(({ pod }) => pod.key)));
  return { pods, grouping, services: order.keys, linked: [...order.linked], sightings: sightingsSoFar() };
}

/** The memory of what was kept; keys of another cluster's objects do no harm. */
export function memoryOfKept({ pods, grouping, services, linked, sightings }: Kept): PictureMemory {
  seeAgain(sightings);
  return { ...newMemory(), services: { grouping, order: { keys: services, linked: new Set(linked) } }, stood: pods };
}

/** Those that stood before the page was loaded come as they stood, then the others. */
export function asTheyStood<T extends { readonly key: string }>(pods: readonly T[], stood: readonly string[]): readonly T[] {
  if (stood.length === 0) return pods;
  const places = new Map(stood.map((key, place) => [key, place]));
  const placeOf = ({ key }: T): number => places.get(key) ?? stood.length;
  return pods.toSorted((a, b) => placeOf(a) - placeOf(b));
}
