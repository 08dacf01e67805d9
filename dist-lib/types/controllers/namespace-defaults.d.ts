import type { Controller } from './controller.ts';
export declare const serviceAccountController: Controller;
export declare const rootCertificateController: Controller;
/** Looks like a certificate; the simulated network does not look into it. */
export declare const ROOT_CERTIFICATE: string;
