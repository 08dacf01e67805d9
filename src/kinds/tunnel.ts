/** Whether `minikube tunnel` runs: a fact of the laptop that load balancers and the network share. */
import type { World } from '../world/world.ts';

export interface TunnelState {
  /** How many `minikube tunnel` run. */
  clients: number;
  /** Whether any does: then the laptop can reach cluster IPs. */
  running: boolean;
}

/** The world's slot `tunnel`. */
export function tunnelState(world: World): TunnelState {
  return world.slot<TunnelState>('tunnel', () => ({ clients: 0, running: false }));
}
