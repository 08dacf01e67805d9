import type { Controller } from '../controller.ts';
export declare const ephemeralVolumeController: Controller;
export declare const expandController: Controller;
