/** minikube node, ip and status. */
import { sleep, write } from '../../kernel/sys.ts';
import type { Process, Sys } from '../../kernel/types.ts';
import type { Command } from '../cli.ts';
import { ask, machines, retrieve } from '../nodes.ts';
import { ExitError, step, usageError } from '../output.ts';
import type { Machine } from '../types.ts';
import { BASE_IMAGE, CONTAINERD, KUBERNETES } from '../versions.ts';

/** How long things take, ms. */
const [STOP_MS, POWER_OFF_MS, PULL_MS, CREATE_MS, PREPARE_MS] = [300, 900, 500, 4000, 2500];
/** Longest wait for the Pods of a node that is drained. */
const DRAIN_SECONDS = 60;

/** The arguments' only one. */
function nameOf(args: readonly string[], verb: string): string {
  const [name] = args;
  if (name === undefined) throw usageError(`Usage: minikube node ${verb} NODE_NAME`);
  return name;
}

function* stop(process: Process, machine: Machine): Sys<void> {
  yield* step(process, 'stopping', `Stopping node "${machine.name}"  ...`);
  yield* sleep(STOP_MS);
  if (!machine.running) return;
  yield* step(process, 'stopped', `Powering off "${machine.name}" via SSH ...`);
  yield* ask({ op: 'power', node: machine.name, on: false });
  yield* sleep(POWER_OFF_MS);
}

/** The nodes that can be stopped and deleted, by their whole names. */
function* workers(): Sys<readonly string[]> {
  return (yield* machines()).filter(({ primary }) => !primary).map(({ name }) => name);
}

const add: Command = {
  name: 'add',
  short: 'Adds a node to the given cluster.',
  flags: [
    { name: 'control-plane', type: 'bool', usage: 'If set, added node will become a control-plane.' },
    { name: 'delete-on-failure', type: 'bool', usage: 'If set, delete the current cluster if start fails and try again.' },
    { name: 'worker', type: 'bool', default: 'true', usage: 'If set, added node will be available as worker.' },
  ],
  *run({ process, flags }) {
    if (flags['control-plane'] === 'true') {
      const text =
        "Adding a control-plane node to a non-HA (non-multi-control plane) cluster is not currently supported. Please first delete the cluster and use 'minikube start --ha' to create new one.";
      throw usageError(text);
    }
    const all = yield* machines();
    const last = Math.max(1, ...all.map((one) => Number(/-m(\d+)$/.exec(one.name)?.[1] ?? 1)));
    const name = `m${String(last + 1).padStart(2, '0')}`;
    yield* step(process, 'happy', `Adding node ${name} to cluster minikube as [worker]`);
    yield* step(process, 'thumbsUp', `Starting "minikube-${name}" worker node in "minikube" cluster`);
    yield* step(process, 'pulling', `Pulling base image ${BASE_IMAGE} ...`);
    yield* sleep(PULL_MS);
    yield* step(process, 'creating', 'Creating docker container (CPUs=8, Memory=16384MB) ...');
    yield* sleep(CREATE_MS);
    yield* step(process, 'containerd', `Preparing Kubernetes ${KUBERNETES} on containerd ${CONTAINERD} ...`);
    yield* sleep(PREPARE_MS);
    yield* ask<Machine>({ op: 'add' });
    yield* step(process, 'verifying', 'Verifying Kubernetes components...');
    yield* step(process, 'ready', `Successfully added ${name} to minikube!`);
    return 0;
  },
};

const start: Command = {
  name: 'start',
  values: workers,
  usage: 'NODE_NAME [flags] [options]',
  short: 'Starts a node.',
  flags: [{ name: 'delete-on-failure', type: 'bool', usage: 'If set, delete the current cluster if start fails and try again.' }],
  *run({ process, args }) {
    const name = nameOf(args, 'start');
    const machine = yield* retrieve(name);
    if (machine.running) {
      yield* step(process, 'check', `${name} is already running`);
      return 0;
    }
    const role = machine.primary ? 'primary control-plane' : 'worker';
    yield* step(process, 'thumbsUp', `Starting "${machine.name}" ${role} node in "minikube" cluster`);
    yield* step(process, 'pulling', `Pulling base image ${BASE_IMAGE} ...`);
    yield* step(process, 'restarting', `Restarting existing docker container for "${machine.name}" ...`);
    yield* ask({ op: 'power', node: machine.name, on: true });
    yield* sleep(PULL_MS);
    yield* step(process, 'containerd', `Preparing Kubernetes ${KUBERNETES} on containerd ${CONTAINERD} ...`);
    yield* step(process, 'verifying', 'Verifying Kubernetes components...');
    yield* step(process, 'happy', `Successfully started node ${machine.name}!`);
    return 0;
  },
};

const stopNode: Command = {
  name: 'stop',
  values: workers,
  usage: 'NODE_NAME [flags] [options]',
  short: 'Stops a node in a cluster.',
  *run({ process, args }) {
    const machine = yield* retrieve(nameOf(args, 'stop'));
    yield* stop(process, machine);
    yield* step(process, 'stopped', `Successfully stopped node ${machine.name}`);
    return 0;
  },
};

const remove: Command = {
  name: 'delete',
  values: workers,
  usage: 'NODE_NAME [flags] [options]',
  short: 'Deletes a node from a cluster.',
  *run({ process, args }) {
    const name = nameOf(args, 'delete');
    const machine = yield* retrieve(name);
    if (machine.primary) throw usageError('the control plane of this cluster cannot be deleted: start over with a fresh cluster instead');
    yield* step(process, 'deleting', `Deleting node ${name} from cluster minikube`);
    for (let i = 0; i < DRAIN_SECONDS && machine.running; i++) {
      if ((yield* ask<number>({ op: 'drain', node: machine.name })) === 0) break;
      yield* sleep(1000);
    }
    yield* stop(process, machine);
    yield* step(process, 'deleting', `Deleting "${machine.name}" in docker ...`);
    yield* ask({ op: 'delete', node: machine.name });
    yield* step(process, 'deleted', `Node ${name} was successfully deleted.`);
    return 0;
  },
};

const listNodes: Command = {
  name: 'list',
  short: 'List nodes.',
  *run({ args }) {
    if (args.length > 0) throw usageError('Usage: minikube node list');
    for (const { name, ip } of yield* machines()) yield* write(1, `${name}\t${ip}\n`);
    return 0;
  },
};

export const node: Command = {
  name: 'node',
  short: 'Add, remove, or list additional nodes',
  group: 'Advanced Commands:',
  commands: [add, remove, listNodes, start, stopNode],
  // biome-ignore lint/correctness/useYield: ends before it does anything
  *run() {
    throw usageError('Usage: minikube node [add|start|stop|delete|list]');
  },
};

export const ip: Command = {
  name: 'ip',
  short: 'Retrieves the IP address of the specified node',
  group: 'Troubleshooting Commands:',
  flags: [{ name: 'node', short: 'n', type: 'string', default: '', usage: 'The node to get IP. Defaults to the primary control plane.' }],
  *run({ flags }) {
    yield* write(1, `${(yield* retrieve(flags['node'] ?? '')).ip}\n`);
    return 0;
  },
};

/** Bits of the exit code: host, cluster, Kubernetes not running. */
const [CLUSTER_STOPPED, ALL_STOPPED] = [2, 7];

export const status: Command = {
  name: 'status',
  short: 'Gets the status of a local Kubernetes cluster',
  group: 'Basic Commands:',
  flags: [
    { name: 'format', short: 'f', type: 'string', default: '', usage: 'Go template with the fields of a status, such as {{.Host}}' },
    { name: 'node', short: 'n', type: 'string', default: '', usage: 'The node to check status for. Leave blank to check all nodes.' },
    { name: 'output', short: 'o', type: 'string', default: 'text', usage: 'minikube status --output OUTPUT. json, text' },
  ],
  *run({ flags }) {
    const some = flags['node'] ? [yield* retrieve(flags['node'])] : yield* machines();
    const output = (flags['output'] ?? '').toLowerCase();
    if (output !== 'text' && output !== 'json') throw usageError(`invalid output format: ${flags['output']}. Valid values: 'text', 'json'`);
    const format = flags['format'] ?? '';
    if (output === 'text')
      for (const machine of some) yield* write(1, format === '' ? statusText(machine) : formatted(format, statusFields(machine)));
    else
      yield* write(
        1,
        JSON.stringify(some.length === 1 ? statusFields(some[0] as Machine) : some.map(statusFields)) + (some.length === 1 ? '' : '\n'),
      );
    if (some.some((one) => !one.running)) return ALL_STOPPED;
    return some.some((one) => !one.kubelet) ? CLUSTER_STOPPED : 0;
  },
};

function statusFields(machine: Machine) {
  const state = machine.running ? 'Running' : 'Stopped';
  return {
    Name: machine.name,
    Host: state,
    Kubelet: machine.kubelet ? 'Running' : 'Stopped',
    APIServer: machine.primary ? state : 'Irrelevant',
    Kubeconfig: machine.primary ? 'Configured' : 'Irrelevant',
    Worker: !machine.primary,
  };
}

/** A template with fields and nothing else, the one use that is made of it. */
function formatted(template: string, fields: Readonly<Record<string, string | boolean>>): string {
  return template.replace(/\{\{\s*\.?([^}]*?)\s*\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined)
      throw new ExitError('INTERNAL_STATUS_TEXT', 80, `status text failure: only fields can stand in a template here: {{.${name}}}`);
    return String(value);
  });
}

function statusText(machine: Machine): string {
  const { Name, Host, Kubelet, APIServer, Kubeconfig } = statusFields(machine);
  const head = `${Name}\ntype: ${machine.primary ? 'Control Plane' : 'Worker'}\nhost: ${Host}\nkubelet: ${Kubelet}\n`;
  return machine.primary ? `${head}apiserver: ${APIServer}\nkubeconfig: ${Kubeconfig}\n\n` : `${head}\n`;
}
