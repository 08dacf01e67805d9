import type { StorageClass } from '../objects.ts';
/** Whether claims that name no class get this one. */
export declare function isDefaultClass({ metadata: { annotations } }: StorageClass): boolean;
/** How volumes are made for claims. */
export declare const storageClasses: import("../../api/kind.ts").Kind<StorageClass>;
