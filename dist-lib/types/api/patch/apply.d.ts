/**
 * Server-side apply: the client says what it wants of an object; fields it named before and no longer names go away, and fields
 * that another manager set to something else are conflicts, unless it insists (source: structured-merge-diff's merge/update.go).
 */
import type { Call } from '../request.ts';
import type { Context } from '../server.ts';
import type { ApiResponse } from '../types.ts';
import type { PatchTarget } from './index.ts';
export declare function handleApply(context: Context, call: Call, at: PatchTarget, subresource: string): ApiResponse;
