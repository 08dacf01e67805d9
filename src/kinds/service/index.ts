import { formatLabels } from '../../api/values/selector.ts';
import { ageColumn, balancedAt, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { Service } from '../objects.ts';
import { freshService } from './fresh.ts';

/** One name and address for the Pods that it selects. */
export const services = define<Service>('v1', 'services', {
  ...freshService,
  nameCheck: 'dns1123label',
  selectableFields: { 'spec.clusterIP': ({ spec }) => spec.clusterIP ?? '', 'spec.type': ({ spec }) => spec.type ?? '' },
  columns: [
    nameColumn,
    text('Type', ({ spec }) => spec.type ?? ''),
    text('Cluster-IP', ({ spec }) => spec.clusterIPs?.[0] ?? '<none>'),
    text('External-IP', externalAddress),
    text('Port(s)', portsText),
    ageColumn,
    text('Selector', ({ spec }) => formatLabels(spec.selector), true),
  ],
});

function externalAddress({ spec, status }: Service): string {
  const own = spec.externalIPs ?? [];
  if (spec.type === 'ExternalName') return spec.externalName ?? '';
  if (spec.type !== 'LoadBalancer') return own.join(',') || '<none>';
  return [...balancedAt(status), ...own].join(',') || '<pending>';
}

/** `80:31234/TCP,443/TCP` */
function portsText({ spec }: Service): string {
  return (
    (spec.ports ?? []).map(({ port, nodePort, protocol }) => `${port}${nodePort ? `:${nodePort}` : ''}/${protocol}`).join(',') || '<none>'
  );
}
