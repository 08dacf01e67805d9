/** minikube ssh: a shell on a node, or one command there. */
import { type FarSession, joinSession } from '../../kernel/session.ts';
import { isatty } from '../../kernel/sys.ts';
import type { Command } from '../cli.ts';
import { ask, retrieve } from '../nodes.ts';
import { ExitError } from '../output.ts';

export const ssh: Command = {
  name: 'ssh',
  usage: '[-- COMMAND] [flags] [options]',
  short: 'Log into the minikube environment (for debugging)',
  group: 'Advanced Commands:',
  flags: [
    {
      name: 'native-ssh',
      type: 'bool',
      default: 'true',
      usage:
        "Use native Golang SSH client (default true). Set to 'false' to use the command line 'ssh' command when accessing the docker machine.",
    },
    { name: 'node', short: 'n', type: 'string', default: '', usage: 'The node to ssh into. Defaults to the primary control plane.' },
  ],
  *run({ process, args, flags }) {
    const machine = yield* retrieve(flags['node'] ?? '');
    if (!machine.running) throw new ExitError('GUEST_SSH', 80, `the node ${machine.name} is stopped: minikube node start ${machine.name}`);
    const raw = args.length === 0 && (yield* isatty(0));
    const session = yield* ask<FarSession>({ op: 'ssh', node: machine.name, command: args, tty: raw });
    const { code } = yield* joinSession(session, process.argv, { stdin: true, raw });
    return code;
  },
};
