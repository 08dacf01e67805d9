/** The device `minikube`: carries out what the command asks for, on the world. */
import type { Operations } from '../api/operations.ts';
import { addonsOn, noteAddon } from '../kinds/addons.ts';
import type { Node, Pod } from '../kinds/objects.ts';
import type { World } from '../world/world.ts';
import type { Machine, Machines, MinikubeRequest } from './types.ts';

/** The handler of the device; it answers at once. */
export function minikubeDevice(world: World, api: Operations, machines: Machines): (request: MinikubeRequest) => unknown {
  const nodes = () => world.store.list<Node>('nodes').sort(controlPlaneFirst);
  const node = (name: string) => world.store.get<Node>('nodes', '', name);
  const machine = (one: Node): Machine => ({
    name: one.metadata.name,
    ip: one.status.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? '',
    running: machines.isOn(one.metadata.name),
    kubelet: machines.hasKubelet(one.metadata.name),
    primary: one.metadata.labels?.['node-role.kubernetes.io/control-plane'] !== undefined,
  });
  const handle = (request: MinikubeRequest): unknown => {
    switch (request.op) {
      case 'nodes':
        return nodes().map(machine);
      case 'add':
        return machine(node(machines.add()) as Node);
      case 'power':
        machines.power(request.node, request.on);
        return true;
      case 'drain':
        return drain(world, api, request.node);
      case 'delete':
        machines.power(request.node, false);
        if (node(request.node)) api.delete('nodes', '', request.node);
        return true;
      case 'ssh':
        return machines.shell(request.node, request.command, request.tty);
      case 'images':
        return machines.images();
      case 'load':
        return machines.load(request.image);
      case 'unload':
        return machines.unload(request.image);
      case 'addons':
        return addonsOn(world);
      case 'addon':
        noteAddon(world, request.name, request.on);
        return true;
      case 'tunnel':
        if (request.open && machines.isTunnelOpen()) return false;
        machines.tunnel(request.open);
        return true;
    }
  };
  return (request) => world.as('minikube', 0, () => handle(request));
}

function drain(world: World, api: Operations, name: string): number {
  const node = world.store.get<Node>('nodes', '', name);
  if (node && !node.spec.unschedulable) api.update<Node>('nodes', { ...node, spec: { ...node.spec, unschedulable: true } });
  const pods = world.store.byIndex<Pod>('pods', 'node', name);
  for (const { metadata } of pods) if (!metadata.deletionTimestamp) api.delete('pods', metadata.namespace ?? '', metadata.name);
  return world.store.countIndex('pods', 'node', name);
}

/** Sorts the control plane before the workers, those by name. */
function controlPlaneFirst(a: { readonly metadata: { readonly name: string } }, b: typeof a): number {
  const [x, y] = [a.metadata.name, b.metadata.name];
  return x.length - y.length || (x < y ? -1 : 1);
}
