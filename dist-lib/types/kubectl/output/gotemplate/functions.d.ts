/** An error that a function returns: the caller adds which function, and where. */
export declare class FunctionError extends Error {
}
export interface TemplateFunction {
    /** The fewest arguments, and the most. */
    readonly min: number;
    readonly max: number;
    /** The function asks for a string in its first argument. */
    readonly stringFirst?: boolean;
    readonly run: (args: readonly unknown[]) => unknown;
}
/** `and` and `or` are evaluated by the caller, who stops at the first argument that decides. */
export declare const FUNCTIONS: ReadonlyMap<string, TemplateFunction>;
/** What `if` takes for true: all but false, 0, nil and what is empty. */
export declare function isTrue(value: unknown): boolean;
