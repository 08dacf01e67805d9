/** A small POSIX-like tree of text files: what the shell's tools, the editor and containers see. */
import { SysError } from './error.ts';

export interface FileEntry {
  readonly kind: 'file' | 'directory' | 'link';
  /** File contents; where a symbolic link leads; empty for directories. */
  readonly text: string;
  /** Permission bits, as in 0o644. */
  readonly mode: number;
  /** Last change, virtual milliseconds. */
  readonly modified: number;
  /** Whose it is, by number; undefined: the one's that the machine's files are. */
  readonly owner?: Owner;
  /** Of a file with several names: the same number for each of them. */
  readonly inode?: number;
}

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** When the files were made that are there from the start, virtual ms: a while before the world's time begins. */
export const BUILT = Date.UTC(2026, 9, 13, 12);

/** What is in the file of a program that was installed: its code is the machine's. */
export const EXECUTABLE = '\x7fELF';

/** In the permission bits of a directory: what is made in it has its group. */
export const SETGID = 0o2000;

/** Read-only files that lie under the written ones: an image's layer, or a volume that changes with the cluster. */
export interface FileLayer {
  /** The entry at an absolute path, or undefined. */
  entry(path: string): FileEntry | undefined;
  /** Names directly below a directory, in any order; empty when it is not one here. */
  names(path: string): readonly string[];
  /** Writes below this layer's paths (all of them, or those it says) fail with EROFS. */
  readonly readOnly?: boolean | ((path: string) => boolean);
  /** Paths that may not be written by whoever runs here: EACCES. */
  readonly forbidden?: (path: string) => boolean;
}

/** The written part of a file system, plain data: absolute path to entry; null marks what was removed from a lower layer. */
export type WrittenFiles = Record<string, FileEntry | null>;

/** So many symbolic links are followed in one path. */
const MAX_LINKS = 40;

/**
 * Paths given to methods are absolute and normal (`resolve` makes them so). Symbolic links in them are followed, the last part too unless a
 * method says otherwise. Failures are SysErrors: ENOENT, EISDIR, ...
 */
export class FileSystem {
  private readonly written: WrittenFiles;
  private readonly layers: () => readonly FileLayer[];
  private readonly clock: () => number;
  private readonly user: Owner | undefined;
  /** Permissions that what is made does not get: those of the process at work. */
  umask = 0o022;
  /** Called after each change with the changed path. */
  onChange: ((path: string) => void) | undefined;

  /** `written` is kept and changed in place, so it can live in the world's state. Layers: upper ones first. `user` owns what is made. */
  constructor(written: WrittenFiles, clock: () => number, layers: () => readonly FileLayer[] = () => [], user?: Owner) {
    this.written = written;
    this.clock = clock;
    this.layers = layers;
    this.user = user;
  }

  /** The absolute, normal form of a path as seen from a directory: `.`, `..` and double slashes are gone. */
  resolve(cwd: string, path: string): string {
    const parts: string[] = [];
    for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
      if (part === '' || part === '.') continue;
      if (part === '..') parts.pop();
      else parts.push(part);
    }
    return `/${parts.join('/')}`;
  }

  /** The entry that a path leads to, or undefined. */
  stat(path: string): FileEntry | undefined {
    const entry = this.entryAt(path);
    if (entry && entry.kind !== 'link') return entry; // there without a link in the way: most are
    const real = this.realPath(path);
    return real === undefined ? undefined : this.entryAt(real);
  }

  /** The entry at a path, which may be a link; undefined when there is none. */
  linkStat(path: string): FileEntry | undefined {
    const real = this.realPath(path, false);
    return real === undefined ? undefined : this.entryAt(real);
  }

  /** The path without links in it (its last part too, if `last`); what does not exist stays as it is. Undefined: links lead in a circle. */
  realPath(path: string, last = true): string | undefined {
    const entry = this.entryAt(path);
    // What is behind a link has no entry under the link's name.
    if (entry && !(last && entry.kind === 'link')) return path;
    let rest = path.split('/').filter(Boolean);
    let done = '';
    for (let links = 0; rest.length > 0; ) {
      const next = `${done}/${rest.shift()}`;
      const at = this.entryAt(next);
      if (at?.kind !== 'link' || (rest.length === 0 && !last)) {
        done = next;
        continue;
      }
      if (++links > MAX_LINKS) return undefined;
      rest = [...this.resolve(done, at.text).split('/').filter(Boolean), ...rest];
      done = '';
    }
    return done || '/';
  }

  private entryAt(path: string): FileEntry | undefined {
    if (Object.hasOwn(this.written, path)) return this.written[path] ?? undefined;
    for (const layer of this.layers()) {
      const entry = layer.entry(path);
      if (entry) return entry;
    }
    return path === '/' ? { kind: 'directory', text: '', mode: 0o755, modified: BUILT } : undefined;
  }

  exists(path: string): boolean {
    return this.stat(path) !== undefined;
  }

  isDirectory(path: string): boolean {
    return this.stat(path)?.kind === 'directory';
  }

  read(path: string): string {
    const entry = this.stat(path);
    if (!entry) throw this.missing(path);
    if (entry.kind === 'directory') throw new SysError('EISDIR', path);
    return entry.text;
  }

  /** Writes a whole file, made if missing; its folder must exist. */
  write(given: string, text: string, options: { append?: boolean; mode?: number } = {}): void {
    const path = this.real(given);
    const before = this.stat(path);
    if (before?.kind === 'directory') throw new SysError('EISDIR', path);
    this.requireParent(path);
    this.requireWritable(path);
    const start = options.append && before ? before.text : '';
    const entry = {
      kind: 'file',
      text: start + text,
      mode: options.mode ?? before?.mode ?? 0o666 & ~this.umask,
      modified: this.clock(),
    } as const;
    this.put(path, this.owned(entry, before ? before.owner : this.ownerIn(path)));
  }

  /** Makes a directory; with `parents`, all that are missing, and an existing one is fine. */
  mkdir(given: string, options: { parents?: boolean } = {}): void {
    const path = this.real(given, false);
    const before = this.entryAt(path);
    if (before) {
      if (options.parents && this.isDirectory(path)) return;
      throw new SysError('EEXIST', path);
    }
    if (options.parents) this.mkdir(parentOf(path), options);
    else this.requireParent(path);
    this.requireWritable(path);
    const inherited = (this.stat(parentOf(path))?.mode ?? 0) & SETGID;
    this.put(
      path,
      this.owned({ kind: 'directory', text: '', mode: (0o777 & ~this.umask) | inherited, modified: this.clock() }, this.ownerIn(path)),
    );
  }

  /** Names in a directory, sorted. */
  list(given: string): string[] {
    const path = this.real(given);
    const entry = this.entryAt(path);
    if (!entry) throw this.missing(path);
    if (entry.kind !== 'directory') throw new SysError('ENOTDIR', path);
    const prefix = path === '/' ? '/' : `${path}/`;
    const names = new Set<string>();
    for (const layer of this.layers()) for (const name of layer.names(path)) if (this.entryAt(prefix + name)) names.add(name);
    for (const key of Object.keys(this.written)) {
      if (!key.startsWith(prefix) || key === path || this.written[key] === null) continue;
      const rest = key.slice(prefix.length);
      if (!rest.includes('/')) names.add(rest);
    }
    return [...names].sort();
  }

  /** Removes a file, a link or an empty directory; with `recursive`, all below too. */
  remove(given: string, options: { recursive?: boolean } = {}): void {
    const path = this.real(given, false);
    const entry = this.entryAt(path);
    if (!entry) throw this.missing(path);
    this.requireWritable(path);
    if (entry.kind === 'directory') {
      const names = this.list(path);
      if (names.length > 0 && !options.recursive) throw new SysError('ENOTEMPTY', path);
      for (const name of names) this.remove(path === '/' ? `/${name}` : `${path}/${name}`, options);
    }
    if (this.layers().some((layer) => layer.entry(path))) this.written[path] = null;
    else delete this.written[path];
    this.onChange?.(path);
  }

  /** Moves a file, a link or a directory; an existing file at the target is replaced. */
  rename(givenFrom: string, givenTo: string): void {
    const [from, to] = [this.real(givenFrom, false), this.real(givenTo, false)];
    const entry = this.entryAt(from);
    if (!entry) throw this.missing(from);
    if (from === to) return;
    if (to.startsWith(`${from}/`)) throw new SysError('EINVAL', to);
    if (entry.kind !== 'directory') {
      if (this.entryAt(to)?.kind === 'directory') throw new SysError('EISDIR', to);
      this.requireParent(to);
      this.requireWritable(to);
      const replaced = this.entryAt(to)?.inode;
      if (replaced !== undefined && replaced === entry.inode) return;
      if (this.written[to]) delete this.written[to];
      this.put(to, entry);
    } else {
      this.mkdir(to);
      for (const name of this.list(from)) this.rename(`${from}/${name}`, `${to}/${name}`);
    }
    this.remove(from);
  }

  /** A symbolic link; its target need not exist. */
  symlink(target: string, given: string): void {
    const path = this.real(given, false);
    if (this.entryAt(path)) throw new SysError('EEXIST', path);
    this.requireParent(path);
    this.requireWritable(path);
    this.put(path, this.owned({ kind: 'link', text: target, mode: 0o777, modified: this.clock() }, this.ownerIn(path)));
  }

  /** A second name for a file. */
  link(target: string, given: string): void {
    const [from, path] = [this.real(target, false), this.real(given, false)];
    const entry = this.entryAt(from);
    if (!entry) throw this.missing(from);
    if (entry.kind === 'directory') throw new SysError('EISDIR', from);
    if (this.entryAt(path)) throw new SysError('EEXIST', path);
    this.requireParent(path);
    this.requireWritable(path);
    let inode = entry.inode;
    if (inode === undefined) {
      inode = 1;
      for (const other of Object.values(this.written)) if (other?.inode !== undefined && other.inode >= inode) inode = other.inode + 1;
      this.put(from, { ...entry, inode });
    }
    this.put(path, { ...entry, inode });
  }

  /** All names of the file at a path. */
  namesOf(path: string): string[] {
    const inode = this.entryAt(path)?.inode;
    return inode === undefined ? [path] : Object.keys(this.written).filter((name) => this.written[name]?.inode === inode);
  }

  chmod(path: string, mode: number): void {
    this.change(path, (entry) => ({ ...entry, mode }));
  }

  /** Says when a file was changed last. */
  setTime(path: string, modified: number): void {
    this.change(path, (entry) => ({ ...entry, modified }));
  }

  private change(given: string, changed: (entry: FileEntry) => FileEntry): void {
    const path = this.real(given);
    const entry = this.entryAt(path);
    if (!entry) throw this.missing(path);
    this.requireWritable(path);
    this.put(path, changed(entry));
  }

  private owned(entry: FileEntry, owner: Owner | undefined): FileEntry {
    return owner ? Object.assign(entry, { owner }) : entry;
  }

  /** Who owns what is made at a path: who runs here, with the group of a directory that hands it on. */
  private ownerIn(path: string): Owner | undefined {
    const parent = this.stat(parentOf(path));
    if (!parent?.owner || (parent.mode & SETGID) === 0) return this.user;
    return { uid: this.user?.uid ?? 0, gid: parent.owner.gid };
  }

  private real(path: string, last = true): string {
    const real = this.realPath(path, last);
    if (real === undefined) throw new SysError('ELOOP', path);
    return real;
  }

  private put(path: string, entry: FileEntry): void {
    const before = this.written[path];
    this.written[path] = entry;
    this.onChange?.(path);
    // What is written by one name is there by all others.
    if (before?.inode === undefined || entry.kind !== 'file') return;
    const shared = entry.inode === undefined ? { ...entry, inode: before.inode } : entry;
    for (const [name, other] of Object.entries(this.written)) if (other?.inode === before.inode) this.written[name] = shared;
    this.written[path] = shared;
  }

  private missing(path: string): SysError {
    if (this.realPath(path) === undefined) return new SysError('ELOOP', path);
    for (let parent = parentOf(path); parent !== '/'; parent = parentOf(parent)) {
      const entry = this.stat(parent);
      if (entry) return new SysError(entry.kind !== 'directory' ? 'ENOTDIR' : 'ENOENT', path);
    }
    return new SysError('ENOENT', path);
  }

  private requireParent(path: string): void {
    const parent = this.stat(parentOf(path));
    if (!parent) throw new SysError('ENOENT', path);
    if (parent.kind !== 'directory') throw new SysError('ENOTDIR', path);
  }

  /** Throws SysError where a path cannot be written: EROFS, or EACCES for who runs here. */
  requireWritable(path: string): void {
    for (const layer of this.layers()) {
      const refused =
        typeof layer.readOnly === 'function' ? layer.readOnly(path) : layer.readOnly && (layer.entry(path) || layer.entry(parentOf(path)));
      if (refused) throw new SysError('EROFS', path);
      if (layer.forbidden?.(path)) throw new SysError('EACCES', path);
    }
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}
