/** Sessions in containers: exec starts a program there, attach joins the one that runs. */
import type { RemoteSession } from '../api/types.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Random } from '../world/random.ts';
import type { ContainerInput } from './containers.ts';
import type { Logs } from './logs.ts';
import { type ContainerState, type PodState } from './state.ts';
export interface ExecOptions {
    readonly command: readonly string[];
    readonly stdin: boolean;
    readonly tty: boolean;
}
/** Runs a command in a running container. What cannot be started ends the session with a message. */
export declare function execSession(kernel: Kernel, random: Random, state: PodState, container: ContainerState, options: ExecOptions): RemoteSession;
/** Joins the output of a running container, and its input where it has one. `once`: its input ends with this session (stdinOnce). */
export declare function attachSession(logs: Logs, logId: string, input: ContainerInput | undefined, once: boolean): RemoteSession;
