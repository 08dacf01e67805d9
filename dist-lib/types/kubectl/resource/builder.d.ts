/** The resource builder: from `po,svc`, `deploy/web`, `-l app=web` or `-f file` to the objects that are meant. */
import { parseLabelSelector } from '../../api/values/selector.ts';
import type { Sys } from '../../kernel/types.ts';
import { type Query } from '../client.ts';
import { CommandError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { type JsonObject } from '../json.ts';
import { type Mapping } from './mapper.ts';
export interface ResourceInfo {
    readonly mapping: Mapping;
    /** '' for cluster-scoped kinds and for lists over all namespaces. */
    readonly namespace: string;
    /** '' for lists. */
    readonly name: string;
    /** Missing until it is fetched. */
    readonly object?: JsonObject;
    /** The file it came from, or ''. */
    readonly source: string;
}
export interface BuilderOptions {
    readonly args: readonly string[];
    readonly namespace: string;
    /** With -f: objects of another namespace are an error. */
    readonly explicitNamespace?: boolean;
    readonly allNamespaces?: boolean;
    readonly filenames?: readonly string[];
    readonly kustomize?: string;
    readonly recursive?: boolean;
    /** The text of -l; '' for none. */
    readonly labelSelector?: string;
    readonly fieldSelector?: string;
    /** --all */
    readonly all?: boolean;
    /** A type without names or selector means all its objects. */
    readonly allowEmptySelector?: boolean;
    readonly singleResourceType?: boolean;
    readonly subresource?: string;
    /** --local: nothing is asked of the server, so every kind in the files is taken as it is. */
    readonly local?: boolean;
    /** Ask apiVersion and kind of every document in the validator's words. */
    readonly validate?: boolean;
}
/** What the arguments mean, before anything is fetched. */
export interface Selection {
    readonly kind: 'selector' | 'names' | 'files';
    readonly infos: readonly ResourceInfo[];
    readonly labelSelector: string;
    readonly fieldSelector: string;
    readonly subresource: string;
    /** One object is expected: it is printed by itself and not as a list. */
    readonly single: boolean;
    /** What in the files is no object that the server knows; the others can still be used. */
    readonly errors?: readonly Error[];
}
export declare const MISSING_RESOURCE = "You must provide one or more resources by argument or filename.\nExample resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'";
/** The options that flags of the usual names give. */
export declare function builderOptions(invocation: Invocation, args: readonly string[], more?: Partial<BuilderOptions>): Sys<BuilderOptions>;
/** Reads the arguments. Throws CommandError in the builder's words. */
export declare function select(invocation: Invocation, options: BuilderOptions): Sys<Selection>;
/** Why -k and `kustomize` do nothing here. */
export declare function kustomizeError(path: string): Sys<CommandError>;
export declare function parseSelector(text: string): ReturnType<typeof parseLabelSelector>;
/** What was found, and what went wrong on the way: kubectl goes on after a failure and reports all of them. */
export interface Found {
    readonly infos: readonly ResourceInfo[];
    readonly errors: readonly Error[];
}
/** Fetches the selected objects, lists item by item. */
export declare function fetchObjects(invocation: Invocation, selection: Selection): Sys<Found>;
/** As fetchObjects, but a failure ends the command. */
export declare function requireObjects(invocation: Invocation, selection: Selection): Sys<readonly (ResourceInfo & {
    readonly object: JsonObject;
})[]>;
/** Fetches one object. */
export declare function getObject(invocation: Invocation, { mapping, namespace, name }: ResourceInfo, subresource?: string, ...how: [query?: Query, headers?: Readonly<Record<string, string>>]): Sys<JsonObject>;
/** Fetches a list, or a Table of it. Failures read as kubectl words them. */
export declare function listObjects(invocation: Invocation, { mapping, namespace }: ResourceInfo, selection: Pick<Selection, 'labelSelector' | 'fieldSelector'>, table?: {
    readonly includeObject?: string;
}): Sys<JsonObject>;
