/** Node selectors, taints and tolerations. */
import { matches, type Requirement } from '../../api/values/selector.ts';
import type { Node, Pod } from '../../kinds/objects.ts';
import type { NodeSelectorRequirement, NodeSelectorTerm, Taint, Toleration } from '../../kinds/types.gen.ts';

const OPERATORS: Readonly<Record<string, Requirement['operator']>> = {
  In: 'in',
  NotIn: 'notin',
  Exists: 'exists',
  DoesNotExist: '!',
  Gt: 'gt',
  Lt: 'lt',
};

const compiled = new WeakMap<NodeSelectorTerm, readonly Requirement[]>();

function requirementsOf(expressions: readonly NodeSelectorRequirement[] | undefined): Requirement[] {
  return (expressions ?? []).map(({ key, operator, values }) => ({ key, operator: OPERATORS[operator] ?? 'in', values: values ?? [] }));
}

/** One term of a node selector; an empty one matches nothing. */
export function termMatches(term: NodeSelectorTerm, node: Node): boolean {
  if (!term.matchExpressions?.length && !term.matchFields?.length) return false;
  let requirements = compiled.get(term);
  if (!requirements) compiled.set(term, (requirements = requirementsOf(term.matchExpressions)));
  if (!matches(requirements, node.metadata.labels)) return false;
  return !term.matchFields || matches(requirementsOf(term.matchFields), { 'metadata.name': node.metadata.name });
}

/** spec.nodeSelector and the required node affinity. */
export function selectsNode(pod: Pod, node: Node): boolean {
  const { nodeSelector, affinity } = pod.spec;
  const labels = node.metadata.labels ?? {};
  for (const key in nodeSelector) if (labels[key] !== nodeSelector[key]) return false;
  const required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return !required || required.nodeSelectorTerms.some((term) => termMatches(term, node));
}

export function tolerates(toleration: Toleration, taint: Taint): boolean {
  if (toleration.effect && toleration.effect !== taint.effect) return false;
  if (toleration.key && toleration.key !== taint.key) return false;
  switch (toleration.operator) {
    case 'Exists':
      return true;
    case 'Gt':
    case 'Lt': {
      const [limit, value] = [toleration.value ?? '', taint.value ?? ''].map((text) => (/^-?\d+$/.test(text) ? Number(text) : Number.NaN));
      return toleration.operator === 'Gt' ? (value as number) > (limit as number) : (value as number) < (limit as number);
    }
    default:
      return (toleration.value ?? '') === (taint.value ?? '') && (toleration.key ?? '') !== '';
  }
}

/** The first taint with one of the effects that the Pod does not tolerate. */
export function untolerated(pod: Pod, taints: readonly Taint[] | undefined, effects: readonly string[]): Taint | undefined {
  if (!taints) return undefined;
  return taints.find((taint) => effects.includes(taint.effect) && !pod.spec.tolerations?.some((one) => tolerates(one, taint)));
}
