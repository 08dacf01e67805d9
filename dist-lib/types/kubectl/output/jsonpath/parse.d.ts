export declare class JsonPathError extends Error {
}
/** One bound of `[start:end:step]`. */
export interface Bound {
    readonly value: number;
    readonly known: boolean;
    /** Set by the rule that [n] means [n:n+1], not by the text. */
    readonly derived: boolean;
}
export type Node = {
    readonly type: 'text';
    readonly text: string;
} | {
    readonly type: 'number';
    readonly value: number | bigint;
} | {
    readonly type: 'bool';
    readonly value: boolean;
} | {
    readonly type: 'field';
    readonly name: string;
} | {
    readonly type: 'wildcard';
} | {
    readonly type: 'recursive';
} | {
    readonly type: 'slice';
    readonly bounds: readonly [Bound, Bound, Bound];
} | {
    readonly type: 'union';
    readonly paths: readonly (readonly Node[])[];
} | {
    readonly type: 'filter';
    readonly left: readonly Node[];
    readonly operator: string;
    readonly right: readonly Node[];
} | {
    readonly type: 'identifier';
    readonly name: string;
};
/** A template is text and actions in turn; an action is the list of steps between `{` and `}`. */
export type Part = {
    readonly type: 'text';
    readonly text: string;
} | {
    readonly type: 'action';
    readonly nodes: readonly Node[];
};
/** The parts of `text`. Throws JsonPathError in the words of the real parser. */
export declare function parseParts(text: string, depth?: number): Part[];
