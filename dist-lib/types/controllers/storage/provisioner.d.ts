import type { Controller } from '../controller.ts';
/** Keys of volumes have no namespace. */
export declare const hostPathProvisioner: Controller;
