interface At {
    /** Index in the template's text. */
    readonly at: number;
}
export type Node = At & ({
    readonly type: 'text';
    readonly text: string;
} | {
    readonly type: 'action';
    readonly pipe: Pipe;
} | Branch | {
    readonly type: 'template';
    readonly name: string;
    readonly pipe: Pipe | undefined;
} | {
    readonly type: 'break' | 'continue';
});
export type Branch = At & {
    readonly type: 'if' | 'with' | 'range';
    readonly pipe: Pipe;
    readonly list: readonly Node[];
    readonly otherwise: readonly Node[] | undefined;
};
export type Pipe = At & {
    readonly type: 'pipe';
    /** Variables to declare, or to assign when `assign` is set. */
    readonly variables: readonly string[];
    readonly assign: boolean;
    readonly commands: readonly Command[];
};
export type Command = At & {
    readonly type: 'command';
    readonly args: readonly Operand[];
};
export type Operand = At & ({
    readonly type: 'dot' | 'nil';
} | {
    readonly type: 'bool';
    readonly value: boolean;
} | {
    readonly type: 'string';
    readonly value: string;
    readonly source: string;
}
/** A bigint is an int, a number a float64. */
 | {
    readonly type: 'number';
    readonly value: bigint | number;
    readonly source: string;
} | {
    readonly type: 'identifier';
    readonly name: string;
} | {
    readonly type: 'field';
    readonly names: readonly string[];
} | {
    readonly type: 'variable';
    readonly name: string;
    readonly names: readonly string[];
} | {
    readonly type: 'chain';
    readonly node: Operand;
    readonly names: readonly string[];
} | Pipe);
type AnyNode = Node | Pipe | Command | Operand;
/** `node` as template text. */
export declare function show(node: AnyNode): string;
export {};
