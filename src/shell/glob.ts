/** Pathname expansion on a file system. */
import type { FileSystem } from '../kernel/files.ts';
import { hasMagic, matcher } from './pattern.ts';

export interface GlobOptions {
  /** `*` matches names with a leading dot. */
  readonly dots?: boolean;
  /** `**` goes down any number of folders. */
  readonly deep?: boolean;
  readonly ignoreCase?: boolean;
}

/** The existing paths that match, sorted; written as the pattern is (relative stays relative). */
export function globPaths(fs: FileSystem, cwd: string, pattern: string, options: GlobOptions = {}): string[] {
  const absolute = pattern.startsWith('/');
  const segments = pattern.split('/');
  let found = [absolute ? '/' : ''];
  for (const [i, segment] of segments.entries()) {
    if (segment === '' && (i === 0 || i < segments.length - 1)) continue;
    const last = i === segments.length - 1;
    if (segment === '') found = found.filter((path) => path && fs.isDirectory(fs.resolve(cwd, path))).map((path) => `${path}/`);
    else found = found.flatMap((path) => below(fs, cwd, path, segment, last, options));
  }
  return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function below(fs: FileSystem, cwd: string, path: string, segment: string, last: boolean, options: GlobOptions): string[] {
  const join = (name: string): string => (path === '' || path.endsWith('/') ? path + name : `${path}/${name}`);
  if (!hasMagic(segment)) {
    const name = segment.replace(/\\([^])/g, '$1');
    return fs.exists(fs.resolve(cwd, join(name))) ? [join(name)] : [];
  }
  const folder = fs.resolve(cwd, path);
  if (!fs.isDirectory(folder)) return [];
  const names = fs.list(folder);
  if (segment === '**' && options.deep) {
    const visible = names.filter((name) => options.dots || !name.startsWith('.'));
    const folders = visible.filter((name) => fs.isDirectory(fs.resolve(cwd, join(name))));
    const deeper = folders.flatMap((name) => below(fs, cwd, join(name), segment, last, options));
    return last
      ? [...(path === '' ? [] : [`${path.replace(/\/$/, '')}/`]), ...visible.map(join), ...deeper.filter((p) => !p.endsWith('/'))]
      : [path, ...deeper];
  }
  const matches = matcher(segment, options);
  return names
    .filter((name) => (!name.startsWith('.') || segment.startsWith('.') || segment.startsWith('\\.') || options.dots) && matches(name))
    .filter((name) => last || fs.isDirectory(fs.resolve(cwd, join(name))))
    .map(join);
}
