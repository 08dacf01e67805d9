/** The TTL-after-finished controller: deletes Jobs a while after their end, where they say after how long. */
import type { Job } from '../../kinds/objects.ts';
import type { Controller } from '../controller.ts';
import { keyOf, splitKey } from '../owners.ts';

export const ttlAfterFinishedController: Controller = {
  name: 'ttl-after-finished-controller',
  watches: { 'jobs.batch': ({ type, object }) => (type === 'DELETED' || endOf(object as Job) === undefined ? [] : [keyOf(object)]) },
  reconcile(context, key) {
    const { world, api } = context;
    const [namespace, name] = splitKey(key);
    const job = world.store.get<Job>('jobs.batch', namespace, name);
    const end = job && endOf(job);
    if (!job || end === undefined || job.metadata.deletionTimestamp) return;
    const wait = end + (job.spec.ttlSecondsAfterFinished as number) * 1000 - world.now;
    if (wait > 0) context.requeueAfter(key, wait);
    else api.delete('jobs.batch', namespace, name, { propagationPolicy: 'Foreground', preconditions: { uid: job.metadata.uid } });
  },
};

/** When a Job with a time to live ended, ms. */
function endOf({ spec, status }: Job): number | undefined {
  if (spec.ttlSecondsAfterFinished === undefined) return undefined;
  const condition = status.conditions?.find(({ type, status: is }) => (type === 'Complete' || type === 'Failed') && is === 'True');
  return condition?.lastTransitionTime ? Date.parse(condition.lastTransitionTime) : undefined;
}
