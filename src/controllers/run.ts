/** Connects controllers to the world: changes make keys dirty, queues reconcile them, failures of the API are tried again later. */
import { ApiError } from '../api/errors.ts';
import type { Operations } from '../api/operations.ts';
import type { Change, ResourceName } from '../world/object.ts';
import type { World } from '../world/world.ts';
import type { Controller, ControllerContext } from './controller.ts';

const DEFAULT_LATENCY_MS = 10;
/** Exponential back-off of a failing key, as the workqueue's default limiter has it. */
const RETRY_BASE_MS = 5;
const RETRY_MAX_MS = 1_000_000;

/** In `watches`: every resource. */
export const ANY = '*';

type KeysOf = (change: Change, world: World) => Iterable<string>;

/** Registers the controllers' queues on the world and feeds them with its changes. Call once per world, before the first write. */
export function runControllers(world: World, api: Operations, controllers: readonly Controller[]): void {
  const watchers = new Map<ResourceName, { readonly queue: string; readonly keysOf: KeysOf }[]>();
  for (const controller of controllers) {
    const context: ControllerContext = { world, api, requeueAfter: (key, ms) => world.queues.addAfter(controller.name, key, ms) };
    const { name, latencyMs = DEFAULT_LATENCY_MS, spacingMs } = controller;
    world.queues.register(name, latencyMs, (key) => reconcile(controller, context, key), spacingMs);
    for (const [resource, keysOf] of Object.entries(controller.watches)) {
      const found = watchers.get(resource);
      if (found) found.push({ queue: controller.name, keysOf });
      else watchers.set(resource, [{ queue: controller.name, keysOf }]);
    }
  }
  const tell = (change: Change, resource: ResourceName): void => {
    const watching = watchers.get(resource);
    if (!watching) return;
    for (const { queue, keysOf } of watching) for (const key of keysOf(change, world)) world.queues.add(queue, key, change.revision);
  };
  world.store.subscribe((change) => {
    tell(change, change.resource);
    tell(change, ANY);
  });
}

/** How often a key failed in a row, by controller. */
const retriesOf = (world: World) => world.slot<Record<string, Record<string, number>>>('controller-retries', () => ({}));

/** An error of the API is a reason to try again; any other is a bug and goes up. */
function reconcile(controller: Controller, context: ControllerContext, key: string): void {
  const { world } = context;
  try {
    controller.reconcile(context, key);
    const failed = retriesOf(world)[controller.name];
    if (failed?.[key] !== undefined) delete failed[key];
  } catch (error) {
    if (!isApiError(error)) throw error;
    const failed = (retriesOf(world)[controller.name] ??= {});
    const count = failed[key] ?? 0;
    failed[key] = count + 1;
    context.requeueAfter(key, Math.min(RETRY_BASE_MS * 2 ** count, RETRY_MAX_MS));
  }
}

/** Whether a thrown value is the API's refusal (for that reason, if one is given), and not a programming error. */
export function isApiError(error: unknown, reason?: string): error is ApiError {
  return error instanceof ApiError && (reason === undefined || error.reason === reason);
}
