/**
 * A session as a file: the cluster, what terminals showed, the lesson under way. What is loaded may come from anywhere, so everything
 * in it is looked at before it is used: what does not fit is refused as a whole, with what is wrong.
 */
import { decode } from '../api/decode.ts';
import { Registry } from '../api/registry.ts';
import type { Change, KubeObject } from '../world/object.ts';
import type { WorldSnapshot } from '../world/world.ts';
import { Cluster } from './cluster.ts';
import { kinds } from './rest.ts';
import { scenarios } from './scenarios.ts';

/** Grows when an older page could not read what a newer one writes. */
export const SAVE_VERSION = 1;

export interface SavedTerminal {
  /** What its screen showed, as plain text. */
  readonly text: string;
  /** Shell text that brings back variables, functions and the directory. */
  readonly state: string;
}

export interface SessionSave {
  readonly drydock: typeof SAVE_VERSION;
  /** Id of the scenario, or `lesson:<id>`. */
  readonly scenario: string;
  readonly cluster: WorldSnapshot;
  readonly terminals: readonly SavedTerminal[];
  /** The page's own: lesson under way and so on, checked by who wrote it. */
  readonly page?: unknown;
}

/** What is loaded is no session, or a damaged one. */
export class SaveError extends Error {}

const MAX_OBJECTS = 20_000;
const MAX_TERMINALS = 20;
const MAX_TEXT = 2_000_000;

/** The cluster's state without its past: what a link or a file needs. Time travel begins anew there. */
export function withoutPast(snapshot: WorldSnapshot): WorldSnapshot {
  const { store } = snapshot;
  return { ...snapshot, store: { ...store, compacted: store.revision, journal: [] } };
}

/** Reads a session from a JSON text. @throws SaveError */
export function parseSave(text: string): SessionSave {
  let data: unknown;
  try {
    data = JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') throw new SaveError('it has a field "__proto__"');
      return value;
    });
  } catch (error) {
    throw error instanceof SaveError ? error : new SaveError('it is no JSON');
  }
  return checkSave(data);
}

/** Looks at a session's data. @throws SaveError */
export function checkSave(data: unknown): SessionSave {
  const save = map(data, 'the session');
  if (save['drydock'] !== SAVE_VERSION) {
    if (typeof save['drydock'] === 'number' && save['drydock'] > SAVE_VERSION) throw new SaveError('a newer version of Drydock made it');
    throw new SaveError('it is no session of Drydock');
  }
  const terminals = list(save['terminals'], 'terminals', MAX_TERMINALS).map((one) => {
    const terminal = map(one, 'a terminal');
    return { text: text(terminal['text'], 'text of a terminal'), state: text(terminal['state'], 'state of a terminal') };
  });
  return {
    drydock: SAVE_VERSION,
    scenario: text(save['scenario'], 'scenario', 200),
    cluster: checkSnapshot(save['cluster']),
    terminals,
    ...(save['page'] !== undefined && { page: save['page'] }),
  };
}

/**
 * A cluster that goes on from a save.
 * @param slow answers true when trying it out takes too long
 * @throws SaveError when it does not run
 */
export async function openSave(save: SessionSave, slow: () => boolean = () => false): Promise<Cluster> {
  const scenario = scenarios.find(({ id }) => id === save.scenario);
  try {
    // First a trial: a damaged cluster shows itself when time goes on.
    const trial = await restoredCluster(save.cluster);
    trial.world.advance(2000, slow);
    trial.snapshot();
    return await restoredCluster(save.cluster, scenario?.environment);
  } catch (error) {
    throw new SaveError(`its cluster does not run: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A cluster that goes on from a snapshot, unlooked at. */
export async function restoredCluster(snapshot: WorldSnapshot, environment: Readonly<Record<string, string>> = {}): Promise<Cluster> {
  const cluster = new Cluster({}, { id: 'saved', titleKey: '', setup: [], environment });
  await cluster.load();
  cluster.restore(snapshot);
  return cluster;
}

// ---- looking at data

type Data = Readonly<Record<string, unknown>>;

function fail(what: string): never {
  throw new SaveError(`${what} is not as it should be`);
}

function map(data: unknown, what: string): Data {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) fail(what);
  return data as Data;
}

function list(data: unknown, what: string, most = Number.POSITIVE_INFINITY): readonly unknown[] {
  if (!Array.isArray(data) || data.length > most) fail(what);
  return data as readonly unknown[];
}

function text(data: unknown, what: string, most = MAX_TEXT): string {
  if (typeof data !== 'string' || data.length > most) fail(what);
  return data as string;
}

/** A number of at most 2^53 in size. */
function number(data: unknown, what: string, least = 0, most = Number.MAX_SAFE_INTEGER): number {
  if (typeof data !== 'number' || !(data >= least && data <= most)) fail(what);
  return data as number;
}

let registry: Registry | undefined;

function checkSnapshot(data: unknown): WorldSnapshot {
  const snapshot = map(data, 'the cluster');
  if (snapshot['version'] !== 1) fail('version of the cluster');
  const clock = map(snapshot['clock'], 'the clock');
  const store = map(snapshot['store'], 'the store');
  const timers = map(snapshot['timers'], 'the timers');
  registry ??= new Registry(kinds);
  let count = 0;
  const objects: Record<string, readonly KubeObject[]> = {};
  const all = map(store['objects'], 'the objects');
  const defined = definedKinds(all[CRDS]);
  for (const [resource, own] of Object.entries(all)) {
    if (!isServed(resource, defined)) fail(`the resource ${resource}`);
    objects[resource] = list(own, resource).map((one) => {
      if (++count > MAX_OBJECTS) fail('the number of objects');
      return checkObject(resource, one);
    });
  }
  const now = number(clock['now'], 'the time', 0, 8e15);
  return {
    version: 1,
    clock: { now, paused: clock['paused'] === true, speed: number(clock['speed'], 'the speed', 0.001, 1000) },
    random: list(snapshot['random'], 'random', 4).map((one) => number(one, 'random', -(2 ** 32), 2 ** 32)),
    store: {
      revision: number(store['revision'], 'the revision'),
      compacted: number(store['compacted'], 'compacted'),
      objects,
      journal: checkJournal(store['journal'], defined),
    },
    timers: {
      sequence: number(timers['sequence'], 'sequence'),
      timers: list(timers['timers'], 'timers', 100_000).map((one) => {
        const timer = map(one, 'a timer');
        return {
          at: number(timer['at'], 'time of a timer', 0, 9e15),
          sequence: number(timer['sequence'], 'sequence of a timer'),
          kind: text(timer['kind'], 'kind of a timer', 200),
          key: text(timer['key'], 'key of a timer', 2000),
          payload: timer['payload'] ?? null,
        };
      }),
    },
    queues: Object.fromEntries(
      Object.entries(map(snapshot['queues'], 'queues')).map(([name, keys]) => [
        name,
        list(keys, 'a queue', 100_000).map((one) => {
          const [key, cause] = list(one, 'a key', 2);
          return [text(key, 'a key', 2000), number(cause, 'a cause')] as const;
        }),
      ]),
    ),
    slots: Object.fromEntries(Object.entries(map(snapshot['slots'], 'slots')).map(([name, slot]) => [name, map(slot, `the slot ${name}`)])),
  };
}

const CRDS = 'customresourcedefinitions.apiextensions.k8s.io';

/** The resources that a saved cluster's own definitions add: a definition has the name of its resource. */
function definedKinds(data: unknown): ReadonlySet<string> {
  if (!Array.isArray(data)) return new Set();
  return new Set(data.map((one) => String((one as { metadata?: { name?: unknown } } | null)?.metadata?.name)));
}

const isServed = (resource: string, defined: ReadonlySet<string>): boolean =>
  defined.has(resource) || registry?.all.some(({ name }) => name === resource) === true;

/** Its fields have the types of the schema (of a kind that the cluster itself defines: any), and it can be found. */
function checkObject(resource: string, data: unknown): KubeObject {
  const object = map(data, resource);
  const found = registry?.all.find(({ name }) => name === resource);
  const metadata = map(object['metadata'], `metadata in ${resource}`);
  for (const field of ['name', 'uid', 'resourceVersion', 'creationTimestamp']) text(metadata[field], `${field} in ${resource}`, 1000);
  if (found?.definition) {
    try {
      const { typeError } = decode(found.definition, object);
      if (typeError !== undefined) throw new SaveError(typeError);
    } catch (error) {
      throw new SaveError(`${resource}/${String(metadata['name'])}: ${error instanceof Error ? error.message : ''}`);
    }
  }
  return data as KubeObject;
}

function checkJournal(data: unknown, defined: ReadonlySet<string>): readonly Change[] {
  let before: number | undefined;
  return list(data, 'the journal', 100_000).map((one) => {
    const change = map(one, 'a change');
    const revision = number(change['revision'], 'revision of a change');
    if (before !== undefined && revision !== before + 1) fail('the order of the journal');
    before = revision;
    const type = change['type'];
    if (type !== 'ADDED' && type !== 'MODIFIED' && type !== 'DELETED') return fail('type of a change');
    const resource = text(change['resource'], 'resource of a change', 200);
    if (!isServed(resource, defined)) fail(`the resource ${resource}`);
    return {
      revision,
      time: number(change['time'], 'time of a change', 0, 8e15),
      type,
      resource,
      object: checkObject(resource, change['object']),
      previous: change['previous'] === undefined || change['previous'] === null ? undefined : checkObject(resource, change['previous']),
      actor: text(change['actor'], 'actor of a change', 500),
      cause: number(change['cause'], 'cause of a change'),
    };
  });
}
