/** Requests to the API server, their errors, and the warnings that come with the answers. */
import type { ApiRequest, ApiResponse, WatchEvent } from '../api/types.ts';
import type { Channel } from '../kernel/channel.ts';
import type { Sys } from '../kernel/types.ts';
import type { JsonObject } from './json.ts';
export declare const TABLE_ACCEPT = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
/** Discovery of all groups in two answers instead of one a group. */
export declare const DISCOVERY_ACCEPT = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";
export type PatchType = 'strategic' | 'merge' | 'json' | 'apply';
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;
export interface ClientOptions {
    /** Who asks, when another than the kubeconfig's user: `--as`. */
    readonly impersonate?: {
        readonly user?: string;
        readonly groups: readonly string[];
        readonly uid?: string;
    };
    readonly token?: string;
    /** Default field manager of writes: `kubectl-create`. */
    readonly fieldManager: string;
}
export declare class Client {
    private readonly options;
    /** Warnings printed so far: each is printed once. */
    readonly warnings: Set<string>;
    constructor(options: ClientOptions);
    /** One request. Prints warnings. Throws StatusError when the answer is a failure. */
    send(request: ApiRequest): Sys<ApiResponse>;
    get<T = JsonObject>(path: string, query?: Query, headers?: Readonly<Record<string, string>>): Sys<T>;
    create(path: string, object: unknown, query?: Query): Sys<JsonObject>;
    replace(path: string, object: unknown, query?: Query): Sys<JsonObject>;
    patch(path: string, type: PatchType, patch: unknown, query?: Query): Sys<JsonObject>;
    delete(path: string, options: JsonObject, query?: Query): Sys<JsonObject>;
    /** A watch; cancel the channel when done with it. */
    watch(path: string, query: Query, headers?: Readonly<Record<string, string>>): Sys<Channel<WatchEvent>>;
    private body;
}
