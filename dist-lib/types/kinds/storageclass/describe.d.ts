import { type Describer } from '../describe.ts';
import type { StorageClass } from '../objects.ts';
export declare const describeStorageClass: Describer<StorageClass>;
