/** PATCH requests: the patch of the content type is applied to the object as it is, and the result written like an update. */
import type { Definition } from '../../kinds/schema.ts';
import type { Resource } from '../registry.ts';
import type { Call } from '../request.ts';
import type { Context } from '../server.ts';
import type { ApiResponse } from '../types.ts';
type Bag = Readonly<Record<string, unknown>>;
export interface PatchTarget {
    readonly resource: Resource;
    readonly namespace: string | undefined;
    readonly name: string;
}
export declare function handlePatch(context: Context, call: Call, at: PatchTarget, subresource?: string): ApiResponse;
/** The object with the request's patch applied, decoded again. A resourceVersion counts only where the patch names one. */
export declare function patched(call: Call, definition: Definition | undefined, current: Bag): {
    readonly object: Bag;
    readonly metadata: Bag;
};
export {};
