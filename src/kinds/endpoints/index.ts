import { isIPv6 } from '../../api/values/names.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { Endpoints } from '../objects.ts';
import type { EndpointSubset } from '../types.gen.ts';
import { freshEndpoints } from './fresh.ts';

const SHOWN = 3;

/** Where a Service leads, in the form before EndpointSlices. */
export const endpoints = define<Endpoints>('v1', 'endpoints', {
  ...freshEndpoints,
  deprecation: 'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
  columns: [nameColumn, text('Endpoints', ({ subsets }) => addressesText(subsets ?? [])), ageColumn],
});

/** `10.244.0.5:80,10.244.0.6:80,10.244.0.7:80 + 1 more...` */
export function addressesText(subsets: readonly EndpointSubset[]): string {
  if (subsets.length === 0) return '<none>';
  const all = subsets.flatMap(({ addresses, ports }) => {
    const ips = (addresses ?? []).map(({ ip }) => ip);
    if (!ports?.length) return ips;
    return ports.flatMap(({ port }) => ips.map((ip) => `${isIPv6(ip) ? `[${ip}]` : ip}:${port}`));
  });
  return shortened(all);
}

/** The first few of a list, and how many more there are. */
export function shortened(all: readonly string[]): string {
  const shown = all.slice(0, SHOWN).join(',');
  return all.length > SHOWN ? `${shown} + ${all.length - SHOWN} more...` : shown;
}
