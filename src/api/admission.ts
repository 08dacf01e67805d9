/** Admission: what may change a write, or refuse a valid one, for reasons beyond the object itself (policies, quotas, limits). */
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { Kind, KindContext } from './kind.ts';
import type { Operations } from './operations.ts';
import type { UserInfo } from './types.ts';

export interface Admission {
  /** Called before validation: what it gives is written in place of the object. Throws ApiError to refuse it. */
  mutate?(kind: Kind, object: KubeObject, old: KubeObject | undefined, context: KindContext): KubeObject;
  /** Called after validation of a create or an update (`old`) and before it is written. Throws ApiError to refuse it. */
  admit(kind: Kind, object: KubeObject, old: KubeObject | undefined, context: KindContext, api: Operations): void;
  /** Called before a client's deletion. Throws ApiError to refuse it; what it gives is sent as warnings. */
  remove?(kind: Kind, old: KubeObject, context: Deletion): readonly string[];
  /** Warnings sent with what was written. */
  warnings?(kind: Kind, object: KubeObject, old: KubeObject | undefined, world: World): readonly string[];
}

/** Who deletes. */
export interface Deletion {
  readonly world: World;
  readonly user: UserInfo | undefined;
  readonly dryRun: boolean;
}

/** All that is to be said of an object that was written: by its kind, and by the admissions. */
export function warningsOf(
  { world, writes }: { readonly world: World; readonly writes: { readonly admissions: readonly Admission[] } },
  kind: Kind,
  object: KubeObject,
  old: KubeObject | undefined,
): string[] {
  return [...(kind.warnings?.(object, old) ?? []), ...writes.admissions.flatMap((one) => one.warnings?.(kind, object, old, world) ?? [])];
}
