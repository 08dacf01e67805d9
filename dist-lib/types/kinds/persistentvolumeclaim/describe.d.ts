import { type Describer } from '../describe.ts';
import type { PersistentVolumeClaim } from '../objects.ts';
export declare const describePersistentVolumeClaim: Describer<PersistentVolumeClaim>;
