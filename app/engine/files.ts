/** Keeps the laptop's files from one visit to the next, in this browser. Without storage they last as long as the page. */
import type { Cluster } from '../../src/session/index.ts';
import { recall, remember } from '../storage.ts';

/** After a change it waits so long for more of them, ms. */
const REST_MS = 400;

let timer: ReturnType<typeof setTimeout> | undefined;
let kept: Cluster | undefined;

function save(): void {
  clearTimeout(timer);
  timer = undefined;
  if (kept) remember('files', JSON.stringify(kept.saveFiles()));
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
  if (timer !== undefined) save();
  kept = cluster;
  cluster.keepFiles(saved(), () => {
    timer ??= setTimeout(save, REST_MS);
  });
}

addEventListener('pagehide', () => timer !== undefined && save());
