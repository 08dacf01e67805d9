/** Shell text to a syntax tree, with bash's view of what is wrong with it. The grammar is unbash's. */
import type { ParsedScript, SyntaxNode, Word } from 'unbash';
/** `unfinished`: more lines could complete it. `wanted` is the missing quote or here-document word, where there is one. */
export type Problem = {
    readonly kind: 'unfinished';
    readonly pos: number;
    readonly message: string;
    readonly wanted?: string;
} | {
    readonly kind: 'syntax';
    readonly pos: number;
    readonly message: string;
};
export interface Parsed {
    readonly source: string;
    readonly script: ParsedScript;
    readonly problem: Problem | undefined;
}
/** Parses a whole text. Never throws. */
export declare function parse(source: string): Parsed;
/** Calls back for the node and everything below it. */
export declare function visit(node: SyntaxNode, callback: (node: SyntaxNode) => void): void;
/** True when a line ends in a backslash, so that the next one continues it. */
export declare function continues(text: string): boolean;
/** The text of a node as it can be parsed alone: with the bodies of here-documents that begin in it and end behind it. */
export declare function textOf(source: string, node: SyntaxNode): string;
/** One word from text that a lexer has already found to be one (after brace expansion, in an array subscript). */
export declare function parseWord(text: string): Word;
/** Text of a here-document in which nothing expands (the parser leaves it as it stands): backslashes still quote what they quote there. */
export declare function unescaped(text: string): string;
/** Text that expands as in double quotes, quotes themselves being ordinary: here-document bodies, arithmetic, prompts. */
export declare function parseQuoted(text: string): Word;
