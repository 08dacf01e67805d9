export interface FileEntry {
    readonly kind: 'file' | 'directory';
    /** File contents; empty for directories. */
    readonly text: string;
    /** Permission bits, as in 0o644. */
    readonly mode: number;
    /** Last change, virtual milliseconds. */
    readonly modified: number;
}
/** Read-only files that lie under the written ones: an image's layer, or a volume that changes with the cluster. */
export interface FileLayer {
    /** The entry at an absolute path, or undefined. */
    entry(path: string): FileEntry | undefined;
    /** Names directly below a directory, in any order; empty when it is not one here. */
    names(path: string): readonly string[];
    /** Writes below this layer's paths (all of them, or those it says) fail with EROFS. */
    readonly readOnly?: boolean | ((path: string) => boolean);
}
/** The written part of a file system, plain data: absolute path to entry; null marks what was removed from a lower layer. */
export type WrittenFiles = Record<string, FileEntry | null>;
/** Paths given to methods are absolute and normal (`resolve` makes them so). Failures are SysErrors: ENOENT, EISDIR, ... */
export declare class FileSystem {
    private readonly written;
    private readonly layers;
    private readonly clock;
    /** Called after each change with the changed path. */
    onChange: ((path: string) => void) | undefined;
    /** `written` is kept and changed in place, so it can live in the world's state. Layers: upper ones first. */
    constructor(written: WrittenFiles, clock: () => number, layers?: () => readonly FileLayer[]);
    /** The absolute, normal form of a path as seen from a directory: `.`, `..` and double slashes are gone. */
    resolve(cwd: string, path: string): string;
    /** The entry, or undefined. */
    stat(path: string): FileEntry | undefined;
    exists(path: string): boolean;
    isDirectory(path: string): boolean;
    read(path: string): string;
    /** Writes a whole file, made if missing; its folder must exist. */
    write(path: string, text: string, options?: {
        append?: boolean;
        mode?: number;
    }): void;
    /** Makes a directory; with `parents`, all that are missing, and an existing one is fine. */
    mkdir(path: string, options?: {
        parents?: boolean;
    }): void;
    /** Names in a directory, sorted. */
    list(path: string): string[];
    /** Removes a file or an empty directory; with `recursive`, all below too. */
    remove(path: string, options?: {
        recursive?: boolean;
    }): void;
    /** Moves a file or directory; an existing file at the target is replaced. */
    rename(from: string, to: string): void;
    chmod(path: string, mode: number): void;
    private put;
    private missing;
    private requireParent;
    private requireWritable;
}
