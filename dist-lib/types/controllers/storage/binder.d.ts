import type { Controller } from '../controller.ts';
export declare const volumeBinder: Controller;
