/** Which Services a Pod belongs to, and which changes of Pods they have not seen yet. */
import type { Pod, Service } from '../../kinds/objects.ts';
import type { ServicePort } from '../../kinds/types.gen.ts';
import type { Change } from '../../world/object.ts';
import type { World } from '../../world/world.ts';
type Selector = Readonly<Record<string, string>>;
/** A Service's selector as a controller of endpoints takes it: undefined when it selects nothing by itself. */
export declare function selectorOf(service: Service): Selector | undefined;
export declare function selects(selector: Selector, labels: Selector | undefined): boolean;
/** The Pods of a Service, in order of name. An empty selector selects all of the namespace. */
export declare function podsOf(world: World, service: Service, selector: Selector): Pod[];
export declare class PodChanges {
    private readonly slot;
    constructor(slot: string);
    /** The Pods that changed since the last `done`, with the addresses they had then ('' for none); undefined: look at all. */
    of(world: World, key: string): ReadonlyMap<string, string> | undefined;
    done(world: World, key: string): void;
    /** A Service changed, or something that only a full look can judge. */
    noteAll(world: World, key: string): string;
    /** Notes a Pod's change for the Services that select it now or did before; returns their keys. */
    notePod(world: World, change: Change): string[];
    private all;
}
/** The port that a Service's traffic goes to in a Pod; undefined when the Pod has no port of that name. */
export declare function targetPort(pod: Pod, port: ServicePort): number | undefined;
/** The Pod's own name below a headless Service: set when its subdomain is the Service. */
export declare function hostnameOf(pod: Pod, service: Service): string | undefined;
export declare function zoneOf(world: World, pod: Pod): string | undefined;
export declare function isHeadless(service: Service): boolean;
/** Sorts addresses as text, as the real controller does. */
export declare function byText(a: string, b: string): number;
export {};
