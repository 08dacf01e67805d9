/** exec and attach */
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody } from '../cli/command.ts';
import type { Invocation } from '../invocation.ts';
import { type JsonObject } from '../json.ts';
import type { Container } from '../podspec.ts';
export declare const exec: CommandBody;
/** The Pod that `POD` or `TYPE/NAME` means. */
export declare function podFor(invocation: Invocation, resource: string, what: string): Sys<JsonObject>;
export interface ConnectOptions {
    readonly command?: readonly string[];
    readonly stdin: boolean;
    /** With a terminal on both ends. */
    readonly raw: boolean;
}
/** Starts exec or attach in a container and stays until it ends. */
export declare function connect(invocation: Invocation, pod: JsonObject, container: Container, subresource: 'exec' | 'attach', { command, stdin, raw }: ConnectOptions): Sys<void>;
export declare const RECORDED = "All commands and output from this session will be recorded in container logs, including credentials and sensitive information passed through the command prompt.";
export declare const PRESS_ENTER = "If you don't see a command prompt, try pressing enter.";
export declare const attach: CommandBody;
/** Attaches as `attach` and `run -i` do, with their words around it. */
export declare function attachTo(invocation: Invocation, pod: JsonObject, container: Container, stdin: boolean, wantsTty: boolean, quiet: boolean): Sys<void>;
