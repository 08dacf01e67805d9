export type Resolved = {
    readonly tag: 'null';
    readonly value: null;
} | {
    readonly tag: 'bool';
    readonly value: boolean;
} | {
    readonly tag: 'int' | 'float';
    readonly value: number;
} | {
    readonly tag: 'timestamp' | 'str';
    readonly value: string;
};
/** The type and value of a plain scalar; times stay text. */
export declare function resolve(text: string): Resolved;
/** False for text that must be quoted to stay text: Go's yaml, or another reader, would take it for something else. */
export declare function readsAsString(text: string): boolean;
