import { type FieldError } from '../../api/field-errors.ts';
import type { PersistentVolumeClaim } from '../objects.ts';
import type { PersistentVolumeClaimSpec } from '../types.gen.ts';
/** Also for the templates of StatefulSets and ephemeral volumes. */
export declare function validateClaimSpec(spec: PersistentVolumeClaimSpec, at: string): FieldError[];
export declare function validateClaimUpdate(claim: PersistentVolumeClaim, old: PersistentVolumeClaim): FieldError[];
