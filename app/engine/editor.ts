/** The files that programs in terminals have edited (`vi`, `nano`, `code --wait`, `kubectl edit`): each waits until its file is closed. */
import { create } from 'zustand';
import type { Cluster, EditorRequest } from '../../src/session/index.ts';
import { hidePanel, showPanel } from '../panels/panels.ts';

export interface EditRequest extends EditorRequest {
  readonly id: number;
  /** Ends the editing: with the text to be saved, or without one. The program goes on. */
  readonly done: (saved?: string) => void;
}

export const useEditRequests = create<{ readonly requests: readonly EditRequest[] }>()(() => ({ requests: [] }));

let next = 1;

/** Lets a cluster's programs open files in the page. */
export function editFilesOf(cluster: Cluster): void {
  useEditRequests.setState({ requests: [] });
  cluster.onEdit((file, done) => {
    showPanel('editor');
    if (!file.wait) {
      void openLater(file).finally(() => done());
      return () => {};
    }
    const id = next++;
    const close = (): void => useEditRequests.setState(({ requests }) => ({ requests: requests.filter((one) => one.id !== id) }));
    const request: EditRequest = {
      ...file,
      id,
      done: (saved) => {
        close();
        done(saved);
      },
    };
    useEditRequests.setState(({ requests }) => ({ requests: [...requests, request] }));
    return close;
  });
}

/** Without the panel's code (no network) it is closed again: the program tells nothing, as `code` does not wait. */
async function openLater({ folder, path, line }: EditorRequest): Promise<void> {
  try {
    const { openFile, showFiles } = await import('../editor/documents.ts');
    if (folder) showFiles(true);
    else openFile(path, line);
  } catch {
    hidePanel('editor');
  }
}
