/** Watches: the changes of a selection as they happen, from a revision on. */
import { Channel } from '../kernel/channel.ts';
import type { Change, KubeObject, ResourceName } from '../world/object.ts';
import type { World } from '../world/world.ts';
import { ApiError, expired } from './errors.ts';
import { parameter, type Query, readRevision, type Selection, select, selects, tooLarge } from './list.ts';
import type { Representation } from './represent.ts';
import type { WatchEvent } from './types.ts';

const BOOKMARK_MS = 60_000;

interface Watcher {
  readonly selection: Selection;
  readonly form: Representation;
  readonly channel: Channel<WatchEvent>;
  readonly bookmarks: boolean;
}

/** Ends a watch whose reader is gone or whose time is up. */
type Stop = () => void;

export class Watches {
  private readonly world: World;
  private readonly watchers = new Map<ResourceName, Set<Watcher>>();
  private readonly byId = new Map<string, { readonly watcher: Watcher; readonly stop: Stop }>();
  private serial = 0;
  /** The world is on its way to another moment. */
  private travelling = false;

  constructor(world: World) {
    this.world = world;
    world.onTravel(() => this.leave());
    world.store.subscribe((change) => this.changed(change));
    world.timers.on('watch-timeout', (_payload, id) => this.byId.get(id)?.stop());
    world.timers.on('watch-bookmark', (_payload, id) => this.bookmark(id));
  }

  /** Starts a watch of the selection as the query says; the answer's channel delivers the events. */
  start(selection: Selection, form: Representation, query: Query): Channel<WatchEvent> {
    const channel = new Channel<WatchEvent>();
    const watcher: Watcher = { selection, form, channel, bookmarks: parameter(query, 'allowWatchBookmarks') === 'true' };
    const since = parameter(query, 'resourceVersion') ?? '';
    const initial = parameter(query, 'sendInitialEvents');
    try {
      if (initial === 'true' || since === '' || since === '0') this.sendState(watcher, initial === 'true');
      else this.sendChanges(watcher, readRevision(since));
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 410) throw error;
      channel.push({ type: 'ERROR', object: error.status as never });
      channel.close();
      return channel;
    }
    this.register(watcher, Number(parameter(query, 'timeoutSeconds') ?? '0') || 0);
    return channel;
  }

  private register(watcher: Watcher, timeoutSeconds: number): void {
    const { timers, now } = this.world;
    const { name } = watcher.selection.resource;
    const id = String(++this.serial);
    let all = this.watchers.get(name);
    if (!all) this.watchers.set(name, (all = new Set()));
    all.add(watcher);
    if (timeoutSeconds > 0) timers.set('watch-timeout', id, now + timeoutSeconds * 1000);
    if (watcher.bookmarks) timers.set('watch-bookmark', id, now + BOOKMARK_MS);
    const stop = (): void => {
      all.delete(watcher);
      this.byId.delete(id);
      timers.cancel('watch-timeout', id);
      timers.cancel('watch-bookmark', id);
      watcher.channel.close();
    };
    this.byId.set(id, { watcher, stop });
    watcher.channel.onCancel = stop;
  }

  private sendState(watcher: Watcher, marked: boolean): void {
    const { channel, form, selection } = watcher;
    for (const object of select(this.world, selection)) channel.push({ type: 'ADDED', object: form.one(object) as KubeObject });
    if (marked && watcher.bookmarks) channel.push(bookmarkEvent(form, this.world.store.revision, { 'k8s.io/initial-events-end': 'true' }));
  }

  private sendChanges(watcher: Watcher, since: number): void {
    const { store } = this.world;
    if (since > store.revision) throw tooLarge(since, store.revision);
    const changes = store.changesSince(since);
    if (!changes) throw expired(`too old resource version: ${since} (${store.compacted})`);
    for (const change of changes) if (change.resource === watcher.selection.resource.name) this.send(watcher, change);
  }

  /** Before the world goes to another moment. What comes after: each watcher is told how the one differs from the other. */
  private leave(): () => void {
    const known = [...this.byId.values()].map(({ watcher }) => [watcher, this.objectsOf(watcher)] as const);
    this.travelling = true;
    return () => {
      this.travelling = false;
      for (const [watcher, before] of known) this.sendDifference(watcher, before);
    };
  }

  private objectsOf({ selection }: Watcher): Map<string, KubeObject> {
    return new Map(select(this.world, selection).map((object) => [keyOf(object), object]));
  }

  private sendDifference(watcher: Watcher, before: ReadonlyMap<string, KubeObject>): void {
    const { channel, form } = watcher;
    const now = this.objectsOf(watcher);
    const send = (type: WatchEvent['type'], object: KubeObject): void => channel.push({ type, object: form.one(object) as KubeObject });
    for (const [key, object] of before) if (!now.has(key)) send('DELETED', object);
    for (const [key, object] of now) {
      const known = before.get(key);
      if (known?.metadata.resourceVersion !== object.metadata.resourceVersion) send(known ? 'MODIFIED' : 'ADDED', object);
    }
  }

  private changed(change: Change): void {
    if (this.travelling) return;
    for (const watcher of this.watchers.get(change.resource) ?? []) this.send(watcher, change);
  }

  /** An object that enters the selection is ADDED for the watcher, one that leaves it DELETED. */
  private send({ channel, form, selection }: Watcher, { type, object, previous }: Change): void {
    const now = type !== 'DELETED' && selects(selection, object);
    const before = type === 'DELETED' ? selects(selection, previous ?? object) : previous !== undefined && selects(selection, previous);
    if (now) channel.push({ type: before ? 'MODIFIED' : 'ADDED', object: form.one(object) as KubeObject });
    else if (before)
      channel.push({
        type: 'DELETED',
        object: form.one(type === 'DELETED' ? object : withVersion(previous as KubeObject, object)) as KubeObject,
      });
  }

  private bookmark(id: string): void {
    const watcher = this.byId.get(id)?.watcher;
    if (!watcher) return;
    watcher.channel.push(bookmarkEvent(watcher.form, this.world.store.revision));
    this.world.timers.set('watch-bookmark', id, this.world.now + BOOKMARK_MS);
  }
}

/** Another object of the same name is another. */
const keyOf = ({ metadata: { namespace = '', name, uid } }: KubeObject): string => `${namespace}/${name}/${uid}`;

/** The last state that the watcher knew, at the version of the change that took the object out of the selection. */
function withVersion(previous: KubeObject, { metadata }: KubeObject): KubeObject {
  return { ...previous, metadata: { ...previous.metadata, resourceVersion: metadata.resourceVersion } };
}

function bookmarkEvent({ names }: Representation, revision: number, annotations?: Readonly<Record<string, string>>): WatchEvent {
  const metadata = { resourceVersion: String(revision), creationTimestamp: null, ...(annotations && { annotations }) };
  return { type: 'BOOKMARK', object: { ...names, metadata } };
}
