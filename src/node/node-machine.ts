/** A node as a machine of its own: a shell for `minikube ssh`, and for Pods that take its root for theirs. */
import { FileSystem } from '../kernel/files.ts';
import type { Machine, Program } from '../kernel/types.ts';
import type { World } from '../world/world.ts';
import { hostProcesses } from './host-processes.ts';
import { nodeFileChanged } from './manifests.ts';
import { nodeFiles, nodeLayer } from './node-files.ts';

/** `node:<name>` */
export function nodeMachineId(node: string): string {
  return `node:${node}`;
}

/** @param programs by name: generic ones and the node's own */
export function nodeMachine(world: World, node: string, programs: Readonly<Record<string, Program>>): Machine {
  const names = Object.keys(programs)
    .filter((name) => !name.includes(':'))
    .sort();
  const layers = [nodeLayer(world, node)];
  const files = new FileSystem(
    nodeFiles(world, node),
    () => world.now,
    () => layers,
  );
  files.onChange = (path) => nodeFileChanged(world, node, path);
  return {
    id: nodeMachineId(node),
    hostname: node,
    files,
    host: hostProcesses(world, node),
    program: (name) => programs[name.replace(/^\/(?:usr\/)?s?bin\//, '')],
    programNames: () => names,
  };
}
