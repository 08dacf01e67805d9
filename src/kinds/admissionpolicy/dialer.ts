/** How the API server reaches a webhook. Code, not state: set when a cluster gets its network. */
import type { World } from '../../world/world.ts';

export interface HookRequest {
  /** Where to connect: an address, or a name that is looked up. */
  readonly host: string;
  readonly port: number;
  /** With query. */
  readonly path: string;
  readonly body: string;
}

/** What came of it: an answer, or why there is none, as Go's client says it. */
export type HookAnswer = { readonly status: number; readonly body: string } | { readonly error: string };

export type HookDialer = (request: HookRequest) => HookAnswer;

const dialers = new WeakMap<World, HookDialer>();

export function setHookDialer(world: World, dialer: HookDialer): void {
  dialers.set(world, dialer);
}

/** Undefined in a world without a network. */
export const hookDialer = (world: World): HookDialer | undefined => dialers.get(world);
