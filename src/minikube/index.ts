/** minikube as a program: the cluster's machines, its addresses, and the tunnel. */
import { SysError } from '../kernel/error.ts';
import { latency, write } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';
import { type Command, GLOBAL_FLAGS, help, parse, UsageError } from './cli.ts';
import { addons } from './commands/addons.ts';
import { kubectl, notHere, profile, start, updateCheck, updateContext, version } from './commands/cluster.ts';
import { config } from './commands/config.ts';
import { image } from './commands/images.ts';
import { ip, node, status } from './commands/node.ts';
import { service, tunnel } from './commands/service.ts';
import { ssh } from './commands/ssh.ts';
import { ExitError, printError, step, usageError } from './output.ts';

/** Virtual time until the real one has started, ms. */
const START_MS = 80;
const USAGE_EXIT = 14;

const GROUPS = [
  'Basic Commands:',
  'Images Commands:',
  'Configuration and Management Commands:',
  'Networking and Connectivity Commands:',
  'Advanced Commands:',
  'Troubleshooting Commands:',
];

const COMMANDS = [
  start,
  status,
  ...notHere,
  addons,
  config,
  image,
  profile,
  updateContext,
  service,
  tunnel,
  ssh,
  kubectl,
  node,
  ip,
  updateCheck,
  version,
];

/** The whole command tree. */
const MINIKUBE_COMMAND: Command = {
  name: 'minikube',
  short: 'minikube provisions and manages local Kubernetes clusters optimized for development workflows.',
  commands: COMMANDS.sort((a, b) => GROUPS.indexOf(a.group ?? '') - GROUPS.indexOf(b.group ?? '')),
};

/** What could stand at the end of a minikube command line, whose last word is being typed. */
export function* completeMinikube(_process: Process, words: readonly string[]): Sys<readonly Candidate[]> {
  let command: Command = MINIKUBE_COMMAND;
  for (const word of words.slice(0, -1)) command = command.commands?.find(({ name }) => name === word) ?? command;
  if (words.at(-1)?.startsWith('-'))
    return [...(command.flags ?? []), ...GLOBAL_FLAGS].map(({ name, usage }) => ({ value: `--${name}`, description: usage }));
  const values = command.values ? yield* command.values() : [];
  return [
    ...(command.commands ?? []).map(({ name, short }) => ({ value: name, description: short })),
    ...values.map((value) => ({ value })),
  ];
}

interface Candidate {
  readonly value: string;
  readonly description?: string;
}

/** The program `minikube`. Ends with the exit code of the real one. */
export function* minikube(process: Process): Sys<number> {
  yield* latency(START_MS);
  const words = process.argv.slice(1);
  try {
    const { path, args, flags } = parse(MINIKUBE_COMMAND, words[0] === 'help' ? [...words.slice(1), '--help'] : words);
    const command = path[path.length - 1] as Command;
    if (flags['help'] === 'true' || !command.run) {
      yield* write(1, help(path));
      return 0;
    }
    if (flags['profile'] !== 'minikube' && !command.passThrough) return yield* otherProfile(process, flags['profile'] ?? '', command);
    return yield* command.run({ process, args, flags });
  } catch (error) {
    if (error instanceof UsageError) {
      yield* write(2, error.message);
      return USAGE_EXIT;
    }
    if (error instanceof ExitError) {
      yield* printError(process, error);
      return error.code;
    }
    if (error instanceof SysError && error.errno === 'EPIPE') return 141;
    throw error;
  }
}

/** There is one cluster here: any other can neither be found nor made. */
function* otherProfile(process: Process, name: string, command: Command): Sys<number> {
  if (command === start) throw usageError(`there is one cluster here, "minikube": profile "${name}" cannot be made`);
  yield* step(process, 'shrug', `Profile "${name}" not found. Run "minikube profile list" to view all profiles.`);
  yield* step(process, 'url', `To start a cluster, run: "minikube start -p ${name}"`);
  return 85;
}
