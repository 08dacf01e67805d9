import { canonicalQuantity } from '../../api/values/quantity.ts';
import type { Describer, DescribeWriter } from '../describe.ts';
import type { ResourceQuota } from '../objects.ts';

/** What each scope selects, in one line. */
const SCOPE_HELP: Readonly<Record<string, string>> = {
  Terminating:
    'Matches all pods that have an active deadline. These pods have a limited lifespan on a node before being actively terminated by the system.',
  NotTerminating:
    'Matches all pods that do not have an active deadline. These pods usually include long running pods whose container command is not expected to terminate.',
  BestEffort: 'Matches all pods that do not have resource requirements set. These pods have a best effort quality of service.',
  NotBestEffort:
    'Matches all pods that have at least one resource requirement set. These pods have a burstable or guaranteed quality of service.',
};

// biome-ignore lint/correctness/useYield: describers are generators
export const describeResourceQuota: Describer<ResourceQuota> = function* (quota, w) {
  w.write(0, `Name:\t${quota.metadata.name}\n`);
  w.write(0, `Namespace:\t${quota.metadata.namespace ?? ''}\n`);
  writeQuota(w, quota, 0, ' * ', '----');
};

/** The section of a Namespace's description. */
export function writeQuotas(w: DescribeWriter, quotas: readonly ResourceQuota[]): void {
  if (quotas.length === 0) {
    w.write(0, 'No resource quota.\n');
    return;
  }
  w.write(0, 'Resource Quotas\n');
  for (const quota of [...quotas].sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))) {
    w.write(1, `Name:\t${quota.metadata.name}\n`);
    writeQuota(w, quota, 1, '* ', '---');
  }
}

function writeQuota(w: DescribeWriter, { spec, status }: ResourceQuota, level: number, bullet: string, rule: string): void {
  const scopes = [...(spec.scopes ?? [])].sort();
  if (scopes.length > 0) w.write(level, `Scopes:\t${scopes.join(', ')}\n`);
  for (const scope of scopes) if (SCOPE_HELP[scope]) w.write(level, `${bullet}${SCOPE_HELP[scope]}\n`);
  w.write(level, 'Resource\tUsed\tHard\n');
  w.write(level, `--------\t${rule}\t${rule}\n`);
  const hard = (status.hard ?? {}) as Readonly<Record<string, string | number>>;
  const used = (status.used ?? {}) as Readonly<Record<string, string | number>>;
  for (const name of Object.keys(hard).sort())
    w.write(level, `${name}\t${canonicalQuantity(used[name] ?? 0)}\t${canonicalQuantity(hard[name] ?? 0)}\n`);
}
