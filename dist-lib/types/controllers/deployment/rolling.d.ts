/**
 * The arithmetic of a rolling update, on numbers only: how many Pods each ReplicaSet should want next.
 * Rules: kube-controller-manager v1.36, pkg/controller/deployment.
 */
/** What the arithmetic needs to know of a ReplicaSet. */
export interface Size {
    readonly name: string;
    /** spec.replicas */
    readonly replicas: number;
    /** status.availableReplicas */
    readonly available: number;
}
/** Limits of a rolling update, resolved to whole Pods. */
export interface Limits {
    readonly desired: number;
    readonly maxSurge: number;
    readonly maxUnavailable: number;
}
export declare const total: (sizes: readonly Size[]) => number;
/** What the new ReplicaSet should want: as much as the surge leaves room for. */
export declare function newSize(limits: Limits, current: number, all: readonly Size[]): number;
/**
 * What the old ReplicaSets should want, by name: first their unhealthy Pods go, then as many healthy ones as availability allows.
 * `old` is oldest first; the result has only those that change.
 */
export declare function oldSizes(limits: Limits, fresh: Size, old: readonly Size[]): {
    cleaned: Map<string, number>;
    scaled: Map<string, number>;
};
/** A ReplicaSet when the Deployment is scaled in the middle of a rollout. */
export interface Share {
    readonly name: string;
    readonly replicas: number;
    /** Most Pods the Deployment could have before it was scaled: the annotation max-replicas, or status.replicas. */
    readonly maxBefore: number;
}
/** Spreads a change of `toAdd` Pods (negative: removes) over active ReplicaSets in proportion to their sizes; `shares` largest first. */
export declare function proportionalSizes(limits: Limits, shares: readonly Share[]): Map<string, number>;
