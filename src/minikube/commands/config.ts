/** minikube config: values that it keeps between calls, in a file of the laptop. */
import { files, write } from '../../kernel/sys.ts';
import type { Process, Sys } from '../../kernel/types.ts';
import type { Command } from '../cli.ts';
import { complain, ExitError, usageError } from '../output.ts';

/** What may be set. */
const PROPERTIES = (
  'driver vm-driver container-runtime feature-gates v cpus disk-size host-only-cidr memory log_dir kubernetes-version iso-url ' +
  'WantUpdateNotification WantBetaUpdateNotification ReminderWaitPeriodInHours WantNoneDriverWarning WantVirtualBoxDriverWarning profile ' +
  'bootstrapper insecure-registry hyperv-virtual-switch disable-driver-mounts cache EmbedCerts native-ssh rootless MaxAuditEntries'
).split(' ');

type Values = Readonly<Record<string, string>>;

const path = (process: Process): string => `${process.env['HOME'] ?? '/root'}/.minikube/config/config.json`;

function* read(process: Process): Sys<Values> {
  return yield* files((tree) => {
    const text = tree.stat(path(process))?.text;
    return text ? (JSON.parse(text) as Values) : {};
  });
}

function* store(process: Process, values: Values): Sys<void> {
  const file = path(process);
  yield* files((tree) => {
    tree.mkdir(file.slice(0, file.lastIndexOf('/')), { parents: true });
    tree.write(file, `${JSON.stringify(values, undefined, 4)}\n`);
  });
}

function known(name: string, verb: string): string {
  if (PROPERTIES.includes(name)) return name;
  throw new ExitError(
    `INTERNAL_CONFIG_${verb.toUpperCase()}`,
    80,
    `${verb} failed: find settings for ${JSON.stringify(name)} value of "": property name ${JSON.stringify(name)} not found`,
  );
}

const set: Command = {
  name: 'set',
  usage: 'PROPERTY_NAME PROPERTY_VALUE [flags] [options]',
  short: 'Sets an individual value in a minikube config file',
  *run({ process, args }) {
    const [name = '', value = ''] = args;
    if (args.length !== 2)
      throw usageError(
        `${args.length < 2 ? 'not enough' : 'too many'} arguments (${args.length}).\nusage: minikube config set PROPERTY_NAME PROPERTY_VALUE`,
      );
    yield* store(process, { ...(yield* read(process)), [known(name, 'set')]: value });
    yield* complain(process, 'warning', 'These changes will take effect upon a minikube delete and then a minikube start');
    return 0;
  },
};

const get: Command = {
  name: 'get',
  usage: 'PROPERTY_NAME [flags] [options]',
  short: 'Gets the value of PROPERTY_NAME from the minikube config file',
  *run({ process, args }) {
    const [name] = args;
    if (name === undefined) throw usageError('not enough arguments.\nusage: minikube config get PROPERTY_NAME');
    const value = (yield* read(process))[name];
    if (value === undefined)
      throw new ExitError('INTERNAL_CONFIG_GET', 80, 'Error getting config: specified key could not be found in config');
    yield* write(1, `${value}\n`);
    return 0;
  },
};

const unset: Command = {
  name: 'unset',
  usage: 'PROPERTY_NAME [flags] [options]',
  short: 'unsets an individual value in a minikube config file',
  *run({ process, args }) {
    const [name] = args;
    if (name === undefined || args.length !== 1) throw usageError('usage: minikube config unset PROPERTY_NAME');
    const { [known(name, 'unset')]: _, ...rest } = yield* read(process);
    yield* store(process, rest);
    return 0;
  },
};

const view: Command = {
  name: 'view',
  short: 'Display values currently set in the minikube config file',
  *run({ process }) {
    const values = yield* read(process);
    const lines = Object.keys(values)
      .sort()
      .map((name) => `- ${name}: ${values[name]}\n`);
    yield* write(1, lines.join(''));
    return 0;
  },
};

export const config: Command = {
  name: 'config',
  usage: 'SUBCOMMAND [flags] [options]',
  short: 'Modify persistent configuration values',
  group: 'Configuration and Management Commands:',
  commands: [get, set, unset, view],
};
