import type { PolicyRule } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
import type { UserInfo } from './types.ts';
/** One request as the authorizer sees it. */
export interface Attributes {
    readonly verb: string;
    readonly group: string;
    /** Empty for paths that are no resource. */
    readonly resource: string;
    readonly subresource?: string;
    readonly namespace?: string;
    readonly name?: string;
    readonly path?: string;
}
/** Why the user may do it, in the words of the real authorizer; undefined when not. */
export declare function allowance(world: World, user: UserInfo, asked: Attributes): string | undefined;
/** Throws Forbidden when the user may not do it. */
export declare function authorize(world: World, user: UserInfo, asked: Attributes): void;
/** The rules that hold for a user in a namespace ('' for none), with why they do. */
export declare function rulesFor(world: World, user: UserInfo, namespace: string): Generator<{
    readonly rule: PolicyRule;
    readonly why: string;
}>;
