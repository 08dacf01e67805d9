import { createdAtColumn, nameColumn } from '../columns.ts';
import { define } from '../define.ts';
import { fill, within } from '../fill.ts';
import type { CustomResourceDefinition } from '../objects.ts';

/** Keeps a definition until its objects are gone. */
export const CLEANUP = 'customresourcecleanup.apiextensions.k8s.io';
/** A kind of one's own. */
export const customResourceDefinitions = define<CustomResourceDefinition>('apiextensions.k8s.io/v1', 'customresourcedefinitions', {
  generation: ['spec'],
  defaults: (crd) =>
    within(crd, 'spec', (spec) =>
      within(fill(spec, { conversion: { strategy: 'None' } }), 'names', (names) =>
        fill(names, { singular: names.kind?.toLowerCase() ?? '', listKind: `${names.kind}List` }),
      ),
    ),
  prepareCreate: (crd) => ({
    ...crd,
    status: { acceptedNames: { kind: '', plural: '' }, conditions: [], storedVersions: storageVersions(crd) },
  }),
  prepareUpdate: (crd) => {
    const stored = crd.status.storedVersions ?? [];
    const added = storageVersions(crd).filter((name) => !stored.includes(name));
    return added.length === 0 ? crd : { ...crd, status: { ...crd.status, storedVersions: [...stored, ...added] } };
  },
  markDeleted: (crd) => ({
    ...crd,
    metadata: { ...crd.metadata, finalizers: [...new Set([...(crd.metadata.finalizers ?? []), CLEANUP])] },
  }),
  columns: [nameColumn, createdAtColumn],
});

function storageVersions({ spec }: CustomResourceDefinition): string[] {
  return (spec.versions ?? [])
    .filter(({ storage }) => storage)
    .slice(0, 1)
    .map(({ name }) => name);
}
