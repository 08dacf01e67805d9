import { type Filter } from './machine.ts';
import type { Definition, Node, Problem } from './parse.ts';
export declare class Compiler {
    readonly problems: Problem[];
    private readonly prelude;
    private readonly builtins;
    constructor();
    /** A whole program with global variables. The run's scope starts with their values, in the same order. */
    program(main: Node, definitions: readonly Definition[], variables: readonly string[]): Filter;
    /** `tail`: what the filter gives is what the function around it gives, so that a call there needs no way back. */
    private compile;
    private find;
    private undefined;
    private variable;
    private define;
    /** The body with its parameters in scope: filters first, then the values of those with `$`. */
    private functionBody;
    private call;
    private text;
    private sliceKey;
    private index;
    private each;
    private guarded;
    private object;
    private loop;
    /** Assignments: `=`, `|=` and those with an operator. */
    private update;
    /** What binds a pattern's names. Of several patterns (`?//`) the first whose body does not fail counts; all have all names. */
    private binder;
    private matcher;
}
