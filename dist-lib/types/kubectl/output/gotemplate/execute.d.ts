import { type Node } from './nodes.ts';
export interface Program {
    /** The template's name in messages. */
    readonly name: string;
    readonly text: string;
    readonly templates: ReadonlyMap<string, readonly Node[]>;
}
/** Go decodes every JSON number into a float64, which here is a number; missing fields become `<no value>` when allowed. */
export declare class Execution {
    /** What was printed, up to the error if there was one. */
    output: string;
    private readonly program;
    private readonly allowMissingKeys;
    private template;
    private variables;
    private node;
    private depth;
    private steps;
    constructor(program: Program, allowMissingKeys: boolean);
    run(data: unknown): void;
    private fail;
    private print;
    private step;
    private walkList;
    private walk;
    private ifOrWith;
    private range;
    private call;
    private assign;
    private pipeline;
    private command;
    /** The value of an operand; `hasArguments` when it stands where only a function could. */
    private operand;
    private fields;
    private field;
    private function;
    /** Go reports a failed call at the whole command. */
    private failCall;
    private argument;
    private asString;
}
