/** cp: files to and from containers, through exec and tar's simplest case: one text file, or a folder of them */

import type { RemoteSession } from '../../api/types.ts';
import { SysError } from '../../kernel/error.ts';
import { files, receive } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody } from '../cli/command.ts';
import { completeContainers } from '../completion/live.ts';
import { CommandError, Exit } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { type JsonObject, metadataOf } from '../json.ts';
import { chooseContainer, phaseOf } from '../pods.ts';
import { sent } from './exec.ts';

interface Spec {
  readonly namespace: string | undefined;
  readonly pod: string;
  readonly path: string;
}

export const cp: CommandBody = {
  usage: 'cp <file-spec-src> <file-spec-dest>',
  long: 'Copy files and folders between this machine and a container. A place in a container is written POD:PATH or NAMESPACE/POD:PATH.',
  examples: [
    ['Copy a file into a pod', 'kubectl cp ./page.html web:/usr/share/nginx/html/index.html'],
    ['Copy a file out of a pod', 'kubectl cp web:/etc/nginx/nginx.conf ./nginx.conf'],
  ],
  flags: [
    {
      name: 'container',
      shorthand: 'c',
      type: 'string',
      usage: 'Container name. If omitted, the default container of the pod, or its first one.',
      values: completeContainers,
    },
    {
      name: 'no-preserve',
      type: 'bool',
      usage: "The copied file/directory's ownership and permissions will not be preserved in the container",
    },
    { name: 'retries', type: 'int', usage: 'Set number of retries to complete a copy operation from a container.' },
  ],
  *run(invocation) {
    const { args } = invocation;
    const [from, to, ...more] = args;
    if (from === undefined || to === undefined || more.length > 0) throw new CommandError('source and destination are required');
    const [source, target] = [parseSpec(from), parseSpec(to)];
    if (source.pod !== '' && target.pod !== '') throw new CommandError('one of src or dest must be a local file specification');
    if (source.path === '' || target.path === '') throw new CommandError('filepath can not be empty');
    if (source.pod !== '') return yield* copyOut(invocation, source, target.path);
    if (target.pod !== '') return yield* copyIn(invocation, source.path, target);
    throw new CommandError('one of src or dest must be a remote file specification');
  },
};

function parseSpec(text: string): Spec {
  const colon = text.indexOf(':');
  if (colon < 0) return { namespace: undefined, pod: '', path: text };
  const [left, path] = [text.slice(0, colon), text.slice(colon + 1)];
  if (colon === 0) throw new CommandError('filespec must match the canonical format: [[namespace/]pod:]file/path');
  const parts = left.split('/');
  if (parts.length > 2) throw new CommandError('filespec must match the canonical format: [[namespace/]pod:]file/path');
  return parts.length === 2 ? { namespace: parts[0], pod: parts[1] as string, path } : { namespace: undefined, pod: left, path };
}

interface Remote {
  readonly command: readonly string[];
  readonly input?: string;
  /** Who is told which container it is when none was named: kubectl tells once for an archive, however many commands ours needs. */
  readonly tell?: (text: string) => Sys<void>;
}

/** Runs a command in the container and gives what it printed. */
function* remote(
  invocation: Invocation,
  { namespace, pod }: Spec,
  { command, input, tell }: Remote,
): Sys<{ out: string; err: string; code: number }> {
  const client = yield* invocation.client();
  const ns = namespace ?? (yield* invocation.namespace());
  const path = `/api/v1/namespaces/${ns}/pods/${pod}`;
  const object: JsonObject = yield* client.get(path);
  if (phaseOf(object) === 'Succeeded' || phaseOf(object) === 'Failed')
    throw new CommandError(`cannot exec into a container in a completed pod; current phase is ${phaseOf(object)}`);
  const container = yield* chooseContainer({ ...object, metadata: metadataOf(object) }, invocation.flags.string('container'), tell);
  const query = { container: container.name ?? '', command, stdout: 'true', stderr: 'true', ...(input !== undefined && { stdin: 'true' }) };
  const { session } = yield* sent(client.send({ method: 'POST', path: `${path}/exec`, query }));
  if (!session) throw new Error('the server did not start exec');
  if (input !== undefined) session.stdin.push(input);
  session.stdin.close();
  const out = yield* drain(session.stdout);
  const err = yield* drain(session.stderr);
  const exit = (yield* receive(session.exit)) ?? { code: 0 };
  if (exit.message !== undefined) throw new CommandError(exit.message);
  return { out, err, code: exit.code };
}

function* drain(channel: RemoteSession['stdout']): Sys<string> {
  let text = '';
  for (;;) {
    const part = yield* receive(channel);
    if (part === null) return text;
    text += part;
  }
}

/** What tar printed, and how it ended. */
function* ended(invocation: Invocation, { out = '', err = '', code }: { out?: string; err?: string; code: number }): Sys<void> {
  if (out !== '') yield* invocation.out(out);
  if (err !== '') yield* invocation.err(err);
  if (code !== 0) throw new Exit(code, `command terminated with exit code ${code}`);
}

function* copyIn(invocation: Invocation, from: string, to: Spec): Sys<void> {
  // Of folders only those that are empty need to be told of.
  let entries: (readonly [path: string, text: string | undefined])[];
  try {
    entries = yield* files((tree, cwd) => {
      const full = tree.resolve(cwd, from);
      const walk = (path: string, shown: string): (readonly [string, string | undefined])[] => {
        if (!tree.isDirectory(path)) return [[shown, tree.read(path)]];
        const names = tree.list(path);
        return names.length === 0 ? [[shown, undefined]] : names.flatMap((name) => walk(`${path}/${name}`, `${shown}/${name}`));
      };
      return walk(full, '');
    });
  } catch (error) {
    if (error instanceof SysError) throw new CommandError(`${from} doesn't exist in local filesystem`);
    throw error;
  }
  const isFolder = (yield* remote(invocation, to, { command: ['test', '-d', to.path] })).code === 0;
  const base = isFolder ? `${to.path.replace(/\/+$/, '')}/${from.replace(/\/+$/, '').split('/').pop()}` : to.path;
  // kubectl sends an archive; an empty one tells what tar has to say of the place.
  const tar = ['tar', ...(invocation.flags.bool('no-preserve') ? ['--no-same-permissions', '--no-same-owner'] : []), '-xmf', '-'];
  yield* ended(
    invocation,
    yield* remote(invocation, to, {
      command: [...tar, '-C', base.includes('/') ? base.slice(0, base.lastIndexOf('/')) || '/' : '.'],
      input: '\0'.repeat(1024),
      tell: (text) => invocation.err(text),
    }),
  );
  for (const [below, text] of entries) {
    const path = base + below;
    const folder = path.slice(0, path.lastIndexOf('/')) || '/';
    if (below !== '' || text === undefined) yield* remote(invocation, to, { command: ['mkdir', '-p', text === undefined ? path : folder] });
    if (text === undefined) continue;
    const { err, code } = yield* remote(invocation, to, { command: ['tee', path], input: text });
    yield* ended(invocation, { err, code });
  }
}

function* copyOut(invocation: Invocation, from: Spec, to: string): Sys<void> {
  // What the other end has to say goes to standard output here (source: kubectl's cp.go, whose exec has it for its errors).
  const {
    code,
    out: archive,
    err: told,
  } = yield* remote(invocation, from, {
    command: ['tar', 'cf', '-', from.path],
    tell: (text) => invocation.out(text),
  });
  // kubectl is done at the end of the archive, before it hears how tar ended.
  yield* ended(invocation, { code: archive === '' ? code : 0, out: told });
  // An archive names its files without the slash before them, and a file elsewhere than below the place that was asked for is a mistake.
  const prefix = clean(from.path.replace(/^\/+/, '')).replace(/^(?:\.\.\/)+/, '');
  const nameOf = (path: string): string => {
    const name = path.replace(/^\/+/, '');
    if (!name.startsWith(prefix)) throw new CommandError('tar contents corrupted');
    return `${to}/${name.slice(prefix.length)}`;
  };
  const find = function* (type: 'd' | 'f'): Sys<string[]> {
    const { out } = yield* remote(invocation, from, { command: ['find', from.path, '-type', type] });
    return out.split('\n').filter((line) => line !== '');
  };
  for (const path of yield* find('d')) {
    const folder = nameOf(path);
    yield* files((tree, cwd) => tree.mkdir(tree.resolve(cwd, folder), { parents: true }));
  }
  for (const path of yield* find('f')) {
    const name = nameOf(path);
    const { out } = yield* remote(invocation, from, { command: ['cat', path] });
    const occupied = yield* files((tree, cwd) => tree.isDirectory(tree.resolve(cwd, name)));
    if (occupied) throw new CommandError(`open ${clean(name)}: is a directory`);
    yield* files((tree, cwd) => {
      const full = tree.resolve(cwd, name);
      tree.mkdir(full.slice(0, full.lastIndexOf('/')) || '/', { parents: true });
      tree.write(full, out);
    });
  }
}

/** A path without `.`, `..` and empty parts, as Go's path.Clean writes it. */
function clean(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else parts.push(part);
  }
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}` || '.';
}
