/** The resolver's settings of a Pod: servers, search list and options (source: the docs "DNS for Services and Pods"). */
import type { Node, Pod } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';
import { LAPTOP_ADDRESS } from './objects.ts';

export const CLUSTER_DNS = '10.96.0.10';
export const CLUSTER_DOMAIN = 'cluster.local';
/** What resolv.conf means without an option ndots. */
const DEFAULT_NDOTS = 1;

export interface ResolverConfig {
  readonly servers: readonly string[];
  readonly search: readonly string[];
  readonly options: readonly string[];
}

/** The names and servers that a Pod's resolver uses. */
export function resolverConfig(world: World, pod: Pod): ResolverConfig {
  const policy = pod.spec.hostNetwork && pod.spec.dnsPolicy === 'ClusterFirst' ? 'Default' : pod.spec.dnsPolicy;
  const extra = pod.spec.dnsConfig;
  const options = (extra?.options ?? []).map(({ name, value }) => (value === undefined ? (name ?? '') : `${name}:${value}`));
  const node = world.store.get<Node>('nodes', '', pod.spec.nodeName ?? '');
  const base =
    policy === 'None'
      ? { servers: [], search: [], options: [] }
      : policy === 'Default'
        ? { servers: [node ? LAPTOP_ADDRESS : ''], search: [], options: ['ndots:0'] }
        : {
            servers: [CLUSTER_DNS],
            search: [`${pod.metadata.namespace}.svc.${CLUSTER_DOMAIN}`, `svc.${CLUSTER_DOMAIN}`, CLUSTER_DOMAIN],
            options: ['ndots:5'],
          };
  const replaced = new Set(options.map((option) => option.split(':')[0]));
  return {
    servers: [...base.servers, ...(extra?.nameservers ?? [])].slice(0, 3),
    search: [...base.search, ...(extra?.searches ?? [])],
    options: [...base.options.filter((option) => !replaced.has(option.split(':')[0])), ...options],
  };
}

/** How many dots make a name be tried as it is first. */
export function ndotsOf({ options }: ResolverConfig): number {
  const given = options.find((option) => option.startsWith('ndots:'));
  return given === undefined ? DEFAULT_NDOTS : Number(given.slice('ndots:'.length));
}
