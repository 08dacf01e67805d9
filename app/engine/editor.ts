/** The files that programs in terminals wait to have edited (`vi`, `nano`, `code`, `kubectl edit`), first come first. */
import { create } from 'zustand';
import type { Cluster, EditorRequest } from '../../src/session/index.ts';

export interface OpenFile extends EditorRequest {
  readonly id: number;
  /** Ends the editing: with the text to be saved, or without one. The program goes on. */
  readonly done: (saved?: string) => void;
}

export const useOpenFiles = create<{ readonly files: readonly OpenFile[] }>()(() => ({ files: [] }));

let next = 1;

/** Lets a cluster's programs open files in the page. */
export function editFilesOf(cluster: Cluster): void {
  useOpenFiles.setState({ files: [] });
  cluster.onEdit((file, done) => {
    const id = next++;
    const close = (): void => useOpenFiles.setState(({ files }) => ({ files: files.filter((one) => one.id !== id) }));
    const opened: OpenFile = {
      ...file,
      id,
      done: (saved) => {
        close();
        done(saved);
      },
    };
    useOpenFiles.setState(({ files }) => ({ files: [...files, opened] }));
    return close;
  });
}
