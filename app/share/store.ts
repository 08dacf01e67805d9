/** Sessions kept in the browser (IndexedDB): the one of this tab, by itself, and those that the learner named. */
import { createStore, del, get, keys, set, type UseStore } from 'idb-keyval';

const AUTO = 'auto:';
const NAMED = 'named:';

export interface Kept {
  /** Real time of the save, ms since the epoch. */
  readonly at: number;
  /** The address's query of the page that saved it: another address means another beginning. */
  readonly search: string;
  /** The session, or the parts of its JSON. */
  readonly save: unknown;
  /** The parts of the JSON of its past. */
  readonly past?: readonly (string | Blob)[];
}

let database: UseStore | undefined;
const open = (): UseStore => (database ??= createStore('drydock', 'sessions'));

/** Undefined where there is no storage (a sandboxed page). */
async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

/** @throws when the browser keeps nothing, or has no room */
export const keepAuto = (tab: string, kept: Kept): Promise<void> => set(AUTO + tab, kept, open());
export const autoOf = (tab: string): Promise<Kept | undefined> => attempt(async () => await get<Kept>(AUTO + tab, open()));
export const dropAuto = (tab: string): Promise<void> => attempt(() => del(AUTO + tab, open()));

/** Ids of the tabs that have kept something. */
export const autoTabs = async (): Promise<string[]> =>
  ((await attempt(() => keys<string>(open()))) ?? []).filter((key) => String(key).startsWith(AUTO)).map((key) => key.slice(AUTO.length));

/** @throws when the browser keeps nothing */
export const keepNamed = (name: string, kept: Kept): Promise<void> => set(NAMED + name, kept, open());
export const namedOf = (name: string): Promise<Kept | undefined> => attempt(async () => await get<Kept>(NAMED + name, open()));
export const dropNamed = (name: string): Promise<void> => attempt(() => del(NAMED + name, open()));
export const names = async (): Promise<string[]> =>
  ((await attempt(() => keys<string>(open()))) ?? []).filter((key) => String(key).startsWith(NAMED)).map((key) => key.slice(NAMED.length));
