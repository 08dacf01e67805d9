/** The tree of commands, in the order that help lists them. What a command does and which flags it has is loaded when it is first used. */
import { type Lazy, lazy } from '../../kernel/lazy.ts';
import { load } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { Command, CommandBody, CommandHead } from '../cli/command.ts';
import { commandWord, subcommand } from '../cli/parse.ts';
import { GLOBAL_FLAGS } from '../cli/shared-flags.ts';

interface Entry extends CommandHead {
  readonly code: Lazy<CommandBody>;
}

const later = (head: CommandHead, code: () => Promise<CommandBody>): Entry => ({ ...head, code: lazy(code) });

const COMMANDS: readonly Entry[] = [
  later({ name: 'create', short: 'Create a resource from a file or from stdin', group: 'Basic Commands (Beginner):' }, () =>
    import('./create/index.ts').then(({ create }) => create),
  ),
  later(
    {
      name: 'expose',
      short: 'Take a replication controller, service, deployment or pod and expose it as a new Kubernetes service',
      group: 'Basic Commands (Beginner):',
    },
    () => import('./expose.ts').then(({ expose }) => expose),
  ),
  later({ name: 'run', short: 'Run a particular image on the cluster', group: 'Basic Commands (Beginner):' }, () =>
    import('./run.ts').then(({ run }) => run),
  ),
  later({ name: 'set', short: 'Set specific features on objects', group: 'Basic Commands (Beginner):' }, () =>
    import('./set.ts').then(({ set }) => set),
  ),
  later({ name: 'explain', short: 'Get documentation for a resource', group: 'Basic Commands (Intermediate):' }, () =>
    import('./explain.ts').then(({ explain }) => explain),
  ),
  later({ name: 'get', short: 'Display one or many resources', suggestFor: ['list', 'ls'], group: 'Basic Commands (Intermediate):' }, () =>
    import('./get.ts').then(({ get }) => get),
  ),
  later({ name: 'edit', short: 'Edit a resource on the server', group: 'Basic Commands (Intermediate):' }, () =>
    import('./edit.ts').then(({ edit }) => edit),
  ),
  later(
    {
      name: 'delete',
      short: 'Delete resources by file names, stdin, resources and names, or by resources and label selector',
      suggestFor: ['rm', 'remove'],
      group: 'Basic Commands (Intermediate):',
    },
    () => import('./delete.ts').then(({ deleteCommand }) => deleteCommand),
  ),
  later({ name: 'rollout', short: 'Manage the rollout of a resource', group: 'Deploy Commands:' }, () =>
    import('./rollout.ts').then(({ rollout }) => rollout),
  ),
  later(
    { name: 'scale', short: 'Set a new size for a deployment, replica set, or replication controller', group: 'Deploy Commands:' },
    () => import('./scale.ts').then(({ scale }) => scale),
  ),
  later(
    {
      name: 'autoscale',
      short: 'Auto-scale a deployment, replica set, stateful set, or replication controller',
      group: 'Deploy Commands:',
    },
    () => import('./autoscale.ts').then(({ autoscale }) => autoscale),
  ),
  later({ name: 'certificate', short: 'Modify certificate resources', group: 'Cluster Management Commands:' }, () =>
    import('./others.ts').then(({ certificate }) => certificate),
  ),
  later({ name: 'cluster-info', short: 'Display cluster information', group: 'Cluster Management Commands:' }, () =>
    import('./cluster.ts').then(({ clusterInfo }) => clusterInfo),
  ),
  later({ name: 'top', short: 'Display resource (CPU/memory) usage', group: 'Cluster Management Commands:' }, () =>
    import('./cluster.ts').then(({ top }) => top),
  ),
  later({ name: 'cordon', short: 'Mark node as unschedulable', group: 'Cluster Management Commands:' }, () =>
    import('./nodes.ts').then(({ cordon }) => cordon),
  ),
  later({ name: 'uncordon', short: 'Mark node as schedulable', group: 'Cluster Management Commands:' }, () =>
    import('./nodes.ts').then(({ uncordon }) => uncordon),
  ),
  later({ name: 'drain', short: 'Drain node in preparation for maintenance', group: 'Cluster Management Commands:' }, () =>
    import('./nodes.ts').then(({ drain }) => drain),
  ),
  later({ name: 'taint', short: 'Update the taints on one or more nodes', group: 'Cluster Management Commands:' }, () =>
    import('./taint.ts').then(({ taint }) => taint),
  ),
  later(
    {
      name: 'describe',
      short: 'Show details of a specific resource or group of resources',
      group: 'Troubleshooting and Debugging Commands:',
    },
    () => import('./describe.ts').then(({ describe }) => describe),
  ),
  later({ name: 'logs', short: 'Print the logs for a container in a pod', group: 'Troubleshooting and Debugging Commands:' }, () =>
    import('./logs.ts').then(({ logs }) => logs),
  ),
  later({ name: 'attach', short: 'Attach to a running container', group: 'Troubleshooting and Debugging Commands:' }, () =>
    import('./exec.ts').then(({ attach }) => attach),
  ),
  later({ name: 'exec', short: 'Execute a command in a container', group: 'Troubleshooting and Debugging Commands:' }, () =>
    import('./exec.ts').then(({ exec }) => exec),
  ),
  later({ name: 'port-forward', short: 'Forward one or more local ports to a pod', group: 'Troubleshooting and Debugging Commands:' }, () =>
    import('./forward.ts').then(({ portForward }) => portForward),
  ),
  later({ name: 'proxy', short: 'Run a proxy to the Kubernetes API server', group: 'Troubleshooting and Debugging Commands:' }, () =>
    import('./forward.ts').then(({ proxy }) => proxy),
  ),
  later({ name: 'cp', short: 'Copy files and directories to and from containers', group: 'Troubleshooting and Debugging Commands:' }, () =>
    import('./cp.ts').then(({ cp }) => cp),
  ),
  later({ name: 'auth', short: 'Inspect authorization', group: 'Troubleshooting and Debugging Commands:' }, () =>
    import('./auth.ts').then(({ auth }) => auth),
  ),
  later(
    {
      name: 'debug',
      short: 'Create debugging sessions for troubleshooting workloads and nodes',
      group: 'Troubleshooting and Debugging Commands:',
    },
    () => import('./debug.ts').then(({ debug }) => debug),
  ),
  later({ name: 'events', short: 'List events', group: 'Troubleshooting and Debugging Commands:' }, () =>
    import('./events.ts').then(({ events }) => events),
  ),
  later({ name: 'diff', short: 'Diff the live version against a would-be applied version', group: 'Advanced Commands:' }, () =>
    import('./diff.ts').then(({ diff }) => diff),
  ),
  later({ name: 'apply', short: 'Apply a configuration to a resource by file name or stdin', group: 'Advanced Commands:' }, () =>
    import('./apply/index.ts').then(({ apply }) => apply),
  ),
  later({ name: 'patch', short: 'Update fields of a resource', group: 'Advanced Commands:' }, () =>
    import('./patch.ts').then(({ patch }) => patch),
  ),
  later({ name: 'replace', short: 'Replace a resource by file name or stdin', group: 'Advanced Commands:' }, () =>
    import('./replace.ts').then(({ replace }) => replace),
  ),
  later({ name: 'wait', short: 'Wait for a specific condition on one or many resources', group: 'Advanced Commands:' }, () =>
    import('./wait.ts').then(({ wait }) => wait),
  ),
  later({ name: 'kustomize', short: 'Build a kustomization target from a directory or URL', group: 'Advanced Commands:' }, () =>
    import('./kustomize.ts').then(({ kustomize }) => kustomize),
  ),
  later({ name: 'label', short: 'Update the labels on a resource', group: 'Settings Commands:' }, () =>
    import('./label.ts').then(({ label }) => label),
  ),
  later({ name: 'annotate', short: 'Update the annotations on a resource', group: 'Settings Commands:' }, () =>
    import('./label.ts').then(({ annotate }) => annotate),
  ),
  later(
    {
      name: 'completion',
      short: 'Output shell completion code for the specified shell (bash, zsh, fish, or powershell)',
      group: 'Settings Commands:',
    },
    () => import('./others.ts').then(({ completion }) => completion),
  ),
  later({ name: 'alpha', short: 'Commands for features in alpha', hidden: true }, () => import('./others.ts').then(({ alpha }) => alpha)),
  later({ name: 'config', short: 'Modify kubeconfig files' }, () => import('./config.ts').then(({ config }) => config)),
  later({ name: 'plugin', short: 'Provides utilities for interacting with plugins' }, () =>
    import('./others.ts').then(({ plugin }) => plugin),
  ),
  later({ name: 'version', short: 'Print the client and server version information' }, () =>
    import('./cluster.ts').then(({ version }) => version),
  ),
  later({ name: 'api-versions', short: 'Print the supported API versions on the server, in the form of "group/version"' }, () =>
    import('./cluster.ts').then(({ apiVersions }) => apiVersions),
  ),
  later({ name: 'api-resources', short: 'Print the supported API resources on the server' }, () =>
    import('./cluster.ts').then(({ apiResources }) => apiResources),
  ),
  later({ name: 'options', short: 'Print the list of flags inherited by all commands', hidden: true }, () =>
    import('./others.ts').then(({ options }) => options),
  ),
  later({ name: 'kuberc', short: 'Manage kuberc configuration files' }, () => import('./kuberc.ts').then(({ kuberc }) => kuberc)),
];

const ROOT: CommandBody & CommandHead = {
  name: 'kubectl',
  usage: 'kubectl',
  short: 'kubectl controls the Kubernetes cluster manager',
  long: 'kubectl controls the Kubernetes cluster manager.\n\n Find more information at: https://kubernetes.io/docs/reference/kubectl/',
  persistentFlags: GLOBAL_FLAGS,
};

/** The command without flags that the environment does not ask for. */
function asked(body: CommandBody, env: Readonly<Record<string, string>>): CommandBody {
  const there = body.flags?.filter(({ gate }) => gate === undefined || env[gate] === 'true');
  return there && there.length < (body.flags?.length ?? 0) ? { ...body, flags: there } : body;
}

/** kubectl with its commands: in full the one that a command line names, of the others what lists and suggestions show. */
export function* commandTree(words: readonly string[], env: Readonly<Record<string, string>>): Sys<Command> {
  const tree = { ...ROOT, commands: COMMANDS.map(({ code: _, ...head }): Command => ({ ...head, usage: head.name })) };
  const word = commandWord(tree, words);
  const named = word === undefined ? undefined : subcommand(tree, word);
  const code = COMMANDS.find(({ name }) => name === named?.name)?.code;
  if (!named || !code) return tree;
  const whole: Command = { ...named, ...asked(yield* load(code), env) };
  return { ...tree, commands: tree.commands.map((one) => (one === named ? whole : one)) };
}
