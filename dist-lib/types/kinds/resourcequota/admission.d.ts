/** Refuses what would exceed a quota, and books what does not (source: apiserver's admission plugin ResourceQuota). */
import type { Admission } from '../../api/admission.ts';
export declare const quotaAdmission: Admission;
