/** Tokens of awk's language. */
import { Failure } from '../tool.ts';
export interface Token {
    readonly kind: 'number' | 'string' | 'regex' | 'name' | 'call' | 'builtin' | 'keyword' | 'sign' | 'newline' | 'end';
    readonly text: string;
    readonly line: number;
    /** Numbers: their value. */
    readonly value?: number;
}
export declare const BUILTINS: Set<string>;
/** Backslash sequences of a string as awk reads them; unknown ones keep their backslash. */
export declare function unescape(text: string): string;
export declare function syntaxError(token: Token): Failure;
export declare function tokenize(source: string): Token[];
