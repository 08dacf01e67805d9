/** What a fresh minikube cluster has before anybody uses it. */
import type { Operations } from '../api/operations.ts';
import type { Node } from '../kinds/objects.ts';
import type { NodeCondition } from '../kinds/types.gen.ts';
import type { World } from '../world/world.ts';
export declare const KUBERNETES_VERSION = "v1.36.2";
export declare const MINIKUBE_VERSION = "v1.38.1";
/** Fills an empty world: namespaces, the Service `kubernetes`, so many nodes (minikube, minikube-m02, ...), and minikube's addons. */
export declare function bootstrap(world: World, api: Operations, nodes?: number, addons?: readonly string[]): void;
/** `minikube`, `minikube-m02`, `minikube-m03`, ... for 0, 1, 2, ... */
export declare function nodeName(index: number): string;
/** The node's number in its name, from 0. */
export declare function nodeIndex(name: string): number;
/** 192.168.49.2 for the first node, and so on. Undefined for a name that minikube does not give. */
export declare function nodeAddress(name: string): string | undefined;
/** Adds the next node, Ready and switched on (whatever an earlier one of its name was); returns it. */
export declare function addNode(world: World, api: Operations): Node;
/** What a healthy kubelet reports. `before` keeps the times of conditions that stay as they are. */
export declare function healthyConditions(now: string, before: readonly NodeCondition[] | undefined): NodeCondition[];
