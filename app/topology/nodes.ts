// What a Node says of itself.
import type { Node } from '../../src/kinds/types.gen.ts';
import type { NodeView } from './model.ts';

const views = new WeakMap<object, NodeView>();

/** Taints that only repeat the Node's status word. */
const TOLD_BY_STATUS = /^node\.kubernetes\.io\/(unschedulable|not-ready|unreachable)$/;

/** The view of a Node; the same object in gives the same view out. */
export function nodeView(node: Node): NodeView {
  const known = views.get(node);
  if (known) return known;
  const name = node.metadata?.name ?? '';
  const ready = node.status?.conditions?.find((condition) => condition.type === 'Ready');
  const cordoned = node.spec?.unschedulable === true;
  const view: NodeView = {
    key: `node:${name}`,
    ref: { resource: 'nodes', namespace: '', name },
    name,
    ip: node.status?.addresses?.find((address) => address.type === 'InternalIP')?.address,
    ready: ready?.status === 'True',
    word: (ready ? (ready.status === 'True' ? 'Ready' : 'NotReady') : 'Unknown') + (cordoned ? ',SchedulingDisabled' : ''),
    cordoned,
    taints: (node.spec?.taints ?? [])
      .filter((taint) => !TOLD_BY_STATUS.test(taint.key))
      .map((taint) => `${taint.key}${taint.value ? `=${taint.value}` : ''}:${taint.effect}`),
  };
  views.set(node, view);
  return view;
}
