/** The folder of a node whose manifests its kubelet runs as static Pods, and the timer that has it look there. */
import type { World } from '../world/world.ts';
import { nodeFiles } from './node-files.ts';
import { draw, TIMING } from './timing.ts';

/** The timer's name; its key is the node. */
export const STATIC_PODS = 'static-pods';
/** The kubelet's staticPodPath. */
export const MANIFESTS = '/etc/kubernetes/manifests';

/** Name and text of each manifest, in order of names; files whose names begin with a dot are none. */
export function manifestsOf(world: World, node: string): [name: string, text: string][] {
  return Object.entries(nodeFiles(world, node))
    .flatMap(([path, entry]): [string, string][] => {
      const name = path.startsWith(`${MANIFESTS}/`) ? path.slice(MANIFESTS.length + 1) : '';
      return name !== '' && !/^\.|\//.test(name) && entry?.kind === 'file' ? [[name, entry.text]] : [];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A file of a node changed: its kubelet looks at its manifests a moment later, if it is one of them. */
export function nodeFileChanged(world: World, node: string, path: string): void {
  if (path.startsWith(MANIFESTS)) world.timers.set(STATIC_PODS, node, world.now + draw(world.random, TIMING.manifests));
}
