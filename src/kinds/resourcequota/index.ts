import { canonicalQuantity } from '../../api/values/quantity.ts';
import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { ResourceQuota } from '../objects.ts';

/** What a namespace may use at most. */
export const resourceQuotas = define<ResourceQuota>('v1', 'resourcequotas', {
  columns: [
    nameColumn,
    text('Request', (quota) => amounts(quota, (name) => !name.startsWith('limits'))),
    text('Limit', (quota) => amounts(quota, (name) => name.startsWith('limits'))),
    ageColumn,
  ],
});

/** `pods: 2/10, requests.cpu: 500m/1` */
function amounts({ status }: ResourceQuota, wanted: (name: string) => boolean): string {
  return Object.keys(status.hard ?? {})
    .filter(wanted)
    .sort()
    .map((name) => `${name}: ${canonicalQuantity(status.used?.[name] ?? 0)}/${canonicalQuantity(status.hard?.[name] ?? 0)}`)
    .join(', ');
}
