import { formatLabels } from '../../api/values/selector.ts';
import { ageColumn, balancedAt, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { Service } from '../objects.ts';
import { freshService } from './fresh.ts';
import { validateService, validateServiceUpdate } from './validation.ts';

/** One name and address for the Pods that it selects. */
export const services = define<Service>('v1', 'services', {
  ...freshService,
  nameCheck: 'dns1123label',
  validate: validateService,
  warnings,
  validateUpdate: validateServiceUpdate,
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

/** What the server takes and does not use (source: pkg/api/service/warnings.go). */
function warnings({ metadata, spec }: Service): string[] {
  const found: string[] = [];
  if (metadata.annotations?.['service.kubernetes.io/topology-aware-hints'] !== undefined)
    found.push(
      'annotation service.kubernetes.io/topology-aware-hints is deprecated, please use service.kubernetes.io/topology-mode instead',
    );
  if (spec.type === 'ClusterIP' && spec.clusterIP === 'None') {
    if (spec.loadBalancerIP) found.push('spec.loadBalancerIP is ignored for headless services');
    if (spec.externalIPs?.length) found.push('spec.externalIPs is ignored for headless services');
    if (spec.sessionAffinity && spec.sessionAffinity !== 'None') found.push('spec.SessionAffinity is ignored for headless services');
  }
  if (spec.type === 'ExternalName' && spec.externalIPs?.length) found.push('spec.externalIPs is ignored when spec.type is "ExternalName"');
  if (spec.type !== 'ExternalName' && spec.externalName) found.push('spec.externalName is ignored when spec.type is not "ExternalName"');
  if (spec.trafficDistribution === 'PreferClose') found.push('spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"');
  return found;
}
