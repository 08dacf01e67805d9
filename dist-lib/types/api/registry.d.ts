/** The served kinds, found by resource name, by path and by apiVersion and kind. */
import type { Definition } from '../kinds/schema.ts';
import type { ResourceName } from '../world/object.ts';
import { type Kind } from './kind.ts';
export interface Resource {
    readonly kind: Kind;
    /** `pods`, `deployments.apps` */
    readonly name: ResourceName;
    /** `v1`, `apps/v1` */
    readonly apiVersion: string;
    /** The schema of its objects, if the schema knows the kind. */
    readonly definition: Definition | undefined;
    /** The status of a new object, for kinds with /status: clients do not set it. */
    readonly blankStatus: unknown;
}
/** What the schema says of a kind. */
export type Described = Pick<Resource, 'definition' | 'blankStatus'>;
export declare class Registry {
    private resources;
    private readonly byName;
    private readonly byPath;
    private readonly byKind;
    /** @param kinds those that are served until `serve` brings others */
    constructor(kinds?: readonly Kind[]);
    /** All resources, in the order of discovery. */
    get all(): readonly Resource[];
    /** Serves these kinds from now on, instead of those before. */
    serve(kinds: readonly Kind[], describe?: (kind: Kind) => Described): void;
    /** The resource with a name; a name that is not served (yet: see kinds/fresh.ts) is a programming error. */
    named(name: ResourceName): Resource;
    /** Whether there are resources of a group and version (`apps/v1`). */
    serves(apiVersion: string): boolean;
    /** `apps/v1` and `deployments`. */
    at(apiVersion: string, plural: string): Resource | undefined;
    /** `apps/v1` and `Deployment`. */
    ofKind(apiVersion: string, kind: string): Resource | undefined;
}
