/** config: the kubeconfig file */
import { encodeBase64 } from '../../kernel/bytes.ts';
import { files } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { Command, CommandBody } from '../cli/command.ts';
import { helpText } from '../cli/help.ts';
import { printFlags } from '../cli/shared-flags.ts';
import type { Candidate, CompletionContext } from '../completion/candidates.ts';
import { completeNamespaces } from '../completion/live.ts';
import type { KubeConfig, NamedContext } from '../config.ts';
import { setProperty, unsetProperty } from '../config-fields.ts';
import { configPath, normalConfig, saveConfig } from '../config-write.ts';
import { Aggregate, CommandError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { isObject, type JsonObject } from '../json.ts';
import { TabWriter } from '../output/table.ts';
import { printYaml } from '../output/yaml.ts';
import { objectPrinter, printWith } from '../printer.ts';

function* contextNames({ invocation }: CompletionContext): Sys<readonly Candidate[]> {
  return invocation.args.length > 0 ? [] : (yield* invocation.config()).contexts.map(({ name }) => ({ value: name }));
}

function* save(invocation: Invocation, config: KubeConfig): Sys<void> {
  yield* saveConfig(invocation.process, invocation.flags, config);
}

/** The arguments of a command that takes so many; otherwise it shows its help and fails. */
function* exactArguments(invocation: Invocation, count: number, word = 'Unexpected'): Sys<readonly string[]> {
  const { args, path } = invocation;
  if (args.length === count) return args;
  yield* invocation.out(helpText(path));
  throw new CommandError(`${word} args: [${args.join(' ')}]`);
}

function* oneArgument(invocation: Invocation, word?: string): Sys<string> {
  return (yield* exactArguments(invocation, 1, word))[0] as string;
}

const currentContext: Command = {
  name: 'current-context',
  usage: 'current-context [flags]',
  short: 'Display the current-context',
  examples: [['Display the current-context', 'kubectl config current-context']],
  *run(invocation) {
    const config = yield* invocation.config();
    const current = invocation.flags.string('context') || config['current-context'];
    if (current === '') throw new CommandError('current-context is not set');
    yield* invocation.out(`${current}\n`);
  },
};

const getContexts: Command = {
  name: 'get-contexts',
  usage: 'get-contexts [(-o|--output=)name)]',
  short: 'Describe one or many contexts',
  examples: [
    ['List all the contexts', 'kubectl config get-contexts'],
    ['Describe one context', 'kubectl config get-contexts minikube'],
  ],
  flags: [
    { name: 'no-headers', type: 'bool', usage: "When using the default or custom-column output format, don't print headers." },
    { name: 'output', shorthand: 'o', type: 'string', usage: 'Output format. One of: (name).', values: ['name'] },
  ],
  complete: contextNames,
  *run(invocation) {
    const { flags, args } = invocation;
    const output = flags.string('output');
    if (output !== '' && output !== 'name')
      throw new CommandError(`--output ${output} is not available in kubectl config get-contexts; resetting to default output format`);
    const config = yield* invocation.config();
    const missing = args
      .filter((name) => !config.contexts.some((one) => one.name === name))
      .map((name) => new CommandError(`context ${name} not found`));
    const shown = config.contexts.filter(({ name }) => args.length === 0 || args.includes(name)).sort(byName);
    if (output === 'name') yield* invocation.out(shown.map(({ name }) => `${name}\n`).join(''));
    else {
      const header = flags.bool('no-headers') ? '' : 'CURRENT\tNAME\tCLUSTER\tAUTHINFO\tNAMESPACE\n';
      const rows = shown.map(
        ({ name, context }) =>
          `${name === config['current-context'] ? '*' : ''}\t${name}\t${context.cluster ?? ''}\t${context.user ?? ''}\t${context.namespace ?? ''}\n`,
      );
      yield* invocation.out(new TabWriter().write(header + rows.join('')));
    }
    if (missing.length > 0) throw missing.length === 1 ? missing[0] : new Aggregate(missing);
  },
};

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);

const listNames = (name: 'get-clusters' | 'get-users', field: 'clusters' | 'users', short: string): Command => ({
  name,
  usage: `${name} [flags]`,
  short,
  examples: [[short, `kubectl config ${name}`]],
  *run(invocation) {
    const config = yield* invocation.config();
    yield* invocation.out(
      `NAME\n${[...config[field]]
        .sort(byName)
        .map((one) => `${one.name}\n`)
        .join('')}`,
    );
  },
});

const useContext: Command = {
  name: 'use-context',
  aliases: ['use'],
  usage: 'use-context CONTEXT_NAME',
  short: 'Set the current-context in a kubeconfig file',
  examples: [['Use the context minikube', 'kubectl config use-context minikube']],
  complete: contextNames,
  *run(invocation) {
    const name = yield* oneArgument(invocation);
    const config = yield* invocation.config();
    if (name === '') throw new CommandError('empty context names are not allowed');
    if (!config.contexts.some((one) => one.name === name))
      throw new CommandError(`no context exists with the name: ${JSON.stringify(name)}`);
    yield* save(invocation, { ...config, 'current-context': name });
    yield* invocation.out(`Switched to context ${JSON.stringify(name)}.\n`);
  },
};

const setContext: Command = {
  name: 'set-context',
  usage: 'set-context [NAME | --current] [--cluster=cluster_nickname] [--user=user_nickname] [--namespace=namespace]',
  short: 'Set a context entry in kubeconfig',
  long: 'Make a context, or change the fields of one that is there.',
  examples: [['Let the current context work in another namespace', 'kubectl config set-context --current --namespace=dev']],
  flags: [
    { name: 'current', type: 'bool', usage: 'Modify the current context' },
    { name: 'cluster', type: 'string', usage: 'cluster for the context entry in kubeconfig' },
    { name: 'user', type: 'string', usage: 'user for the context entry in kubeconfig' },
    {
      name: 'namespace',
      shorthand: 'n',
      type: 'string',
      usage: 'namespace for the context entry in kubeconfig',
      values: completeNamespaces,
    },
  ],
  complete: contextNames,
  *run(invocation) {
    const { flags, args } = invocation;
    const config = yield* invocation.config();
    const current = flags.bool('current');
    if (args.length > 1) yield* oneArgument(invocation);
    if (args.length === 0 && !current) throw new CommandError('you must specify a non-empty context name or --current');
    if (args.length > 0 && current) throw new CommandError('you cannot specify both a context name and --current');
    const name = args[0] ?? config['current-context'];
    if (name === '') throw new CommandError('no current context is set');
    const before = config.contexts.find((one) => one.name === name);
    const changes = Object.fromEntries(
      (['cluster', 'user', 'namespace'] as const).flatMap((flag) => (flags.changed(flag) ? [[flag, flags.string(flag) || undefined]] : [])),
    );
    const entry: NamedContext = { name, context: { ...before?.context, ...changes } };
    const contexts = before ? config.contexts.map((one) => (one === before ? entry : one)) : [...config.contexts, entry];
    yield* save(invocation, { ...config, contexts });
    yield* invocation.out(`Context ${JSON.stringify(name)} ${before ? 'modified' : 'created'}.\n`);
  },
};

const deleteEntry = (name: string, field: 'contexts' | 'clusters' | 'users', word: string): Command => ({
  name,
  usage: `${name} NAME`,
  short: `Delete the specified ${word} from the kubeconfig`,
  examples: [[`Delete the ${word} old`, `kubectl config ${name} old`]],
  *run(invocation) {
    const [target] = invocation.args;
    if (target === undefined || invocation.args.length !== 1) {
      if (field === 'users') throw invocation.usageError('user to delete is required');
      return yield* invocation.out(helpText(invocation.path));
    }
    const config = yield* invocation.config();
    const file = yield* configPath(invocation.process, invocation.flags);
    if (!config[field].some((one) => one.name === target)) throw new CommandError(`cannot delete ${word} ${target}, not in ${file}`);
    if (field === 'contexts' && config['current-context'] === target) {
      yield* invocation.err('warning: this removed your active context, use "kubectl config use-context" to select a different one\n');
    }
    yield* save(invocation, { ...config, [field]: (config[field] as readonly { name: string }[]).filter((one) => one.name !== target) });
    yield* invocation.out(`deleted ${word} ${target} from ${file}\n`);
  },
});

const renameContext: Command = {
  name: 'rename-context',
  usage: 'rename-context CONTEXT_NAME NEW_NAME',
  short: 'Rename a context from the kubeconfig file',
  examples: [["Rename the context 'old' to 'new'", 'kubectl config rename-context old new']],
  complete: contextNames,
  *run(invocation) {
    const [from, to] = (yield* exactArguments(invocation, 2)) as [string, string];
    const config = yield* invocation.config();
    const file = yield* configPath(invocation.process, invocation.flags);
    const rename = (name: string): string => JSON.stringify(name);
    if (to === '') throw new CommandError('You must specify a new non-empty context name');
    if (!config.contexts.some((one) => one.name === from))
      throw new CommandError(`cannot rename the context ${rename(from)}, it's not in ${file}`);
    if (config.contexts.some((one) => one.name === to))
      throw new CommandError(`cannot rename the context ${rename(from)}, the context ${rename(to)} already exists in ${file}`);
    const contexts = config.contexts.map((one) => (one.name === from ? { ...one, name: to } : one));
    yield* save(invocation, {
      ...config,
      contexts,
      'current-context': config['current-context'] === from ? to : config['current-context'],
    });
    yield* invocation.out(`Context ${rename(from)} renamed to ${rename(to)}.\n`);
  },
};

const AUTHORITY = ['certificate-authority', 'certificate-authority-data'];

/** The file that is to be embedded must be there. */
function* requireFile(flag: string, path: string): Sys<void> {
  const there = yield* files((tree, cwd) => tree.exists(tree.resolve(cwd, path)));
  if (!there) throw new CommandError(`could not stat ${flag} file ${path}: stat ${path}: no such file or directory`);
}

/** A field that names a file, or the field beside it that holds what is in one: the other is emptied. */
function* writeFileField(
  invocation: Invocation,
  write: (field: string, value: unknown) => void,
  field: string,
  path: string,
  embed: boolean,
): Sys<void> {
  write(`${field}-data`, undefined);
  write(field, undefined);
  if (embed) return write(`${field}-data`, encodeBase64(yield* files((tree, cwd) => tree.read(tree.resolve(cwd, path)))));
  const folder = yield* configFolder(invocation);
  const absolute = yield* files((tree, cwd) => tree.resolve(cwd, path));
  // What lies beside the configuration or below is named from there.
  write(field, absolute.startsWith(`${folder}/`) ? absolute.slice(folder.length + 1) : absolute);
}

/** The folder that names of files in the configuration start from. */
function* configFolder(invocation: Invocation): Sys<string> {
  const path = yield* configPath(invocation.process, invocation.flags);
  return yield* files((tree, cwd) => tree.resolve(cwd, path).replace(/\/[^/]*$/, ''));
}

const setCluster: Command = {
  name: 'set-cluster',
  usage:
    'set-cluster NAME [--server=server] [--certificate-authority=path/to/certificate/authority] [--insecure-skip-tls-verify=true] [--tls-server-name=example.com]',
  short: 'Set a cluster entry in kubeconfig',
  examples: [['Set the server of a cluster', 'kubectl config set-cluster e2e --server=https://1.2.3.4']],
  flags: [
    { name: 'server', type: 'string', usage: 'server for the cluster entry in kubeconfig' },
    { name: 'certificate-authority', type: 'string', usage: 'Path to certificate-authority file for the cluster entry in kubeconfig' },
    { name: 'tls-server-name', type: 'string', usage: 'tls-server-name for the cluster entry in kubeconfig' },
    { name: 'insecure-skip-tls-verify', type: 'bool', usage: 'insecure-skip-tls-verify for the cluster entry in kubeconfig' },
    { name: 'embed-certs', type: 'bool', usage: 'embed-certs for the cluster entry in kubeconfig' },
    { name: 'proxy-url', type: 'string', usage: 'proxy-url for the cluster entry in kubeconfig' },
  ],
  *run(invocation) {
    const { flags } = invocation;
    const name = yield* oneArgument(invocation);
    if (name === '') throw new CommandError('you must specify a non-empty cluster name');
    const authority = flags.string('certificate-authority');
    const embed = flags.bool('embed-certs');
    if (flags.bool('insecure-skip-tls-verify') && authority !== '')
      throw new CommandError('you cannot specify a certificate authority and insecure mode at the same time');
    if (embed && authority === '') throw new CommandError('you must specify a --certificate-authority to embed');
    if (embed) yield* requireFile('certificate-authority', authority);
    const config = yield* invocation.config();
    const before = config.clusters.find((one) => one.name === name);
    const cluster: Record<string, unknown> = { ...before?.cluster };
    const write = (field: string, value: unknown): void => {
      delete cluster[field];
      if (value !== '' && value !== false && value !== undefined) cluster[field] = value;
    };
    // A new server is not the one whose certificate had another name; checking certificates and not doing so exclude each other.
    if (flags.changed('server')) {
      write('server', flags.string('server'));
      write('tls-server-name', '');
    }
    if (flags.changed('tls-server-name')) write('tls-server-name', flags.string('tls-server-name'));
    // Off unless it is given each time.
    write('insecure-skip-tls-verify', flags.bool('insecure-skip-tls-verify'));
    if (flags.bool('insecure-skip-tls-verify')) for (const field of AUTHORITY) write(field, undefined);
    if (flags.changed('certificate-authority')) yield* writeFileField(invocation, write, 'certificate-authority', authority, embed);
    if (flags.changed('proxy-url')) write('proxy-url', flags.string('proxy-url'));
    const entry = { name, cluster };
    yield* save(invocation, {
      ...config,
      clusters: before ? config.clusters.map((one) => (one === before ? entry : one)) : [...config.clusters, entry],
    });
    yield* invocation.out(`Cluster ${JSON.stringify(name)} set.\n`);
  },
};

const setCredentials: Command = {
  name: 'set-credentials',
  usage:
    'set-credentials NAME [--client-certificate=path/to/certfile] [--client-key=path/to/keyfile] [--token=bearer_token] [--username=basic_user] [--password=basic_password] [--auth-provider=provider_name] [--auth-provider-arg=key=value] [--exec-command=exec_command] [--exec-api-version=exec_api_version] [--exec-arg=arg] [--exec-env=key=value]',
  short: 'Set a user entry in kubeconfig',
  examples: [['Give the user jane a token', 'kubectl config set-credentials jane --token=abc']],
  flags: [
    { name: 'client-certificate', type: 'string', usage: 'Path to client-certificate file for the user entry in kubeconfig' },
    { name: 'client-key', type: 'string', usage: 'Path to client-key file for the user entry in kubeconfig' },
    ...['token', 'username', 'password'].map(
      (flag) => ({ name: flag, type: 'string', usage: `${flag} for the user entry in kubeconfig` }) as const,
    ),
    { name: 'embed-certs', type: 'bool', usage: 'Embed client cert/key for the user entry in kubeconfig' },
    ...['auth-provider', 'exec-command', 'exec-api-version', 'exec-interactive-mode'].map(
      (flag) => ({ name: flag, type: 'string', usage: `${flag} for the user entry in kubeconfig` }) as const,
    ),
    ...['auth-provider-arg', 'exec-arg', 'exec-env'].map(
      (flag) => ({ name: flag, type: flag === 'exec-env' ? 'array' : 'slice', usage: `${flag} for the user entry in kubeconfig` }) as const,
    ),
    { name: 'exec-provide-cluster-info', type: 'bool', usage: 'Provide cluster info in exec for the user entry in kubeconfig' },
  ],
  *run(invocation) {
    const { flags } = invocation;
    const name = yield* oneArgument(invocation, 'unexpected');
    const provider = yield* pairsOf(invocation, 'auth-provider-arg');
    const environment = yield* pairsOf(invocation, 'exec-env');
    checkCredentials(invocation, name);
    const embed = flags.bool('embed-certs');
    const given = CERTIFICATES.filter((flag) => flags.string(flag) !== '');
    if (embed && given.length === 0) throw new CommandError('you must specify a --client-certificate or --client-key to embed');
    if (embed) for (const flag of given) yield* requireFile(flag, flags.string(flag));
    const mode = flags.string('exec-interactive-mode');
    if (flags.changed('exec-interactive-mode') && !['IfAvailable', 'Never', 'Always'].includes(mode))
      throw new CommandError('invalid interactive mode type, can be only IfAvailable, Never, Always');
    const config = yield* invocation.config();
    const before = config.users.find((one) => one.name === name);
    const user: Record<string, unknown> = { ...before?.user };
    const write = (field: string, value: unknown): void => {
      delete user[field];
      if (value !== '' && value !== undefined) user[field] = value;
    };
    for (const flag of CERTIFICATES) if (flags.changed(flag)) yield* writeFileField(invocation, write, flag, flags.string(flag), embed);
    for (const flag of ['token', 'username', 'password']) if (flags.changed(flag)) write(flag, flags.string(flag));
    write('auth-provider', providerOf(invocation, before?.user, provider));
    write('exec', execOf(invocation, before?.user, environment));
    // One way to prove who one is takes the place of another.
    const token = flags.string('token') !== '';
    const basic = flags.string('username') !== '' || flags.string('password') !== '';
    if (basic && !token) write('token', '');
    if (token && !basic) for (const field of ['username', 'password']) write(field, '');
    const entry = { name, user };
    yield* save(invocation, {
      ...config,
      users: before ? config.users.map((one) => (one === before ? entry : one)) : [...config.users, entry],
    });
    yield* invocation.out(`User ${JSON.stringify(name)} set.\n`);
  },
};

const CERTIFICATES = ['client-certificate', 'client-key'];

function checkCredentials({ flags }: Invocation, name: string): void {
  if (name === '') throw new CommandError('you must specify a non-empty user name');
  if (flags.string('token') !== '' && (flags.string('username') !== '' || flags.string('password') !== ''))
    throw new CommandError('you cannot specify more than one authentication method at the same time: --token, --username/--password');
}

interface Pairs {
  readonly set: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
}

/** `key=value` sets, `key-` takes away; with the command's help before what is neither. */
function* pairsOf(invocation: Invocation, flag: string): Sys<Pairs> {
  const given = invocation.flags.list(flag);
  const sets = given.filter((one) => one.indexOf('=') > 0);
  const removed = given.filter((one) => !sets.includes(one) && one.endsWith('-') && one !== '-');
  const wrong = given.filter((one) => !sets.includes(one) && !removed.includes(one));
  if (wrong.length > 0) {
    yield* invocation.out(helpText(invocation.path));
    throw new CommandError(`invalid ${flag} format: ${wrong.join(', ')}`);
  }
  return {
    set: new Map(sets.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)])),
    removed: removed.map((one) => one.slice(0, -1)),
  };
}

/** What a user's `exec` is after the flags; without --exec-command there must be one before. */
function execOf({ flags }: Invocation, user: JsonObject | undefined, { set, removed }: Pairs): JsonObject | undefined {
  const before = isObject(user?.['exec']) ? user['exec'] : undefined;
  if (!before && !flags.changed('exec-command')) return undefined;
  const old = (before?.['env'] ?? []) as readonly { readonly name: string; readonly value: string }[];
  const kept = old.filter(({ name }) => !removed.includes(name)).map(({ name, value }) => ({ name, value: set.get(name) ?? value }));
  const added = [...set].filter(([name]) => !kept.some((one) => one.name === name)).map(([name, value]) => ({ name, value }));
  const env = [...kept, ...added];
  const oldArgs = flags.changed('exec-command') ? [] : ((before?.['args'] ?? []) as readonly string[]);
  const args = flags.list('exec-arg').length > 0 ? flags.list('exec-arg') : oldArgs;
  const text = (flag: string, field: string): JsonObject => (flags.changed(flag) ? { [field]: flags.string(flag) } : {});
  return {
    ...before,
    ...text('exec-api-version', 'apiVersion'),
    command: flags.changed('exec-command') ? flags.string('exec-command') : (before?.['command'] ?? ''),
    args: args.length > 0 ? args : null,
    env: env.length > 0 ? env : null,
    ...text('exec-interactive-mode', 'interactiveMode'),
    provideClusterInfo: flags.changed('exec-provide-cluster-info')
      ? flags.bool('exec-provide-cluster-info')
      : (before?.['provideClusterInfo'] ?? false),
  };
}

function providerOf({ flags }: Invocation, user: JsonObject | undefined, { set, removed }: Pairs): JsonObject | undefined {
  const old = isObject(user?.['auth-provider']) ? user['auth-provider'] : undefined;
  const name = flags.changed('auth-provider') ? flags.string('auth-provider') : old?.['name'];
  if (!old && !flags.changed('auth-provider')) return undefined;
  const config = name === old?.['name'] && isObject(old?.['config']) ? old['config'] : {};
  const kept = Object.entries(config).filter(([key]) => !removed.includes(key));
  return { config: Object.fromEntries([...kept, ...set]), name };
}

const set: Command = {
  name: 'set',
  usage: 'set PROPERTY_NAME PROPERTY_VALUE',
  short: 'Set an individual value in a kubeconfig file',
  examples: [['Set the namespace of a context', 'kubectl config set contexts.minikube.namespace dev']],
  flags: [
    {
      name: 'set-raw-bytes',
      type: 'bool',
      usage: 'When writing a []byte PROPERTY_VALUE, write the given string directly without base64 decoding.',
    },
  ],
  *run(invocation) {
    const [property, value] = (yield* exactArguments(invocation, 2)) as [string, string];
    if (value === '') throw new CommandError('you cannot use set to unset a property');
    if (property === '') throw new CommandError('you must specify a property');
    yield* save(invocation, setProperty(yield* invocation.config(), property, value, invocation.flags.bool('set-raw-bytes')));
    yield* invocation.out(`Property ${JSON.stringify(property)} set.\n`);
  },
};

const unset: Command = {
  name: 'unset',
  usage: 'unset PROPERTY_NAME',
  short: 'Unset an individual value in a kubeconfig file',
  examples: [['Unset the current context', 'kubectl config unset current-context']],
  *run(invocation) {
    const property = yield* oneArgument(invocation);
    if (property === '') throw new CommandError('you must specify a property');
    yield* save(invocation, unsetProperty(yield* invocation.config(), property));
    yield* invocation.out(`Property ${JSON.stringify(property)} unset.\n`);
  },
};

const view: Command = {
  name: 'view',
  usage: 'view [flags]',
  short: 'Display merged kubeconfig settings or a specified kubeconfig file',
  examples: [
    ['Show the settings', 'kubectl config view'],
    ['Show the namespace of the current context', "kubectl config view --minify -o jsonpath='{..namespace}'"],
  ],
  flags: [
    ...printFlags().map((flag) => (flag.name === 'output' ? { ...flag, default: 'yaml' } : flag)),
    { name: 'merge', type: 'bool', default: 'true', noValue: 'true', usage: 'Merge the full hierarchy of kubeconfig files' },
    { name: 'raw', type: 'bool', usage: 'Display raw byte data and sensitive data' },
    {
      name: 'flatten',
      type: 'bool',
      usage: 'Flatten the resulting kubeconfig file into self-contained output (useful for creating portable kubeconfig files)',
    },
    { name: 'minify', type: 'bool', usage: 'Remove all information not used by current-context from the output' },
  ],
  *run(invocation) {
    const { flags } = invocation;
    if (invocation.args.length > 0) throw invocation.usageError(`unexpected arguments: [${invocation.args.join(' ')}]`);
    let config = yield* invocation.config();
    if (!flags.bool('merge') && flags.string('kubeconfig') === '')
      throw new CommandError('if merge==false a precise file must be specified');
    if (flags.bool('minify')) config = minified(config, flags.string('context') || config['current-context']);
    if (flags.bool('flatten')) config = yield* flattened(config, yield* configFolder(invocation));
    if (!flags.bool('raw') && !flags.bool('flatten')) config = redacted(config);
    const printer = yield* objectPrinter(invocation, { keysOf: Object.keys });
    const object = inStructOrder(normalConfig(config));
    if (printer) yield* printWith(invocation, printer, object);
    else yield* invocation.out(printYaml(object));
  },
};

/** The order of the fields in kubectl's own structs, in which JSON shows them. */
const CONFIG_FIELDS = ['kind', 'apiVersion', 'preferences', 'clusters', 'users', 'contexts', 'current-context'];
const CLUSTER_FIELDS = [
  'server',
  'tls-server-name',
  'insecure-skip-tls-verify',
  'certificate-authority',
  'certificate-authority-data',
  'proxy-url',
];
const USER_FIELDS = [
  'client-certificate',
  'client-certificate-data',
  'client-key',
  'client-key-data',
  'token',
  'tokenFile',
  'username',
  'password',
  'auth-provider',
  'exec',
];
const CONTEXT_FIELDS = ['cluster', 'user', 'namespace'];

function ordered(fields: object, order: readonly string[]): JsonObject {
  const bag = fields as JsonObject;
  const known = order.filter((name) => Object.hasOwn(bag, name));
  return Object.fromEntries([...known, ...Object.keys(bag).filter((name) => !order.includes(name))].map((name) => [name, bag[name]]));
}

function inStructOrder(config: KubeConfig): JsonObject {
  return ordered(
    {
      ...config,
      clusters: config.clusters?.map(({ name, cluster }) => ({ name, cluster: ordered(cluster, CLUSTER_FIELDS) })) ?? null,
      users: config.users?.map(({ name, user }) => ({ name, user: ordered(user, USER_FIELDS) })) ?? null,
      contexts: config.contexts?.map(({ name, context }) => ({ name, context: ordered(context, CONTEXT_FIELDS) })) ?? null,
    },
    CONFIG_FIELDS,
  );
}

function minified(config: KubeConfig, current: string): KubeConfig {
  if (current === '') throw new CommandError('current-context must exist in order to minify');
  const found = config.contexts.find((one) => one.name === current);
  if (!found) throw new CommandError(`cannot locate context ${current}`);
  const { cluster = '', user = '' } = found.context;
  if (cluster !== '' && !config.clusters.some(({ name }) => name === cluster)) throw new CommandError(`cannot locate cluster ${cluster}`);
  if (user !== '' && !config.users.some(({ name }) => name === user)) throw new CommandError(`cannot locate user ${user}`);
  return {
    ...config,
    clusters: config.clusters.filter((one) => one.name === found.context.cluster),
    contexts: [found],
    users: config.users.filter((one) => one.name === found.context.user),
  };
}

/** The configuration with what is in its files instead of their names. */
function* flattened(config: KubeConfig, folder: string): Sys<KubeConfig> {
  const change = function* (fields: JsonObject): Sys<JsonObject> {
    const changed: Record<string, unknown> = { ...fields };
    for (const field of ['certificate-authority', ...CERTIFICATES]) {
      const path = changed[field];
      if (typeof path !== 'string' || path === '') continue;
      const absolute = yield* files((tree) => tree.resolve(folder, path));
      if (changed[`${field}-data`]) throw new CommandError('cannot have values for both path and contents');
      const text = yield* files((tree) => (tree.exists(absolute) ? tree.read(absolute) : undefined));
      if (text === undefined) throw new CommandError(`open ${absolute}: no such file or directory`);
      delete changed[field];
      changed[`${field}-data`] = encodeBase64(text);
    }
    return changed;
  };
  const users = [];
  for (const one of [...config.users].sort(byName)) users.push({ ...one, user: yield* change(one.user ?? {}) });
  const clusters = [];
  for (const one of [...config.clusters].sort(byName)) clusters.push({ ...one, cluster: yield* change(one.cluster ?? {}) });
  return { ...config, users, clusters };
}

const SECRET_FIELDS: Readonly<Record<string, string>> = {
  token: 'REDACTED',
  password: 'REDACTED',
  'client-key-data': 'DATA+OMITTED',
  'client-certificate-data': 'DATA+OMITTED',
};

function redacted(config: KubeConfig): KubeConfig {
  const hide = (fields: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, SECRET_FIELDS[key] ?? value]));
  const clusters = config.clusters.map((one) => ({
    ...one,
    cluster: 'certificate-authority-data' in one.cluster ? { ...one.cluster, 'certificate-authority-data': 'DATA+OMITTED' } : one.cluster,
  }));
  return { ...config, clusters, users: config.users.map((one) => ({ ...one, user: hide(one.user) })) };
}

export const config: CommandBody = {
  usage: 'config SUBCOMMAND',
  long: 'Modify kubeconfig files: which clusters there are, as whom to talk to them, and in which namespace to work.\n\n The file is the one that --kubeconfig names, or $KUBECONFIG, or ${HOME}/.kube/config.',
  commands: [
    view,
    setCluster,
    setCredentials,
    setContext,
    set,
    unset,
    currentContext,
    useContext,
    getContexts,
    listNames('get-clusters', 'clusters', 'Display clusters defined in the kubeconfig'),
    listNames('get-users', 'users', 'Display users defined in the kubeconfig'),
    deleteEntry('delete-cluster', 'clusters', 'cluster'),
    deleteEntry('delete-context', 'contexts', 'context'),
    deleteEntry('delete-user', 'users', 'user'),
    renameContext,
  ],
};
