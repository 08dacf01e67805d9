/** What runs on a node, as `ps` there lists it: its services, and its containers' processes. */
import type { HostProcesses, ProcessInfo } from '../kernel/types.ts';
import { kubeletRuns } from '../kinds/node/power.ts';
import type { Node } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';
import type { ServiceState } from './node-journal.ts';
import { nodeAddressOf } from './nodes.ts';
import { machineId, podStates } from './state.ts';
import { isAlive } from './status.ts';

/** Number of a node's first kubelet. */
export const KUBELET_PID = 1420;

/** Services besides the kubelet's by process number, which they keep: nothing can be done to them. */
export const SERVICES: Readonly<Record<number, string>> = {
  1: '/sbin/init',
  96: '/lib/systemd/systemd-journald',
  143: 'sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups',
  612: '/usr/bin/containerd',
};

export const serviceStates = (world: World): Record<string, ServiceState> =>
  world.slot<Record<string, ServiceState>>('node-services', () => ({}));

/** The kubelet with its arguments. */
export function kubeletCommand(world: World, node: string): string {
  const version = world.store.get<Node>('nodes', '', node)?.status.nodeInfo?.kubeletVersion ?? '';
  return `/var/lib/minikube/binaries/${version}/kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf --config=/var/lib/kubelet/config.yaml --hostname-override=${node} --kubeconfig=/etc/kubernetes/kubelet.conf --node-ip=${nodeAddressOf(world, node)}`;
}

export function hostProcesses(world: World, node: string): HostProcesses {
  return {
    machines: () =>
      [...podStates(world).peek()].flatMap((state) =>
        state.node === node ? state.containers.filter(({ phase }) => isAlive(phase)).map((container) => machineId(state, container)) : [],
      ),
    services: () => {
      const born = Date.parse(world.store.get<Node>('nodes', '', node)?.metadata.creationTimestamp ?? '') || 0;
      const row = (pid: number, text: string, startedAt = born): ProcessInfo => ({
        ...{ pid, ppid: pid === 1 ? 0 : 1, group: pid, user: 'root', state: 'sleeping', startedAt },
        argv: text.split(' '),
      });
      const run = serviceStates(world)[node]?.runs.at(-1) ?? { from: born, pid: KUBELET_PID };
      return [
        ...Object.entries(SERVICES).map(([pid, text]) => row(Number(pid), text)),
        ...(kubeletRuns(world, node) ? [row(run.pid, kubeletCommand(world, node), run.from)] : []),
      ];
    },
  };
}
