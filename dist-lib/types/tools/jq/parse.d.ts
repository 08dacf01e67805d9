/** jq's language as a tree, with the messages of its parser. */
import { type Value } from './json.ts';
export type Node = {
    readonly t: 'identity';
} | {
    readonly t: 'const';
    readonly value: Value;
} | {
    readonly t: 'format';
    readonly name: string;
} | {
    readonly t: 'string';
    readonly format: string;
    readonly parts: readonly (string | Node)[];
} | {
    readonly t: 'index';
    readonly of: Node;
    readonly key: Node;
} | {
    readonly t: 'slice';
    readonly of: Node;
    readonly from?: Node;
    readonly to?: Node;
} | {
    readonly t: 'each';
    readonly of: Node;
} | {
    readonly t: 'try';
    readonly body: Node;
    readonly handler?: Node;
} | {
    readonly t: 'call';
    readonly name: string;
    readonly args: readonly Node[];
    readonly at: number;
} | {
    readonly t: 'var';
    readonly name: string;
    readonly at: number;
} | {
    readonly t: 'array';
    readonly body?: Node;
} | {
    readonly t: 'object';
    readonly pairs: readonly (readonly [Node, Node])[];
} | {
    readonly t: 'negate';
    readonly of: Node;
} | {
    readonly t: 'pipe' | 'comma' | 'and' | 'or' | 'alternative';
    readonly left: Node;
    readonly right: Node;
} | {
    readonly t: 'binary' | 'update';
    readonly operator: string;
    readonly left: Node;
    readonly right: Node;
} | {
    readonly t: 'if';
    readonly test: Node;
    readonly then: Node;
    readonly otherwise: Node;
} | {
    readonly t: 'reduce';
    readonly source: Node;
    readonly patterns: readonly Pattern[];
    readonly init: Node;
    readonly update: Node;
} | {
    readonly t: 'foreach';
    readonly source: Node;
    readonly patterns: readonly Pattern[];
    readonly init: Node;
    readonly update: Node;
    readonly extract: Node;
} | {
    readonly t: 'as';
    readonly source: Node;
    readonly patterns: readonly Pattern[];
    readonly body: Node;
} | {
    readonly t: 'def';
    readonly definition: Definition;
    readonly body: Node;
} | {
    readonly t: 'label';
    readonly name: string;
    readonly body: Node;
} | {
    readonly t: 'break';
    readonly name: string;
    readonly at: number;
};
export type Pattern = {
    readonly t: 'name';
    readonly name: string;
} | {
    readonly t: 'array';
    readonly items: readonly Pattern[];
} | {
    readonly t: 'object';
    readonly pairs: readonly {
        readonly key: Node;
        readonly name?: string;
        readonly value?: Pattern;
    }[];
};
export interface Definition {
    readonly name: string;
    /** `f` takes a filter, `$f` a value. */
    readonly params: readonly string[];
    readonly body: Node;
}
export interface Problem {
    readonly message: string;
    /** Where in the program, in characters. */
    readonly at: number;
}
/** A program that cannot be parsed. */
export declare class SyntaxProblem extends Error {
    readonly problems: readonly Problem[];
    constructor(problems: readonly Problem[]);
}
/** Parses a program. Throws SyntaxProblem. */
export declare function parseProgram(source: string): {
    definitions: Definition[];
    main: Node;
};
