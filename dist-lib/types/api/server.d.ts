/**
 * The API server: the REST API of Kubernetes as a function on plain objects (`handle`), and the same operations in process for
 * the control plane (`Operations`).
 */
import type { KubeObject, ResourceName } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { Admission } from './admission.ts';
import { type Aggregated, AggregatedApis } from './aggregated.ts';
import { type Kind } from './kind.ts';
import type { DeleteOptions, EventSource, NewObject, Operations } from './operations.ts';
import { Registry } from './registry.ts';
import type { ApiRequest, ApiResponse } from './types.ts';
import { Watches } from './watch.ts';
import { Writes } from './writes.ts';
/** A request to a subresource that lives elsewhere (log, exec, proxy, ...). */
export interface SubresourceRequest {
    readonly request: ApiRequest;
    readonly namespace: string;
    readonly name: string;
    /** The object, which exists. */
    readonly object: KubeObject;
    /** What follows the subresource in the path: `api/v1/x` of `.../proxy/api/v1/x`. */
    readonly rest: string;
    /** A query parameter's first value. */
    parameter(name: string): string | undefined;
}
/** Throws ApiError for a failure. */
export type SubresourceHandler = (request: SubresourceRequest) => ApiResponse;
/** What the handlers work with. */
export interface Context {
    readonly world: World;
    readonly registry: Registry;
    readonly writes: Writes;
    readonly watches: Watches;
    readonly handlers: ReadonlyMap<string, SubresourceHandler>;
    readonly aggregated: AggregatedApis;
}
export declare class ApiServer implements Operations {
    readonly registry: Registry;
    private readonly world;
    private readonly writes;
    private readonly handlers;
    private readonly aggregated;
    private readonly context;
    /** @param writes those of the control plane, if it has begun to write already */
    constructor(world: World, kinds: readonly Kind[], admissions?: readonly Admission[], writes?: Writes);
    /** Registers who answers a subresource that is not the API server's own: `subresource('pods', 'log', ...)`. */
    subresource(resource: ResourceName, name: string, handler: SubresourceHandler): void;
    /** Adds resources that another server answers for. */
    aggregate(apis: readonly Aggregated[]): void;
    /** Answers a request. Never throws: what fails is a Status. */
    handle(request: ApiRequest): ApiResponse;
    create<T extends KubeObject>(resource: ResourceName, object: NewObject<T>): T;
    update<T extends KubeObject>(resource: ResourceName, object: T): T;
    updateStatus<T extends KubeObject>(resource: ResourceName, object: T): T;
    delete(resource: ResourceName, namespace: string, name: string, options?: DeleteOptions): KubeObject | undefined;
    bind<T extends KubeObject>(pod: T, nodeName: string): T;
    event(about: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string, source: EventSource): void;
    private dispatch;
    private answer;
}
