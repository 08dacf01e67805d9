/** What the minikube command asks of the machines below the cluster (the device `minikube`), and what it is told. */
export type MinikubeRequest = {
    readonly op: 'nodes';
}
/** Adds the next worker node. Answers its Machine. */
 | {
    readonly op: 'add';
}
/** Switches a node's machine on or off. */
 | {
    readonly op: 'power';
    readonly node: string;
    readonly on: boolean;
}
/** Cordons a node and deletes its Pods. Answers how many are still there. */
 | {
    readonly op: 'drain';
    readonly node: string;
}
/** Switches a node off and removes it from the cluster. */
 | {
    readonly op: 'delete';
    readonly node: string;
}
/** Opens or closes the tunnel. Answers false when another one is open already. */
 | {
    readonly op: 'tunnel';
    readonly open: boolean;
};
/** A node's machine. */
export interface Machine {
    /** `minikube`, `minikube-m02`, ... */
    readonly name: string;
    readonly ip: string;
    readonly running: boolean;
    readonly primary: boolean;
}
/** What the device needs of the layers above the world; the session connects it. */
export interface Machines {
    /** Adds a Ready node; returns its name. */
    add(): string;
    isOn(node: string): boolean;
    power(node: string, on: boolean): void;
    isTunnelOpen(): boolean;
    tunnel(open: boolean): void;
}
