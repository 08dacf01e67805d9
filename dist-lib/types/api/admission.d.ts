/** Admission: what may refuse a valid write for reasons beyond the object itself (quotas, limits). */
import type { KubeObject } from '../world/object.ts';
import type { Kind, KindContext } from './kind.ts';
import type { Operations } from './operations.ts';
export interface Admission {
    /** Called after validation of a create or an update (`old`) and before it is written. Throws ApiError to refuse it. */
    admit(kind: Kind, object: KubeObject, old: KubeObject | undefined, context: KindContext, api: Operations): void;
}
