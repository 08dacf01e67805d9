/** Rules for Deployments, in the real words and order (source: pkg/apis/apps/validation). */
import { type FieldError } from '../../api/field-errors.ts';
import type { IntOrString } from '../../api/values/intstr.ts';
import type { Deployment } from '../objects.ts';
export declare function validateDeployment({ spec }: Deployment): FieldError[];
export declare function validateDeploymentUpdate(deployment: Deployment, old: Deployment): FieldError[];
/** The rules on how far a rolling update may go. */
export declare function validateRolling(maxUnavailable: IntOrString, maxSurge: IntOrString, at: string): FieldError[];
