/** The metadata that every object has: filled on create, kept on update (metadata-validation.ts checks it). */
import type { KubeObject, ObjectMeta } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { Kind } from './kind.ts';
/** The metadata of a new object; a missing name is made of generateName, or stays empty. */
export declare function newMetadata(world: World, kind: Kind, given: Partial<ObjectMeta>, namespace: string | undefined, managedFields: ObjectMeta['managedFields']): ObjectMeta;
/** The metadata of an update: what clients may change from `given`, the rest from `old`. */
export declare function updatedMetadata(given: ObjectMeta, old: ObjectMeta): ObjectMeta;
/** Whether the object is being deleted and nothing holds it any more. */
export declare function isReleased(kind: Kind, object: KubeObject): boolean;
