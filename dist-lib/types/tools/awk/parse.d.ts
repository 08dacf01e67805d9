export type Expr = {
    readonly k: 'number';
    readonly value: number;
} | {
    readonly k: 'string';
    readonly value: string;
} | {
    readonly k: 'regex';
    readonly source: string;
} | Lvalue | {
    readonly k: 'assign';
    readonly op: string;
    readonly target: Lvalue;
    readonly value: Expr;
} | {
    readonly k: 'cond';
    readonly test: Expr;
    readonly yes: Expr;
    readonly no: Expr;
} | {
    readonly k: 'and' | 'or';
    readonly left: Expr;
    readonly right: Expr;
} | {
    readonly k: 'in';
    readonly keys: readonly Expr[];
    readonly array: string;
} | {
    readonly k: 'match';
    readonly negated: boolean;
    readonly left: Expr;
    readonly right: Expr;
} | {
    readonly k: 'binary';
    readonly op: string;
    readonly left: Expr;
    readonly right: Expr;
} | {
    readonly k: 'unary';
    readonly op: string;
    readonly value: Expr;
} | {
    readonly k: 'step';
    readonly by: number;
    readonly before: boolean;
    readonly target: Lvalue;
} | {
    readonly k: 'list';
    readonly items: readonly Expr[];
} | {
    readonly k: 'builtin';
    readonly name: string;
    readonly args: readonly Expr[];
    readonly line: number;
} | {
    readonly k: 'call';
    readonly name: string;
    readonly args: readonly Expr[];
    readonly line: number;
} | {
    readonly k: 'getline';
    readonly target: Lvalue | undefined;
    readonly file?: Expr;
    readonly command?: Expr;
};
export type Lvalue = {
    readonly k: 'var';
    readonly name: string;
} | {
    readonly k: 'field';
    readonly index: Expr;
} | {
    readonly k: 'element';
    readonly array: string;
    readonly keys: readonly Expr[];
};
export type Statement = {
    readonly k: 'block';
    readonly body: readonly Statement[];
} | {
    readonly k: 'expr';
    readonly value: Expr;
} | {
    readonly k: 'print';
    readonly formatted: boolean;
    readonly args: readonly Expr[];
    readonly redirect?: {
        readonly op: string;
        readonly to: Expr;
    };
} | {
    readonly k: 'if';
    readonly test: Expr;
    readonly yes: Statement;
    readonly no?: Statement;
} | {
    readonly k: 'while';
    readonly test: Expr;
    readonly body: Statement;
    readonly first: boolean;
} | {
    readonly k: 'for';
    readonly start?: Statement;
    readonly test?: Expr;
    readonly next?: Statement;
    readonly body: Statement;
} | {
    readonly k: 'forin';
    readonly name: string;
    readonly array: string;
    readonly body: Statement;
} | {
    readonly k: 'jump';
    readonly to: 'break' | 'continue' | 'next' | 'nextfile';
} | {
    readonly k: 'exit' | 'return';
    readonly value?: Expr;
} | {
    readonly k: 'delete';
    readonly array: string;
    readonly keys: readonly Expr[] | undefined;
};
export interface Rule {
    readonly kind: 'BEGIN' | 'END' | 'pattern';
    readonly pattern?: Expr;
    readonly end?: Expr;
    /** Missing: print the record. */
    readonly action?: Statement;
}
export interface AwkFunction {
    readonly params: readonly string[];
    readonly body: Statement;
}
export interface AwkProgram {
    readonly rules: readonly Rule[];
    readonly functions: ReadonlyMap<string, AwkFunction>;
}
export declare function parseAwk(source: string): AwkProgram;
