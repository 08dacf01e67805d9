/** Writes to the parts of a Pod that have a subresource of their own: only these parts are taken from what is sent (source: pkg/registry/core/pod/strategy.go). */
import type { Pod } from '../objects.ts';
import type { Container } from '../types.gen.ts';

/** The old Pod with what that subresource changes of the new one. */
type Take = (pod: Pod, old: Pod) => Pod;

const PARTS: Readonly<Record<string, Take>> = {
  ephemeralcontainers: (pod, old) => ({
    ...old,
    metadata: pod.metadata,
    spec: withEphemeral(old.spec, pod.spec.ephemeralContainers),
  }),
  resize: (pod, old) => ({
    ...old,
    metadata: pod.metadata,
    spec: {
      ...old.spec,
      containers: resized(pod.spec.containers, old.spec.containers),
      ...(old.spec.initContainers && { initContainers: resized(pod.spec.initContainers ?? [], old.spec.initContainers) }),
    },
  }),
};

function withEphemeral({ ephemeralContainers: _, ...spec }: Pod['spec'], now: Pod['spec']['ephemeralContainers']): Pod['spec'] {
  return { ...spec, ...(now && { ephemeralContainers: now }) };
}

export function preparePodUpdate(pod: Pod, old: Pod, { subresource = '' }: { readonly subresource?: string }): Pod {
  return PARTS[subresource]?.(pod, old) ?? pod;
}

function resized(now: readonly Container[], before: readonly Container[]): Container[] {
  return before.map((container) => {
    const { resources, resizePolicy } = now.find(({ name }) => name === container.name) ?? container;
    return { ...container, ...(resources && { resources }), ...(resizePolicy && { resizePolicy }) };
  });
}
