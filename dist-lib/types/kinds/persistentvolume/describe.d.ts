import { type Describer } from '../describe.ts';
import type { PersistentVolume } from '../objects.ts';
export declare const describePersistentVolume: Describer<PersistentVolume>;
