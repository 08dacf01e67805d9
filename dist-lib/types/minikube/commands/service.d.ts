/** minikube service and tunnel: the ways from the laptop to a Service. */
import type { Command } from '../cli.ts';
export declare const service: Command;
export declare const tunnel: Command;
