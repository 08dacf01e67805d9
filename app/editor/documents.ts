/** The open files of the editor: those of the laptop's file system, and those that a program in a terminal waits for. */
import { create } from 'zustand';
import type { FileSystem } from '../../src/session/index.ts';
import { type EditRequest, useEditRequests } from '../engine/editor.ts';
import { focusTerminal, useEngine } from '../engine/engine.ts';
import { hidePanel, showPanel, usePanels } from '../panels/panels.ts';
import { recall, remember } from '../storage/storage.ts';

export const HOME = '/home/learner';

export interface OpenDocument {
  readonly id: string;
  /** Absolute. */
  readonly path: string;
  /** The machine it is on, where that is not the laptop. */
  readonly machine: string | undefined;
  /** As it is being edited. */
  readonly text: string;
  /** As it was last read or written; undefined: there is no such file (yet, or any more). */
  readonly saved: string | undefined;
  /** The file was written by somebody else after `saved`, and the text differs from both: what to do is the person's choice. */
  readonly conflict: boolean;
  /** Line to begin at, from 1. */
  readonly line: number;
  /** The program that waits for it. */
  readonly request: EditRequest | undefined;
}

interface EditorState {
  readonly documents: readonly OpenDocument[];
  /** The one in front. */
  readonly active: string | undefined;
  /** The list of files is shown. */
  readonly files: boolean;
  /** Changes with every write to the laptop's files. */
  readonly turn: number;
}

export const useDocuments = create<EditorState>()(() => ({ documents: [], active: undefined, files: false, turn: 0 }));

const tree = (): FileSystem => useEngine.getState().cluster.files;
const textOf = (path: string): string | undefined => {
  const entry = tree().stat(path);
  return entry?.kind === 'file' ? entry.text : undefined;
};

export const isChanged = ({ text, saved, request }: OpenDocument): boolean => text !== (request ? request.text : (saved ?? ''));
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
/** `~/web.yaml` for people and shells. */
export const shortPath = (path: string): string => (path.startsWith(`${HOME}/`) ? `~/${path.slice(HOME.length + 1)}` : path);
/** A path as people write it: from the home folder where it is not absolute. */
export const longPath = (typed: string): string => tree().resolve(HOME, typed.trim().replace(/^~(?=\/|$)/, HOME));

function put(document: OpenDocument): void {
  useDocuments.setState(({ documents }) => ({
    documents: documents.some(({ id }) => id === document.id)
      ? documents.map((one) => (one.id === document.id ? document : one))
      : [...documents, document],
    active: document.id,
  }));
}

function change(id: string, part: Partial<OpenDocument>): void {
  useDocuments.setState(({ documents }) => ({ documents: documents.map((one) => (one.id === id ? { ...one, ...part } : one)) }));
}

export const documentOf = (id: string): OpenDocument | undefined => useDocuments.getState().documents.find((one) => one.id === id);

export function activate(id: string): void {
  useDocuments.setState({ active: id });
}

export function showFiles(shown: boolean): void {
  useDocuments.setState({ files: shown });
}

/** Opens a file of the laptop, or brings it forward; one that is not there begins empty. */
export function openFile(path: string, line = 1): void {
  showPanel('editor');
  const known = useDocuments.getState().documents.find((one) => one.path === path && !one.request);
  if (known) return activate(known.id);
  const saved = textOf(path);
  put({ id: `file:${path}`, path, machine: undefined, text: saved ?? '', saved, conflict: false, line, request: undefined });
}

/** Opens a file that is not there yet, with a text; where its name is taken a number is added. */
export function openNew(name: string, text: string): void {
  const path = freePath(longPath(name));
  openFile(path);
  edit(`file:${path}`, text);
}

function freePath(path: string): string {
  const [, base = path, extension = ''] = /^(.*?)(\.[^./]+)?$/.exec(path) ?? [];
  const taken = (candidate: string): boolean =>
    tree().exists(candidate) || useDocuments.getState().documents.some((one) => one.path === candidate && !one.request);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : `${base}-${number}${extension}`;
    if (!taken(candidate)) return candidate;
  }
}

/** Writes a file that came from outside and opens it; one of the same name with another text is kept beside it. */
export function addFile(name: string, text: string): string {
  const wanted = longPath(name.replace(/[\\/]/g, '-'));
  const path = textOf(wanted) === text ? wanted : freePath(wanted);
  tree().write(path, text);
  openFile(path);
  return path;
}

export function edit(id: string, text: string): void {
  change(id, { text });
}

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Writes the file; one that a program waits for is closed with it. Throws SysError where it cannot be written. */
export function save(id: string): void {
  const document = documentOf(id);
  if (!document) return;
  const text = ended(document.text);
  if (document.request) return document.request.done(text);
  const folder = document.path.slice(0, document.path.lastIndexOf('/')) || '/';
  const { saved, conflict } = document;
  change(id, { text, saved: text, conflict: false }); // before the file tells of its change
  try {
    tree().mkdir(folder, { parents: true });
    tree().write(document.path, text);
  } catch (error) {
    change(id, { saved, conflict });
    throw error;
  }
}

/** Takes the text of the file as it is now. */
export function reload(id: string): void {
  const document = documentOf(id);
  const saved = document && textOf(document.path);
  if (saved !== undefined) change(id, { text: saved, saved, conflict: false });
}

/** Closes it; what was not saved is lost. A program that waits for it goes on. */
export function close(id: string): void {
  const document = documentOf(id);
  if (document?.request) document.request.done();
  else remove([id]);
}

function remove(ids: readonly string[]): void {
  const { documents, active } = useDocuments.getState();
  const rest = documents.filter(({ id }) => !ids.includes(id));
  if (rest.length === documents.length) return;
  const at = documents.findIndex(({ id }) => id === active);
  const next = ids.includes(active ?? '') ? (rest[Math.min(at, rest.length - 1)]?.id ?? undefined) : active;
  useDocuments.setState({ documents: rest, active: next });
}

/** Gives a file another name or folder. Throws SysError where that cannot be. */
export function rename(id: string, to: string): void {
  const document = documentOf(id);
  const path = longPath(to);
  if (!document || path === document.path) return;
  if (document.saved !== undefined) {
    tree().mkdir(path.slice(0, path.lastIndexOf('/')) || '/', { parents: true });
    tree().rename(document.path, path);
  }
  remove([`file:${path}`]);
  useDocuments.setState(({ documents }) => ({
    documents: documents.map((one) => (one.id === id ? { ...one, id: `file:${path}`, path } : one)),
    active: `file:${path}`,
  }));
}

/** Removes the file, and closes it. */
export function removeFile(id: string): void {
  const document = documentOf(id);
  if (!document) return;
  remove([id]);
  if (tree().exists(document.path)) tree().remove(document.path);
}

/** Files that shells and kubectl keep for themselves. */
const HIDDEN = /^\./;

/** The files below the home folder, by path from it. */
export function listFiles(): string[] {
  const files = tree();
  const visit = (folder: string): string[] =>
    files.list(folder).flatMap((name) => {
      if (HIDDEN.test(name)) return [];
      const path = `${folder}/${name}`;
      return files.isDirectory(path) ? visit(path) : [path];
    });
  return files.isDirectory(HOME) ? visit(HOME) : [];
}

/** A file was written by somebody else: its text is taken, unless it is being edited. */
function follow(path: string): void {
  for (const document of useDocuments.getState().documents) {
    if (document.request || document.machine || document.path !== path) continue;
    const now = textOf(path);
    if (now === document.saved) continue;
    if (now === undefined) change(document.id, { saved: undefined });
    else if (document.text === document.saved || document.text === now) change(document.id, { text: now, saved: now, conflict: false });
    else change(document.id, { saved: now, conflict: true });
  }
  useDocuments.setState(({ turn }) => ({ turn: turn + 1 }));
}

/** Opens what programs wait for, and closes what they no longer wait for. */
function followRequests(requests: readonly EditRequest[]): void {
  const gone = useDocuments.getState().documents.filter(({ request }) => request && !requests.includes(request));
  remove(gone.map(({ id }) => id));
  for (const request of requests) {
    const id = `request:${request.id}`;
    if (documentOf(id)) continue;
    const machine = request.hostname === 'drydock' ? undefined : request.hostname;
    put({ id, path: request.path, machine, text: request.text, saved: request.text, conflict: false, line: request.line, request });
  }
  if (gone.length === 0) return;
  // The program goes on in its terminal, and so does the person.
  if (useDocuments.getState().documents.length === 0) hidePanel('editor');
  if (!useDocuments.getState().documents.some(({ request }) => request)) {
    if (usePanels.getState().front !== 'terminal') showPanel('terminal');
    requestAnimationFrame(() => requestAnimationFrame(focusTerminal)); // after the page has moved the terminal to its place
  }
}

/** Another cluster has other files: what was not changed goes with the old ones. */
function followCluster(): () => void {
  const { cluster } = useEngine.getState();
  for (const document of useDocuments.getState().documents) {
    if (document.request) continue;
    if (!isChanged(document) && textOf(document.path) === undefined) remove([document.id]);
    else follow(document.path);
  }
  return cluster.onFileChange(follow);
}

/** What a lesson writes is not kept. */
const isLesson = (): boolean => useEngine.getState().scenario.startsWith('lesson:');

/** What was open at the last visit, with texts that were not saved: nothing that somebody wrote is lost by a reload. */
function restoreTabs(): void {
  if (isLesson()) return;
  let kept: unknown;
  try {
    kept = JSON.parse(recall('editor.open') ?? '[]');
  } catch {
    return; // cut off or foreign
  }
  for (const one of Array.isArray(kept) ? kept : []) {
    const { path, text } = one as { path?: unknown; text?: unknown };
    if (typeof path !== 'string' || documentOf(`file:${path}`)) continue;
    const saved = textOf(path);
    if (saved === undefined && typeof text !== 'string') continue;
    const own = typeof text === 'string' ? text : (saved ?? '');
    put({ id: `file:${path}`, path, machine: undefined, text: own, saved, conflict: false, line: 1, request: undefined });
  }
}

/** After a change it waits so long for more of them, ms. */
const REST_MS = 400;
let timer: ReturnType<typeof setTimeout> | undefined;

function keepTabs(): void {
  clearTimeout(timer);
  timer = undefined;
  if (isLesson()) return;
  const own = useDocuments.getState().documents.filter(({ request }) => !request);
  remember('editor.open', JSON.stringify(own.map((one) => ({ path: one.path, ...(isChanged(one) && { text: one.text }) }))));
}

restoreTabs();
useDocuments.subscribe((state, before) => {
  if (state.documents !== before.documents) timer ??= setTimeout(keepTabs, REST_MS);
});
addEventListener('pagehide', () => timer !== undefined && keepTabs());

let unfollow = followCluster();
useEngine.subscribe((state, before) => {
  if (state.cluster === before.cluster) return;
  unfollow();
  unfollow = followCluster();
});
useEditRequests.subscribe(({ requests }) => followRequests(requests));
followRequests(useEditRequests.getState().requests);
