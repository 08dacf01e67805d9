import type { Resource } from './registry.ts';
import type { Call } from './request.ts';
import type { Context } from './server.ts';
import type { ApiResponse } from './types.ts';
export interface SubresourceTarget {
    readonly resource: Resource;
    readonly namespace: string | undefined;
    readonly name: string;
    readonly subresource: string;
    readonly rest: string;
}
export declare function handleSubresource(context: Context, call: Call, at: SubresourceTarget): ApiResponse;
