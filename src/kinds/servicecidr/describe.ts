import { type Describer, timeText, writeEvents, writeHead } from '../describe.ts';
import type { ServiceCIDR } from './index.ts';

export const describeServiceCIDR: Describer<ServiceCIDR> = function* (one, w, context) {
  writeHead(w, one);
  w.write(0, `CIDRs:\t${(one.spec.cidrs ?? []).join(', ')}\n`);
  const conditions = one.status?.conditions ?? [];
  if (conditions.length > 0) {
    w.write(0, 'Status:\nConditions:\n');
    w.write(1, 'Type\tStatus\tLastTransitionTime\tReason\tMessage\n');
    w.write(1, '----\t------\t------------------\t------\t-------\n');
  }
  for (const { type, status, lastTransitionTime, reason, message } of conditions) {
    w.write(1, `${type}\t${status}\t${timeText(lastTransitionTime)}\t${reason}\t${message}\n`);
  }
  yield* writeEvents(w, one, context);
};
