import type { Controller } from '../controller.ts';
export declare const scheduler: Controller;
