import type { Call } from './request.ts';
import type { Context } from './server.ts';
import type { ApiResponse } from './types.ts';
/** Answers paths that are no resource. */
export declare function discovery(context: Context, call: Call): ApiResponse;
