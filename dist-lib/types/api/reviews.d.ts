import type { Resource } from './registry.ts';
import type { Call } from './request.ts';
import type { Context } from './server.ts';
import type { ApiResponse } from './types.ts';
/** Answers the request if it is a review. */
export declare function handleReview(context: Context, call: Call, resource: Resource): ApiResponse | undefined;
