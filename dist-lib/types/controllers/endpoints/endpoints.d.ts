import { type Controller } from '../controller.ts';
export declare const endpointsController: Controller;
