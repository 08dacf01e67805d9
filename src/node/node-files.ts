/** The files of a node, which hostPath volumes share: what was written there, above what every node has from the start. */
import { BUILT, type FileLayer, type WrittenFiles } from '../kernel/files.ts';
import { LAPTOP_ADDRESS } from '../network/objects.ts';
import type { World } from '../world/world.ts';
import { containerLogs, FOLDER, ROOT } from './container-logs.ts';
import { nodeAddressOf } from './nodes.ts';

/** Folders that every node has. */
export const NODE_FOLDERS: readonly string[] = (
  '/ /bin /boot /data /dev /etc /etc/kubernetes /etc/kubernetes/manifests /home /home/docker /kind /lib /mnt /opt /proc /root /run /srv /sys /tmp /usr /usr/bin /usr/lib /var ' +
  '/var/lib /var/lib/kubelet /var/lib/minikube /var/log /var/log/pods /var/log/containers /var/run'
).split(' ');

/** What was written on a node: plain data in the world. */
export function nodeFiles(world: World, node: string): WrittenFiles {
  return (world.slot<Record<string, WrittenFiles>>('node-files', () => ({}))[node] ??= {});
}

/** A node's /etc/hosts from the start. */
export function nodeHosts(world: World, node: string): string {
  return `127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n${nodeAddressOf(world, node)}\t${node}\n${LAPTOP_ADDRESS}\thost.minikube.internal\n192.168.49.2\tcontrol-plane.minikube.internal\n`;
}

/** The kubelet's own settings, as kubeadm writes them. */
const KUBELET_CONFIG = `apiVersion: kubelet.config.k8s.io/v1beta1
authentication:
  anonymous:
    enabled: false
  webhook:
    cacheTTL: 0s
    enabled: true
  x509:
    clientCAFile: /var/lib/minikube/certs/ca.crt
authorization:
  mode: Webhook
  webhook:
    cacheAuthorizedTTL: 0s
    cacheUnauthorizedTTL: 0s
cgroupDriver: systemd
clusterDNS:
- 10.96.0.10
clusterDomain: cluster.local
containerRuntimeEndpoint: unix:///run/containerd/containerd.sock
cpuManagerReconcilePeriod: 0s
failSwapOn: false
fileCheckFrequency: 0s
hairpinMode: hairpin-veth
healthzBindAddress: 127.0.0.1
healthzPort: 10248
httpCheckFrequency: 0s
imageGCHighThresholdPercent: 100
imageMaximumGCAge: 0s
imageMinimumGCAge: 0s
kind: KubeletConfiguration
nodeStatusReportFrequency: 0s
nodeStatusUpdateFrequency: 0s
rotateCertificates: true
runtimeRequestTimeout: 15m0s
shutdownGracePeriod: 0s
shutdownGracePeriodCriticalPods: 0s
staticPodPath: /etc/kubernetes/manifests
streamingConnectionIdleTimeout: 0s
syncFrequency: 0s
volumeStatsAggPeriod: 0s
`;

/** What every node has from the start, and what its runtime writes. */
export function nodeLayer(world: World, node: string): FileLayer {
  const logs = containerLogs(world, node);
  const texts: Readonly<Record<string, string>> = {
    '/var/lib/kubelet/config.yaml': KUBELET_CONFIG,
    '/etc/group': 'root:x:0:\ndocker:x:999:docker\n',
    '/etc/hostname': `${node}\n`,
    '/etc/hosts': nodeHosts(world, node),
    '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\ndocker:x:1000:999:,,,:/home/docker:/bin/bash\n',
    '/etc/os-release':
      'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nVERSION="12 (bookworm)"\nVERSION_CODENAME=bookworm\nID=debian\n',
  };
  const all = [...NODE_FOLDERS, ...Object.keys(texts)];
  return {
    entry: (path) => {
      if (NODE_FOLDERS.includes(path)) {
        if (path === '/tmp') return { ...FOLDER, mode: 0o1777 };
        return path === '/home/docker' ? { ...FOLDER, owner: { uid: 1000, gid: 999 } } : FOLDER;
      }
      const text = Object.hasOwn(texts, path) ? texts[path] : undefined;
      return text === undefined ? logs.entry(path) : { kind: 'file', text, mode: 0o644, modified: BUILT, owner: ROOT };
    },
    names: (path) => {
      const prefix = path === '/' ? '/' : `${path}/`;
      const own = all
        .filter((one) => one !== '/' && one.startsWith(prefix) && !one.slice(prefix.length).includes('/'))
        .map((one) => one.slice(prefix.length));
      return [...own, ...logs.names(path)];
    },
  };
}
