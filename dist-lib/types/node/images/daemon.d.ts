import type { Process, Signal, Sys } from '../../kernel/types.ts';
/** What programs of an image ask of the node they run on (device `container`). */
export type ContainerRequest = ListenRequest | UseRequest;
export interface ListenRequest {
    readonly op: 'listen';
    readonly port: number;
    readonly server: string;
    readonly args: Readonly<Record<string, unknown>>;
    readonly protocol?: 'TCP' | 'UDP';
    readonly tls?: boolean;
}
/** How much the container uses from now on, above what its image always does. */
export interface UseRequest {
    readonly op: 'use';
    /** Cores. */
    readonly cpu: number;
    /** Bytes. More than the container's limit gets it killed. */
    readonly memory: number;
}
/** Says how much the container uses from now on. */
export declare function use(load: {
    readonly cpu: number;
    readonly memory: number;
}): Sys<boolean>;
/** Opens a port for a server of `servers.ts`. False when another program of the Pod has it. */
export declare function listen(port: number, server: string, args?: Readonly<Record<string, unknown>>): Sys<boolean>;
/** Sleeps until one of the signals comes; returns it. */
export declare function awaitSignal(caught: readonly Signal[], ms?: number): Sys<Signal | undefined>;
/** Goes on as another program, with this process. */
export declare function exec(process: Process, argv: readonly string[]): Sys<number>;
