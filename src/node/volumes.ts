/** A Pod's volumes as files that follow the API objects, and where what is written into them is kept. */
import { ISSUER, makeToken } from '../api/tokens.ts';
import { fnv32a } from '../api/values/hash.ts';
import { type FileEntry, type FileLayer, type Owner, SETGID, type WrittenFiles } from '../kernel/files.ts';
import type { PersistentVolume, PersistentVolumeClaim, Pod } from '../kinds/objects.ts';
import { placeOf } from '../kinds/persistentvolume/files.ts';
import type { Container, KeyToPath, Volume } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import { configData, expand, secretData } from './env.ts';
import { type FieldSource, fieldValue, resourceValue } from './fields.ts';
import { nodeFileChanged } from './manifests.ts';
import { nodeFiles, nodeLayer } from './node-files.ts';
import { containerState, type PodState } from './state.ts';
import { sourceKeys } from './volume-sources.ts';

/** A volume mounted at a path of a container. */
interface Mount {
  readonly volume: Volume;
  /** Absolute, without a slash at the end. */
  readonly at: string;
  readonly readOnly: boolean;
  /** Path inside the volume: '' or `/sub`. */
  readonly subPath: string;
  /** For volumes that are written to; undefined for those made from objects, and where nothing can be kept. */
  readonly store: Store | undefined;
  /** What the node of a hostPath had from the start. */
  readonly node: FileLayer | undefined;
}

/** Where a writable volume's files are kept: the record, and the path in it that is the volume's root. */
interface Store {
  readonly written: () => WrittenFiles;
  readonly root: string;
  /** Told of each path that was written. */
  readonly changed?: (path: string) => void;
}

interface FileContent {
  readonly text: string;
  readonly mode: number;
  /** Whose it is, if not root's. */
  readonly user?: number;
}

const FOLDER: FileEntry = { kind: 'directory', text: '', mode: 0o755, modified: 0 };

/**
 * The volumes of a container, as a layer above the files below, of which each mount hides what is at its path.
 *
 * The files of volumes made from objects lie as the kubelet's atomic writer puts them: in a folder named by the time, which `..data` leads
 * to, and each name of the volume's own folder is a link through it (source: pkg/volume/util/atomic_writer.go). What is mounted by subPath
 * is the file itself. A Pod's fsGroup owns them and empty volumes (source: pkg/volume/volume_linux.go).
 */
export class MountedVolumes implements FileLayer {
  private readonly world: World;
  private readonly pod: Pod;
  private readonly state: PodState;
  private readonly container: Container;
  private readonly below: FileLayer;
  /** The longest path first. */
  private readonly mounts: readonly Mount[];

  constructor(world: World, pod: Pod, state: PodState, container: Container, below: FileLayer) {
    this.world = world;
    this.pod = pod;
    this.state = state;
    this.container = container;
    this.below = below;
    const mounts: Mount[] = [];
    for (const { name, mountPath, readOnly = false, subPath: plain, subPathExpr } of container.volumeMounts ?? []) {
      const subPath = subPathExpr ? expandPath(this.source(''), container, subPathExpr) : plain;
      const volume = pod.spec.volumes?.find((one) => one.name === name);
      if (!volume) continue;
      const made = isMade(volume);
      const store = made ? undefined : storeOf(world, volume, state);
      if (store && subPath) makeFolders(store, subPath, world.now);
      const at = mountPath.replace(/\/+$/, '');
      const node = volume.hostPath ? nodeLayer(world, state.node) : undefined;
      mounts.push({ volume, at, readOnly: readOnly || made, subPath: subPath ? `/${subPath}` : '', store, node });
    }
    this.mounts = mounts.length > 1 ? mounts.sort((a, b) => b.at.length - a.at.length) : mounts;
  }

  /** The volume at a path; undefined where the container's own files are. */
  volumeAt(path: string): Volume | undefined {
    return this.find(path)?.volume;
  }

  /** The written part of the container's files: its own, with writable volumes shared between containers. */
  written(own: WrittenFiles): WrittenFiles {
    return this.mounts.some(({ store }) => store) ? sharedWrites(own, this.mounts, (path) => this.find(path)) : own;
  }

  readOnly(path: string): boolean {
    return this.find(path)?.readOnly ?? false;
  }

  entry(path: string): FileEntry | undefined {
    const mount = this.find(path);
    if (!mount) return this.below.entry(path) ?? (this.leadsToMount(path) ? FOLDER : undefined);
    if (!isMade(mount.volume)) {
      if (path !== mount.at) return mount.node?.entry(onNode(mount, path));
      const folder: FileEntry = { ...FOLDER, mode: 0o777, modified: this.state.startTime };
      return fileAt(mount) ?? (mount.volume.emptyDir ? this.owned(folder) : folder);
    }
    const files = this.filesOf(mount);
    const modified = this.writtenAt(mount);
    const inside = mount.subPath + path.slice(mount.at.length);
    if (inside === '') return this.owned({ ...FOLDER, mode: 0o777, modified });
    if (mount.subPath) return this.contentAt(files, inside, modified);
    const [top = '', ...rest] = inside.slice(1).split('/');
    const link = (text: string): FileEntry => ({ kind: 'link', text, mode: 0o777, modified });
    const folder = this.timedFolder(mount);
    if (top === folder)
      return rest.length === 0 ? this.owned({ ...FOLDER, modified }) : this.contentAt(files, `/${rest.join('/')}`, modified);
    if (rest.length > 0) return undefined;
    if (top === DATA) return link(folder);
    return this.contentAt(files, inside, modified) && link(`${DATA}/${top}`);
  }

  names(path: string): readonly string[] {
    const names = new Set<string>();
    const prefix = path === '/' ? '/' : `${path}/`;
    for (const { at } of this.mounts) if (at.startsWith(prefix)) names.add(at.slice(prefix.length).split('/')[0] as string);
    const mount = this.find(path);
    if (mount && isMade(mount.volume)) {
      const folder = mount.subPath ? '' : `/${this.timedFolder(mount)}`;
      const inside = mount.subPath + path.slice(mount.at.length);
      const within = `${folder && (inside === folder || inside.startsWith(`${folder}/`)) ? inside.slice(folder.length) : inside}/`;
      for (const file of Object.keys(this.filesOf(mount)))
        if (file.startsWith(within)) names.add(file.slice(within.length).split('/')[0] as string);
      if (folder && inside === '') names.add(DATA).add(folder.slice(1));
    }
    if (mount?.node) for (const name of mount.node.names(onNode(mount, path))) names.add(name);
    if (!mount) for (const name of this.below.names(path)) names.add(name);
    return [...names];
  }

  private find(path: string): Mount | undefined {
    return this.mounts.find(({ at }) => path.startsWith(at) && (path.length === at.length || path[at.length] === '/'));
  }

  private leadsToMount(path: string): boolean {
    return this.mounts.some(({ at }) => at.startsWith(`${path}/`));
  }

  /** What the files of volumes are made from; those mounted by subPath stay as they were when the container started. */
  private source(subPath: string): FieldSource {
    const { world, state, pod } = this;
    const pinned = subPath ? containerState(state, this.container.name)?.pinned : undefined;
    return {
      world,
      pod: world.store.get<Pod>('pods', state.namespace, state.name) ?? pod,
      ip: state.ip,
      held: subPath ? { ...state.held, ...pinned } : state.held,
    };
  }

  /** Files of a volume made from objects, by path (`/key`). */
  private filesOf({ volume: { configMap, secret, downwardAPI, projected }, subPath }: Mount): Readonly<Record<string, FileContent>> {
    const from = this.source(subPath);
    if (configMap) return keyed(configData(from, configMap.name ?? '', true), configMap.items, configMap.defaultMode);
    if (secret) return keyed(secretData(from, secret.secretName ?? '', true), secret.items, secret.defaultMode);
    if (downwardAPI) return downward(from, downwardAPI.items ?? [], downwardAPI.defaultMode);
    const found: Record<string, FileContent> = {};
    const mode = projected?.defaultMode;
    for (const part of projected?.sources ?? []) {
      if (part.configMap) Object.assign(found, keyed(configData(from, part.configMap.name ?? '', true), part.configMap.items, mode));
      if (part.secret) Object.assign(found, keyed(secretData(from, part.secret.name ?? '', true), part.secret.items, mode));
      if (part.downwardAPI) Object.assign(found, downward(from, part.downwardAPI.items ?? [], mode));
      if (part.serviceAccountToken)
        found[`/${part.serviceAccountToken.path}`] = {
          text: serviceAccountToken(from, part.serviceAccountToken.audience),
          ...tokenAccess(from.pod, mode),
        };
    }
    return found;
  }

  /** When the files of a volume made from objects were written. */
  private writtenAt({ volume }: Mount): number {
    const { startTime, refreshed } = this.state;
    return Math.max(startTime, ...sourceKeys(volume).map((key) => refreshed?.[key] ?? 0));
  }

  /** `..2026_11_24_09_01_00.1234567890`: the time, and a number that makes the name unique. */
  private timedFolder(mount: Mount): string {
    const time = this.writtenAt(mount);
    const stamp = new Date(time).toISOString().slice(0, 19).replace(/[-:T]/g, '_');
    return `..${stamp}.${fnv32a(`${this.state.uid}/${mount.volume.name}/${time}`)}`;
  }

  /** A volume's file, or a folder of them, by its path in the volume. */
  private contentAt(files: Readonly<Record<string, FileContent>>, path: string, modified: number): FileEntry | undefined {
    const file = files[path];
    if (file) return this.owned({ kind: 'file', text: file.text, mode: file.mode, modified }, file.user);
    return Object.keys(files).some((one) => one.startsWith(`${path}/`)) ? this.owned({ ...FOLDER, modified }) : undefined;
  }

  /** The entry as the Pod's fsGroup and its users have it. */
  private owned(entry: FileEntry, user?: number): FileEntry {
    const group = this.pod.spec.securityContext?.fsGroup;
    if (group === undefined && user === undefined) return entry;
    const grouped = group === undefined ? 0 : entry.kind === 'directory' ? SETGID | 0o550 : entry.kind === 'file' ? 0o440 : 0;
    const owner: Owner = { uid: user ?? 0, gid: group ?? 0 };
    return { ...entry, mode: entry.mode | grouped, owner };
  }
}

/** Whether a volume's files are made from objects, and so read-only. */
function isMade({ configMap, secret, downwardAPI, projected }: Volume): boolean {
  return (configMap ?? secret ?? downwardAPI ?? projected) !== undefined;
}

/** A subPath that is not there is made: a folder. */
function makeFolders({ written, root }: Store, subPath: string, now: number): void {
  const files = written();
  let path = root;
  for (const part of subPath.split('/')) {
    path += `/${part}`;
    files[path] ??= { kind: 'directory', text: '', mode: 0o750, modified: now };
  }
}

/** `$(NAME)` in a subPathExpr: variables of the container that are given as they are or come from the Pod. */
function expandPath(source: FieldSource, container: Container, text: string): string {
  return expand(text, (name) => {
    const variable = container.env?.find((one) => one.name === name);
    return variable?.valueFrom?.fieldRef ? fieldValue(source, variable.valueFrom.fieldRef) : variable?.value;
  });
}

/**
 * Who may read a token: everybody, unless the Pod names a group for its volumes or one user for all its containers (source: the kubelet's
 * projected volumes and volume/util's FsUserFrom).
 */
function tokenAccess({ spec }: Pod, mode = 0o644): Omit<FileContent, 'text'> {
  const own = spec.securityContext?.runAsUser;
  const users = new Set([...(spec.initContainers ?? []), ...spec.containers].map((one) => one.securityContext?.runAsUser ?? own));
  const [user] = users;
  if (spec.securityContext?.fsGroup !== undefined) return { mode: 0o600 };
  return users.size === 1 && user !== undefined ? { mode: 0o600, user } : { mode };
}

function keyed(data: Readonly<Record<string, string>>, items: readonly KeyToPath[] | undefined, mode = 0o644): Record<string, FileContent> {
  const wanted = items ?? Object.keys(data).map((key): KeyToPath => ({ key, path: key }));
  return Object.fromEntries(
    wanted
      .filter(({ key }) => Object.hasOwn(data, key))
      .map(({ key, path, mode: own }) => [`/${path}`, { text: data[key] as string, mode: own ?? mode }]),
  );
}

type DownwardItems = NonNullable<NonNullable<Volume['downwardAPI']>['items']>;

function downward(source: FieldSource, items: DownwardItems, mode = 0o644): Record<string, FileContent> {
  const found: Record<string, FileContent> = {};
  for (const { path, fieldRef, resourceFieldRef, mode: own } of items) {
    const container = source.pod.spec.containers.find(({ name }) => name === resourceFieldRef?.containerName);
    const text = fieldRef
      ? fieldValue(source, fieldRef)
      : resourceFieldRef && container
        ? resourceValue(source, container, resourceFieldRef)
        : '';
    found[`/${path}`] = { text, mode: own ?? mode };
  }
  return found;
}

/** Tokens of Pods live for a year, though the kubelet asks for an hour: clients that never read them again go on working. */
const TOKEN_SECONDS = 31_536_000;

function serviceAccountToken({ pod, world }: FieldSource, audience: string | undefined): string {
  const { namespace = '', creationTimestamp } = pod.metadata;
  const name = pod.spec.serviceAccountName ?? 'default';
  return makeToken({
    audiences: [audience || ISSUER],
    from: Date.parse(creationTimestamp),
    seconds: TOKEN_SECONDS,
    namespace,
    account: { name, uid: world.store.get('serviceaccounts', namespace, name)?.metadata.uid ?? '' },
    pod: pod.metadata,
    ...(pod.spec.nodeName && { node: pod.spec.nodeName }),
  });
}

/** Where a writable volume's files are: with the Pod (emptyDir), the node (hostPath) or the claim. */
function storeOf(world: World, volume: Volume, state: PodState): Store | undefined {
  if (volume.hostPath) {
    const written = (): WrittenFiles => nodeFiles(world, state.node);
    return { written, root: volume.hostPath.path.replace(/\/+$/, ''), changed: (path) => nodeFileChanged(world, state.node, path) };
  }
  const claim = volume.persistentVolumeClaim?.claimName ?? (volume.ephemeral ? `${state.name}-${volume.name}` : undefined);
  if (claim !== undefined) {
    const volumeName = world.store.get<PersistentVolumeClaim>('persistentvolumeclaims', state.namespace, claim)?.spec.volumeName ?? '';
    const bound = world.store.get<PersistentVolume>('persistentvolumes', '', volumeName);
    if (!bound) return undefined;
    const { slot, key, root } = placeOf(bound, state.node);
    return { written: () => (world.slot<Record<string, WrittenFiles>>(slot, () => ({}))[key] ??= {}), root };
  }
  return { written: () => (state.volumes[volume.name] ??= {}), root: '' };
}

/** What the node calls a path of a hostPath volume. */
const onNode = ({ at, store, subPath }: Mount, path: string): string => `${store?.root ?? ''}${subPath}${path.slice(at.length)}` || '/';

/** The link that always leads to the newest files. */
const DATA = '..data';

/** The file that a mount is, where it is no directory (a hostPath of type File, a subPath that names one). */
function fileAt({ store, subPath }: Mount): FileEntry | undefined {
  const entry = store?.written()[store.root + subPath];
  return entry?.kind === 'file' ? entry : undefined;
}

/** One record of written files over several: paths below a writable mount are kept with the volume, all others with the container. */
function sharedWrites(own: WrittenFiles, mounts: readonly Mount[], find: (path: string) => Mount | undefined): WrittenFiles {
  const place = (path: string): { readonly record: WrittenFiles; readonly key: string; readonly changed?: Store['changed'] } => {
    const mount = find(path);
    if (!mount?.store || (path === mount.at && !fileAt(mount))) return { record: own, key: path };
    return {
      record: mount.store.written(),
      key: mount.store.root + mount.subPath + path.slice(mount.at.length),
      changed: mount.store.changed,
    };
  };
  const keys = (): string[] => {
    const all = Object.keys(own);
    for (const mount of mounts) {
      if (!mount.store) continue;
      const root = `${mount.store.root}${mount.subPath}/`;
      for (const key of Object.keys(mount.store.written())) if (key.startsWith(root)) all.push(`${mount.at}/${key.slice(root.length)}`);
    }
    return [...new Set(all)];
  };
  return new Proxy<WrittenFiles>(
    {},
    {
      get: (_, path) => {
        const { record, key } = place(String(path));
        return record[key];
      },
      set: (_, path, entry: FileEntry | null) => {
        const { record, key, changed } = place(String(path));
        record[key] = entry;
        changed?.(key);
        return true;
      },
      deleteProperty: (_, path) => {
        const { record, key, changed } = place(String(path));
        changed?.(key);
        return delete record[key];
      },
      has: (_, path) => {
        const { record, key } = place(String(path));
        return Object.hasOwn(record, key);
      },
      ownKeys: keys,
      getOwnPropertyDescriptor: (_, path) => {
        const { record, key } = place(String(path));
        if (!Object.hasOwn(record, key)) return undefined;
        return { value: record[key], enumerable: true, configurable: true, writable: true };
      },
    },
  );
}
