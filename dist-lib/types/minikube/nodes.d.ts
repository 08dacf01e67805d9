import type { Sys } from '../kernel/types.ts';
import type { Machine, MinikubeRequest } from './types.ts';
/** Asks the device. */
export declare function ask<T>(request: MinikubeRequest): Sys<T>;
export declare function machines(): Sys<readonly Machine[]>;
/** The node of that name, with or without the cluster's before it: `m02`, `minikube-m02`; '' is the control plane's. */
export declare function retrieve(name: string): Sys<Machine>;
