/** Candidates that live in the cluster: kinds, names, namespaces, containers, labels. A server that does not answer offers none. */
import type { Sys } from '../../kernel/types.ts';
import type { Candidate, CompletionContext } from './candidates.ts';
type Completer = (context: CompletionContext) => Sys<readonly Candidate[]>;
/** Names of one kind: `namesOfKind('pods')`. */
export declare const namesOfKind: (resource: string) => Completer;
export declare const completeNamespaces: Completer;
/** Pod names; and with `TYPE/`, names of that type. */
export declare const completePods: Completer;
/** `TYPE`, `TYPE NAME...`, `TYPE/NAME...`, and the next of a comma list of types. */
export declare const completeTypeAndName: Completer;
/** As completeTypeAndName, for these types only. */
export declare const typesAndNames: (...resources: readonly string[]) => Completer;
/** Names of resource types alone, for explain and api-resources. */
export declare const completeTypes: Completer;
/** Containers of the pod that the first argument names. */
export declare const completeContainers: Completer;
/** `key=value` of the labels that objects of the named type carry. */
export declare const completeLabelKeys: Completer;
export {};
