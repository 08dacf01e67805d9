import type { Process, Sys } from '../kernel/types.ts';
import { type Command } from './cli.ts';
/** The whole command tree, for completion too. */
export declare const MINIKUBE_COMMAND: Command;
/** The program `minikube`. Ends with the exit code of the real one. */
export declare function minikube(process: Process): Sys<number>;
