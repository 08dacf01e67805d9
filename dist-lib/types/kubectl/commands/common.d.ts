/** What most commands do the same way. */
import type { Sys } from '../../kernel/types.ts';
import type { Query } from '../client.ts';
import type { Invocation } from '../invocation.ts';
import { type JsonObject } from '../json.ts';
import type { DryRun } from '../printer.ts';
import type { Mapping, RestMapper } from '../resource/mapper.ts';
export declare const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
/** Does the work for each item; goes on after failures and throws them all at the end. */
export declare function visitAll<T>(items: readonly T[], work: (item: T) => Sys<void>, before?: readonly Error[]): Sys<void>;
/** A failure that belongs to one object: others may still succeed. */
export declare function isFailure(error: unknown): error is Error;
/** The one NAME that create subcommands take (words after `--` are a command). */
export declare function nameArgument(invocation: Invocation): string;
/** The field validation that --validate asks the server for. */
export declare function fieldValidation({ flags }: Invocation): string;
/** Query parameters of a write. */
export declare function writeQuery(dryRun: DryRun, more?: Query): Query;
/** `KEY=VALUE` and `KEY-` arguments, and the resources before them. */
export declare function resourcesAndPairs(args: readonly string[], pairType: string): {
    resources: string[];
    pairs: string[];
};
/** `KEY=VALUE` into a map, `KEY-` into a list of keys to remove. */
export declare function parsePairs(args: readonly string[], pairType: string, supportRemove: boolean): {
    values: Map<string, string>;
    remove: string[];
};
/** The object with its own text in the annotation that `apply` reads; the annotation itself is not part of that text. */
export declare function withLastApplied(object: JsonObject): JsonObject;
/** An object as that annotation holds it: without the annotation, with `annotations: {}` where there were none, one line. */
export declare function lastAppliedText(object: JsonObject): string;
/** The mapping of a kind that every server has. */
export declare function builtIn(mapper: RestMapper, apiVersion: string, kind: string): Mapping;
/** `a=1,b=2` of --labels and the like. */
export declare function parseLabelList(text: string): Record<string, string>;
/** The object without the keys whose value is undefined, at any depth. */
export declare function compact<T>(value: T): T;
/** `int-or-string` of a flag: digits are a number. */
export declare function intOrString(text: string): number | string;
