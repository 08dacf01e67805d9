import type { DaemonSet } from '../objects.ts';
/** The annotation with the number of the template. */
export declare const TEMPLATE_GENERATION = "deprecated.daemonset.template.generation";
/** One Pod on every fitting node. */
export declare const daemonSets: import("../../api/kind.ts").Kind<DaemonSet>;
