import type { FileSystem } from '../../kernel/files.ts';
import type { Sys } from '../../kernel/types.ts';
import { CommandError } from '../errors.ts';
import { type JsonObject } from '../json.ts';
export interface Source {
    /** The path as given (joined with what was found below it), `STDIN`, or a URL. */
    readonly name: string;
    readonly text: string;
}
/** What -f stands for. `single`: exactly one file, so one object is expected back. */
export interface Sources {
    readonly sources: readonly Source[];
    readonly single: boolean;
}
/** Looks at this machine's files. What `look` throws as a CommandError fails the command: the kernel itself passes on its own errors alone. */
export declare function lookAtFiles<T>(look: (tree: FileSystem, cwd: string) => T): Sys<T>;
/** Reads every -f. Throws CommandError for what cannot be read. */
export declare function readSources(filenames: readonly string[], recursive: boolean): Sys<Sources>;
/** An object as it stands in a file. */
export interface Manifest {
    readonly object: JsonObject;
    readonly source: string;
}
/** The objects of a source, in order; empty documents are skipped. `validate` asks for apiVersion and kind in the validator's words. */
export declare function parseManifests({ name, text }: Source, validate: boolean): Manifest[];
/** The text of one file named by a flag (`--patch-file`, `--from-file`). Throws CommandError built by `fail` from the system's words. */
export declare function readFile(path: string, fail: (reason: string) => CommandError): Sys<string>;
