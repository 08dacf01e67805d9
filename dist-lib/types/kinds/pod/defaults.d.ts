/** Defaults of Pods and Pod templates (source of the rules: pkg/apis/core/v1/defaults.go). */
import type { Pod } from '../objects.ts';
import type { PodTemplateSpec } from '../types.gen.ts';
/** Fills the defaults of a Pod; a Pod alone also gets requests from limits, and links to services. */
export declare function defaultPod(pod: Pod): Pod;
export declare function defaultPodTemplate(template: PodTemplateSpec): PodTemplateSpec;
