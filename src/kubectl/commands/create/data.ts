/** create configmap, secret generic / docker-registry / tls */
import { isConfigMapKey, isStrictEnvVarName } from '../../../api/values/names.ts';
import { encodeBase64 } from '../../../kernel/bytes.ts';
import { SysError } from '../../../kernel/error.ts';
import type { Sys } from '../../../kernel/types.ts';
import type { Command, Flag } from '../../cli/command.ts';
import { configData } from '../../config-data.ts';
import { CommandError } from '../../errors.ts';
import type { Invocation } from '../../invocation.ts';
import { type JsonObject, metadataOf, withValue } from '../../json.ts';
import { nameHash } from '../../name-hash.ts';
import { isDescriptor, lookAtFiles, readDescriptor, readFile } from '../../resource/files.ts';
import { generatorCommand } from './generator.ts';
import { checkKeyPair } from './key-pair.ts';

const sourceFlags = (what: string): readonly Flag[] => [
  {
    name: 'from-file',
    type: 'slice',
    usage: `Path of a file (its name becomes the key), KEY=PATH, or a folder whose files all go into the ${what}.`,
  },
  { name: 'from-literal', type: 'array', usage: `Specify a key and literal value to insert in ${what} (i.e. mykey=somevalue)` },
  { name: 'from-env-file', type: 'slice', usage: `Specify the path to a file to read lines of key=val pairs to create a ${what}.` },
];
const APPEND_HASH: Flag = { name: 'append-hash', type: 'bool', usage: 'Append a hash of the object to its name.' };

/** The keys and values that --from-file, --from-literal and --from-env-file give, checked one by one. */
function* readData(
  invocation: Invocation,
  check: (key: string, exists: boolean) => void,
  order: readonly string[],
): Sys<Record<string, string>> {
  const { flags, process } = invocation;
  const [fromFiles, literals, envFiles] = [flags.list('from-file'), flags.list('from-literal'), flags.list('from-env-file')];
  if (envFiles.length > 0 && (fromFiles.length > 0 || literals.length > 0))
    throw new CommandError('from-env-file cannot be combined with from-file or from-literal');
  const data: Record<string, string> = {};
  const add = (key: string, value: string): void => {
    check(key, Object.hasOwn(data, key));
    data[key] = value;
  };
  for (const kind of order) {
    if (kind === 'literal') for (const source of literals) add(...parseLiteral(source));
    else for (const source of fromFiles) for (const [key, text] of yield* fileEntries(source)) add(key, text);
  }
  for (const path of envFiles) {
    const text = yield* readFile(path, (reason) => new CommandError(`error reading ${path}: ${reason.replace(/^\w+ .*?: /, '')}`));
    for (const line of text.split('\n'))
      for (const [key, value] of envLine(line, process.env)) {
        const errors = isStrictEnvVarName(key);
        if (errors.length > 0) throw new CommandError(`${JSON.stringify(key)} is not a valid key name: ${errors.join(',')}`);
        add(key, value);
      }
  }
  return data;
}

function parseLiteral(source: string): [string, string] {
  const equals = source.indexOf('=');
  if (equals <= 0) throw new CommandError(`invalid literal source ${source}, expected key=value`);
  return [source.slice(0, equals), source.slice(equals + 1)];
}

function* fileEntries(source: string): Sys<[string, string][]> {
  const parts = source.split('=');
  if (parts.length > 2) throw new CommandError("key names or file paths cannot contain '='");
  if (parts.length === 2 && parts[0] === '') throw new CommandError(`key name for file path ${parts[1]} missing`);
  if (parts.length === 2 && parts[1] === '') throw new CommandError(`file path for key name ${parts[0]} missing`);
  const path = parts[parts.length - 1] as string;
  const key = parts.length === 2 ? (parts[0] as string) : path.slice(path.lastIndexOf('/') + 1);
  if (isDescriptor(path)) return [[key, yield* readDescriptor(path, `error reading ${path}: no such file or directory`)]];
  try {
    return yield* lookAtFiles((tree, cwd): [string, string][] => {
      const full = tree.resolve(cwd, path);
      if (!tree.isDirectory(full)) return [[key, tree.read(full)]];
      if (parts.length === 2) throw new CommandError('cannot give a key name for a directory path');
      return tree
        .list(full)
        .filter((name) => !tree.isDirectory(`${full}/${name}`))
        .map((name) => [name, tree.read(`${full}/${name}`)]);
    });
  } catch (error) {
    if (error instanceof SysError) throw new CommandError(`error reading ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}

/** A line of an env file: KEY=VALUE, or KEY alone for the value it has in the shell; # starts a comment. */
function envLine(line: string, env: Readonly<Record<string, string>>): [string, string][] {
  const text = line.trimStart();
  if (text === '' || text.startsWith('#')) return [];
  const equals = text.indexOf('=');
  if (equals > 0) return [[text.slice(0, equals), text.slice(equals + 1)]];
  if (equals === 0) throw new CommandError(`invalid literal source ${text}, expected key=value`);
  return [[text, env[text] ?? '']];
}

export const configmap = generatorCommand({
  name: 'configmap',
  named: true,
  aliases: ['cm'],
  usage: 'configmap NAME [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none]',
  short: 'Create a config map from a local file, directory or literal value',
  examples: [
    ['Create a config map with two keys', 'kubectl create configmap app --from-literal=color=blue --from-literal=size=10'],
    ['Create a config map from a file', 'kubectl create configmap page --from-file=index.html'],
  ],
  flags: [...sourceFlags('configmap'), APPEND_HASH],
  failure: 'failed to create configmap',
  *build(invocation, name) {
    const check = (key: string, exists: boolean): void => {
      const errors = isConfigMapKey(key);
      if (errors.length > 0) throw new CommandError(`${JSON.stringify(key)} is not a valid key name for a ConfigMap: ${errors.join(',')}`);
      if (exists)
        throw new CommandError(
          `cannot add key ${JSON.stringify(key)}, another key by that name already exists in Data for ConfigMap ${JSON.stringify(name)}`,
        );
    };
    const data = yield* readData(invocation, check, ['file', 'literal']);
    return named(invocation, {
      apiVersion: 'v1',
      ...configData(data),
      kind: 'ConfigMap',
      metadata: { name },
    });
  },
});

/** The object, with the hash of its content behind its name when --append-hash asks for it. */
function named({ flags }: Invocation, object: JsonObject): JsonObject {
  if (!flags.bool('append-hash')) return object;
  const { name = '' } = metadataOf(object);
  return withValue(object, ['metadata', 'name'], `${name}-${nameHash(object, name, {})}`);
}

const secretObject = (invocation: Invocation, name: string, type: string | undefined, data: Record<string, string>): JsonObject =>
  named(invocation, {
    apiVersion: 'v1',
    data:
      Object.keys(data).length > 0 ? Object.fromEntries(Object.entries(data).map(([key, value]) => [key, encodeBase64(value)])) : undefined,
    kind: 'Secret',
    metadata: { name },
    type,
  });

function checkSecretKey(key: string, exists: boolean): void {
  const errors = isConfigMapKey(key);
  if (errors.length > 0) throw new CommandError(`${JSON.stringify(key)} is not valid key name for a Secret ${errors.join(';')}`);
  if (exists) throw new CommandError(`cannot add key ${key}, another key by that name already exists`);
}

const generic = generatorCommand({
  name: 'generic',
  named: true,
  usage: 'generic NAME [--type=string] [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none]',
  short: 'Create a secret from a local file, directory, or literal value',
  examples: [
    ['Create a secret with two keys', "kubectl create secret generic db --from-literal=user=admin --from-literal=password='s3cr3t'"],
  ],
  flags: [...sourceFlags('secret'), { name: 'type', type: 'string', usage: 'The type of secret to create' }, APPEND_HASH],
  // without the colon, as kubectl has it
  failure: 'failed to create secret',
  failureJoint: ' ',
  *build(invocation, name) {
    return secretObject(
      invocation,
      name,
      invocation.flags.string('type') || undefined,
      yield* readData(invocation, checkSecretKey, ['literal', 'file']),
    );
  },
});

const dockerRegistry = generatorCommand({
  name: 'docker-registry',
  named: true,
  usage:
    'docker-registry NAME --docker-username=user --docker-password=password --docker-email=email [--docker-server=string] [--from-file=[key=]source] [--dry-run=server|client|none]',
  short: 'Create a secret for use with a Docker registry',
  examples: [
    [
      'Create the credentials for a private registry',
      'kubectl create secret docker-registry reg --docker-server=registry.example.com --docker-username=me --docker-password=secret',
    ],
  ],
  flags: [
    { name: 'docker-username', type: 'string', usage: 'Username for Docker registry authentication' },
    { name: 'docker-password', type: 'string', usage: 'Password for Docker registry authentication' },
    { name: 'docker-email', type: 'string', usage: 'Email for Docker registry' },
    { name: 'docker-server', type: 'string', default: 'https://index.docker.io/v1/', usage: 'Server location for Docker registry' },
    { name: 'from-file', type: 'slice', usage: 'Path of a Docker configuration file, or KEY=PATH with the key .dockerconfigjson.' },
    APPEND_HASH,
  ],
  // without the colon, as kubectl has it
  failure: 'failed to create secret',
  failureJoint: ' ',
  *build(invocation, name) {
    const { flags } = invocation;
    const [username, password, email, server] = ['username', 'password', 'email', 'server'].map((part) =>
      flags.string(`docker-${part}`),
    ) as [string, string, string, string];
    if (flags.list('from-file').length > 0) {
      const data: Record<string, string> = {};
      for (const source of flags.list('from-file')) {
        const whole = source.includes('=') ? source : `.dockerconfigjson=${source}`;
        for (const [key, text] of yield* fileEntries(whole)) {
          checkSecretKey(key, Object.hasOwn(data, key));
          data[key] = text;
        }
      }
      return secretObject(invocation, name, 'kubernetes.io/dockerconfigjson', data);
    }
    if (username === '' || password === '' || server === '') {
      throw new CommandError(
        'either --from-file or the combination of --docker-username, --docker-password and --docker-server is required',
      );
    }
    const entry = { username, password, ...(email !== '' && { email }), auth: encodeBase64(`${username}:${password}`) };
    return secretObject(invocation, name, 'kubernetes.io/dockerconfigjson', {
      '.dockerconfigjson': JSON.stringify({ auths: { [server]: entry } }),
    });
  },
});

const tls = generatorCommand({
  name: 'tls',
  usage: 'tls NAME --cert=path/to/cert/file --key=path/to/key/file [--dry-run=server|client|none]',
  short: 'Create a TLS secret',
  examples: [['Create a TLS secret from a certificate and its key', 'kubectl create secret tls web --cert=web.crt --key=web.key']],
  flags: [
    { name: 'cert', type: 'string', usage: 'Path to PEM encoded public key certificate.' },
    { name: 'key', type: 'string', usage: 'Path to private key associated with given certificate.' },
    APPEND_HASH,
  ],
  failure: 'failed to create secret',
  *build(invocation, name) {
    const { flags } = invocation;
    const [cert, key] = [flags.string('cert'), flags.string('key')];
    if (cert === '' || key === '') throw new CommandError('key and cert must be specified');
    const read = (path: string): Sys<string> => readFile(path, (reason) => new CommandError(`Cannot read file ${path}, ${reason}`));
    const [certText, keyText] = [yield* read(cert), yield* read(key)];
    checkKeyPair(certText, keyText);
    return secretObject(invocation, name, 'kubernetes.io/tls', { 'tls.crt': certText, 'tls.key': keyText });
  },
});

export const createSecret: Command = {
  name: 'secret',
  usage: 'secret (docker-registry | generic | tls)',
  short: 'Create a secret using a specified subcommand',
  commands: [dockerRegistry, generic, tls],
};
