/** Connects controllers to the world: changes make keys dirty, queues reconcile them, failures of the API are tried again later. */
import { ApiError } from '../api/errors.ts';
import type { Operations } from '../api/operations.ts';
import type { World } from '../world/world.ts';
import type { Controller } from './controller.ts';
/** In `watches`: every resource. */
export declare const ANY = "*";
/** Registers the controllers' queues on the world and feeds them with its changes. Call once per world, before the first write. */
export declare function runControllers(world: World, api: Operations, controllers: readonly Controller[]): void;
/** Whether a thrown value is the API's refusal (for that reason, if one is given), and not a programming error. */
export declare function isApiError(error: unknown, reason?: string): error is ApiError;
