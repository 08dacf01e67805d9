import type { Controller, ControllerContext } from './controller.ts';
export declare const API_SERVER_PORT = 8443;
/** The API server's address: the first node's. */
export declare const API_SERVER_IP = "192.168.49.2";
export declare const kubernetesServiceController: Controller;
/** Makes what is missing. */
export declare function ensureKubernetesService({ world, api }: Pick<ControllerContext, 'world' | 'api'>): void;
