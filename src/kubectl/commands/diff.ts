/** diff: the live objects beside what apply would make of them */

import { unifiedDiff } from '../../api/values/unified-diff.ts';
import { SysError } from '../../kernel/error.ts';
import { files, now, random, spawn, wait } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody } from '../cli/command.ts';
import { FIELD_MANAGER, filenameFlags, SELECTOR } from '../cli/shared-flags.ts';
import { CommandError, explainError, StatusError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { isObject, type JsonObject, metadataOf } from '../json.ts';
import { klog } from '../klog.ts';
import { printYaml } from '../output/yaml.ts';
import { withoutManagedFields } from '../printer.ts';
import { builderOptions, type ResourceInfo, select } from '../resource/builder.ts';
import { type Mapping, pathOf } from '../resource/mapper.ts';
import { comparePatch, liveObject, serverSideApply } from './apply/client-side.ts';
import { CLIENT_SIDE_MANAGER, SERVER_SIDE_FLAGS } from './apply/index.ts';
import { eachPruned, prunedMappings } from './apply/prune.ts';
import { isFailure } from './common.ts';

const MASK = '***';

export const diff: CommandBody = {
  usage: 'diff -f FILENAME',
  flagErrorCode: 2,
  long: 'Show what `kubectl apply` would change. The exit code is 0 when nothing would change, 1 when something would, and more than 1 when something went wrong.',
  examples: [
    ['Show what applying a file would change', 'kubectl diff -f web.yaml'],
    ['Compare with what standard input describes', 'cat web.yaml | kubectl diff -f -'],
  ],
  flags: [
    { name: 'prune', type: 'bool', usage: 'Include resources that would be deleted by pruning.' },
    { name: 'prune-allowlist', type: 'array', usage: 'Overwrite the default allowlist with <group/version/kind> for --prune' },
    { name: 'show-managed-fields', type: 'bool', usage: 'If true, include managed fields in the diff.' },
    { name: 'show-secrets', type: 'bool', usage: 'If true, do not mask secret values in the diff.' },
    { name: 'concurrency', type: 'int', default: '1', usage: 'Number of objects to process in parallel.' },
    ...filenameFlags('Filename, directory, or URL to files contains the configuration to diff'),
    ...SERVER_SIDE_FLAGS,
    FIELD_MANAGER(CLIENT_SIDE_MANAGER),
    SELECTOR,
  ],
  *run(invocation) {
    try {
      return yield* compare(invocation);
    } catch (error) {
      // 1 means that there are differences: failures count from 2.
      if (!isFailure(error)) throw error;
      const { text, code } = explainError(error);
      yield* invocation.err(text);
      return code + 1;
    }
  },
};

function* compare(invocation: Invocation): Sys<number> {
  const { flags, args } = invocation;
  if (args.length > 0) throw invocation.usageError(`Unexpected args: [${args.join(' ')}]`);
  if (flags.list('filename').length === 0 && flags.string('kustomize') === '') throw new CommandError('must specify one of -f and -k');
  const pruned = flags.bool('prune') ? yield* prunedMappings(invocation) : [];
  const { infos, errors = [] } = yield* select(invocation, yield* builderOptions(invocation, []));
  if (errors.length > 0) throw errors[0];
  const folders = ['LIVE', 'MERGED'] as const;
  const ids = [yield* random(), yield* random()].map((one) => Math.floor(one * 4e9));
  const time = new Date(yield* now()).toISOString().replace('T', ' ').replace('Z', '000000 +0000');
  const states: State[] = [];
  const [uids, namespaces] = [new Set<string>(), new Set<string>()];
  for (const info of infos) {
    const { live, merged } = yield* bothStates(invocation, info);
    if (info.namespace !== '') namespaces.add(info.namespace);
    if (live) uids.add(metadataOf(live).uid ?? '');
    states.push({
      file: fileName(info.mapping, info.namespace, info.name),
      before: shown(invocation, info, live, merged, 'before'),
      after: shown(invocation, info, merged, live, 'after'),
    });
  }
  if (flags.bool('prune')) {
    // biome-ignore lint/correctness/useYield: one of several that are generators
    yield* eachPruned(invocation, pruned, { uids, namespaces }, function* ({ mapping, object }) {
      const { namespace = '', name = '' } = metadataOf(object);
      // As it is, neither masked nor tidied, beside no file at all.
      states.push({ file: fileName(mapping, namespace, name), before: printYaml(object), after: undefined });
    });
  }
  const [from, to] = folders.map((folder, index) => `/tmp/${folder}-${ids[index]}`) as [string, string];
  const external = invocation.process.env['KUBECTL_EXTERNAL_DIFF'] ?? '';
  if (external !== '') return yield* externalDiff(external, states, from, to);
  let changed = false;
  for (const { file, before, after } of states.sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const text = unifiedDiff(before, after ?? '');
    if (text === '') continue;
    changed = true;
    const [left, right] = [`${from}/${file}`, `${to}/${file}`];
    yield* invocation.out(
      `diff -u -N ${left} ${right}\n--- ${left}\t${time}\n+++ ${right}\t${after === undefined ? NO_FILE : time}\n${text}`,
    );
  }
  return changed ? 1 : 0;
}

/** What diff says of the time of a file that is not there. */
const NO_FILE = '1970-01-01 00:00:00.000000000 +0000';

function fileName({ group, version, kind }: Mapping, namespace: string, name: string): string {
  return [...(group === '' ? [] : [group]), version, kind, namespace, name].join('.');
}

/** One object's text as it is and as it would be; '' where it is not there. */
interface State {
  readonly file: string;
  readonly before: string;
  /** undefined: it would be pruned, and has no file. */
  readonly after: string | undefined;
}

/** Lets the program of $KUBECTL_EXTERNAL_DIFF compare two folders. Ends as it does. */
function* externalDiff(command: string, states: readonly State[], from: string, to: string): Sys<number> {
  const [program = '', ...words] = command.split(' ');
  yield* files((tree) => {
    for (const folder of [from, to]) tree.mkdir(folder, { parents: true });
    for (const { file, before, after } of states) {
      if (before !== '') tree.write(`${from}/${file}`, before);
      if (after) tree.write(`${to}/${file}`, after);
    }
  });
  try {
    const pid = yield* spawn({ program, argv: [program, from, to, ...words.filter((word) => /^[a-zA-Z0-9-=]+$/.test(word))] });
    return (yield* wait(pid))?.code ?? 0;
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw new CommandError(`failed to run ${JSON.stringify(program)}: executable file not found in $PATH`);
  } finally {
    yield* files((tree) => {
      for (const folder of [from, to]) tree.remove(folder, { recursive: true });
    });
  }
}

/** The object as it is, and as it would be: the server works that out in a dry run. */
function* bothStates(invocation: Invocation, info: ResourceInfo): Sys<{ live: JsonObject | undefined; merged: JsonObject }> {
  const { flags } = invocation;
  const client = yield* invocation.client();
  const wanted = info.object as JsonObject;
  const live = yield* liveObject(client, info);
  if (flags.bool('server-side')) {
    const fieldManager = flags.changed('field-manager') ? flags.string('field-manager') : 'kubectl';
    try {
      const force = String(flags.bool('force-conflicts'));
      return { live, merged: yield* serverSideApply(client, info, wanted, { dryRun: 'All', force, fieldManager }) };
    } catch (error) {
      // A conflict of field managers is taken for one of versions: the real one tries again thrice, the last time saying so.
      if (error instanceof StatusError && error.status.reason === 'Conflict') yield* warnOfChanges(invocation, info);
      throw error;
    }
  }
  if (!live) return { live, merged: yield* client.create(pathOf(info.mapping, info.namespace), wanted, { dryRun: 'All' }) };
  const { type, patch } = comparePatch(wanted, live);
  if (Object.keys(patch).length === 0) return { live, merged: live };
  return { live, merged: yield* client.patch(pathOf(info.mapping, info.namespace, info.name), type, patch, { dryRun: 'All' }) };
}

function* warnOfChanges({ process }: Invocation, { mapping, name }: ResourceInfo): Sys<void> {
  const kind = `${mapping.group}/${mapping.version}, Kind=${mapping.kind}`;
  yield* klog('W', process.pid, 'diff.go:723', `Object (${kind}: ${name}) keeps changing, diffing without lock`);
}

function shown(
  { flags }: Invocation,
  { mapping }: ResourceInfo,
  object: JsonObject | undefined,
  other: JsonObject | undefined,
  side: string,
): string {
  const masked = mapping.kind === 'Secret' && mapping.group === '' && !flags.bool('show-secrets');
  // A Secret that is not there is masked too, and becomes null.
  if (!object) return masked ? 'null\n' : '';
  const tidy = flags.bool('show-managed-fields') ? object : withoutManagedFields(object);
  if (!masked) return printYaml(tidy);
  const data = isObject(tidy['data']) ? tidy['data'] : {};
  const otherData = other && isObject(other['data']) ? other['data'] : {};
  const mask = (key: string, value: unknown): string =>
    Object.hasOwn(otherData, key) && otherData[key] !== value ? `${MASK} (${side})` : MASK;
  return printYaml({ ...tidy, data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mask(key, value)])) });
}
