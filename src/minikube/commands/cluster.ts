/** minikube start, profile, version, kubectl, and the commands that make no sense in a page. */
import { sleep, spawn, wait, write } from '../../kernel/sys.ts';
import type { Command } from '../cli.ts';
import { ask, machines } from '../nodes.ts';
import { complain, ExitError, step, table, usageError } from '../output.ts';
import { BASE_IMAGE, CONTAINERD, KUBERNETES, MINIKUBE } from '../versions.ts';
import { enableAddon } from './addons.ts';

/** Flags of start that a cluster keeps, and what the real one calls what they say. */
const FIXED: readonly (readonly [flag: string, what: string])[] = [
  ['memory', 'memory size'],
  ['cpus', 'CPUs'],
  ['disk-size', 'disk size'],
];

/** Flags of start that nothing here follows, and what stays as it is. */
const UNHEEDED: readonly (readonly [flag: string, what: string])[] = [
  ['extra-config', 'the components keep their settings'],
  ['feature-gates', 'the feature gates stay'],
  ['cni', 'Pods are connected'],
  ['network-plugin', 'Pods are connected'],
];

function otherVersion(wanted: string): ExitError {
  const version = `v${wanted.replace(/^v/, '')}`;
  const minor = (text: string): number => Number(/^v1\.(\d+)/.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(minor(version))) return usageError(`Sorry, "${wanted}" is not a valid Kubernetes version`);
  if (minor(version) > minor(KUBERNETES))
    return new ExitError('K8S_NEW_UNSUPPORTED', 100, `Kubernetes ${version} is newer than the newest here, ${KUBERNETES}`);
  return new ExitError(
    'K8S_DOWNGRADE_UNSUPPORTED',
    108,
    `Unable to safely downgrade existing Kubernetes ${KUBERNETES} cluster to ${version}`,
  );
}

export const start: Command = {
  name: 'start',
  short: 'Starts a local Kubernetes cluster',
  group: 'Basic Commands:',
  flags: [
    { name: 'addons', type: 'string', default: '', usage: 'Enable addons. see `minikube addons list` for a list of valid addon names.' },
    { name: 'cni', type: 'string', default: '', usage: 'CNI plug-in to use.' },
    { name: 'container-runtime', type: 'string', default: '', usage: 'The container runtime to be used.' },
    { name: 'cpus', type: 'string', default: '2', usage: 'Number of CPUs allocated to Kubernetes.' },
    { name: 'disk-size', type: 'string', default: '', usage: 'Disk size allocated to the minikube VM' },
    { name: 'driver', type: 'string', default: '', usage: 'Used to specify the driver to run Kubernetes in.' },
    { name: 'delete-on-failure', type: 'bool', usage: 'If set, delete the current cluster if start fails and try again.' },
    { name: 'embed-certs', type: 'bool', usage: 'if true, will embed the certs in kubeconfig.' },
    {
      name: 'extra-config',
      type: 'string',
      default: '',
      usage: 'A set of key=value pairs that describe configuration that may be passed to different components.',
    },
    {
      name: 'feature-gates',
      type: 'string',
      default: '',
      usage: 'A set of key=value pairs that describe feature gates for alpha/experimental features.',
    },
    { name: 'force', type: 'bool', usage: 'Force minikube to perform possibly dangerous operations' },
    { name: 'kubernetes-version', type: 'string', default: '', usage: 'The Kubernetes version that the minikube VM will use' },
    { name: 'memory', type: 'string', default: '', usage: 'Amount of RAM to allocate to Kubernetes' },
    { name: 'network-plugin', type: 'string', default: '', usage: 'DEPRECATED: Replaced by --cni' },
    { name: 'nodes', short: 'n', type: 'int', default: '1', usage: 'The total number of nodes to spin up. Defaults to 1.' },
    { name: 'vm-driver', type: 'string', default: '', usage: 'DEPRECATED, use `driver` instead.' },
    { name: 'wait', type: 'string', default: 'apiserver,system_pods', usage: 'Kubernetes components to verify and wait for.' },
  ],
  *run({ process, flags }) {
    yield* step(process, 'happy', `minikube ${MINIKUBE} on Debian 12`);
    yield* step(process, 'sparkle', 'Using the docker driver based on existing profile');
    const wantedVersion = flags['kubernetes-version'] ?? '';
    if (!['', 'stable', 'latest', KUBERNETES, KUBERNETES.slice(1)].includes(wantedVersion)) throw otherVersion(wantedVersion);
    const all = yield* machines();
    for (const [flag, what] of FIXED)
      if ((flags[flag] ?? '') !== (start.flags?.find(({ name }) => name === flag)?.default ?? ''))
        yield* complain(
          process,
          'warning',
          `You cannot change the ${what} for an existing minikube cluster. Please first delete the cluster.`,
        );
    for (const [flag, what] of UNHEEDED)
      if ((flags[flag] ?? '') !== '')
        yield* complain(process, 'warning', `--${flag} changes nothing in this simulated cluster: ${what} as they are`);
    for (const machine of all) {
      const role = machine.primary ? 'primary control-plane' : 'worker';
      yield* step(process, 'thumbsUp', `Starting "${machine.name}" ${role} node in "minikube" cluster`);
      yield* step(process, 'pulling', `Pulling base image ${BASE_IMAGE} ...`);
      if (machine.running) {
        yield* step(process, 'updating', `Updating the running docker "${machine.name}" container ...`);
      } else {
        yield* step(process, 'restarting', `Restarting existing docker container for "${machine.name}" ...`);
        yield* ask({ op: 'power', node: machine.name, on: true });
      }
      yield* sleep(800);
      yield* step(process, 'containerd', `Preparing Kubernetes ${KUBERNETES} on containerd ${CONTAINERD} ...`);
      yield* step(process, 'verifying', 'Verifying Kubernetes components...');
    }
    const wanted = (flags['addons'] ?? '').split(',').filter((name) => name !== '');
    for (const name of wanted) yield* enableAddon(process, name);
    if (Number(flags['nodes']) > 1)
      yield* complain(
        process,
        'warning',
        'The cluster minikube already exists which means the --nodes parameter will be ignored. Use "minikube node add" to add nodes to an existing cluster.',
      );
    yield* step(process, 'ready', 'Done! kubectl is now configured to use "minikube" cluster and "default" namespace by default');
    return 0;
  },
};

export const version: Command = {
  name: 'version',
  short: 'Print the version of minikube',
  group: 'Troubleshooting Commands:',
  flags: [
    { name: 'components', type: 'bool', usage: 'list versions of all components included with minikube. (the cluster must be running)' },
    { name: 'output', short: 'o', type: 'string', default: '', usage: "One of 'yaml' or 'json'." },
    { name: 'short', type: 'bool', usage: 'Print just the version number.' },
  ],
  *run({ flags }) {
    switch (flags['output']) {
      case '':
        yield* write(1, flags['short'] === 'true' ? `${MINIKUBE}\n` : `minikube version: ${MINIKUBE}\n`);
        return 0;
      case 'json':
        yield* write(1, `${JSON.stringify({ commit: '', minikubeVersion: MINIKUBE })}\n`);
        return 0;
      case 'yaml':
        yield* write(1, `commit: ""\nminikubeVersion: ${MINIKUBE}\n\n`);
        return 0;
      default:
        throw new ExitError('MK_USAGE', 14, `error: --output must be 'yaml' or 'json'`);
    }
  },
};

const listProfiles: Command = {
  name: 'list',
  short: 'Lists all minikube profiles.',
  *run() {
    const all = yield* machines();
    const headings = ['PROFILE', 'DRIVER', 'RUNTIME', 'IP', 'VERSION', 'STATUS', 'NODES', 'ACTIVE PROFILE', 'ACTIVE KUBECONTEXT'];
    const row = [
      'minikube',
      'docker',
      'containerd',
      all.find((one) => one.primary)?.ip ?? '',
      KUBERNETES,
      'OK',
      String(all.length),
      '*',
      '*',
    ];
    yield* write(1, table(headings, [row]));
    return 0;
  },
};

export const profile: Command = {
  name: 'profile',
  usage: '[MINIKUBE_PROFILE_NAME] [flags] [options]',
  short: 'Get or list the current profiles (clusters)',
  group: 'Configuration and Management Commands:',
  commands: [listProfiles],
  *run({ process, args }) {
    const [name] = args;
    if (name === undefined) yield* write(1, 'minikube\n');
    else if (name !== 'minikube') throw usageError(`there is one cluster here, "minikube": profile "${name}" cannot be made`);
    else yield* step(process, 'check', 'minikube profile was successfully set to minikube');
    return 0;
  },
};

export const kubectl: Command = {
  name: 'kubectl',
  short: 'Run a kubectl binary matching the cluster version',
  group: 'Advanced Commands:',
  passThrough: true,
  *run({ args }) {
    const pid = yield* spawn({ program: 'kubectl', argv: ['kubectl', ...args] });
    return (yield* wait(pid))?.code ?? 1;
  },
};

export const updateCheck: Command = {
  name: 'update-check',
  short: 'Print current and latest version number',
  group: 'Troubleshooting Commands:',
  *run() {
    yield* write(1, `CurrentVersion: ${MINIKUBE}\nLatestVersion: ${MINIKUBE}\n`);
    return 0;
  },
};

export const updateContext: Command = {
  name: 'update-context',
  short: 'Update kubeconfig in case of an IP or port change',
  group: 'Configuration and Management Commands:',
  *run({ process }) {
    yield* step(process, 'meh', 'No changes required for the "minikube" context');
    yield* step(process, 'kubectl', 'Current context is "minikube"');
    return 0;
  },
};

const CLOCK = 'time itself can be paused beside the picture';
const NODES = 'workers can be stopped: minikube node stop minikube-m02';

/** Commands of the real one that make no sense in a page: group, what they are for, and what there is instead. */
const NOT_HERE: readonly (readonly [name: string, group: string, short: string, instead: string])[] = [
  ['stop', 'Basic Commands:', 'Stops a running local Kubernetes cluster', `this cluster runs as long as its page is open; ${NODES}`],
  [
    'delete',
    'Basic Commands:',
    'Deletes a local Kubernetes cluster',
    'this cluster is gone when its page starts afresh; kubectl deletes what is in it',
  ],
  [
    'dashboard',
    'Basic Commands:',
    'Access the Kubernetes dashboard running within the minikube cluster',
    'the picture beside the terminal shows what the dashboard would',
  ],
  ['pause', 'Basic Commands:', 'pause Kubernetes', CLOCK],
  ['unpause', 'Basic Commands:', 'unpause Kubernetes', CLOCK],
  [
    'docker-env',
    'Images Commands:',
    "Provides instructions to point your terminal's docker-cli to the Docker Engine inside minikube",
    'there is no Docker; minikube image ls tells the images of the nodes',
  ],
  [
    'podman-env',
    'Images Commands:',
    "Configure environment to use minikube's Podman service",
    'there is no Podman; minikube image ls tells the images of the nodes',
  ],
  ['cache', 'Images Commands:', 'Manage cache for images', 'minikube image load brings an image to the nodes'],
  ['mount', 'Advanced Commands:', 'Mounts the specified directory into minikube', 'hostPath volumes are kept on the simulated nodes'],
  ['cp', 'Advanced Commands:', 'Copy the specified file into minikube', 'kubectl cp copies into containers'],
  ['ssh-key', 'Troubleshooting Commands:', 'Retrieve the ssh identity key path of the specified node', 'the nodes need no key'],
  ['ssh-host', 'Troubleshooting Commands:', 'Retrieve the ssh host key of the specified node', 'the nodes have no key'],
  [
    'logs',
    'Troubleshooting Commands:',
    'Returns logs to debug a local Kubernetes cluster',
    'the control plane writes no logs; kubectl events and kubectl logs tell what happened',
  ],
];

export const notHere: readonly Command[] = NOT_HERE.map(([name, group, short, instead]) => ({
  name,
  group,
  short,
  passThrough: true,
  // biome-ignore lint/correctness/useYield: ends before it does anything
  *run() {
    throw new ExitError('MK_UNIMPLEMENTED', 16, `minikube ${name} is not available in this simulated cluster: ${instead}`);
  },
}));
