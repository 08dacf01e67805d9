import type { Sys } from '../../../kernel/types.ts';
import type { Command, Flag } from '../../cli/command.ts';
import type { Invocation } from '../../invocation.ts';
import { type JsonObject } from '../../json.ts';
export interface Generator extends Omit<Command, 'run' | 'flags'> {
    readonly flags: readonly Flag[];
    /** Makes the object from the flags; `name` is the NAME argument. */
    readonly build: (invocation: Invocation, name: string) => Sys<JsonObject>;
    /** What failed, when the server refuses: `failed to create deployment`. Without it the server's answer is shown as it is. */
    readonly failure?: string;
    /** What stands between that and the server's words; default `: `. */
    readonly failureJoint?: string;
}
/** The command of a generator. */
export declare function generatorCommand({ build, failure, failureJoint, flags, ...command }: Generator): Command;
