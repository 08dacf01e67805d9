/** The Pod spec inside an object: of a Pod itself, of a workload's template, of a CronJob's jobs. */
import type { Sys } from '../kernel/types.ts';
import { CommandError } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { type JsonObject } from './json.ts';
import type { DryRun, ResultPrinter } from './printer.ts';
import type { ResourceInfo } from './resource/builder.ts';
export type Container = JsonObject & {
    readonly name?: string;
    readonly image?: string;
};
/** Where the Pod spec lies; undefined for kinds that have none. */
export declare function podSpecPath(object: JsonObject): readonly string[] | undefined;
export declare function podSpecOf(object: JsonObject): JsonObject | undefined;
export declare function containersOf(spec: JsonObject | undefined, field?: 'containers' | 'initContainers' | 'ephemeralContainers'): readonly Container[];
/** The object with its Pod spec changed. Throws CommandError for kinds without one. */
export declare function withPodSpec(object: JsonObject, change: (spec: JsonObject) => JsonObject): JsonObject;
/** Changes the containers and init containers that `fits` picks. */
export declare function mapContainers(spec: JsonObject, fits: (name: string) => boolean, change: (container: Container) => Container): JsonObject;
/** `*` wildcards in --containers. */
export declare function containerPattern(pattern: string): (name: string) => boolean;
export interface PatchOptions {
    /** Makes the wanted object; throws CommandError when it cannot. */
    readonly change: (object: JsonObject) => JsonObject;
    /** `image updated` */
    readonly operation: string;
    /** What failed, when the server refuses the patch: `failed to patch image update to pod template`. */
    readonly failure: string;
    readonly dryRun: DryRun;
    readonly local: boolean;
    readonly print: ResultPrinter;
    /** Print also what was left as it is. */
    readonly printUnchanged?: boolean;
}
/** Patches each object into its changed form, as the `set` commands do. Returns what went wrong. */
export declare function patchObjects(invocation: Invocation, infos: readonly ResourceInfo[], options: PatchOptions): Sys<Error[]>;
/** A change that does not fit an object: told with the object's name. */
export declare class ChangeError extends CommandError {
}
