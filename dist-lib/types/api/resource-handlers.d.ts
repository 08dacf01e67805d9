import type { KubeObject } from '../world/object.ts';
import type { DeleteOptions } from './operations.ts';
import type { Resource } from './registry.ts';
import type { Call } from './request.ts';
import type { Context } from './server.ts';
import type { ApiResponse } from './types.ts';
import type { How } from './writes.ts';
interface Collection {
    readonly resource: Resource;
    readonly namespace: string | undefined;
}
interface Target extends Collection {
    readonly name: string;
}
/** How a client's write is done. */
export declare function clientHow(call: Call, subresource?: string): How;
export declare function handleCollection(context: Context, call: Call, at: Collection): ApiResponse;
export declare function handleObject(context: Context, call: Call, at: Target): ApiResponse;
/** DeleteOptions come in the body or in the query. */
export declare function deleteOptionsOf(call: Call): DeleteOptions & {
    readonly dryRun: boolean;
};
/** The namespace in the object, if any, must be the one of the path. */
export declare function checkPlace({ kind }: Resource, object: KubeObject, namespace: string | undefined): void;
export {};
