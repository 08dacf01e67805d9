export declare class YamlError extends Error {
}
export type TokenType = 'streamEnd' | 'yamlDirective' | 'tagDirective' | 'documentStart' | 'documentEnd' | 'blockSequenceStart' | 'blockMappingStart' | 'blockEnd' | '[' | ']' | '{' | '}' | ',' | 'blockEntry' | 'key' | 'value' | 'alias' | 'anchor' | 'tag' | 'scalar';
export interface Token {
    readonly type: TokenType;
    /** Line where it starts, from 0. */
    readonly line: number;
    /** Text of a scalar, name of an anchor, suffix of a tag. */
    readonly value: string;
    /** Handle of a tag: `!`, `!!`, `!name!`; empty for `!<...>`. */
    readonly handle: string;
    /** A scalar without quotes. */
    readonly plain: boolean;
}
export declare class Scanner {
    private readonly text;
    private at;
    private line;
    private column;
    private readonly tokens;
    /** How many tokens were handed out. */
    private taken;
    private indent;
    private readonly indents;
    private keys;
    private keyAllowed;
    private ended;
    constructor(text: string);
    /** The next token, which stays. */
    peek(): Token;
    take(): Token;
    private get flow();
    private fail;
    private char;
    private isBreak;
    private isBlank;
    private isBlankOrEnd;
    private skip;
    private read;
    /** Takes a line break and gives it as it counts in a scalar. */
    private readBreak;
    private atIndicator;
    private isValid;
    private removeKey;
    private saveKey;
    private add;
    /** Opens a block collection at `column` if that lies further in. */
    private roll;
    private unroll;
    private fetch;
    private startsPlain;
    private toNextToken;
    private end;
    private documentMark;
    private indicator;
    private openFlow;
    private closeFlow;
    private blockEntry;
    private explicitKey;
    private value;
    private anchor;
    private tag;
    private directive;
    private blockScalar;
    /** Blanks and line breaks inside a flow scalar, folded: one break is a blank, more are one break fewer. */
    private fold;
    private quoted;
    private escape;
    private plain;
}
