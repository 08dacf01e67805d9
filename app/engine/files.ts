/** Keeps the laptop's files from one visit to the next, in this browser. Without storage they last as long as the page. */
import type { Cluster } from '../../src/session/index.ts';
import { recall, remember } from '../storage/storage.ts';

/** After a change it waits so long for more of them, ms. */
const REST_MS = 400;

let timer: ReturnType<typeof setTimeout> | undefined;
let kept: Cluster | undefined;
/** Files that are not in that cluster and are kept all the same. */
let others: object = {};

function save(): void {
  clearTimeout(timer);
  timer = undefined;
  if (kept) remember('files', JSON.stringify({ ...others, ...kept.saveFiles() }));
}

function saved(): unknown {
  try {
    return JSON.parse(recall('files') ?? 'null');
  } catch {
    return null; // cut off or foreign: begin afresh
  }
}

/** Gives a fresh cluster's laptop the files of before, and saves them from now on. */
export function keepFiles(cluster: Cluster): void {
  follow(cluster, saved());
}

/** Saves the files of a session that goes on, beside those of before: it may have begun as somebody else's. */
export function keepFilesOfSession(cluster: Cluster): void {
  const before = saved();
  follow(cluster, undefined, typeof before === 'object' && before !== null ? before : {});
  save();
}

function follow(cluster: Cluster, files: unknown, beside: object = {}): void {
  if (timer !== undefined) save();
  kept = cluster;
  others = beside;
  cluster.keepFiles(files, () => {
    timer ??= setTimeout(save, REST_MS);
  });
}

addEventListener('pagehide', () => timer !== undefined && save());
