import type { FileLayer, WrittenFiles } from '../kernel/files.ts';
import type { Pod } from '../kinds/objects.ts';
import type { Container } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import { type FieldSource } from './fields.ts';
import { type PodState } from './state.ts';
export interface MountedFiles {
    /** The files below, with each mount hiding what is at its path. */
    readonly over: (below: FileLayer) => FileLayer;
    /** The written part of the container's files: its own, with writable volumes shared between containers. */
    readonly written: (own: WrittenFiles) => WrittenFiles;
}
/** The volumes of a container, as a layer above the image's files. */
export declare function mountedFiles(world: World, pod: Pod, state: PodState, container: Container): MountedFiles;
/** Why a volume of the Pod cannot be set up yet, in the words of the FailedMount event; undefined when all can. */
export declare function mountError(source: FieldSource): string | undefined;
