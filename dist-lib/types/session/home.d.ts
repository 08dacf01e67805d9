/** The learner's own files, as a page keeps them from one visit to the next: what lies in the home folder, the shell's history included. */
import type { FileSystem } from '../kernel/files.ts';
/** By path below the home folder: a text with its permissions, or null for a folder. */
export type SavedFiles = Readonly<Record<string, {
    readonly text: string;
    readonly mode: number;
} | null>>;
export declare function saveHome(files: FileSystem): SavedFiles;
/** Puts saved files back. What is no saved file (an old or foreign text) is left out. */
export declare function restoreHome(files: FileSystem, saved: unknown): void;
