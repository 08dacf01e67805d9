/** Runs syntax trees. Every function gives the exit code; control flow out of commands is thrown as `Leave`. */
import type { AndOr, CompoundList, PipelineNode, Statement } from 'unbash';
import type { Sys } from '../kernel/types.ts';
import { type AssignedValue } from './assign.ts';
import { type Shell } from './shell.ts';
export declare function executeList(shell: Shell, list: CompoundList): Sys<number>;
export declare function executeStatement(shell: Shell, statement: Statement): Sys<number>;
export declare function execute(shell: Shell, node: PipelineNode | AndOr): Sys<number>;
/** Prints a failed command's reason; the status is set, or the shell left where bash would. Anything else is thrown on. */
export declare function report(shell: Shell, error: unknown, prefix?: string): Sys<void>;
/** Runs a command by its name: function, builtin or program. */
export declare function invoke(shell: Shell, name: string, args: readonly (string | AssignedValue)[], values?: readonly AssignedValue[], text?: string, only?: 'any' | 'builtin' | 'program' | 'unshadowed'): Sys<number>;
/**
 * Parses and runs a text in this shell: commands up to a syntax error run first, as bash reads line by line. `line` is the
 * number of lines before it in its script.
 */
export declare function runText(shell: Shell, text: string, line?: number, label?: string): Sys<number>;
/** Evaluates `let`-like text; the ArithmeticError carries bash's words. */
export declare function evaluateText(shell: Shell, text: string): bigint;
