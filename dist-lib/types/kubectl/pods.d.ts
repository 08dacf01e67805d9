import type { Sys } from '../kernel/types.ts';
import type { Invocation } from './invocation.ts';
import { type JsonObject } from './json.ts';
import { type Container } from './podspec.ts';
export declare function phaseOf(pod: JsonObject): string;
/** `main, debugger (ephem), setup (init)` */
export declare function allContainerNames(pod: JsonObject): string;
export declare function findContainer(pod: JsonObject, name: string): Container | undefined;
/** The container that `name` means; without a name the default one, which is told when there are others. */
export declare function chooseContainer(invocation: Invocation, pod: JsonObject, wanted: string, quiet?: boolean): Sys<Container>;
/** The label selector by which an object finds its Pods. Throws CommandError for kinds that have none. */
export declare function podSelectorOf(object: JsonObject, what: string): string;
/** The Pods of an object, the one to talk to first. Waits until there is one; throws CommandError after `timeoutMs`. */
export declare function podsOf(invocation: Invocation, object: JsonObject, what: string, timeoutMs: number): Sys<readonly JsonObject[]>;
export declare function withKind(pod: JsonObject): JsonObject;
