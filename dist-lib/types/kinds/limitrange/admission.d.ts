/** Defaults and bounds that LimitRanges set for Pods and claims (source: plugin/pkg/admission/limitranger). */
import type { Admission } from '../../api/admission.ts';
import type { World } from '../../world/world.ts';
import type { Pod } from '../objects.ts';
/** The Pod with the requests and limits that its containers lack and a LimitRange gives them. */
export declare function limitDefaults(pod: Pod, world: World): Pod;
/** Refuses Pods and claims out of bounds. */
export declare const limitAdmission: Admission;
