/** Rules for serviceaccounts. */

import type { Rules } from '../../api/kind.ts';
import type { ServiceAccount } from '../objects.ts';

/** Who a Pod is for the API server. */
const MOUNTABLE = 'kubernetes.io/enforce-mountable-secrets';

export const serviceAccountRules: Rules<ServiceAccount> = {
  warnings: ({ metadata }) =>
    metadata.annotations?.[MOUNTABLE] === undefined
      ? []
      : [`metadata.annotations[${MOUNTABLE}]: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets`],
};
