import { type Controller } from '../controller.ts';
export declare const deploymentController: Controller;
