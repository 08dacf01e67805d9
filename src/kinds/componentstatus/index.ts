import type { KubeObject } from '../../world/object.ts';
import { nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';

interface ComponentStatus extends KubeObject {
  readonly conditions: readonly { readonly type: string; readonly status: string; readonly message?: string; readonly error?: string }[];
}

const healthy = ({ conditions }: ComponentStatus) => conditions.find(({ type }) => type === 'Healthy');

/** Whether the parts of the control plane answer; here they always do. */
export const componentStatuses = define<ComponentStatus>('v1', 'componentstatuses', {
  deprecation: 'v1 ComponentStatus is deprecated in v1.19+',
  implied: () => ['controller-manager', 'etcd-0', 'scheduler'].map(component),
  columns: [
    nameColumn,
    text('Status', (one) => ({ True: 'Healthy', False: 'Unhealthy' })[healthy(one)?.status ?? ''] ?? 'Unknown'),
    text('Message', (one) => healthy(one)?.message ?? ''),
    text('Error', (one) => healthy(one)?.error ?? ''),
  ],
});

/** It is read off the component and not stored: it has neither age nor uid. */
function component(name: string): ComponentStatus {
  const metadata = { name } as KubeObject['metadata'];
  return { apiVersion: 'v1', kind: 'ComponentStatus', metadata, conditions: [{ type: 'Healthy', status: 'True', message: 'ok' }] };
}
