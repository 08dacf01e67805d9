import type { Controller } from './controller.ts';
export declare const garbageCollector: Controller;
