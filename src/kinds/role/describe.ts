import { type Describer, writeAnnotations, writeLabels } from '../describe.ts';
import type { ClusterRole, Role } from '../objects.ts';
import { compactRules, ruleCells } from './compact.ts';

/** Of Roles and ClusterRoles. */
// biome-ignore lint/correctness/useYield: describers are generators
export const describeRole: Describer<Role | ClusterRole> = function* ({ metadata, rules }, w) {
  w.write(0, `Name:\t${metadata.name}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  w.write(0, 'PolicyRule:\n');
  w.write(1, 'Resources\tNon-Resource URLs\tResource Names\tVerbs\n');
  w.write(1, '---------\t-----------------\t--------------\t-----\n');
  for (const rule of compactRules(rules ?? [])) w.write(1, `${ruleCells(rule).join('\t')}\n`);
};
