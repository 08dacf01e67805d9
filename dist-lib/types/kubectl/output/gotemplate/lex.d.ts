export declare class GoTemplateError extends Error {
}
export type TokenType = 'error' | 'eof' | 'text' | 'leftDelim' | 'rightDelim' | 'space' | 'keyword' | 'bool' | 'nil' | 'dot' | 'field' | 'identifier' | 'variable' | 'number' | 'charConstant' | 'string' | 'rawString' | 'declare' | 'assign' | 'pipe' | 'leftParen' | 'rightParen' | 'char';
export interface Token {
    readonly type: TokenType;
    /** The text as written; of an error, its message. */
    readonly value: string;
    /** Where it starts. */
    readonly at: number;
}
/** The tokens of `text`; the last one is of type eof or error. */
export declare function lex(text: string): Token[];
