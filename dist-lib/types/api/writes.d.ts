/**
 * Creating, updating and deleting objects: what all kinds have in common, for requests and for the control plane alike.
 * The control plane's own writes (`trusted`) are not validated and pay for nothing that only clients need.
 */
import type { KubeObject, ResourceName } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { Admission } from './admission.ts';
import type { clientRules } from './client-rules.ts';
import { type ManagedFieldsEntry, type Manager } from './managed-fields.ts';
import type { DeleteOptions, EventSource, NewObject, Operations } from './operations.ts';
import type { Registry, Resource } from './registry.ts';
import type { UserInfo } from './types.ts';
/** How a write is done. */
export interface How {
    /** The control plane's own write. */
    readonly trusted: boolean;
    readonly dryRun: boolean;
    /** Who is recorded in managedFields; undefined: managedFields are in the object already (apply). */
    readonly manager: Manager | undefined;
    /** What the client put in place of the stored managedFields. */
    readonly managedFields?: readonly ManagedFieldsEntry[];
    readonly user?: UserInfo;
    /** What a client writes to, when it is not the object itself. */
    readonly subresource?: string;
}
export declare class Writes implements Operations {
    /** What a client's write needs besides: it comes with the API server, which takes requests. */
    clientRules: typeof clientRules | undefined;
    /** What may refuse a write; they come with the API server too. */
    admissions: readonly Admission[];
    readonly registry: Registry;
    private readonly world;
    private readonly trustedHows;
    constructor(world: World, registry: Registry);
    create<T extends KubeObject>(resource: ResourceName, object: NewObject<T>): T;
    update<T extends KubeObject>(resource: ResourceName, object: T): T;
    updateStatus<T extends KubeObject>(resource: ResourceName, object: T): T;
    delete(resource: ResourceName, namespace: string, name: string, options?: DeleteOptions): KubeObject | undefined;
    bind<T extends KubeObject>(pod: T, nodeName: string): T;
    event(about: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string, source: EventSource): void;
    /** The stored object; throws NotFound. */
    existing(resource: Resource, at: {
        readonly namespace?: string;
        readonly name: string;
    }): KubeObject;
    /** Creates an object (decoded, if it came from outside) in that namespace. */
    createObject(resource: Resource, given: KubeObject, namespace: string | undefined, how: How): KubeObject;
    /** Replaces an object. A client that names a version which is no longer the stored one gets a Conflict. */
    updateObject(resource: Resource, given: KubeObject, old: KubeObject, how: How): KubeObject;
    /** Replaces only the status (and labels and annotations, as far as the client sent others). */
    updateStatusOf(resource: Resource, given: KubeObject, old: KubeObject, how: How): KubeObject;
    /** Writes the new version of an object as it is, or removes it when it was being deleted and nothing holds it any more. */
    replace(resource: Resource, object: KubeObject, old: KubeObject, how: How): KubeObject;
    /** Starts or completes a deletion. `left` is the object if it stays for now; `last` its last state in any case. */
    deleteObject(resource: Resource, old: KubeObject, options: DeleteOptions, dryRun: boolean): {
        left: KubeObject | undefined;
        last: KubeObject;
    };
    /** Whether a further delete request of a terminating object asks for an earlier end. */
    private shortens;
    /** The object with its deletion marks; `grace` undefined keeps those it has. */
    private mark;
    private remove;
    private checkPreconditions;
    private checkVersion;
    /** Admission NamespaceLifecycle: nothing is created in a namespace that is missing or going away. */
    private checkNamespace;
    private updatedBy;
    private get rules();
    private refuse;
    private context;
    /** How the control plane writes; made once for each of its parts. */
    private trusted;
}
