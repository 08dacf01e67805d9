import type { Errno, Signal } from './types.ts';
/** A failed system call. `message` is strerror's text, so `${path}: ${error.message}` reads as real tools print it. */
export declare class SysError extends Error {
    readonly errno: Errno;
    readonly path: string | undefined;
    /** With EINTR: the caught signal. */
    readonly signal: Signal | undefined;
    constructor(errno: Errno, path?: string, signal?: Signal);
}
