import type { Behaviour } from '../define.ts';
import type { Namespace } from '../objects.ts';

const NAME_LABEL = 'kubernetes.io/metadata.name';

export const freshNamespace: Behaviour<Namespace> = {
  prepareCreate: (namespace) => ({
    ...namespace,
    metadata: { ...namespace.metadata, labels: { ...namespace.metadata.labels, [NAME_LABEL]: namespace.metadata.name } },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  }),
  prepareUpdate: (namespace, old, { trusted }) => ({
    ...namespace,
    metadata: { ...namespace.metadata, labels: { ...namespace.metadata.labels, [NAME_LABEL]: namespace.metadata.name } },
    spec: (trusted ? namespace : old).spec,
  }),
};
