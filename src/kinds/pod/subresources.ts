/** Writes to the parts of a Pod that have a subresource of their own: only these parts are taken from what is sent (source: pkg/registry/core/pod/strategy.go). */
import { equal } from '../../api/equal.ts';
import { duplicate, type FieldError, forbidden, invalid, notFound, required } from '../../api/field-errors.ts';
import { isDNS1123Label } from '../../api/values/names.ts';
import type { Pod } from '../objects.ts';
import type { Container, EphemeralContainer } from '../types.gen.ts';
import { qosClassOf } from './qos.ts';

const NOT_EPHEMERAL = ['ports', 'livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'] as const;
const RESIZABLE = ['cpu', 'memory'];

interface Part {
  /** The old Pod with that part of the new one. */
  take(pod: Pod, old: Pod): Pod;
  validate(pod: Pod, old: Pod): FieldError[];
}

const PARTS: Readonly<Record<string, Part>> = {
  ephemeralcontainers: {
    take: (pod, old) => ({
      ...old,
      metadata: pod.metadata,
      spec: { ...old.spec, ...(pod.spec.ephemeralContainers && { ephemeralContainers: pod.spec.ephemeralContainers }) },
    }),
    validate: validateEphemeral,
  },
  resize: {
    take: (pod, old) => ({
      ...old,
      metadata: pod.metadata,
      spec: {
        ...old.spec,
        containers: resized(pod.spec.containers, old.spec.containers),
        ...(old.spec.initContainers && { initContainers: resized(pod.spec.initContainers ?? [], old.spec.initContainers) }),
      },
    }),
    validate: validateResize,
  },
};

export function preparePodUpdate(pod: Pod, old: Pod, { subresource = '' }: { readonly subresource?: string }): Pod {
  return PARTS[subresource]?.take(pod, old) ?? pod;
}

/** Errors of a write to a subresource; undefined where it is none of these. */
export function validatePart(pod: Pod, old: Pod, subresource = ''): FieldError[] | undefined {
  return PARTS[subresource]?.validate(pod, old);
}

function resized(now: readonly Container[], before: readonly Container[]): Container[] {
  return before.map((container) => {
    const { resources, resizePolicy } = now.find(({ name }) => name === container.name) ?? container;
    return { ...container, ...(resources && { resources }), ...(resizePolicy && { resizePolicy }) };
  });
}

function validateEphemeral({ spec }: Pod, old: Pod): FieldError[] {
  const at = 'spec.ephemeralContainers';
  const [now, before] = [spec.ephemeralContainers ?? [], old.spec.ephemeralContainers ?? []];
  const errors: FieldError[] = [];
  const others = new Set([...spec.containers, ...(spec.initContainers ?? [])].map(({ name }) => name));
  const seen = new Set<string>();
  now.forEach((container, index) => {
    const { name, image = '', targetContainerName: target } = container;
    if (!name) errors.push(required(`${at}[${index}].name`));
    else errors.push(...isDNS1123Label(name).map((why) => invalid(`${at}[${index}].name`, name, why)));
    if (others.has(name) || seen.has(name)) errors.push(duplicate(`${at}[${index}].name`, name));
    seen.add(name);
    if (image === '') errors.push(required(`${at}[${index}].image`));
    for (const field of NOT_EPHEMERAL)
      if (container[field as keyof EphemeralContainer] !== undefined)
        errors.push(forbidden(`${at}[${index}].${field}`, 'cannot be set for an Ephemeral Container'));
    if (container.resources && Object.keys(container.resources).length > 0)
      errors.push(forbidden(`${at}[${index}].resources`, 'cannot be set for an Ephemeral Container'));
    if (target && !spec.containers.some((one) => one.name === target)) errors.push(notFound(`${at}[${index}].targetContainerName`, target));
  });
  for (const one of before) {
    const found = now.find(({ name }) => name === one.name);
    if (!found) errors.push(forbidden(at, `existing ephemeral containers ${JSON.stringify(one.name)} may not be removed\n`));
    else if (!equal(found, one))
      errors.push(forbidden(at, `existing ephemeral containers ${JSON.stringify(one.name)} may not be changed\n`));
  }
  return errors;
}

function validateResize(pod: Pod, old: Pod): FieldError[] {
  const errors: FieldError[] = [];
  if (qosClassOf(pod.spec) !== qosClassOf(old.spec))
    errors.push(invalid('spec', old.status.qosClass ?? '', 'Pod QOS Class may not change as a result of resizing'));
  if (!equal(fixed(pod.spec.containers), fixed(old.spec.containers)))
    errors.push(forbidden('spec', 'only cpu and memory resources are mutable'));
  return errors;
}

/** What a resize must leave as it is. */
function fixed(containers: readonly Container[]): unknown {
  const others = (map: Readonly<Record<string, unknown>> | undefined) =>
    Object.fromEntries(Object.entries(map ?? {}).filter(([name]) => !RESIZABLE.includes(name)));
  return containers.map(({ resources }) => [others(resources?.limits), others(resources?.requests)]);
}
