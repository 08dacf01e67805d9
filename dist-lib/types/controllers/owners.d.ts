/** Who owns whom, and keys of objects. */
import type { KubeObject, OwnerReference } from '../world/object.ts';
/** The one owner that manages the object, if any. */
export declare function controllerOf(object: KubeObject): OwnerReference | undefined;
export declare function controllerRef(owner: KubeObject): OwnerReference;
/** `namespace/name`. */
export declare function keyOf(object: KubeObject): string;
export declare function splitKey(key: string): [namespace: string, name: string];
/** Oldest first; of the same second, by name. */
export declare function byCreation(a: KubeObject, b: KubeObject): number;
/** The object with other owner references. */
export declare function withOwners<T extends KubeObject>(object: T, ownerReferences: readonly OwnerReference[]): T;
export declare function adopt<T extends KubeObject>(object: T, owner: KubeObject): T;
export declare function release<T extends KubeObject>(object: T, owner: KubeObject): T;
