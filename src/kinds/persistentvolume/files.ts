/** Where the files of persistent volumes are: on a node, below the volume's path, or (network storage) with the volume itself. */
import type { World } from '../../world/world.ts';
import type { PersistentVolume } from '../objects.ts';

/** Written files by path; null hides a file that lies below. Of the kernel's kind WrittenFiles, which this layer does not know. */
type Files = Record<string, unknown>;

export interface VolumePlace {
  /** The slot and the record in it. */
  readonly slot: 'node-files' | 'volume-files';
  readonly key: string;
  /** Path of the volume's root in the record. */
  readonly root: string;
}

/** The place of a volume for a Pod on a node. */
export function placeOf({ metadata, spec }: PersistentVolume, node: string): VolumePlace {
  const path = spec.hostPath?.path ?? spec.local?.path;
  if (path !== undefined) return { slot: 'node-files', key: node, root: path.replace(/\/+$/, '') };
  return { slot: 'volume-files', key: metadata.uid, root: '' };
}

/** Forgets all that was written into a volume, on whichever node. */
export function removeFiles(world: World, volume: PersistentVolume): void {
  const { slot, root, key } = placeOf(volume, '');
  const all = world.slot<Record<string, Files>>(slot, () => ({}));
  for (const [record, files] of Object.entries(all)) {
    if (slot === 'volume-files' && record !== key) continue;
    for (const path of Object.keys(files)) if (path.startsWith(`${root}/`)) delete files[path];
  }
}
