/** The grammar of bc: a program becomes a tree. */
export type Expression = {
    readonly kind: 'number';
    readonly text: string;
} | {
    readonly kind: 'name';
    readonly name: string;
} | {
    readonly kind: 'item';
    readonly name: string;
    readonly index: Expression;
} | {
    readonly kind: 'call';
    readonly name: string;
    readonly args: readonly Expression[];
} | {
    readonly kind: 'assign';
    readonly target: Target;
    readonly operator: string;
    readonly value: Expression;
} | {
    readonly kind: 'step';
    readonly target: Target;
    readonly by: 1 | -1;
    readonly after: boolean;
} | {
    readonly kind: 'unary';
    readonly operator: '-' | '!';
    readonly value: Expression;
} | {
    readonly kind: 'binary';
    readonly operator: string;
    readonly left: Expression;
    readonly right: Expression;
};
export type Target = Extract<Expression, {
    kind: 'name' | 'item';
}>;
export type Statement = {
    readonly kind: 'expression';
    readonly value: Expression;
    readonly silent: boolean;
} | {
    readonly kind: 'text';
    readonly text: string;
} | {
    readonly kind: 'print';
    readonly items: readonly (string | Expression)[];
} | {
    readonly kind: 'if';
    readonly test: Expression;
    readonly then: Statement;
    readonly otherwise: Statement | undefined;
} | {
    readonly kind: 'loop';
    readonly first?: Expression | undefined;
    readonly test?: Expression | undefined;
    readonly last?: Expression | undefined;
    readonly body: Statement;
} | {
    readonly kind: 'block';
    readonly statements: readonly Statement[];
} | {
    readonly kind: 'define';
    readonly name: string;
    readonly parameters: readonly string[];
    readonly locals: readonly string[];
    readonly body: Statement;
} | {
    readonly kind: 'return';
    readonly value: Expression | undefined;
} | {
    readonly kind: 'leave';
    readonly word: 'break' | 'continue' | 'quit' | 'halt';
};
export declare class BcSyntaxError extends Error {
}
export declare class Parser {
    private readonly tokens;
    private at;
    private depth;
    constructor(source: string);
    /** The next statements, up to the end of a line; undefined at the end. */
    line(): Statement[] | undefined;
    /** Goes on behind the line of a mistake. */
    skipLine(): void;
    private is;
    private take;
    private wrong;
    private need;
    private lines;
    private statement;
    private oneStatement;
    private condition;
    private names;
    private definition;
    private expression;
    private unary;
    private postfix;
    private primary;
}
