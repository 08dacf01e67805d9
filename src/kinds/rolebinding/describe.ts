import { type Describer, writeAnnotations, writeLabels } from '../describe.ts';
import type { ClusterRoleBinding, RoleBinding } from '../objects.ts';

/** Of RoleBindings and ClusterRoleBindings. */
// biome-ignore lint/correctness/useYield: describers are generators
export const describeBinding: Describer<RoleBinding | ClusterRoleBinding> = function* ({ metadata, roleRef, subjects }, w) {
  w.write(0, `Name:\t${metadata.name}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  w.write(0, 'Role:\n');
  w.write(1, `Kind:\t${roleRef.kind}\n`);
  w.write(1, `Name:\t${roleRef.name}\n`);
  w.write(0, 'Subjects:\n');
  w.write(1, 'Kind\tName\tNamespace\n');
  w.write(1, '----\t----\t---------\n');
  for (const { kind, name, namespace = '' } of subjects ?? []) w.write(1, `${kind}\t${name}\t${namespace}\n`);
};
