/** Making and deleting Pods for an object that owns them, with the events that tell of it (source: controller_utils' PodControl). */
import type { ApiError } from '../api/errors.ts';
import type { Operations } from '../api/operations.ts';
import type { Pod } from '../kinds/objects.ts';
import type { PodTemplateSpec } from '../kinds/types.gen.ts';
import type { KubeObject, ObjectMeta, Writable } from '../world/object.ts';
import { controllerRef } from './owners.ts';
import { isApiError } from './run.ts';

interface PodControlOptions {
  readonly api: Operations;
  readonly owner: KubeObject;
  /** The controller's name in events. */
  readonly component: string;
}

/**
 * Makes a Pod of the template, owned by `owner`. Its name is `prefix` and five random characters (default: the owner's name and `-`).
 * A refusal is told by an event and returned, but for that of a namespace that is on its way out, which is nobody's fault.
 */
export function createPod(
  { api, owner, component }: PodControlOptions,
  template: PodTemplateSpec | undefined,
  prefix = `${owner.metadata.name}-`,
): ApiError | undefined {
  const { labels, annotations, finalizers } = template?.metadata ?? {};
  try {
    const metadata: Writable<Partial<ObjectMeta>> = { generateName: prefix, ownerReferences: [controllerRef(owner)] };
    if (owner.metadata.namespace) metadata.namespace = owner.metadata.namespace;
    if (labels) metadata.labels = labels;
    if (annotations) metadata.annotations = annotations;
    if (finalizers) metadata.finalizers = finalizers;
    const pod = api.create<Pod>('pods', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata,
      spec: template?.spec ?? { containers: [] },
      status: {},
    });
    api.event(owner, 'Normal', 'SuccessfulCreate', `Created pod: ${pod.metadata.name}`, { component });
    return undefined;
  } catch (error) {
    if (!isApiError(error)) throw error;
    if (error.status.details?.causes?.some((cause) => cause.reason === 'NamespaceTerminating')) return undefined;
    api.event(owner, 'Warning', 'FailedCreate', `Error creating: ${error.message}`, { component });
    return error;
  }
}

/** Deletes a Pod of the owner. A refusal is told by an event and returned; a Pod that is gone already is none. */
export function deletePod({ api, owner, component }: PodControlOptions, { metadata }: Pod): ApiError | undefined {
  try {
    api.delete('pods', metadata.namespace ?? '', metadata.name, { preconditions: { uid: metadata.uid } });
    api.event(owner, 'Normal', 'SuccessfulDelete', `Deleted pod: ${metadata.name}`, { component });
    return undefined;
  } catch (error) {
    if (!isApiError(error)) throw error;
    if (error.reason === 'NotFound') return undefined;
    api.event(owner, 'Warning', 'FailedDelete', `Error deleting: ${error.message}`, { component });
    return error;
  }
}

/** Makes up to `wanted` Pods in batches of 1, 2, 4, ...: where one fails the next batch would too, so it is not tried. */
export function inBatches<E>(wanted: number, make: (index: number) => E | undefined): E | undefined {
  let failure: E | undefined;
  for (let made = 0, batch = 1; made < wanted && !failure; batch *= 2) {
    const end = Math.min(wanted, made + batch);
    for (; made < end; made++) failure = make(made) ?? failure;
  }
  return failure;
}
