/** Nodes by the names that minikube knows them by. */
import { device } from '../kernel/sys.ts';
import type { Sys } from '../kernel/types.ts';
import { ExitError } from './output.ts';
import type { Machine, MinikubeRequest } from './types.ts';

const CLUSTER = 'minikube';

/** Asks the device. */
export function* ask<T>(request: MinikubeRequest): Sys<T> {
  return yield* device<T>('minikube', request);
}

export function* machines(): Sys<readonly Machine[]> {
  return yield* ask<readonly Machine[]>({ op: 'nodes' });
}

/** The node of that name, with or without the cluster's before it: `m02`, `minikube-m02`; '' is the control plane's. */
export function* retrieve(name: string): Sys<Machine> {
  const all = yield* machines();
  const found = all.find((one) => one.name === name || one.name === `${CLUSTER}-${name}` || (name === '' && one.primary));
  if (!found) throw new ExitError('GUEST_NODE_RETRIEVE', 85, `retrieving node: Could not find node ${name}`);
  return found;
}
