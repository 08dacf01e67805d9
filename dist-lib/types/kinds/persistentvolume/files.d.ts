/** Where the files of persistent volumes are: on a node, below the volume's path, or (network storage) with the volume itself. */
import type { World } from '../../world/world.ts';
import type { PersistentVolume } from '../objects.ts';
export interface VolumePlace {
    /** The slot and the record in it. */
    readonly slot: 'node-files' | 'volume-files';
    readonly key: string;
    /** Path of the volume's root in the record. */
    readonly root: string;
}
/** The place of a volume for a Pod on a node. */
export declare function placeOf({ metadata, spec }: PersistentVolume, node: string): VolumePlace;
/** Forgets all that was written into a volume, on whichever node. */
export declare function removeFiles(world: World, volume: PersistentVolume): void;
