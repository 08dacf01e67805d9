/** Command line options as getopt_long reads them, with its messages. */
import { type Call, Failure } from './tool.ts';
export interface Options {
    readonly operands: readonly string[];
    /** Was the option given? */
    has(name: string): boolean;
    /** Its last argument. */
    get(name: string): string | undefined;
    /** Its arguments in order. */
    all(name: string): readonly string[];
    /** All options in order, as [key, argument]. */
    readonly given: readonly (readonly [string, string])[];
}
export interface OptionRules {
    /** Exit code of a usage error. */
    readonly code?: number;
    /** Options end at the first operand (env, xargs, timeout). */
    readonly stop?: boolean;
    /** `-5` is this option with the argument 5. */
    readonly digits?: string;
    /** What follows the first line of a usage error, instead of `Try ...`. */
    readonly hint?: string;
    /** Arguments to read instead of the call's. */
    readonly args?: readonly string[];
}
/**
 * @param spec options apart by spaces: names apart by commas, the first is the key; `:` takes an argument, `::` may take one.
 *   `n,lines: c,bytes: q,quiet,silent color::`
 */
export declare function options(call: Call, spec: string, rules?: OptionRules): Options;
/** The message of a wrong use, with the line that says where help is. */
export declare function usageError(call: Call, message: string, hint?: string): string;
/** Ends the tool for want of an operand, as GNU tools say it. */
export declare function missingOperand(call: Call, after?: string, code?: number): Failure;
export declare function extraOperand(call: Call, operand: string, code?: number): Failure;
/** A count with a size suffix (`10`, `2k`, `1M`); undefined when it is none. */
export declare function parseCount(text: string): number | undefined;
