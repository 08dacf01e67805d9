/** One run of a kubectl command: its words, and what it reaches the cluster with, made when first asked for. */
import type { Process, Sys } from '../kernel/types.ts';
import { type CommandPath } from './cli/command.ts';
import type { FlagValues, Parsed } from './cli/parse.ts';
import { Client } from './client.ts';
import { type KubeConfig, type Target } from './config.ts';
import { CommandError } from './errors.ts';
import { type RestMapper } from './resource/mapper.ts';
export declare class Invocation {
    readonly process: Process;
    readonly path: CommandPath;
    readonly args: readonly string[];
    /** How many arguments stand before `--`; -1 without `--`. */
    readonly dashAt: number;
    readonly flags: FlagValues;
    private coloured;
    private kubeConfig;
    private apiClient;
    private restMapper;
    constructor(process: Process, parsed: Parsed);
    out(text: string): Sys<void>;
    /** On a terminal, unless NO_COLOR (no-color.org) or a dumb terminal says otherwise. */
    private wantsColour;
    err(text: string): Sys<void>;
    /** The failure `message`, with the hint where to find help. */
    usageError(message: string): CommandError;
    /** The kubectl of the 2019 tutorial, which took forms that v1.36 refuses. */
    get compat2019(): boolean;
    config(): Sys<KubeConfig>;
    target(): Sys<Target>;
    namespace(): Sys<string>;
    /** Throws ConnectionError when the kubeconfig names no server, as kubectl then tries localhost. */
    client(): Sys<Client>;
    mapper(): Sys<RestMapper>;
    /** How many different warnings the server sent. */
    get warningCount(): number;
    /** Tells the terminal what line would work instead; it offers that by one key. Nothing happens where there is no such device. */
    suggest(line: string): Sys<void>;
}
