import type { KubeObject } from '../../world/object.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import { implied } from '../implied.ts';
import type { Service } from '../objects.ts';

export interface IPAddress extends KubeObject {
  readonly spec: {
    readonly parentRef?: { readonly group?: string; readonly name?: string; readonly namespace?: string; readonly resource?: string };
  };
}

/** The addresses that Services have. */
export const ipAddresses = define<IPAddress>('networking.k8s.io/v1', 'ipaddresses', {
  implied: (world) =>
    world.store.list<Service>('services').flatMap((service) => addressesOf(service).map((ip) => addressOf(world, service, ip))),
  columns: [
    nameColumn,
    text('ParentRef', ({ spec: { parentRef: of } }) => [of?.group, of?.resource, of?.namespace, of?.name].filter(Boolean).join('/')),
    ageColumn,
  ],
});

const addressesOf = ({ spec }: Service) => (spec.clusterIPs ?? []).filter((ip) => ip !== '' && ip !== 'None');

function addressOf(world: Parameters<typeof implied>[0], service: Service, ip: string): IPAddress {
  const { name, namespace } = service.metadata;
  return implied<IPAddress>(
    world,
    { apiVersion: 'networking.k8s.io/v1', kind: 'IPAddress', spec: { parentRef: { group: '', name, namespace, resource: 'services' } } },
    {
      labels: { 'ipaddress.kubernetes.io/ip-family': 'IPv4', 'ipaddress.kubernetes.io/managed-by': 'ipallocator.k8s.io' },
      name: ip,
    },
    service,
  );
}
