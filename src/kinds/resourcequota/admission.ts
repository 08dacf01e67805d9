/** Refuses what would exceed a quota, and books what does not (source: apiserver's admission plugin ResourceQuota). */
import type { Admission } from '../../api/admission.ts';
import { forbiddenError } from '../../api/errors.ts';
import { compareQuantity, parseQuantity } from '../../api/values/quantity.ts';
import type { Pod, ResourceQuota } from '../objects.ts';
import { addUsage, formatUsage, growth, inScope, limited, parseUsage, type Usage, unnamed, usageOf } from './usage.ts';

/** Kinds whose updates may use more. */
const GROWING = ['persistentvolumeclaims', 'services'];

export const quotaAdmission: Admission = {
  admit(kind, object, old, { world, dryRun }, api) {
    if (!kind.namespaced || world.store.count('resourcequotas') === 0) return;
    if (old && !(kind.group === '' && GROWING.includes(kind.plural))) return;
    const { namespace = '', name } = object.metadata;
    const quotas = world.store.list<ResourceQuota>('resourcequotas', namespace).filter((quota) => inScope(quota, kind, object));
    if (quotas.length === 0) return;
    const wanted = growth(usageOf(kind, object), old ? usageOf(kind, old) : {});
    const refuse = (why: string): never => {
      throw forbiddenError(kind, name, why);
    };
    const booked: ResourceQuota[] = [];
    for (const quota of quotas) {
      const requested = limited(quota, wanted);
      if (kind.plural === 'pods' && kind.group === '') {
        const missing = unnamed(quota, object as Pod);
        if (missing !== '') refuse(`failed quota: ${quota.metadata.name}: must specify ${missing}`);
      }
      if (Object.keys(requested).length === 0) continue;
      const { hard, used } = quota.status;
      if (!hard) refuse(`status unknown for quota: ${quota.metadata.name}, resources: ${Object.keys(requested).sort().join(',')}`);
      const now = addUsage(parseUsage(used), requested);
      const over = Object.keys(requested).filter(
        (one) => hard?.[one] !== undefined && compareQuantity(now[one] ?? parseQuantity(0), parseQuantity(hard[one])) > 0,
      );
      if (over.length > 0) {
        const part = (usage: Usage): string => list(usage, over);
        const texts = `requested: ${part(requested)}, used: ${part(parseUsage(used))}, limited: ${part(parseUsage(hard))}`;
        refuse(`exceeded quota: ${quota.metadata.name}, ${texts}`);
      }
      booked.push({ ...quota, status: { ...quota.status, used: formatUsage(now) } });
    }
    if (!dryRun) for (const quota of booked) world.as('kube-apiserver', 0, () => api.updateStatus<ResourceQuota>('resourcequotas', quota));
  },
};

/** `cpu=1,pods=2` of the names that matter. */
function list(usage: Usage, names: readonly string[]): string {
  const texts = formatUsage(usage);
  return [...names]
    .sort()
    .map((name) => `${name}=${texts[name] ?? '0'}`)
    .join(',');
}
