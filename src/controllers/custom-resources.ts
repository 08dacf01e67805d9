/** CustomResourceDefinitions: their names are accepted, they are established, and when they go their objects go first. */
import { equal } from '../api/equal.ts';
import { formatTime } from '../api/values/duration.ts';
import { CRDS } from '../kinds/customresourcedefinition/custom.ts';
import { CLEANUP } from '../kinds/customresourcedefinition/index.ts';
import type { CustomResourceDefinition } from '../kinds/objects.ts';
import type { CustomResourceDefinitionCondition } from '../kinds/types.gen.ts';
import type { Controller } from './controller.ts';
import { keyOf, splitKey } from './owners.ts';

export const customResourceController: Controller = {
  name: 'apiextensions-apiserver',
  latencyMs: 50,
  watches: { [CRDS]: ({ type, object }) => (type === 'DELETED' ? [] : [keyOf(object)]) },
  reconcile(context, key) {
    const { world, api } = context;
    const crd = world.store.get<CustomResourceDefinition>(CRDS, ...splitKey(key));
    if (!crd) return;
    if (crd.metadata.deletionTimestamp) {
      const resource = crd.metadata.name;
      const objects = world.store.list(resource);
      for (const { metadata } of objects) if (!metadata.deletionTimestamp) api.delete(resource, metadata.namespace ?? '', metadata.name);
      if (world.store.list(resource).length > 0) return context.requeueAfter(key, 1000);
      const finalizers = (crd.metadata.finalizers ?? []).filter((one) => one !== CLEANUP);
      api.update<CustomResourceDefinition>(CRDS, { ...crd, metadata: { ...crd.metadata, finalizers } });
      return;
    }
    if (crd.status.conditions?.length) {
      if (!equal(crd.status.acceptedNames, crd.spec.names))
        api.updateStatus<CustomResourceDefinition>(CRDS, { ...crd, status: { ...crd.status, acceptedNames: crd.spec.names } });
      return;
    }
    const lastTransitionTime = formatTime(world.now);
    const condition = (type: string, reason: string, message: string): CustomResourceDefinitionCondition => ({
      type,
      status: 'True',
      reason,
      message,
      lastTransitionTime,
    });
    api.updateStatus<CustomResourceDefinition>(CRDS, {
      ...crd,
      status: {
        ...crd.status,
        acceptedNames: crd.spec.names,
        conditions: [
          condition('NamesAccepted', 'NoConflicts', 'no conflicts found'),
          condition('Established', 'InitialNamesAccepted', 'the initial names have been accepted'),
        ],
      },
    });
  },
};
