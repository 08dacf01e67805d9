import type { Controller } from './controller.ts';
export declare const controllers: readonly Controller[];
