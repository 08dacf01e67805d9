/** A node as a machine of its own: its files, which hostPath volumes share, and a shell for `minikube ssh`. */
import { type FileEntry, type FileLayer, FileSystem, type WrittenFiles } from '../kernel/files.ts';
import type { Machine, Program } from '../kernel/types.ts';
import { LAPTOP_ADDRESS } from '../network/objects.ts';
import type { World } from '../world/world.ts';
import { hostProcesses } from './host-processes.ts';
import { nodeAddressOf } from './nodes.ts';

/** Folders that every node has. */
export const NODE_FOLDERS: readonly string[] = (
  '/ /bin /boot /data /dev /etc /home /home/docker /kind /lib /mnt /opt /proc /root /run /srv /sys /tmp /usr /usr/bin /usr/lib /var ' +
  '/var/lib /var/lib/kubelet /var/lib/minikube /var/log /var/log/pods /var/log/containers /var/run'
).split(' ');

/** What was written on a node: plain data in the world. */
export function nodeFiles(world: World, node: string): WrittenFiles {
  return (world.slot<Record<string, WrittenFiles>>('node-files', () => ({}))[node] ??= {});
}

/** `node:<name>` */
export function nodeMachineId(node: string): string {
  return `node:${node}`;
}

/** @param programs by name: generic ones and the node's own */
export function nodeMachine(world: World, node: string, programs: Readonly<Record<string, Program>>): Machine {
  const names = Object.keys(programs)
    .filter((name) => !name.includes(':'))
    .sort();
  return {
    id: nodeMachineId(node),
    hostname: node,
    files: new FileSystem(
      nodeFiles(world, node),
      () => world.now,
      () => [nodeLayer(world, node)],
    ),
    host: hostProcesses(world, node),
    program: (name) => programs[name.replace(/^\/(?:usr\/)?s?bin\//, '')],
    programNames: () => names,
  };
}

/** A node's /etc/hosts from the start. */
export function nodeHosts(world: World, node: string): string {
  return `127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n${nodeAddressOf(world, node)}\t${node}\n${LAPTOP_ADDRESS}\thost.minikube.internal\n192.168.49.2\tcontrol-plane.minikube.internal\n`;
}

/** What every node has from the start. */
export function nodeLayer(world: World, node: string): FileLayer {
  const texts: Readonly<Record<string, string>> = {
    '/etc/hostname': `${node}\n`,
    '/etc/hosts': nodeHosts(world, node),
    '/etc/os-release':
      'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nVERSION="12 (bookworm)"\nVERSION_CODENAME=bookworm\nID=debian\n',
  };
  const folder: FileEntry = { kind: 'directory', text: '', mode: 0o755, modified: 0 };
  const all = [...NODE_FOLDERS, ...Object.keys(texts)];
  return {
    entry: (path) => {
      if (NODE_FOLDERS.includes(path)) return path === '/tmp' ? { ...folder, mode: 0o1777 } : folder;
      const text = Object.hasOwn(texts, path) ? texts[path] : undefined;
      return text === undefined ? undefined : { kind: 'file', text, mode: 0o644, modified: 0 };
    },
    names: (path) => {
      const prefix = path === '/' ? '/' : `${path}/`;
      return all
        .filter((one) => one !== '/' && one.startsWith(prefix) && !one.slice(prefix.length).includes('/'))
        .map((one) => one.slice(prefix.length));
    },
  };
}
