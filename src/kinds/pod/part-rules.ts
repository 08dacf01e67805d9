/** Rules for writes to the parts of a Pod that have a subresource of their own (source: pkg/apis/core/validation). */
import { equal } from '../../api/equal.ts';
import { type FieldError, forbidden, invalid } from '../../api/field-errors.ts';
import { unifiedDiff } from '../../api/values/unified-diff.ts';
import type { Pod } from '../objects.ts';
import type { Container, EphemeralContainer, ResourceRequirements } from '../types.gen.ts';
import { goStruct } from './go-struct.ts';
import { MIRROR } from './mirror.ts';
import { qosClassOf } from './qos.ts';

const RESIZABLE = ['cpu', 'memory'];

const PARTS: Readonly<Record<string, (pod: Pod, old: Pod) => FieldError[]>> = {
  ephemeralcontainers: validateEphemeral,
  resize: validateResize,
};

/** Errors of a write to a subresource, after those of the whole Pod; undefined where it is none of these. */
export function validatePart(pod: Pod, old: Pod, subresource = ''): FieldError[] | undefined {
  return PARTS[subresource]?.(pod, old);
}

function validateEphemeral({ spec }: Pod, old: Pod): FieldError[] {
  if (old.metadata.annotations?.[MIRROR] !== undefined) return [forbidden('', 'static pods do not support ephemeral containers')];
  const at = 'spec.ephemeralContainers';
  return (old.spec.ephemeralContainers ?? []).flatMap((one) => {
    const found = spec.ephemeralContainers?.find(({ name }) => name === one.name);
    const which = `existing ephemeral containers ${JSON.stringify(one.name)} may not be`;
    if (!found) return [forbidden(at, `${which} removed\n`)];
    return equal(found, one) ? [] : [forbidden(at, `${which} changed\n${unifiedDiff(pretty(one), pretty(found))}`)];
  });
}

const pretty = (container: EphemeralContainer): string => JSON.stringify(goStruct('EphemeralContainer', container), undefined, 1);

function validateResize(pod: Pod, old: Pod): FieldError[] {
  if (old.metadata.annotations?.[MIRROR] !== undefined) return [forbidden('', 'static pods cannot be resized')];
  if (old.spec.os?.name === 'windows') return [forbidden('', 'windows pods cannot be resized')];
  const errors: FieldError[] = [];
  if (qosClassOf(pod.spec) !== qosClassOf(old.spec))
    errors.push(invalid('spec', old.status.qosClass ?? '', 'Pod QOS Class may not change as a result of resizing'));
  const before = { initContainers: old.spec.initContainers ?? [], containers: old.spec.containers };
  const now = { initContainers: pod.spec.initContainers ?? [], containers: pod.spec.containers };
  for (const list of ['initContainers', 'containers'] as const)
    before[list].forEach((container, index) => {
      if (list === 'containers' || container.restartPolicy === 'Always')
        errors.push(...validateKept(now[list][index]?.resources, container.resources, `spec.${list}[${index}].resources`));
    });
  before.containers.forEach((container, index) => {
    if (!equal(fixed(now.containers[index]), fixed(container))) errors.push(forbidden('spec', 'only cpu and memory resources are mutable'));
  });
  before.initContainers.forEach((container, index) => {
    const other = now.initContainers[index];
    if (container.restartPolicy !== 'Always') {
      if (!equal(other, container)) errors.push(forbidden('spec', 'resources for non-sidecar init containers are immutable'));
    } else if (!equal(fixed(other), fixed(container)))
      errors.push(forbidden('spec', 'only cpu and memory resources for sidecar containers are mutable'));
  });
  return errors;
}

/** What a container asks for or may have is changed, and not taken away. */
function validateKept(now: ResourceRequirements = {}, before: ResourceRequirements = {}, at: string): FieldError[] {
  return (['requests', 'limits'] as const).flatMap((list) =>
    Object.keys(before[list] ?? {}).some((name) => now[list]?.[name] === undefined)
      ? [forbidden(`${at}.${list}`, `resource ${list} cannot be removed`)]
      : [],
  );
}

/** What a resize must leave as it is. */
function fixed(container: Container | undefined): unknown {
  const others = (map: Readonly<Record<string, unknown>> | undefined) =>
    Object.fromEntries(Object.entries(map ?? {}).filter(([name]) => !RESIZABLE.includes(name)));
  return [others(container?.resources?.limits), others(container?.resources?.requests)];
}
