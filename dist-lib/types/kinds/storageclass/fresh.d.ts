import type { Behaviour } from '../define.ts';
import type { StorageClass } from '../objects.ts';
export declare const freshStorageClass: Behaviour<StorageClass>;
