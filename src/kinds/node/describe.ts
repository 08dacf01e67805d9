import { addQuantity, canonicalQuantity, formatQuantity, parseQuantity, type Quantity } from '../../api/values/quantity.ts';
import {
  type Describer,
  type DescribeWriter,
  eventsOf,
  since,
  timeText,
  writeAnnotations,
  writeEventList,
  writeLabels,
} from '../describe.ts';
import type { Lease, Node, Pod } from '../objects.ts';
import type { Container, Taint } from '../types.gen.ts';

type Quantities = Readonly<Record<string, string | number>> | undefined;

const ROLE_PREFIX = 'node-role.kubernetes.io/';
const ZERO: Quantity = { nano: 0n, format: 'DecimalSI' };
const MAIN_RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];

export const describeNode: Describer<Node> = function* (node, w, context) {
  const { metadata, spec, status } = node;
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Roles:\t${rolesOf(node).join(',') || '<none>'}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  w.write(0, `CreationTimestamp:\t${timeText(metadata.creationTimestamp)}\n`);
  writeTaints(w, spec.taints ?? []);
  w.write(0, `Unschedulable:\t${spec.unschedulable ?? false}\n`);
  writeLease(
    w,
    metadata.name,
    yield* context.get<Lease>(`/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/${metadata.name}`),
  );
  if (status.conditions?.length) {
    w.write(0, 'Conditions:\n  Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage\n');
    w.write(1, '----\t------\t-----------------\t------------------\t------\t-------\n');
    for (const one of status.conditions) {
      w.write(
        1,
        `${one.type} \t${one.status} \t${timeText(one.lastHeartbeatTime)} \t${timeText(one.lastTransitionTime)} \t${one.reason ?? ''} \t${one.message ?? ''}\n`,
      );
    }
  }
  w.write(0, 'Addresses:\n');
  for (const { type, address } of status.addresses ?? []) w.write(1, `${type}:\t${address}\n`);
  for (const [label, quantities] of [
    ['Capacity', status.capacity],
    ['Allocatable', status.allocatable],
  ] as readonly [string, Quantities][]) {
    const entries = Object.entries(quantities ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    if (entries.length > 0) w.write(0, `${label}:\n`);
    for (const [name, quantity] of entries) w.write(0, `  ${name}:\t${canonicalQuantity(quantity)}\n`);
  }
  writeSystemInfo(w, node);
  if (spec.podCIDR) w.write(0, `PodCIDR:\t${spec.podCIDR}\n`);
  if (spec.podCIDRs?.length) w.write(0, `PodCIDRs:\t${spec.podCIDRs.join(',')}\n`);
  if (spec.providerID) w.write(0, `ProviderID:\t${spec.providerID}\n`);
  const fieldSelector = `spec.nodeName=${metadata.name},status.phase!=Succeeded,status.phase!=Failed`;
  const pods = yield* context.list<Pod>('/api/v1/pods', { fieldSelector });
  if (pods) writePods(w, node, pods, context.now);
  else w.write(0, 'Pods:\tnot authorized\n');
  if (!context.showEvents) return;
  // Controllers name a node by its uid, the kubelet by its name.
  const events = [...(yield* eventsOf(node, context)), ...(yield* eventsOf(node, context, { uid: metadata.name }))];
  writeEventList(w, events, context.now);
};

/** `control-plane` and the like, from the labels that stand for roles. */
function rolesOf({ metadata }: Node): string[] {
  const labels = metadata.labels ?? {};
  const roles = Object.keys(labels).flatMap((key) => {
    if (key.startsWith(ROLE_PREFIX) && key.length > ROLE_PREFIX.length) return [key.slice(ROLE_PREFIX.length)];
    return key === 'kubernetes.io/role' && labels[key] ? [labels[key]] : [];
  });
  return [...new Set(roles)].sort();
}

function writeTaints(w: DescribeWriter, taints: readonly Taint[]): void {
  w.write(0, 'Taints:\t');
  if (taints.length === 0) w.write(0, '<none>\n');
  const order = ({ effect, key }: Taint): string => `${effect},${key}`;
  [...taints]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .forEach(({ key, value, effect }, index) => {
      w.write(0, `${index === 0 ? '' : '\t'}${key}${value ? `=${value}` : ''}:${effect}\n`);
    });
}

function writeLease(w: DescribeWriter, name: string, lease: Lease | undefined): void {
  if (!lease) {
    w.write(0, `Lease:\tFailed to get lease: leases.coordination.k8s.io ${JSON.stringify(name)} not found\n`);
    return;
  }
  w.write(0, 'Lease:\n');
  w.write(1, `HolderIdentity:\t${lease.spec.holderIdentity ?? '<unset>'}\n`);
  w.write(1, `AcquireTime:\t${lease.spec.acquireTime ? timeText(lease.spec.acquireTime) : '<unset>'}\n`);
  w.write(1, `RenewTime:\t${lease.spec.renewTime ? timeText(lease.spec.renewTime) : '<unset>'}\n`);
}

function writeSystemInfo(w: DescribeWriter, { status }: Node): void {
  const info = status.nodeInfo;
  w.write(0, 'System Info:\n');
  w.write(0, `  Machine ID:\t${info?.machineID ?? ''}\n`);
  w.write(0, `  System UUID:\t${info?.systemUUID ?? ''}\n`);
  w.write(0, `  Boot ID:\t${info?.bootID ?? ''}\n`);
  w.write(0, `  Kernel Version:\t${info?.kernelVersion ?? ''}\n`);
  w.write(0, `  OS Image:\t${info?.osImage ?? ''}\n`);
  w.write(0, `  Operating System:\t${info?.operatingSystem ?? ''}\n`);
  w.write(0, `  Architecture:\t${info?.architecture ?? ''}\n`);
  w.write(0, `  Container Runtime Version:\t${info?.containerRuntimeVersion ?? ''}\n`);
  w.write(0, `  Kubelet Version:\t${info?.kubeletVersion ?? ''}\n`);
}

function writePods(w: DescribeWriter, { status }: Node, pods: readonly Pod[], now: number): void {
  const allocatable = (Object.keys(status.allocatable ?? {}).length > 0 ? status.allocatable : status.capacity) as Quantities;
  const share = (amount: Quantity, resource: string): string => {
    const total = allocatable?.[resource] === undefined ? 0n : parseQuantity(allocatable[resource]).nano;
    return `${formatQuantity(amount)} (${total === 0n ? 0 : Number((amount.nano * 100n) / total)}%)`;
  };
  w.write(0, `Non-terminated Pods:\t(${pods.length} in total)\n`);
  w.write(1, 'Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge\n');
  w.write(1, '---------\t----\t\t------------\t----------\t---------------\t-------------\t---\n');
  for (const pod of pods) {
    const cells = ['cpu', 'memory'].flatMap((resource) =>
      (['requests', 'limits'] as const).map((list) => share(podTotal(pod, list, resource), resource)),
    );
    w.write(1, `${pod.metadata.namespace}\t${pod.metadata.name}\t\t${cells.join('\t')}\t${since(pod.metadata.creationTimestamp, now)}\n`);
  }
  w.write(0, 'Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)\n');
  w.write(1, 'Resource\tRequests\tLimits\n');
  w.write(1, '--------\t--------\t------\n');
  const total = (list: 'requests' | 'limits', resource: string): Quantity =>
    pods.map((pod) => podTotal(pod, list, resource)).reduce(addQuantity, ZERO);
  const others = Object.keys(allocatable ?? {})
    .filter((name) => !MAIN_RESOURCES.includes(name) && name !== 'pods')
    .sort();
  const huge = others.filter((name) => name.startsWith('hugepages-'));
  for (const name of [...MAIN_RESOURCES, ...huge])
    w.write(1, `${name}\t${share(total('requests', name), name)}\t${share(total('limits', name), name)}\n`);
  for (const name of others.filter((one) => !huge.includes(one)))
    w.write(1, `${name}\t${formatQuantity(total('requests', name))}\t${formatQuantity(total('limits', name))}\n`);
}

/** What a Pod asks for: the sum of its containers and sidecars, or the largest init container where that is more. */
function podTotal({ spec }: Pod, list: 'requests' | 'limits', resource: string): Quantity {
  // What a Pod says as a whole holds for all its containers together.
  const ofPod = spec.resources?.[list]?.[resource];
  if (ofPod !== undefined) return parseQuantity(ofPod);
  const of = (container: Container): Quantity => {
    const value = (container.resources?.[list] as Quantities)?.[resource];
    return value === undefined ? ZERO : parseQuantity(value);
  };
  const sidecars = (spec.initContainers ?? []).filter((one) => one.restartPolicy === 'Always');
  const sum = [...spec.containers, ...sidecars].map(of).reduce(addQuantity, ZERO);
  const most = (spec.initContainers ?? [])
    .filter((one) => one.restartPolicy !== 'Always')
    .map(of)
    .reduce((a, b) => (b.nano > a.nano ? b : a), ZERO);
  const total = most.nano > sum.nano ? most : sum;
  const overhead = (spec.overhead as Quantities)?.[resource];
  return overhead === undefined || total.nano === 0n ? total : addQuantity(total, parseQuantity(overhead));
}
