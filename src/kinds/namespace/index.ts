import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { Namespace } from '../objects.ts';
import { freshNamespace } from './fresh.ts';

/** Namespaces that the cluster itself needs (admission plugin NamespaceLifecycle). */
const IMMORTAL = ['default', 'kube-system', 'kube-public'];

/** A group of objects; deletion waits until its `kubernetes` finalizer is taken off, when nothing is left in it. */
export const namespaces = define<Namespace>('v1', 'namespaces', {
  ...freshNamespace,
  nameCheck: 'dns1123label',
  refuseDelete: ({ metadata }) => (IMMORTAL.includes(metadata.name) ? 'this namespace may not be deleted' : undefined),
  holdsDeletion: ({ spec }) => (spec.finalizers?.length ?? 0) > 0,
  markDeleted: (namespace) => ({ ...namespace, status: { ...namespace.status, phase: 'Terminating' } }),
  selectableFields: { 'status.phase': ({ status }) => status.phase ?? '' },
  columns: [nameColumn, text('Status', ({ status }) => status.phase ?? ''), ageColumn],
});
