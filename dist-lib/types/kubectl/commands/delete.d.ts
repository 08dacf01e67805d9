import type { Sys } from '../../kernel/types.ts';
import type { CommandBody, Flag } from '../cli/command.ts';
import type { Invocation } from '../invocation.ts';
import { type DryRun } from '../printer.ts';
import { type ResourceInfo } from '../resource/builder.ts';
export declare const deleteFlags: readonly [{
    readonly name: 'all';
    readonly type: 'bool';
    readonly usage: 'Delete all resources, in the namespace of the specified resource types.';
}, {
    readonly name: 'force';
    readonly type: 'bool';
    readonly usage: 'If true, take objects out of the API at once, without waiting for what runs to end. May lose data.';
}, {
    readonly name: 'cascade';
    readonly type: 'string';
    readonly default: 'background';
    readonly noValue: 'background';
    readonly usage: 'Must be "background", "orphan", or "foreground". What happens to dependents, such as the Pods of a ReplicaSet. Defaults to background.';
    readonly values: readonly ['background', 'orphan', 'foreground'];
}, {
    readonly name: 'now';
    readonly type: 'bool';
    readonly usage: 'If true, resources are signaled for immediate shutdown (same as --grace-period=1).';
}, {
    readonly name: 'grace-period';
    readonly type: 'int';
    readonly default: '-1';
    readonly usage: 'Seconds a resource gets to end gracefully. Ignored if negative. Set to 1 for immediate shutdown. Can only be set to 0 when --force is true (force deletion).';
}, {
    readonly name: 'timeout';
    readonly type: 'duration';
    readonly usage: 'How long to wait before giving up on a delete; zero means to decide by the size of the object.';
}, {
    readonly name: 'ignore-not-found';
    readonly type: 'bool';
    readonly usage: 'Treat "resource not found" as a successful delete. Defaults to "true" when --all is specified.';
}, {
    readonly name: 'wait';
    readonly type: 'bool';
    readonly default: 'true';
    readonly usage: 'If true, wait for resources to be gone before returning. This waits for finalizers.';
}];
/** The same for commands that delete on the way: they do not wait unless told to, and take their objects by other means. */
export declare const deletionFlags: readonly Flag[];
export declare const deleteCommand: CommandBody;
export interface DeleteOptions {
    readonly propagationPolicy: string;
    /** Seconds; negative: the object's own. */
    readonly gracePeriod: number;
    readonly dryRun: DryRun;
    readonly ignoreNotFound: boolean;
    /** What went wrong while looking for the objects. */
    readonly errors: readonly Error[];
    readonly print: 'name' | 'line' | 'quiet';
    readonly wait: boolean;
    readonly timeoutMs: number;
}
/** Deletes the objects, says so, and waits until they are gone. */
export declare function deleteAll(invocation: Invocation, infos: readonly ResourceInfo[], options: DeleteOptions): Sys<void>;
