/** set image, env, resources, selector, serviceaccount, subject */
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody } from '../cli/command.ts';
import { type JsonObject } from '../json.ts';
/** Reads KEY=VALUE and KEY- words; `-` stands for lines of standard input. Shared with `run --env`. */
export declare function parseEnv(words: readonly string[]): Sys<{
    set: JsonObject[];
    remove: string[];
}>;
export declare const set: CommandBody;
