/** Word expansion: from a word of the syntax tree to the fields (or the one string, or the pattern) that it stands for. */
import type { Word, WordPart } from 'unbash';
import type { Sys } from '../kernel/types.ts';
import { type Shell } from './shell.ts';
/**
 * A stretch of an expanded word: `literal` is kept as it is, `glob` are unquoted pattern characters, `split` came out of an
 * unquoted expansion and is split at IFS. A `null` between pieces separates fields (`"$@"`).
 */
export type Piece = {
    readonly text: string;
    readonly kind: 'literal' | 'glob' | 'split';
} | null;
/** The fields of several words. */
export declare function expandWords(shell: Shell, words: readonly Word[]): Sys<string[]>;
/** A word where it is not split: assignments, case words, here-strings, redirection targets in scripts. */
export declare function expandText(shell: Shell, word: Word, assignment?: boolean): Sys<string>;
/** A word as a shell pattern: what was quoted in it is escaped. */
export declare function expandPattern(shell: Shell, given: Word): Sys<string>;
/** A word as the right side of `=~`: quoted parts match themselves. */
export declare function expandRegex(shell: Shell, word: Word): Sys<string>;
/** Text with its `$` expansions done and its quotes ordinary: here-document bodies, arithmetic, prompts. */
export declare function expandQuoted(shell: Shell, text: string): Sys<string>;
/** The parts of a here-document's body. */
export declare function expandParts(shell: Shell, parts: readonly WordPart[]): Sys<string>;
/** Arithmetic on text that may hold expansions. */
export declare function arithmetic(shell: Shell, text: string): Sys<bigint>;
/** The key that a subscript word stands for in that array. */
export declare function subscriptKey(shell: Shell, name: string, index: Word): Sys<string>;
export interface PieceOptions {
    /** No fields are made: lists are joined. */
    readonly single?: boolean;
    /** Tildes after colons count too. */
    readonly assignment?: boolean;
}
export declare function pieces(shell: Shell, word: Word, options?: PieceOptions): Sys<Piece[]>;
interface Field {
    text: string;
    pattern: string;
    magic: boolean;
}
/** Field splitting. */
export declare function split(parts: readonly Piece[], ifs: string): Field[];
/** Output of a command without its trailing newlines. */
export declare function commandSubstitution(shell: Shell, text: string, code: string): Sys<string>;
export {};
