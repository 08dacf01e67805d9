/** What a path means. */
import type { Registry, Resource } from './registry.ts';
export type Route = {
    readonly to: 'collection';
    readonly resource: Resource;
    readonly namespace: string | undefined;
} | {
    readonly to: 'object';
    readonly resource: Resource;
    readonly namespace: string | undefined;
    readonly name: string;
    readonly subresource: string | undefined;
    /** What follows the subresource: the path of a proxied request. */
    readonly rest: string;
}
/** Inside a group that is served, but no such resource. */
 | {
    readonly to: 'nothing';
}
/** Anything else: discovery, health, version. */
 | {
    readonly to: 'other';
};
/** Finds the route of a path such as `/apis/apps/v1/namespaces/default/deployments/web/status`. */
export declare function route(registry: Registry, path: string): Route;
