/** kuberc: the user's own defaults and aliases */
import { readLine } from '../../kernel/sys.ts';
import type { Command, CommandBody, Flag } from '../cli/command.ts';
import { printFlags } from '../cli/shared-flags.ts';
import { CommandError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import type { JsonObject } from '../json.ts';
import {
  type Alias,
  type Defaults,
  EMPTY,
  kubercPlace,
  type Option,
  type Place,
  type Preference,
  RECOMMENDED,
  readPreference,
  writePreference,
} from '../kuberc.ts';
import { printYaml } from '../output/yaml.ts';
import { objectPrinter, printWith } from '../printer.ts';

const SECTIONS = ['defaults', 'aliases', 'credentialplugin'];
const KUBERC: Flag = {
  name: 'kuberc',
  type: 'string',
  usage: 'Path to the kuberc file to use for preferences. KUBERC=off turns them off.',
};

function place({ process, flags }: Invocation): Place {
  const found = kubercPlace(process, flags.string('kuberc'));
  if (found.path === '') throw new CommandError('KUBERC is disabled via KUBERC=off environment variable');
  return found;
}

const view: Command = {
  name: 'view',
  usage: 'view',
  short: 'Display the current kuberc configuration',
  examples: [['Show the preferences as JSON', 'kubectl kuberc view --output json']],
  flags: [...printFlags().map((flag) => (flag.name === 'output' ? { ...flag, default: 'yaml' } : flag)), KUBERC],
  *run(invocation) {
    const { path, explicit } = place(invocation);
    let preference = (yield* readPreference(path))?.preference;
    if (!preference) {
      if (explicit) throw new CommandError(`kuberc file not found at ${path}`);
      yield* invocation.out(
        `kuberc file not found at ${path}\nWould you like to generate a default kuberc file with recommended options? (y/N): `,
      );
      if (!/^y$/i.test(((yield* readLine(0)) ?? '').trim())) return;
      preference = RECOMMENDED;
      yield* writePreference(path, preference);
      return yield* invocation.out(`Updated ${path}\n`);
    }
    const { apiVersion, kind, defaults, aliases, ...more } = preference;
    const shown = {
      kind,
      apiVersion,
      defaults: (defaults ?? []).map(ordered),
      aliases: (aliases ?? []).map(ordered),
      ...more,
    } as JsonObject;
    const printer = yield* objectPrinter(invocation, { keysOf: Object.keys });
    if (printer) yield* printWith(invocation, printer, shown);
    else yield* invocation.out(printYaml(shown));
  },
};

const FIELDS = ['name', 'command', 'prependArgs', 'appendArgs', 'options'];

/** An entry in the order of its Go struct. */
function ordered(entry: Alias | Defaults): JsonObject {
  const options = entry.options?.map((option) => ({ name: option.name, default: option.default }));
  const bag: JsonObject = { ...entry, ...(options && { options }), ...('name' in entry ? {} : { options: options ?? null }) };
  return Object.fromEntries(FIELDS.filter((field) => bag[field] !== undefined).map((field) => [field, bag[field]]));
}

const set: Command = {
  name: 'set',
  usage: 'set --section (defaults|aliases) --command COMMAND',
  short: 'Set values in the kuberc configuration',
  long: "Set values in the kuberc configuration: the default of a command's flag, or another name for a command with flags and arguments.",
  examples: [
    ['Let get print wide tables', 'kubectl kuberc set --section defaults --command get --option output=wide'],
    ['Let getn list nodes', 'kubectl kuberc set --section aliases --name getn --command get --prependarg nodes --option output=wide'],
  ],
  flags: [
    KUBERC,
    {
      name: 'section',
      type: 'string',
      required: true,
      usage: "Section to modify: 'defaults', 'aliases', or 'credentialplugin'",
      values: SECTIONS,
    },
    { name: 'command', type: 'string', usage: "Command to configure (e.g., 'get', 'create', 'set env')" },
    { name: 'name', type: 'string', usage: 'Alias name (required for --section=aliases)' },
    {
      name: 'policy',
      type: 'string',
      usage: "Policy for programs that give credentials: 'AllowAll', 'DenyAll' or 'Allowlist'",
      values: ['AllowAll', 'DenyAll', 'Allowlist'],
    },
    { name: 'option', type: 'array', usage: 'Flag option in the form flag=value (can be specified multiple times)' },
    { name: 'prependarg', type: 'array', usage: 'Argument to put before the others (for aliases, can be specified multiple times)' },
    { name: 'appendarg', type: 'array', usage: 'Argument to put after the others (for aliases, can be specified multiple times)' },
    { name: 'allowlist-entry', type: 'array', usage: 'Allowlist entry in the form field=value (can be specified multiple times)' },
    { name: 'overwrite', type: 'bool', usage: 'Allow overwriting existing entries' },
  ],
  *run(invocation) {
    const { path } = place(invocation);
    check(invocation);
    const before = (yield* readPreference(path))?.preference ?? EMPTY;
    const options = invocation.flags.list('option').map((text): Option => {
      const [, name, value] = /^-*([^=]*)=([\s\S]*)$/.exec(text) ?? [];
      if (name === undefined || value === undefined)
        throw new CommandError(`invalid option format ${JSON.stringify(text)}, expected flag=value`);
      return { name, default: value };
    });
    yield* writePreference(path, changed(invocation, before, options));
    yield* invocation.out(`Updated ${path}\n`);
  },
};

function check({ flags }: Invocation): void {
  const [section, command, name, policy] = ['section', 'command', 'name', 'policy'].map((flag) => flags.string(flag));
  const args = flags.list('prependarg').length + flags.list('appendarg').length;
  const entries = flags.list('allowlist-entry').length;
  const fail = (message: string): never => {
    throw new CommandError(message);
  };
  if (!SECTIONS.includes(section ?? '')) fail(`--section must be "defaults", "aliases", or "credentialplugin", got: ${section}`);
  if (section === 'aliases' && name === '') fail('--name is required when --section=aliases');
  if (section === 'defaults' && name !== '') fail('--name should not be specified when --section=defaults');
  if (section === 'defaults' && args > 0) fail('--prependarg and --appendarg are only valid for --section=aliases');
  if (section !== 'credentialplugin') {
    if (command === '') fail('--command is required when --section=aliases or --section=defaults');
    return;
  }
  if (policy === '') fail('--policy is required when --section=credentialplugin');
  if (!['AllowAll', 'DenyAll', 'Allowlist'].includes(policy ?? ''))
    fail(` --policy must be  "AllowAll", "DenyAll", or "Allowlist", got: ${policy}`);
  if (policy !== 'Allowlist' && entries > 0)
    fail('--allowlist-entry may only be used when --section=credentialplugin and --policy=Allowlist');
  if (policy === 'Allowlist' && entries === 0) fail('--allowlist-entry is required when --section=credentialplugin and --policy=Allowlist');
}

function changed({ flags }: Invocation, before: Preference, options: readonly Option[]): Preference {
  const [command, name] = [flags.string('command'), flags.string('name')];
  if (flags.string('section') === 'credentialplugin') {
    const entries = flags
      .list('allowlist-entry')
      .flatMap((text) => text.split(','))
      .map((entry) => {
        const [, field, value = ''] = /^([^=]*)=(.*)$/.exec(entry) ?? [];
        if (field === undefined) throw new CommandError(`improperly formatted allowlist entry: ${JSON.stringify(entry)}`);
        if (field === 'name') throw new CommandError('allowlist entry field "name" is deprecated, use "command" instead');
        if (field !== 'command') throw new CommandError(`unrecognized allowlist entry field: ${JSON.stringify(field)}`);
        if (value.trim() === '') throw new CommandError(`empty value in allowlist entry for field ${JSON.stringify(field)}`);
        return { command: value };
      });
    return {
      ...before,
      ...(entries.length > 0 && { credentialPluginAllowlist: entries }),
      credentialPluginPolicy: flags.string('policy'),
    };
  }
  const keep = <T>(given: readonly T[], old: readonly T[] | undefined): readonly T[] | undefined => (given.length > 0 ? given : old);
  const part = <T>(key: string, list: readonly T[] | undefined): Record<string, readonly T[]> =>
    list && list.length > 0 ? { [key]: list } : {};
  if (flags.string('section') === 'defaults') {
    const list = before.defaults ?? [];
    const old = list.find((one) => one.command === command);
    if (old && !flags.bool('overwrite'))
      throw new CommandError(`defaults for command ${JSON.stringify(command)} already exist, use --overwrite to replace`);
    const given = keep(options, old?.options ?? undefined);
    const entry: Defaults = { command, options: given && given.length > 0 ? given : null };
    return { ...before, defaults: old ? list.map((one) => (one === old ? entry : one)) : [...list, entry] };
  }
  const list = before.aliases ?? [];
  const old = list.find((one) => one.name === name);
  if (old && !flags.bool('overwrite')) throw new CommandError(`alias ${JSON.stringify(name)} already exists, use --overwrite to replace`);
  const entry: Alias = {
    name,
    command,
    ...part('prependArgs', keep(flags.list('prependarg'), old?.prependArgs)),
    ...part('appendArgs', keep(flags.list('appendarg'), old?.appendArgs)),
    ...part('options', keep(options, old?.options ?? undefined)),
  };
  return { ...before, aliases: old ? list.map((one) => (one === old ? entry : one)) : [...list, entry] };
}

export const kuberc: CommandBody = {
  usage: 'kuberc SUBCOMMAND',
  commands: [set, view],
};
