import type { Sys } from '../kernel/types.ts';
import { type Call, type Tool } from './tool.ts';
/**
 * Runs a command as a child to its end and returns its exit code; 127 with a message when there is no such program.
 * `input` is the descriptor that it reads from (default: the caller's own).
 */
export declare function runCommand(call: Call, argv: readonly string[], { env, input, quoted }?: {
    env?: Readonly<Record<string, string>>;
    input?: number;
    quoted?: boolean;
}): Sys<number>;
export declare const env: Tool;
export declare const printenv: Tool;
export declare const xargs: Tool;
/** Milliseconds of `1.5`, `2m`, `infinity`; undefined when it is no interval. */
export declare function parseInterval(text: string): number | undefined;
export declare const sleepTool: Tool;
export declare const timeout: Tool;
/** Runs a command with both its outputs in one string: what watch shows. */
export declare function capture(call: Call, argv: readonly string[]): Sys<{
    text: string;
    code: number;
}>;
