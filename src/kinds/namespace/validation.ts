/** Rules for namespaces (source: pkg/apis/core/validation, ValidateNamespaceStatusUpdate). */
import { invalid } from '../../api/field-errors.ts';
import type { Rules } from '../../api/kind.ts';
import type { Namespace } from '../objects.ts';

export const namespaceRules: Rules<Namespace> = {
  validateStatus: ({ metadata, status: { phase = '' } }) => {
    const going = metadata.deletionTimestamp !== undefined;
    const only = going ? 'Terminating' : 'Active';
    if (phase === only) return [];
    return [invalid('status.Phase', phase, `may only be '${only}' if \`deletionTimestamp\` is ${going ? 'not ' : ''}empty`)];
  },
};
