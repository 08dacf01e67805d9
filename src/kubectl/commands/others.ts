/** completion, plugin, options, certificate, alpha, kuberc: small commands, and those that make no sense here and say so */

import { formatTime } from '../../api/values/duration.ts';
import { lazy } from '../../kernel/lazy.ts';
import { load, now } from '../../kernel/sys.ts';
import type { Command, CommandBody } from '../cli/command.ts';
import { flagsText } from '../cli/help.ts';
import { filenameFlags, GLOBAL_FLAGS, printFlags } from '../cli/shared-flags.ts';
import { namesOfKind } from '../completion/live.ts';
import type { CompletionShell } from '../completion/scripts.ts';
import { CommandError } from '../errors.ts';
import { at, type JsonObject, withValue } from '../json.ts';
import { resultPrinter } from '../printer.ts';
import { builderOptions, namesOfType, requireObjects, select } from '../resource/builder.ts';
import { pathOf } from '../resource/mapper.ts';

const pluginCode = lazy(() => import('../plugins.ts'));
const scripts = lazy(() => import('../completion/scripts.ts'));
const SHELLS = ['bash', 'fish', 'powershell', 'zsh'];

export const completion: CommandBody = {
  usage: 'completion SHELL',
  long: 'Output what a shell needs to complete kubectl commands. The terminal here completes them without it.',
  examples: [['Load completion into the current bash', 'source <(kubectl completion bash)']],
  *complete({ invocation, word }) {
    return invocation.args.length > 0 ? [] : SHELLS.filter((shell) => shell.startsWith(word)).map((value) => ({ value }));
  },
  *run(invocation) {
    const [shell, ...more] = invocation.args;
    if (shell === undefined) throw invocation.usageError('Shell not specified.');
    if (more.length > 0) throw invocation.usageError('Too many arguments. Expected only the shell type.');
    if (!SHELLS.includes(shell)) throw invocation.usageError(`Unsupported shell type ${JSON.stringify(shell)}.`);
    yield* invocation.out((yield* load(scripts)).COMPLETION_SCRIPTS[shell as CompletionShell]);
  },
};

export const plugin: CommandBody = {
  usage: 'plugin [flags]',
  long: 'Plugins are programs whose name starts with kubectl- : they add commands to kubectl.',
  commands: [
    {
      name: 'list',
      usage: 'list [flags]',
      short: "List all visible plugin executables on a user's PATH",
      examples: [['List all plugins', 'kubectl plugin list']],
      flags: [
        { name: 'name-only', type: 'bool', usage: 'If true, display only the binary name of each plugin, rather than its full path' },
      ],
      *run(invocation) {
        const { process, flags, path } = invocation;
        const { findPlugins } = yield* load(pluginCode);
        const { plugins, skipped } = yield* findPlugins(process, path[0] as Command);
        for (const line of skipped) yield* invocation.err(line);
        if (plugins.length === 0) throw new CommandError('unable to find any kubectl plugins in your PATH\n');
        yield* invocation.out('The following compatible plugins are available:\n\n');
        let count = 0;
        for (const one of plugins) {
          yield* invocation.out(`${flags.bool('name-only') ? one.name : one.path}\n`);
          for (const warning of one.warnings) yield* invocation.err(`  - ${warning}\n`);
          count += one.warnings.length;
        }
        if (count > 0) throw new CommandError(`${count === 1 ? 'one plugin warning was' : `${count} plugin warnings were`} found\n`);
      },
    },
  ],
};

export const options: CommandBody = {
  usage: 'options',
  examples: [['Print flags inherited by all commands', 'kubectl options']],
  *run(invocation) {
    yield* invocation.out(`The following options can be passed to any command:\n\n${flagsText(GLOBAL_FLAGS)}`);
  },
};

const decide = (name: 'approve' | 'deny', type: 'Approved' | 'Denied', word: string): Command => ({
  name,
  usage: `${name} (-f FILENAME | NAME)`,
  short: `${name === 'approve' ? 'Approve' : 'Deny'} a certificate signing request`,
  examples: [[`${name === 'approve' ? 'Approve' : 'Deny'} the request of jane`, `kubectl certificate ${name} jane`]],
  flags: [
    ...printFlags(),
    ...filenameFlags('Filename, directory, or URL to files identifying the resource to update'),
    { name: 'force', type: 'bool', usage: 'Update the CSR even if it is already approved.' },
  ],
  complete: namesOfKind('certificatesigningrequests'),
  *run(invocation) {
    const { flags, args } = invocation;
    if (args.length === 0 && flags.list('filename').length === 0)
      throw new CommandError('one or more CSRs must be specified as <name> or -f <filename>');
    const print = yield* resultPrinter(invocation);
    const words = namesOfType('certificatesigningrequests', args);
    const requests = yield* requireObjects(invocation, yield* select(invocation, yield* builderOptions(invocation, words)));
    const client = yield* invocation.client();
    const time = formatTime(yield* now());
    for (const { mapping, object, name: request } of requests) {
      const before = (at(object, 'status', 'conditions') ?? []) as JsonObject[];
      const condition = {
        type,
        status: 'True',
        reason: `Kubectl${name === 'approve' ? 'Approve' : 'Deny'}`,
        message: `This CSR was ${word} by kubectl certificate ${name}.`,
        lastUpdateTime: time,
      };
      const decided = before.some((one) => one['type'] === type) && !flags.bool('force');
      yield* print(
        decided
          ? object
          : yield* client.replace(
              pathOf(mapping, '', request, 'approval'),
              withValue(object, ['status', 'conditions'], [...before, condition]),
            ),
        word,
      );
    }
  },
});

export const certificate: CommandBody = {
  usage: 'certificate SUBCOMMAND',
  helpTo: 'stdout',
  anyHelp: true,
  long: 'Approve or deny certificate signing requests.',
  commands: [decide('approve', 'Approved', 'approved'), decide('deny', 'Denied', 'denied')],
};

export const alpha: CommandBody = {
  usage: 'alpha',
  *run(invocation) {
    yield* invocation.err('No alpha commands are available in this version of kubectl\n');
  },
};
