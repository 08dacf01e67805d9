import type { ExitStatus, Machine, Program } from '../kernel/types.ts';
import type { Pod } from '../kinds/objects.ts';
import type { Container } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import { type ResolvedImage } from './images/image.ts';
import { type ContainerState, type PodState } from './state.ts';
export interface MachineOptions {
    readonly world: World;
    readonly pod: Pod;
    readonly state: PodState;
    readonly container: ContainerState;
    readonly spec: Container;
    readonly image: ResolvedImage;
    /** Generic programs by name. */
    readonly programs: Readonly<Record<string, Program>>;
    readonly onExit: (status: ExitStatus) => void;
}
export declare function containerMachine({ world, pod, state, container, spec, image, programs, onExit }: MachineOptions): Machine;
/** Why a command cannot be started, in the runtime's words; undefined when it can. */
export declare function startError(machine: Machine, command: string): string | undefined;
export declare const CLUSTER_DNS = "10.96.0.10";
/** The names and servers that a Pod's resolver uses. */
export declare function dnsConfig(world: World, pod: Pod): {
    readonly servers: readonly string[];
    readonly search: readonly string[];
    readonly options: readonly string[];
};
