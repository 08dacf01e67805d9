/** Pathname expansion on a file system. */
import type { FileSystem } from '../kernel/files.ts';
export interface GlobOptions {
    /** `*` matches names with a leading dot. */
    readonly dots?: boolean;
    /** `**` goes down any number of folders. */
    readonly deep?: boolean;
    readonly ignoreCase?: boolean;
}
/** The existing paths that match, sorted; written as the pattern is (relative stays relative). */
export declare function globPaths(fs: FileSystem, cwd: string, pattern: string, options?: GlobOptions): string[];
