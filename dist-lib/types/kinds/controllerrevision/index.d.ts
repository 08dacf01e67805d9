import type { ControllerRevision } from '../objects.ts';
/** A past template of a StatefulSet or DaemonSet. */
export declare const controllerRevisions: import("../../api/kind.ts").Kind<ControllerRevision>;
