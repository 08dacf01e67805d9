import { ageColumn, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { Node } from '../objects.ts';
import { freshNode } from './fresh.ts';

const ROLE = 'node-role.kubernetes.io/';
/** A machine that runs Pods. */
export const nodes = define<Node>('v1', 'nodes', {
  ...freshNode,
  selectableFields: { 'spec.unschedulable': ({ spec }) => String(spec.unschedulable ?? false) },
  columns: [
    nameColumn,
    text('Status', statusText),
    text('Roles', ({ metadata }) => rolesOf(metadata.labels ?? {}).join(',') || '<none>'),
    ageColumn,
    text('Version', ({ status }) => status.nodeInfo?.kubeletVersion ?? ''),
    text('Internal-IP', (node) => addressOf(node, 'InternalIP'), true),
    text('External-IP', (node) => addressOf(node, 'ExternalIP'), true),
    text('OS-Image', ({ status }) => status.nodeInfo?.osImage || '<unknown>', true),
    text('Kernel-Version', ({ status }) => status.nodeInfo?.kernelVersion || '<unknown>', true),
    text('Container-Runtime', ({ status }) => status.nodeInfo?.containerRuntimeVersion || '<unknown>', true),
  ],
});

/** `Ready`, `NotReady,SchedulingDisabled`, ... */
function statusText({ spec, status }: Node): string {
  const ready = status.conditions?.find(({ type }) => type === 'Ready');
  const words = [ready === undefined ? 'Unknown' : ready.status === 'True' ? 'Ready' : 'NotReady'];
  return (spec.unschedulable ? [...words, 'SchedulingDisabled'] : words).join(',');
}

function rolesOf(labels: Readonly<Record<string, string>>): string[] {
  const roles = Object.keys(labels).flatMap((key) => {
    if (key.startsWith(ROLE)) return key.length > ROLE.length ? [key.slice(ROLE.length)] : [];
    return key === 'kubernetes.io/role' && labels[key] ? [labels[key]] : [];
  });
  return [...new Set(roles)].sort();
}

function addressOf({ status }: Node, wanted: string): string {
  return status.addresses?.find(({ type }) => type === wanted)?.address ?? '<none>';
}
