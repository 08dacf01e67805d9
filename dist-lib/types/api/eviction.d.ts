/** Eviction: deletes a Pod as far as the disruption budget that selects it allows (source: pkg/registry/core/pod/storage/eviction.go). */
import type { Pod } from '../kinds/objects.ts';
import type { Call } from './request.ts';
import type { Context } from './server.ts';
import type { SubresourceTarget } from './subresources.ts';
import type { ApiResponse } from './types.ts';
export declare function evict(context: Context, call: Call, { resource, name }: SubresourceTarget, pod: Pod): ApiResponse;
