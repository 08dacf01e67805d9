/** Pod addresses: one after the other from the node's podCIDR, so that none is seen twice until all were used. */
import type { Node } from '../kinds/objects.ts';
import type { Entries } from '../world/entries.ts';
import type { World } from '../world/world.ts';

/** The first address is the bridge's (10.244.0.1), the last the broadcast. */
const FIRST = 2;

/** The next address to try, and those in use with the Pod's uid. */
interface Pool {
  next: number;
  readonly used: Record<string, string>;
}

/** By node. */
const pools = (world: World): Entries<Pool> => world.entries('pod-addresses');

/** Takes an address for a Pod; undefined when the node has none left. */
export function takeAddress(world: World, node: string, uid: string): string | undefined {
  const cidr = world.store.get<Node>('nodes', '', node)?.spec.podCIDR ?? '10.244.0.0/24';
  const [base = '', bits = '24'] = cidr.split('/');
  const last = 2 ** (32 - Number(bits)) - 2;
  const pool = pools(world).of(node, () => ({ next: FIRST, used: {} }));
  for (let tried = FIRST; tried <= last; tried++) {
    const address = plus(base, pool.next);
    pool.next = pool.next >= last ? FIRST : pool.next + 1;
    if (pool.used[address]) continue;
    pool.used[address] = uid;
    return address;
  }
  return undefined;
}

export function giveAddress(world: World, node: string, address: string): void {
  const pool = pools(world).get(node);
  if (pool) delete pool.used[address];
}

function plus(address: string, offset: number): string {
  const dot = address.lastIndexOf('.');
  const last = Number(address.slice(dot + 1)) + offset;
  if (last < 256) return `${address.slice(0, dot)}.${last}`;
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) + offset;
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
