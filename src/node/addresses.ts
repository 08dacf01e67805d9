/** Pod addresses: one after the other from the node's podCIDR, so that none is seen twice until all were used. */
import { fromNumber, toNumber } from '../api/values/ipv4.ts';
import type { Node } from '../kinds/objects.ts';
import type { Entries } from '../world/entries.ts';
import type { World } from '../world/world.ts';

/** The first address is the bridge's (10.244.0.1), the last the broadcast. */
const FIRST = 2;

/** The uid of the Pod that has an address, by the address: no two nodes share any. */
const users = (world: World): Entries<string> => world.entries('pod-ips', { fixed: true });

/** The offset of the address to try next, by node. */
const nextOffsets = (world: World): Entries<number> => world.entries('next-pod-ip', { fixed: true });

/** Takes an address for a Pod; undefined when the node has none left. */
export function takeAddress(world: World, node: string, uid: string): string | undefined {
  const cidr = world.store.get<Node>('nodes', '', node)?.spec.podCIDR ?? '10.244.0.0/24';
  const [base = '', bits = '24'] = cidr.split('/');
  const last = 2 ** (32 - Number(bits)) - 2;
  const [used, offsets] = [users(world), nextOffsets(world)];
  let next = offsets.get(node) ?? FIRST;
  for (let tried = FIRST; tried <= last; tried++) {
    const address = plus(base, next);
    next = next >= last ? FIRST : next + 1;
    if (used.has(address)) continue;
    used.set(address, uid);
    offsets.set(node, next);
    return address;
  }
  return undefined;
}

export function giveAddress(world: World, address: string): void {
  users(world).delete(address);
}

function plus(address: string, offset: number): string {
  const dot = address.lastIndexOf('.');
  const last = Number(address.slice(dot + 1)) + offset;
  if (last < 256) return `${address.slice(0, dot)}.${last}`;
  return fromNumber(toNumber(address) + offset);
}
