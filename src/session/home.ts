/** The learner's own files, as a page keeps them from one visit to the next: what lies in the home folder, the shell's history included. */
import type { FileSystem } from '../kernel/files.ts';
import { HOME } from './laptop.ts';

/** By path below the home folder: a text with its permissions, where a symbolic link leads, or null for a folder. */
export type SavedFiles = Readonly<Record<string, { readonly text: string; readonly mode: number } | { readonly link: string } | null>>;

/** The kubeconfig belongs to the cluster of the moment: in another one its namespaces do not exist. */
const isKept = (path: string): boolean => path !== '.kube' && !path.startsWith('.kube/');

export function saveHome(files: FileSystem): SavedFiles {
  const saved: Record<string, SavedFiles[string]> = {};
  const visit = (folder: string): void => {
    for (const name of files.list(`${HOME}/${folder}`.replace(/\/$/, ''))) {
      const path = folder + name;
      const entry = files.linkStat(`${HOME}/${path}`);
      if (!entry || !isKept(path)) continue;
      if (entry.kind === 'link') saved[path] = { link: entry.text };
      else saved[path] = entry.kind === 'directory' ? null : { text: entry.text, mode: entry.mode };
      if (entry.kind === 'directory') visit(`${path}/`);
    }
  };
  visit('');
  return saved;
}

/** Puts saved files back. What is no saved file (an old or foreign text) is left out. */
export function restoreHome(files: FileSystem, saved: unknown): void {
  if (typeof saved !== 'object' || saved === null) return;
  for (const [name, entry] of Object.entries(saved)) {
    const path = files.resolve(HOME, name);
    if (!path.startsWith(`${HOME}/`) || !isKept(name)) continue;
    if (entry === null) {
      if (!files.exists(path)) files.mkdir(path, { parents: true });
    } else if (typeof entry === 'object' && typeof entry.link === 'string') {
      const folder = path.slice(0, path.lastIndexOf('/'));
      if (files.linkStat(path) || (files.exists(folder) && !files.isDirectory(folder))) continue;
      files.mkdir(folder, { parents: true });
      files.symlink(entry.link, path);
    } else if (typeof entry === 'object' && typeof entry.text === 'string' && !files.isDirectory(path)) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      if (files.exists(folder) && !files.isDirectory(folder)) continue;
      files.mkdir(folder, { parents: true });
      files.write(path, entry.text, { mode: typeof entry.mode === 'number' ? entry.mode & 0o777 : 0o644 });
    }
  }
}
