/** The controllers that a fresh cluster needs before any client asked for anything, in the order in which they see a change. */
import type { Controller } from './controller.ts';
export declare const freshControllers: readonly Controller[];
