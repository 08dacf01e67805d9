import type { Sys } from '../kernel/types.ts';
import type { Shell } from './shell.ts';
export interface Candidate {
    readonly value: string;
    readonly description?: string;
    /** More is typed right after it (`deployment/`, `--output=`): no blank follows. */
    readonly open?: boolean;
}
export interface CompletionRequest {
    /** The command and its arguments, without quotes and aliases; the last is the one being typed, up to the cursor. */
    readonly words: readonly string[];
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
}
/** Candidates for the last word; those that do not begin with it are left out. Undefined: complete file names. */
export type Completer = (request: CompletionRequest) => Sys<readonly Candidate[] | undefined>;
/** Says how the arguments of a command are completed. */
export declare function registerCompleter(name: string, completer: Completer): void;
/** What is completed: the text from `start` to the cursor, and what it could become. */
export interface Completion {
    readonly start: number;
    readonly candidates: readonly Candidate[];
    /** Inserted text must be quoted for this context. */
    readonly quote: '' | '"' | "'";
    /** The unquoted word so far. */
    readonly word: string;
}
interface Context {
    readonly words: string[];
    readonly start: number;
    readonly quote: '' | '"' | "'";
    /** A file name is expected: behind `<` or `>`. */
    readonly redirect: boolean;
}
/** The words of the simple command that the cursor is in. */
export declare function contextOf(text: string): Context;
/** What could stand at the cursor of this text (all before the cursor). */
export declare function complete(shell: Shell, text: string): Sys<Completion>;
/** Paths that begin with the word; folders stay open for more. */
export declare function fileNames(shell: Shell, word: string, foldersOnly?: boolean): Sys<readonly Candidate[]>;
export {};
