/** The near end of exec and attach: joins this process's streams with those of a session in a container. */
import type { RemoteSession } from '../api/types.ts';
import type { Sys } from '../kernel/types.ts';
import type { Invocation } from './invocation.ts';
export interface StreamOptions {
    /** Pass what is typed or piped in on to the container. */
    readonly stdin: boolean;
    /** The container has a terminal, and so have we: keys go there as they are pressed. */
    readonly raw: boolean;
}
/** Whether a TTY that was asked for can be had: stdin must be one. Tells when it cannot. */
export declare function usableTty(invocation: Invocation, stdin: boolean, wanted: boolean, quiet: boolean): Sys<boolean>;
/** Runs a session to its end. Throws Exit with the remote exit code when that is not 0. */
export declare function runSession(invocation: Invocation, session: RemoteSession, { stdin, raw }: StreamOptions): Sys<void>;
