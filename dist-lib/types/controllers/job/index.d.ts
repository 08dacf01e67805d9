import type { Controller } from '../controller.ts';
export declare const jobController: Controller;
