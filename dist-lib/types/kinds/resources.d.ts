export declare const SERVER_VERSION = "v1.36.2";
export interface ApiResource {
    readonly group: string;
    readonly version: string;
    readonly plural: string;
    readonly singular: string;
    readonly kind: string;
    readonly namespaced: boolean;
    readonly shortNames: readonly string[];
    readonly categories: readonly string[];
    readonly verbs: readonly string[];
    /** 'status', 'scale', 'log', ... */
    readonly subresources: readonly string[];
}
export declare const ALL_VERBS: readonly string[];
/** All resources, in the order of discovery. */
export declare const API_RESOURCES: readonly ApiResource[];
