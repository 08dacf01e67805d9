/** On which nodes a DaemonSet's Pods belong, and what they carry to get there (source: daemon_controller, daemonset_util). */
import type { DaemonSet, Node, Pod } from '../../kinds/objects.ts';
import type { NodeSelectorTerm, PodSpec, PodTemplateSpec, Toleration } from '../../kinds/types.gen.ts';
import { selectsNode, untolerated } from '../scheduler/nodes.ts';

const NAME_FIELD = 'metadata.name';
const tolerate = (condition: string, effect: string): Toleration => ({
  key: `node.kubernetes.io/${condition}`,
  operator: 'Exists',
  effect,
});
/** What no daemon minds. */
const TOLERATIONS: readonly Toleration[] = [
  tolerate('not-ready', 'NoExecute'),
  tolerate('unreachable', 'NoExecute'),
  tolerate('disk-pressure', 'NoSchedule'),
  tolerate('memory-pressure', 'NoSchedule'),
  tolerate('pid-pressure', 'NoSchedule'),
  tolerate('unschedulable', 'NoSchedule'),
];

function withTolerations(spec: PodSpec): readonly Toleration[] {
  const added = [...TOLERATIONS, ...(spec.hostNetwork ? [tolerate('network-unavailable', 'NoSchedule')] : [])];
  const same = (a: Toleration, b: Toleration): boolean => a.key === b.key && a.effect === b.effect;
  return [...(spec.tolerations ?? []).filter((one) => !added.some((other) => same(one, other))), ...added];
}

export interface Fit {
  /** A Pod should be made there. */
  readonly run: boolean;
  /** A Pod that is there may stay. */
  readonly stay: boolean;
}

export function fitOf(set: DaemonSet, node: Node): Fit {
  const spec = set.spec.template.spec ?? { containers: [] };
  const pod = { spec: { ...spec, tolerations: withTolerations(spec) } } as Pod;
  if ((spec.nodeName && spec.nodeName !== node.metadata.name) || !selectsNode(pod, node)) return { run: false, stay: false };
  if (untolerated(pod, node.spec.taints, ['NoSchedule', 'NoExecute']))
    return { run: false, stay: !untolerated(pod, node.spec.taints, ['NoExecute']) };
  return { run: true, stay: true };
}

/** The template for one node: an affinity to it by name, and tolerations for what may be wrong with it. */
export function templateFor(set: DaemonSet, node: string, labels: Readonly<Record<string, string>>): PodTemplateSpec {
  const { metadata, spec = { containers: [] } } = set.spec.template;
  const term: NodeSelectorTerm = { matchFields: [{ key: NAME_FIELD, operator: 'In', values: [node] }] };
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  // A term that asks for something keeps asking for it, of that node.
  const terms = required?.nodeSelectorTerms.length
    ? required.nodeSelectorTerms.map((one) => ({ ...one, matchFields: term.matchFields as NonNullable<NodeSelectorTerm['matchFields']> }))
    : [term];
  return {
    metadata: { ...metadata, labels: { ...metadata?.labels, ...labels } },
    spec: {
      ...spec,
      affinity: {
        ...spec.affinity,
        nodeAffinity: { ...spec.affinity?.nodeAffinity, requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } },
      },
      tolerations: withTolerations(spec),
    },
  };
}

/** The node a Pod runs on, or is meant for. */
export function targetOf(pod: Pod): string {
  const terms = pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  return pod.spec.nodeName || (terms?.[0]?.matchFields?.find(({ key }) => key === NAME_FIELD)?.values?.[0] ?? '');
}
