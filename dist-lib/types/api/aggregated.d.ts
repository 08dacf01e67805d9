/** Resources that another server answers for (an APIService): read-only here, made when asked for, gone when that server is. */
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import { type Kind } from './kind.ts';
import type { Resource } from './registry.ts';
import type { Call } from './request.ts';
import type { ApiResponse } from './types.ts';
export interface Aggregated {
    readonly kind: Kind;
    /** Whether the server behind it is there. */
    served(world: World): boolean;
    /** All objects of a namespace; undefined: of all namespaces. */
    objects(world: World, namespace: string | undefined): readonly KubeObject[];
}
export declare class AggregatedApis {
    private readonly all;
    private readonly world;
    constructor(world: World);
    add(apis: readonly Aggregated[]): void;
    /** Those served now, for discovery. */
    resources(): readonly Resource[];
    /** The answer to a request for one of them; undefined when the path is none. */
    answer(call: Call): ApiResponse | undefined;
}
