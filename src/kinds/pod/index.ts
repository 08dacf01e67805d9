import { define } from '../define.ts';
import type { Pod } from '../objects.ts';
import { admitPod, statedPod } from './admission.ts';
import { podColumns } from './columns.ts';
import { defaultPod } from './defaults.ts';
import { preparePodUpdate } from './subresources.ts';

/** Containers that run together on one node. */
export const pods = define<Pod>('v1', 'pods', {
  generation: ['spec'],
  keptByStatus: ['ownerReferences'],
  defaults: defaultPod,
  prepareCreate: admitPod,
  stated: statedPod,
  prepareUpdate: preparePodUpdate,
  graceSeconds,
  selectableFields: {
    'spec.nodeName': ({ spec }) => spec.nodeName ?? '',
    'spec.restartPolicy': ({ spec }) => spec.restartPolicy ?? '',
    'spec.schedulerName': ({ spec }) => spec.schedulerName ?? '',
    'spec.serviceAccountName': ({ spec }) => spec.serviceAccountName ?? '',
    'spec.hostNetwork': ({ spec }) => String(spec.hostNetwork ?? false),
    'status.phase': ({ status }) => status.phase ?? '',
    'status.podIP': ({ status }) => status.podIP ?? '',
    'status.podIPs': ({ status }) => status.podIPs?.map(({ ip }) => ip).join(',') ?? '',
    'status.nominatedNodeName': ({ status }) => status.nominatedNodeName ?? '',
  },
  columns: podColumns,
});

/** Pods that no kubelet runs (unscheduled, or finished) go at once. */
function graceSeconds({ spec, status }: Pod, requested: number | undefined): number {
  if (!spec.nodeName || status.phase === 'Succeeded' || status.phase === 'Failed') return 0;
  return requested ?? spec.terminationGracePeriodSeconds ?? 30;
}
