/**
 * `kubectl __complete WORDS... WORD`: what shells ask at the tab key. Answers in the real one's lines: candidates, then `:N`, the bits of
 * what the shell should do with them. Here stand the real one's rules, command by command; our own terminal offers more (`index.ts`).
 */
import { files, write } from '../../kernel/sys.ts';
import type { Process, Sys } from '../../kernel/types.ts';
import { type Command, type CommandPath, type Flag, flagsOf, valueWithout } from '../cli/command.ts';
import { findCommand, parseCommandLine } from '../cli/parse.ts';
import { podFor } from '../commands/exec.ts';
import { commandTree } from '../commands/index.ts';
import { CommandError, Exit } from '../errors.ts';
import { Invocation } from '../invocation.ts';
import { at, itemsOf, type JsonObject, metadataOf } from '../json.ts';
import { groupResource, type Mapping, pathOf } from '../resource/mapper.ts';
import { quietly } from './quietly.ts';

/** What the shell should do, as bits. */
const NO_SPACE = 2;
const NO_FILES = 4;
const EXTENSIONS = 8;
/** How long to wait for a Pod of what a word names, ms. */
const PATIENCE_MS = 100;
const DIRECTIVES: readonly (readonly [bit: number, name: string])[] = [
  [NO_SPACE, 'NoSpace'],
  [NO_FILES, 'NoFileComp'],
  [EXTENSIONS, 'FilterFileExt'],
];

interface Answer {
  /** A tab separates a candidate and its description. */
  readonly candidates: readonly string[];
  readonly directive: number;
  /** For stderr: why there is none. */
  readonly problem?: string;
}

interface Asked {
  readonly invocation: Invocation;
  readonly args: readonly string[];
  readonly word: string;
}

/** It could still be a plugin's. */
const NO_COMMAND = 'unable to find a command for arguments: ';

type Completer = (asked: Asked) => Sys<Answer>;

const offer = (candidates: readonly string[], directive = NO_FILES): Answer => ({ candidates, directive });

/** @param words those before the one being typed, and that one. Ends with the exit code. */
export function* answerCompletion(process: Process, words: readonly string[], described: boolean): Sys<number> {
  if (words.length === 0) throw new CommandError('requires at least 1 arg(s), only received 0');
  const { candidates, directive, problem } = yield* answerTo(process, words.slice(0, -1), words.at(-1) ?? '');
  if (problem?.startsWith(NO_COMMAND)) yield* write(2, '[Debug] Cleared global flags for plugin completion\n');
  if (problem !== undefined) yield* write(2, `[Debug] [Error] ${problem}\n`);
  const lines = candidates.map((one) => (described ? one : (one.split('\t')[0] ?? '')).split('\n')[0]?.trim());
  yield* write(1, [...lines, `:${directive}`, ''].join('\n'));
  const names = DIRECTIVES.filter(([bit]) => (directive & bit) !== 0).map(([, name]) => `ShellCompDirective${name}`);
  yield* write(2, `Completion ended with directive: ${names.join(', ') || 'ShellCompDirectiveDefault'}\n`);
  return 0;
}

function* answerTo(process: Process, before: readonly string[], word: string): Sys<Answer> {
  if (before[0] === 'help') return yield* helpTopics(process, before.slice(1), word);
  const root = yield* commandTree(before, process.env);
  const { path, rest } = findCommand(root, before);
  const stranger = path.length === 1 && rest.find((one) => !one.startsWith('-') && !isValue(rest, one, path));
  if (stranger) return { ...offer([], 0), problem: `${NO_COMMAND}[${before.join(' ')}]` };
  const command = path[path.length - 1] as Command;
  const { own, inherited } = flagsOf(path);
  const flags = [...own, ...inherited];

  const separated = rest.includes('--');
  const asked = separated ? undefined : flagBeingGiven(flags, rest, word);
  if (typeof asked === 'string') return { ...offer([], 0), problem: `Subcommand '${command.name}' does not support flag '${asked}'` };
  const done = asked && !asked.joined ? before.slice(0, -1) : before;
  let invocation: Invocation;
  try {
    const parsed = parseCommandLine(root, done);
    if (parsed.help) return offer([]);
    invocation = new Invocation(process, parsed, true);
  } catch (error) {
    if (!(error instanceof CommandError) && !(error instanceof Exit)) throw error;
    const reason = error.message.split('\n')[0];
    return { ...offer([], 0), problem: `Error while parsing flags from args [${rest.join(' ')}]: ${reason}` };
  }
  const { args } = invocation;
  const changed = (flag: Flag): boolean => invocation.flags.changed(flag.name);
  const place = path
    .slice(1)
    .map(({ name }) => name)
    .join(' ');

  if (asked) {
    if (asked.flag.name === 'filename') return offer(['json', 'yaml', 'yml'], EXTENSIONS);
    const values =
      FLAGS[`${place} ${asked.flag.name}`] ?? (own.includes(asked.flag) && path.length > 1 ? undefined : FLAGS[asked.flag.name]);
    const found = values && (yield* quietly(() => values({ invocation, args, word: asked.word })));
    return found ?? offer([], 0);
  }

  const required = own.filter((flag) => flag.required && !changed(flag)).flatMap((flag) => flagNames(flag, word));
  if (!separated && word.startsWith('-') && !word.includes('=')) {
    if (required.length > 0) return offer(required);
    const help: Flag = { name: 'help', shorthand: 'h', type: 'bool', usage: `help for ${command.name}` };
    const repeats = ({ type }: Flag): boolean => type === 'array' || type === 'slice';
    const open = (list: readonly Flag[]): string[] =>
      [...list]
        .filter((flag) => !flag.hidden && !flag.deprecated && (repeats(flag) || flag === help || !changed(flag)))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((flag) => flagNames(flag, word));
    const seen = path.length === 1 ? { own: inherited, inherited: [] } : { own, inherited };
    return offer([...open(seen.inherited), ...open([...seen.own, help])]);
  }

  const local = own.some(changed);
  const commands = (path.length === 1 ? [...(command.commands ?? []), HELP] : (command.commands ?? [])).filter(
    ({ hidden, name }) => !hidden || name === 'options',
  );
  const names = args.length === 0 && !local ? named(commands, word) : [];
  const directive = args.length === 0 && !local && commands.length > 0 ? NO_FILES : 0;
  const start = [...names, ...required];
  if (place === 'completion') return args.length === 0 ? offer([...start, ...starting(SHELLS, word)]) : offer(start, directive);
  const completer = ARGUMENTS[place];
  if (!completer) return offer(start, directive);
  const found = (yield* quietly(() => completer({ invocation, args, word }))) ?? offer([]);
  return { ...found, candidates: [...start, ...found.candidates] };
}

const HELP: Command = { name: 'help', short: 'Help about any command', usage: 'help' };
const SHELLS = ['bash', 'fish', 'powershell', 'zsh'];

function* helpTopics(process: Process, topic: readonly string[], word: string): Sys<Answer> {
  const root = yield* commandTree(topic, process.env);
  const { path, rest } = findCommand(root, topic);
  const command = path[path.length - 1] as Command;
  if (rest.length > 0) return offer([]);
  const shown = command.commands?.filter(({ hidden, name }) => !hidden || name === 'options') ?? [];
  return offer(named(path.length === 1 ? [...shown, HELP] : shown, word));
}

function named(commands: readonly Command[], word: string): string[] {
  return commands
    .filter(({ name }) => name.startsWith(word))
    .map(({ name, short }) => `${name}\t${short}`)
    .sort();
}

function isValue(rest: readonly string[], word: string, path: CommandPath): boolean {
  const { own, inherited } = flagsOf(path);
  const before = rest[rest.indexOf(word) - 1] ?? '';
  const flag = before.startsWith('-') && !before.includes('=') && flagCalled([...own, ...inherited], before.replace(/^--?/, ''));
  return Boolean(flag && valueWithout(flag) === undefined);
}

/** The candidates `--name` and `-n` of a flag that go on from the word. */
function flagNames({ name, shorthand, usage }: Flag, word: string): string[] {
  const spelled = [`--${name}`, ...(shorthand ? [`-${shorthand}`] : [])];
  return starting(spelled, word).map((one) => `${one}\t${usage}`);
}

const flagCalled = (flags: readonly Flag[], name: string): Flag | undefined =>
  flags.find((flag) => flag.name === name) ?? (name.length === 1 ? flags.find(({ shorthand }) => shorthand === name) : undefined);

/** The flag whose value is being typed, and how much of it; its name alone when the command has no such flag. */
function flagBeingGiven(
  flags: readonly Flag[],
  rest: readonly string[],
  word: string,
): { readonly flag: Flag; readonly word: string; readonly joined: boolean } | string | undefined {
  const [, long, short, value] = /^(?:--([^=]+)|-[^-=]*([^-=]))=([^]*)$/.exec(word) ?? [];
  const joined = long ?? short;
  if (joined !== undefined) {
    const flag = flagCalled(flags, joined);
    return flag ? { flag, word: value ?? '', joined: true } : joined;
  }
  if (word.startsWith('-')) return undefined;
  const previous = rest.at(-1) ?? '';
  if (!/^-./.test(previous) || previous.includes('=')) return undefined;
  const flag = flagCalled(flags, previous.startsWith('--') ? previous.slice(2) : previous.slice(-1));
  return flag && valueWithout(flag) === undefined ? { flag, word, joined: false } : undefined;
}

const starting = (list: readonly string[], word: string): string[] => list.filter((one) => one.startsWith(word));

function* objects(invocation: Invocation, types: string, namespace?: string): Sys<readonly JsonObject[]> {
  const found: JsonObject[] = [];
  for (const type of types.split(',')) {
    const mapping = (yield* invocation.mapper()).find(type);
    if (!mapping) continue;
    const list = yield* quietly(function* () {
      return yield* (yield* invocation.client()).get(
        pathOf(mapping, mapping.namespaced ? (namespace ?? (yield* invocation.namespace())) : ''),
      );
    });
    found.push(...((list && itemsOf(list)) ?? []));
  }
  return found;
}

function* namesOf({ invocation, word }: Asked, types: string, typed = word): Sys<string[]> {
  return starting(
    (yield* objects(invocation, types)).map((one) => metadataOf(one).name ?? ''),
    typed,
  );
}

/** All types that can be got, after the last comma. */
function* types({ invocation, word }: Asked): Sys<string[]> {
  const first = word.lastIndexOf(',') + 1;
  const key = ({ group, resource }: Mapping): string => `${group}\0${resource}`;
  const all = (yield* invocation.mapper()).mappings.filter(({ verbs }) => verbs.includes('get'));
  const sorted = [...new Map(all.map((one) => [key(one), one]))].sort(([a], [b]) => (a < b ? -1 : 1));
  return starting(
    sorted.map(([, one]) => groupResource(one)),
    word.slice(first),
  ).map((one) => word.slice(0, first) + one);
}

/** `TYPE NAME...` and `TYPE/NAME...`. `only`: of these types. */
function typeAndName(only?: readonly string[], repeat = true): Completer {
  return function* (asked) {
    const { args, word } = asked;
    const [first] = args;
    const slash = word.indexOf('/');
    if (first !== undefined && !first.includes('/')) {
      const names = repeat || args.length === 1 ? yield* namesOf(asked, first) : [];
      return offer(names.filter((one) => !args.includes(one, 1)));
    }
    if (slash >= 0) {
      if (first !== undefined && !repeat) return offer([]);
      const names = (yield* namesOf(asked, word.slice(0, slash), word.slice(slash + 1))).map((one) => word.slice(0, slash + 1) + one);
      return offer(names.filter((one) => !args.includes(one)));
    }
    if (first !== undefined && !repeat) return offer([]);
    const found = only ? starting(only, word) : yield* types(asked);
    return first === undefined
      ? offer(found)
      : offer(
          found.map((one) => `${one}/`),
          NO_FILES | NO_SPACE,
        );
  };
}

/** The first argument is a name of this type. */
const nameOf = (type: string): Completer =>
  function* (asked) {
    return offer(asked.args.length === 0 ? yield* namesOf(asked, type) : []);
  };

const WITH_PODS = ['daemonsets', 'deployments', 'pods', 'jobs', 'replicasets', 'replicationcontrollers', 'services', 'statefulsets'];

/** A Pod, or what has Pods as `TYPE/NAME`. */
function* podOrOwner(asked: Asked): Sys<Answer> {
  const { args, word } = asked;
  if (args.length > 0) return offer([]);
  const slash = word.indexOf('/');
  if (slash >= 0)
    return offer((yield* namesOf(asked, word.slice(0, slash), word.slice(slash + 1))).map((one) => word.slice(0, slash + 1) + one));
  const pods = yield* namesOf(asked, 'pods');
  return offer([...pods, ...starting(WITH_PODS, word).map((one) => `${one}/`)], pods.length === 0 ? NO_FILES | NO_SPACE : NO_FILES);
}

function* containers({ invocation, args, word }: Asked): Sys<Answer> {
  if (args[0] === undefined) return offer([]);
  const pod = yield* podFor(invocation, args[0], '', PATIENCE_MS);
  const all = ['initContainers', 'containers'].flatMap((list) => (at(pod, 'spec', list) ?? []) as { name: string }[]);
  return offer(
    starting(
      all.map(({ name }) => name),
      word,
    ),
  );
}

/** `LOCAL:REMOTE` for the ports of what the first argument names. */
function* ports({ invocation, args, word }: Asked): Sys<Answer> {
  const [type, name] = (args[0] ?? '').split('/');
  let list: readonly number[];
  if (name !== undefined && ['service', 'services', 'svc'].includes(type ?? '')) {
    const service = (yield* objects(invocation, 'services')).find((one) => metadataOf(one).name === name);
    list = ((at(service, 'spec', 'ports') ?? []) as { port: number }[]).map(({ port }) => port);
  } else {
    const all = (at(yield* podFor(invocation, args[0] ?? '', '', PATIENCE_MS), 'spec', 'containers') ?? []) as {
      ports?: { containerPort: number }[];
    }[];
    list = all.flatMap((one) => (one.ports ?? []).map(({ containerPort }) => containerPort));
  }
  return offer(
    starting(
      list.map((port) => `${word === '' ? port : word.split(':')[0]}:${port}`),
      word,
    ),
  );
}

/** Both ends of a copy may be in a Pod, but only the first is completed. */
function* copySource(asked: Asked): Sys<Answer> {
  const { invocation, args, word } = asked;
  if (args.length > 0 || /^[/.~]/.test(word) || word.includes(':')) return offer([], NO_SPACE);
  if (word.includes('/')) {
    const namespace = word.slice(0, word.indexOf('/'));
    const pods = (yield* objects(invocation, 'pods', namespace)).map((one) => `${namespace}/${metadataOf(one).name}:`);
    return offer(starting(pods, word), NO_SPACE);
  }
  const namespaces = (yield* namesOf(asked, 'namespaces')).map((one) => `${one}/`);
  const found = [...namespaces, ...(yield* namesOf(asked, 'pods')).map((one) => `${one}:`)];
  if (word === '') return offer([...found, './', '/'], NO_SPACE);
  if (found.length === 0) return offer([], NO_SPACE);
  const here = yield* files((tree, cwd) => tree.list(cwd).map((name) => (tree.isDirectory(tree.resolve(cwd, name)) ? `${name}/` : name)));
  return offer([...found, ...starting(here, word)], NO_SPACE);
}

/** Names in the kubeconfig. */
const configured = (list: 'contexts' | 'clusters' | 'users', always = false): Completer =>
  function* ({ invocation, args, word }) {
    if (args.length > 0 && !always) return offer([]);
    const config = yield* invocation.config();
    const names = (config[list] ?? []).map(({ name }) => name);
    return offer(starting(names, word).sort());
  };

const oneOf = (list: readonly string[], all = false): Completer =>
  // biome-ignore lint/correctness/useYield: nothing to ask for
  function* ({ word }) {
    return offer(all ? list : starting(list, word));
  };

const anyName = (type: string): Completer =>
  function* (asked) {
    return offer(yield* namesOf(asked, type));
  };

const FORMATS =
  'json yaml kyaml name go-template go-template-file template templatefile jsonpath jsonpath-as-json jsonpath-file custom-columns custom-columns-file wide';
const ROLLED_OUT = ['deployment', 'daemonset', 'statefulset'];
const SCALED = ['deployment', 'replicaset', 'replicationcontroller', 'statefulset'];

/** What the arguments of a command are; those of others are files. */
const ARGUMENTS: Readonly<Record<string, Completer>> = {
  ...Object.fromEntries(
    ['annotate', 'apply edit-last-applied', 'apply view-last-applied', 'debug', 'delete', 'describe', 'edit', 'get', 'label', 'patch'].map(
      (place) => [place, typeAndName()],
    ),
  ),
  autoscale: typeAndName(SCALED),
  expose: typeAndName(['pod', 'service', 'replicationcontroller', 'deployment', 'replicaset']),
  'rollout history': typeAndName(ROLLED_OUT),
  'rollout pause': typeAndName(['deployment']),
  'rollout restart': typeAndName(ROLLED_OUT),
  'rollout resume': typeAndName(['deployment']),
  'rollout status': typeAndName(ROLLED_OUT, false),
  'rollout undo': typeAndName(ROLLED_OUT),
  scale: typeAndName(SCALED),
  'set image': typeAndName(
    ['daemonsets', 'deployments', 'pods', 'cronjobs', 'replicasets', 'replicationcontrollers', 'statefulsets'],
    false,
  ),
  taint: typeAndName(['node']),
  cordon: nameOf('nodes'),
  uncordon: nameOf('nodes'),
  drain: nameOf('nodes'),
  'top node': nameOf('nodes'),
  'top pod': nameOf('pods'),
  'create token': nameOf('serviceaccounts'),
  attach: podOrOwner,
  exec: podOrOwner,
  *logs(asked) {
    return yield* asked.args.length === 0 ? podOrOwner(asked) : asked.args.length === 1 ? containers(asked) : nothing();
  },
  *'port-forward'(asked) {
    return yield* asked.args.length === 0 ? podOrOwner(asked) : asked.args.length === 1 ? ports(asked) : nothing();
  },
  cp: copySource,
  'config use-context': configured('contexts'),
  'config set-context': configured('contexts'),
  'config delete-context': configured('contexts'),
  'config rename-context': configured('contexts'),
  'config delete-cluster': configured('clusters'),
  'config delete-user': configured('users'),
};

// biome-ignore lint/correctness/useYield: as its siblings
function* nothing(): Sys<Answer> {
  return offer([]);
}

/** What the value of a flag is, by command and flag, or by flag for those of all commands. */
const FLAGS: Readonly<Record<string, Completer>> = {
  namespace: anyName('namespaces'),
  context: configured('contexts', true),
  cluster: configured('clusters', true),
  user: configured('users', true),
  'get output': oneOf(FORMATS.split(' ')),
  'exec container': containers,
  'config set-context namespace': anyName('namespaces'),
  'create clusterrolebinding clusterrole': anyName('clusterroles'),
  ...Object.fromEntries(
    ['get', 'describe', 'edit', 'patch', 'replace', 'apply'].map((place) => [
      `${place} subresource`,
      oneOf(['status', 'scale', 'resize'], true),
    ]),
  ),
};
