/** Values that a Pod may ask about itself (the downward API): for environment variables and for files. */
import { parseQuantity } from '../api/values/quantity.ts';
import type { Node, Pod } from '../kinds/objects.ts';
import type { Container, ObjectFieldSelector, ResourceFieldSelector } from '../kinds/types.gen.ts';
import type { KubeObject } from '../world/object.ts';
import type { World } from '../world/world.ts';
import { nodeAddressOf } from './nodes.ts';

/** What the fields are of; `ip` is '' before the Pod has one. */
export interface FieldSource {
  readonly world: World;
  readonly pod: Pod;
  readonly ip: string;
  /** Objects to be taken as they were: by `configmaps/name`. */
  readonly held?: Readonly<Record<string, KubeObject>> | undefined;
}

/** The value of a fieldRef. Throws Error for a path that does not exist. */
export function fieldValue({ world, pod, ip }: FieldSource, { fieldPath }: ObjectFieldSelector): string {
  const { metadata, spec } = pod;
  const hostIP = nodeAddressOf(world, spec.nodeName ?? '');
  const podIP = spec.hostNetwork ? hostIP : ip;
  const one = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(fieldPath);
  if (one) return metadata[one[1] as 'labels' | 'annotations']?.[one[2] as string] ?? '';
  switch (fieldPath) {
    case 'metadata.name':
      return metadata.name;
    case 'metadata.namespace':
      return metadata.namespace ?? '';
    case 'metadata.uid':
      return metadata.uid;
    case 'metadata.labels':
    case 'metadata.annotations':
      return Object.entries((fieldPath === 'metadata.labels' ? metadata.labels : metadata.annotations) ?? {})
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
        .join('\n');
    case 'spec.nodeName':
      return spec.nodeName ?? '';
    case 'spec.serviceAccountName':
      return spec.serviceAccountName ?? 'default';
    case 'status.hostIP':
    case 'status.hostIPs':
      return hostIP;
    case 'status.podIP':
    case 'status.podIPs':
      return podIP;
    default:
      throw new Error(`unsupported fieldPath: ${fieldPath}`);
  }
}

/** The value of a resourceFieldRef: in units of the divisor, rounded up. A limit that is not set is the node's allocatable amount. */
export function resourceValue({ world, pod }: FieldSource, container: Container, ref: ResourceFieldSelector): string {
  const [kind = '', ...rest] = ref.resource.split('.');
  const name = rest.join('.');
  const { limits, requests } = container.resources ?? {};
  const node = world.store.get<Node>('nodes', '', pod.spec.nodeName ?? '');
  const amount = (kind === 'limits' ? (limits?.[name] ?? node?.status.allocatable?.[name]) : (requests?.[name] ?? limits?.[name])) ?? '0';
  const given = parseQuantity(ref.divisor ?? '0').nano;
  const divisor = given === 0n ? 1_000_000_000n : given;
  const { nano } = parseQuantity(amount);
  return String((nano + divisor - 1n) / divisor);
}
