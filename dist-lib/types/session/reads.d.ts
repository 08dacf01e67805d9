/** What programs on the laptop read from the API server: a short memory in the world, for lessons that ask somebody to look at something. */
import type { ApiRequest } from '../api/types.ts';
import type { Process } from '../kernel/types.ts';
import type { World } from '../world/world.ts';
export interface Read {
    readonly id: number;
    /** `/api/v1/namespaces/default/pods` */
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
}
/** Variable of a process that looks on the page's behalf: nobody asked for what it reads. */
export declare const LOOK = "DRYDOCK_LOOK";
/** Remembers a request that reads objects; discovery, writes and completion are not looking. */
export declare function noteRead(world: World, { method, path, query }: ApiRequest, { machine, env, argv }: Process): void;
export declare function readsOf(world: World): readonly Read[];
export declare function countOf(world: World): number;
