/**
 * The rules of the kinds are for clients' writes: they are loaded with the first of these (`Cluster`), since whoever only looks needs none
 * of them. What the control plane writes is not checked.
 */
import type { Rules } from '../api/kind.ts';
import { lazy } from '../kernel/lazy.ts';
import type { KubeObject, ResourceName } from '../world/object.ts';

export const rulesCode = lazy(async () => (await import('./rules.ts')).RULES);

/** What is demanded of a kind's objects; undefined: nothing beyond what its own code says. */
export function rulesOf(resource: ResourceName): Rules<KubeObject> | undefined {
  if (!rulesCode.value) throw new Error("a client's write before its rules were there");
  return rulesCode.value.get(resource);
}
