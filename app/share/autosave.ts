/**
 * Keeps the session while it goes on, and brings it back after a reload or a crash. Each tab has its own; a tab that is open holds a lock
 * on its own, so that a new tab takes over only what no other one uses.
 */
import { checkSave, parseSave, type SessionSave } from '../../src/session/save.ts';
import { notice } from '../base/notice.ts';
import { useEngine } from '../engine/engine.ts';
import { textsReady } from '../i18n/index.ts';
import { remember, unwritten } from '../storage/storage.ts';
import { SESSION, sessionItem } from '../storage/tab.ts';
import { download, fileName } from './files.ts';
import { gunzipped, gzipped } from './gzip.ts';
import { captured, capturePieces, resume } from './session.ts';
import { autoOf, autoTabs, dropAuto, type Kept, keepAuto, keepNamed } from './store.ts';
import { useWords } from './texts.ts';

/** Least time between two saves; a large cluster, slower to save, is saved less often. */
const EVERY_MS = 1000;
/** So long the writing of a save may hold up the page at a time, where the browser does not tell how long it is idle. */
const SLICE_MS = 4;
/** A page that is never idle saves all the same, after so long a wait. */
const IDLE_MS = 500;
/** Characters in a part of what is kept, at most about: hundreds of small Blobs held up the page for 0.2 s when the browser swept them away. */
const PART = 1_000_000;
const WEEK_MS = 7 * 24 * 3600_000;

/** What a page wrote down as it ended; IndexedDB may not get to it any more. */
const LAST = `drydock.last${location.search}`;
/** Characters for which that has room. */
const ROOM = 4_000_000;

let tab = '';

/** A session that cannot go on; `saved`: what it is called among the saved ones, where it stays as it is. */
export class DamagedSession extends Error {
  readonly saved: string | undefined;

  constructor(why: string, saved: string | undefined) {
    super(why);
    this.saved = saved;
  }
}

/** Finds out which session this tab goes on with, and goes on (unless it has another one already). Answers whether it did.
 * @throws DamagedSession when it is damaged, or of an older page: the fresh session stays */
export async function restoreSession(wanted: boolean): Promise<boolean> {
  tab = sessionItem(SESSION) ?? '';
  const kept = wanted ? ((tab && (await free(tab)) ? await fitting(tab) : undefined) ?? (await orphan())) : undefined;
  if (!tab || !(await free(tab))) tab = crypto.randomUUID();
  hold();
  if (!kept) return false;
  try {
    await resume(await read(kept.save), await pastOf(kept));
  } catch (error) {
    throw new DamagedSession(error instanceof Error ? error.message : String(error), await setAside(kept));
  }
  return true;
}

/** What could not be opened would be written over: it goes to the saved sessions instead. */
async function setAside(kept: Kept): Promise<string | undefined> {
  const name = useWords.getState().t('damaged', { time: new Date(kept.at).toISOString().slice(0, 16).replace('T', ' ') });
  try {
    await keepNamed(name, kept);
    return name;
  } catch {
    tab = crypto.randomUUID(); // then it stays where it is
    hold();
    return undefined;
  }
}

/** A link opens another session in this tab: the one before stays kept, under the name that it has. Answers how to read it. */
export async function leaveSession(): Promise<(() => Promise<SessionSave>) | undefined> {
  const before = sessionItem(SESSION);
  const kept = before && (await free(before)) ? await autoOf(before) : undefined;
  if (!kept) return undefined;
  try {
    sessionStorage.removeItem(SESSION);
  } catch {
    // then there was none
  }
  return () => read(kept.save);
}

/** @throws SaveError */
export async function read(save: unknown): Promise<SessionSave> {
  return Array.isArray(save) ? parseSave(await gunzipped(save)) : checkSave(save);
}

async function pastOf({ past }: Kept): Promise<unknown> {
  try {
    return past && JSON.parse(await gunzipped(past));
  } catch {
    return undefined; // it was cut short, say
  }
}

/** Of a save, one after the other. A Blob is given away without being copied, which for all at once would hold up the page. */
type Parts = (string | Blob)[];

/** Saves from now on, a moment after something changed. */
export function startAutosave(): void {
  let pending: ReturnType<typeof setTimeout> | undefined;
  let wait = EVERY_MS;
  let saved = false;
  let writing = false;
  /** Counts saves: a later one ends an earlier one that is still being written. */
  let current = 0;
  /** With `sliceMs` it is written a little at a time, so that the page goes on meanwhile; without, at once; `ending`: for the last time. */
  const save = (sliceMs?: number, ending = false): void => {
    clearTimeout(pending);
    pending = undefined;
    const pieces = capturePieces();
    if (!pieces) return later();
    saved = writing = true;
    const number = ++current;
    const [whole, past]: [Parts, Parts] = [[], []];
    let took = 0;
    const write = (): void => {
      if (number !== current) return;
      const begin = performance.now();
      // At the end of the page there is no time for Blobs, which are fetched from it later.
      const enough = () => sliceMs !== undefined && performance.now() - begin > sliceMs;
      const take = (from: Iterator<string>, parts: Parts): boolean =>
        takeParts(from, (text) => parts.push(sliceMs === undefined ? text : new Blob([text])), enough);
      const done = take(pieces.save, whole) && take(pieces.past, past);
      took += performance.now() - begin;
      if (!done) {
        whenIdle(write);
        return;
      }
      remember('kept', '1'); // the next page asks for a session before it draws
      // Until it is kept, a page that ends saves again, at once.
      const kept: Kept = { at: Date.now(), search: location.search, save: whole, past };
      if (ending) keepLast(kept);
      const ended = (): void => {
        if (number === current) writing = false;
      };
      void keepWithinRoom(kept, () => number === current).then((room) => {
        if (room === 'state') tell('unkeptPast');
        else if (unwritten.size > 0 && hasStorage()) tell('unkeptFiles');
        ended();
      }, tellUnkept);
      wait = Math.max(EVERY_MS, 20 * took);
    };
    write();
  };
  const later = (): void => {
    pending ??= setTimeout(() => save(SLICE_MS), wait);
  };
  useEngine.subscribe((state, before) => {
    if (state.revision !== before.revision || state.requests !== before.requests || state.terminals !== before.terminals) later();
  });
  // What was typed changes files and screens, not the cluster.
  addEventListener('keyup', later, { passive: true });
  addEventListener('click', later, { passive: true });
  const now = (ending: boolean): void => {
    if (pending !== undefined || !saved || writing) save(undefined, ending);
  };
  addEventListener('pagehide', () => now(true));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') now(false);
  });
  later();
}

/** Writes a session down for this tab's next page, before this one ends: as much of it as there is room for. */
function keepLast({ at, search, save, past = [] }: Kept): void {
  const [state, before] = [(save as string[]).join(''), past.join('')];
  const parts = state.length + before.length <= ROOM ? [state, before] : [state];
  try {
    sessionStorage.removeItem(LAST);
    sessionStorage.setItem(LAST, JSON.stringify({ tab, at, search, parts }));
  } catch {
    // larger than that, or no storage: IndexedDB has what it got
  }
}

/** What the page before wrote down as it ended, if that is this tab's. */
function lastOf(id: string): Kept | undefined {
  try {
    const { tab: whose, at, search, parts } = JSON.parse(sessionItem(LAST) ?? '{}');
    sessionStorage.removeItem(LAST);
    return whose === id ? { at, search, save: [parts[0]], ...(parts[1] && { past: [parts[1]] }) } : undefined;
  } catch {
    return undefined; // cut short, or no storage
  }
}

const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

/**
 * Keeps all of it; where there is no room for that as it is, compressed (which takes time, so not always); or else the state without its
 * past. Answers what is kept.
 * @throws when nothing is
 */
async function keepWithinRoom(kept: Kept, wanted: () => boolean): Promise<'all' | 'state'> {
  try {
    await keepAuto(tab, kept);
    return 'all';
  } catch (error) {
    if (!isFull(error)) throw error;
  }
  const { past, ...state } = { ...kept, save: [await gzipped(kept.save as Parts)] };
  const before = past && [await gzipped(past)];
  if (!wanted()) return 'all'; // a later one is on its way
  try {
    await keepAuto(tab, before ? { ...state, past: before } : state);
    return 'all';
  } catch (error) {
    if (!isFull(error)) throw error;
  }
  await keepAuto(tab, state);
  return 'state';
}

/** Whether there is a storage at all that may be full. */
function hasStorage(): boolean {
  try {
    return localStorage !== null;
  } catch {
    return false; // a sandboxed page
  }
}

const told = new Set<string>();

/** What the browser has no room for is told, once. */
function tell(what: 'unkept' | 'unkeptPast' | 'unkeptFiles'): void {
  if (told.has(what)) return;
  told.add(what);
  void textsReady().then(() => {
    const { t } = useWords.getState();
    const save = async (): Promise<void> => download(fileName('json'), JSON.stringify(await captured()), 'application/json');
    notice(t(what), [{ text: t('saveFile'), run: () => void save() }], 60_000);
  });
}

/** The session is not kept. A page that has no storage at all (a frame in another page) keeps none, as its README says. */
function tellUnkept(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'SecurityError')) tell('unkept');
}

/** Calls between two frames that leave time for it. */
function whenIdle(call: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(call, { timeout: IDLE_MS });
  else setTimeout(call);
}

/** Moves pieces into parts until `enough`; true at the end of them. */
function takeParts(pieces: Iterator<string>, part: (text: string) => void, enough: () => boolean): boolean {
  let [text, count] = ['', 0];
  const put = (): void => {
    if (text !== '') part(text);
    text = '';
  };
  for (;;) {
    const { value, done } = pieces.next();
    if (done) break;
    text += value as string;
    if (text.length > PART) put();
    if (++count % 16 === 0 && enough()) {
      put();
      return false;
    }
  }
  put();
  return true;
}

async function fitting(id: string): Promise<Kept | undefined> {
  const [last, auto] = [lastOf(id), await autoOf(id)];
  const kept = last && last.at >= (auto?.at ?? 0) ? last : auto;
  return kept && kept.search === location.search ? kept : undefined;
}

/** The newest session that no open tab uses: its tab crashed or was closed. Only where locks can tell. */
async function orphan(): Promise<Kept | undefined> {
  if (!navigator.locks || location.search !== '' || self !== top) return undefined;
  let newest: { readonly id: string; readonly kept: Kept } | undefined;
  for (const id of await autoTabs()) {
    const kept = await autoOf(id);
    if (!kept || Date.now() - kept.at > WEEK_MS) await dropAuto(id);
    else if (kept.search === location.search && (await free(id)) && kept.at > (newest?.kept.at ?? 0)) newest = { id, kept };
  }
  if (newest) tab = newest.id;
  return newest?.kept;
}

async function free(id: string): Promise<boolean> {
  if (!navigator.locks) return true;
  try {
    const { held = [] } = await navigator.locks.query();
    return !held.some(({ name }) => name === `drydock:${id}`);
  } catch {
    return true; // a sandboxed page
  }
}

/** This tab's session is in use as long as the page is. */
function hold(): void {
  try {
    sessionStorage.setItem(SESSION, tab);
  } catch {
    // then a reload begins anew
  }
  void navigator.locks?.request(`drydock:${tab}`, () => new Promise(() => {})).catch(() => {});
}
