/** Shell variables: values, attributes, scopes. Everything is kept so that it can be copied to a subshell as plain data. */
import type { Process } from '../kernel/types.ts';
/** `flags`: x exported, r readonly, i integer, l lower case, u upper case, n name reference. */
export interface Variable {
    readonly kind: 'text' | 'list' | 'map';
    readonly flags: string;
    /** Of kind text; undefined when declared but not set. */
    readonly text?: string | undefined;
    /** Of kinds list (keys are decimal numbers) and map. */
    readonly items?: Map<string, string>;
}
/** Plain data for a child. */
export type SavedVariable = readonly [
    name: string,
    kind: Variable['kind'],
    flags: string,
    value: string | null | readonly (readonly [string, string])[]
];
export interface Frame {
    readonly name: string;
    /** Values that locals hide; undefined: was not set. */
    readonly hidden: Map<string, Variable | undefined>;
    readonly positional: readonly string[];
}
export declare class ReadonlyError extends Error {
}
export declare class Variables {
    private readonly map;
    readonly frames: Frame[];
    /** Computes special variables that change by themselves (RANDOM, LINENO, ...); undefined for ordinary names. */
    dynamic: (name: string) => string | undefined;
    /** Told when a variable was assigned (RANDOM seeds, PATH, ...). */
    onSet: (name: string, text: string) => void;
    importEnvironment(process: Process): void;
    save(): SavedVariable[];
    load(saved: readonly SavedVariable[]): void;
    /** The name behind name references. */
    private target;
    raw(name: string): Variable | undefined;
    find(name: string): Variable | undefined;
    names(): string[];
    /** The value as `$name` gives it: of an array, item 0. */
    get(name: string): string | undefined;
    item(name: string, key: string): string | undefined;
    /** Keys of an array in bash's order; of a set scalar: 0. */
    keys(name: string): string[];
    values(name: string): string[];
    /** Negative subscripts count from the end. */
    private absolute;
    /** Sets the scalar value (item 0 of an array). */
    set(name: string, text: string, append?: boolean): void;
    setItem(name: string, key: string, text: string, append?: boolean): void;
    /** Replaces all items (or adds behind the last with `append`). Keys undefined: the next index. */
    setItems(name: string, items: readonly (readonly [string | undefined, string])[], append?: boolean): void;
    /** Adds and removes attributes; makes the variable when missing (declared, unset). */
    declare(name: string, change: {
        add?: string;
        remove?: string;
        kind?: Variable['kind'];
    }): void;
    /** False when there was none. */
    unset(name: string, reference?: boolean): boolean;
    unsetItem(name: string, key: string): void;
    /** Exported variables as a new process gets them. */
    environment(): Record<string, string>;
    /** Makes a name local to the function that runs; it starts unset. */
    local(name: string): void;
    push(frame: Frame): void;
    pop(): void;
    /** Puts back what `raw` gave earlier. */
    restore(name: string, before: Variable | undefined): void;
    private requireWritable;
    /** Set by the shell: evaluates the text given to an integer variable. */
    integer: (text: string) => string;
    private shaped;
    private appended;
}
