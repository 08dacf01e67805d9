/** delete */
import { load, now, readLine } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody, Flag } from '../cli/command.ts';
import { ALL_NAMESPACES, DRY_RUN, FIELD_SELECTOR, filenameFlags, SELECTOR } from '../cli/shared-flags.ts';
import { completeTypeAndName } from '../completion/live.ts';
import { CommandError, isNotFound, isRefusal, ordered, throwAll, UnsendableError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { at, textOf } from '../json.ts';
import { DRY_RUN_SUFFIX, type DryRun, dryRunOf, wireFormat } from '../printer.ts';
import { builderOptions, fetchObjects, type ResourceInfo, select } from '../resource/builder.ts';
import { groupKind, groupResource, pathOf } from '../resource/mapper.ts';
import { waitDeleted } from '../wait.ts';
import { rawPath, writeQuery } from './common.ts';

const WEEK_MS = 168 * 3600 * 1000;
const CASCADES: Readonly<Record<string, string>> = {
  background: 'Background',
  foreground: 'Foreground',
  orphan: 'Orphan',
  true: 'Background',
  false: 'Orphan',
};

/** The propagation policy that --cascade asks for. */
export function* cascadeOf(invocation: Invocation): Sys<string> {
  const value = invocation.flags.string('cascade');
  const cascade = CASCADES[value];
  if (cascade === undefined) throw new CommandError(`invalid cascade value (${value}). Must be "background", "foreground", or "orphan"`);
  if (value === 'true' || value === 'false')
    yield* invocation.err(
      `warning: --cascade=${value} is deprecated (boolean value) and can be replaced with --cascade=${cascade.toLowerCase()}.\n`,
    );
  return cascade;
}

export const deleteFlags = [
  { name: 'all', type: 'bool', usage: 'Delete all resources, in the namespace of the specified resource types.' },
  {
    name: 'force',
    type: 'bool',
    usage: 'If true, take objects out of the API at once, without waiting for what runs to end. May lose data.',
  },
  {
    name: 'cascade',
    type: 'string',
    default: 'background',
    noValue: 'background',
    usage:
      'Must be "background", "orphan", or "foreground". What happens to dependents, such as the Pods of a ReplicaSet. Defaults to background.',
    values: ['background', 'orphan', 'foreground'],
  },
  { name: 'now', type: 'bool', usage: 'If true, resources are signaled for immediate shutdown (same as --grace-period=1).' },
  {
    name: 'grace-period',
    type: 'int',
    default: '-1',
    usage:
      'Seconds a resource gets to end gracefully. Ignored if negative. Set to 1 for immediate shutdown. Can only be set to 0 when --force is true (force deletion).',
  },
  {
    name: 'timeout',
    type: 'duration',
    usage: 'How long to wait before giving up on a delete; zero means to decide by the size of the object.',
  },
  {
    name: 'ignore-not-found',
    type: 'bool',
    usage: 'Treat "resource not found" as a successful delete. Defaults to "true" when --all is specified.',
  },
  {
    name: 'wait',
    type: 'bool',
    default: 'true',
    usage: 'If true, wait for resources to be gone before returning. This waits for finalizers.',
  },
] as const;

/** The same for commands that delete on the way: they do not wait unless told to, and take their objects by other means. */
export const deletionFlags: readonly Flag[] = deleteFlags
  .filter((flag) => !['all', 'now', 'ignore-not-found'].includes(flag.name))
  .map((flag) => (flag.name === 'wait' ? { ...flag, default: 'false' } : flag));

export const deleteCommand: CommandBody = {
  usage: 'delete ([-f FILENAME] | [-k DIRECTORY] | TYPE [(NAME | -l label | --all)])',
  long: 'Delete resources, named on the command line, chosen by labels, or described in files.\n\n What a resource owns is deleted with it unless --cascade=orphan is given. Pods are told to end and get time to do so (--grace-period); the command returns when everything is gone, or at once with --wait=false.',
  examples: [
    ['Delete what a file describes', 'kubectl delete -f ./web.yaml'],
    ['Delete a service and a pod by their names', 'kubectl delete service/web pod/web'],
    ['Delete pods and services that carry a label', 'kubectl delete pods,services -l app=web'],
    ['Delete a pod without grace', 'kubectl delete pod web --force'],
    ['Delete all pods', 'kubectl delete pods --all'],
  ],
  flags: [
    ...filenameFlags('containing the resource to delete.'),
    SELECTOR,
    FIELD_SELECTOR,
    ALL_NAMESPACES,
    ...deleteFlags,
    {
      name: 'output',
      shorthand: 'o',
      type: 'string',
      usage: 'Output mode. Use "-o name" for shorter output (resource/name).',
      values: ['name'],
    },
    { name: 'raw', type: 'string', usage: 'Raw URI to DELETE to the server.  Uses the transport specified by the kubeconfig file.' },
    { name: 'interactive', shorthand: 'i', type: 'bool', usage: 'If true, delete resource only when user confirms.' },
    DRY_RUN,
  ],
  complete: completeTypeAndName,
  *run(invocation) {
    const { flags, args } = invocation;
    const gracePeriod = gracePeriodOf(invocation);
    const dryRun = yield* dryRunOf(invocation);
    const cascade = yield* cascadeOf(invocation);
    const output = flags.string('output');
    if (flags.string('raw') !== '') {
      const { body } = yield* (yield* invocation.client()).send({ method: 'DELETE', path: rawPath(invocation) });
      yield* invocation.out((yield* load(wireFormat)).wireText(body, false));
      return;
    }
    const options = yield* builderOptions(invocation, args, { all: flags.bool('all') });
    const selection = yield* select(invocation, { ...options, ...(options.all && { labelSelector: options.labelSelector ?? '' }) });
    if (output !== '' && output !== 'name') throw new CommandError(`unexpected -o output mode: ${output}. We only support '-o name'`);
    if (options.all && (options.fieldSelector ?? '') !== '')
      throw new CommandError('cannot set --all and --field-selector at the same time');
    if (gracePeriod === 0) {
      yield* invocation.err(
        'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.\n',
      );
    } else if (gracePeriod > 0 && flags.bool('force'))
      throw new CommandError('--force and --grace-period greater than 0 cannot be specified together');
    const byQuery = options.all || selection.labelSelector !== '' || selection.fieldSelector !== '';
    const ignoreNotFound = flags.changed('ignore-not-found') ? flags.bool('ignore-not-found') : byQuery;
    const found =
      selection.kind === 'selector'
        ? yield* fetchObjects(invocation, selection)
        : { infos: selection.infos, errors: selection.errors ?? [] };
    if (flags.bool('interactive') && !(yield* confirmed(invocation, found.infos))) return;
    yield* deleteAll(invocation, found.infos, {
      propagationPolicy: cascade,
      gracePeriod,
      dryRun,
      ignoreNotFound,
      errors: ignoreNotFound ? found.errors.filter((error) => !isNotFound(error)) : found.errors,
      print: output === 'name' ? 'name' : 'line',
      wait: flags.bool('wait'),
      timeoutMs: flags.duration('timeout') || WEEK_MS,
    });
  },
};

function gracePeriodOf({ flags }: Invocation): number {
  const given = flags.int('grace-period');
  if (flags.bool('now') && given !== -1) throw new CommandError('--now and --grace-period cannot be specified together');
  const period = flags.bool('now') ? 1 : given;
  if (period === 0 && !flags.bool('force')) return 1;
  return flags.bool('force') && period < 0 ? 0 : period;
}

function* confirmed(invocation: Invocation, infos: readonly ResourceInfo[]): Sys<boolean> {
  if (infos.length === 0) {
    yield* invocation.out('No resources found\n');
    return false;
  }
  yield* invocation.out(`You are about to delete the following ${infos.length} resource(s):\n`);
  for (const info of infos) yield* invocation.out(`${groupKind(info.mapping)}/${info.name}\n`);
  yield* invocation.out('Do you want to continue? (y/N): ');
  if (/^y$/i.test(((yield* readLine(0)) ?? '').trim())) return true;
  yield* invocation.out('deletion is cancelled\n');
  return false;
}

export interface DeleteOptions {
  readonly propagationPolicy: string;
  /** Seconds; negative: the object's own. */
  readonly gracePeriod: number;
  readonly dryRun: DryRun;
  readonly ignoreNotFound: boolean;
  /** What went wrong while looking for the objects. */
  readonly errors: readonly Error[];
  readonly print: 'name' | 'line' | 'plain' | 'quiet';
  readonly wait: boolean;
  readonly timeoutMs: number;
}

/** Deletes the objects, says so, and waits until they are gone. */
export function* deleteAll(invocation: Invocation, infos: readonly ResourceInfo[], options: DeleteOptions): Sys<void> {
  const client = yield* invocation.client();
  const { gracePeriod, dryRun } = options;
  const errors: Error[] = [...options.errors];
  const deleted: { info: ResourceInfo; uid: string | undefined }[] = [];
  let clusterScoped =
    (yield* invocation.target()).explicitNamespace && !(invocation.flags.has('all-namespaces') && invocation.flags.bool('all-namespaces'));
  let found = 0;
  for (const info of infos) {
    found++;
    if (clusterScoped && !info.mapping.namespaced) {
      clusterScoped = false;
      yield* invocation.err('Warning: deleting cluster-scoped resources, not scoped to the provided namespace\n');
    }
    try {
      if (dryRun !== 'client') {
        if (info.mapping.namespaced && info.namespace === '')
          throw new UnsendableError('an empty namespace may not be set when a resource name is provided');
        const body = { ...(gracePeriod >= 0 && { gracePeriodSeconds: gracePeriod }), propagationPolicy: options.propagationPolicy };
        const answer = yield* client.delete(pathOf(info.mapping, info.namespace, info.name), body, writeQuery(dryRun));
        const uid = textOf(at(answer, 'details', 'uid')) || textOf(at(answer, 'metadata', 'uid'));
        deleted.push({ info, uid: uid || undefined });
      }
      if (options.print !== 'quiet') yield* invocation.out(resultLine(info, options));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (options.ignoreNotFound && isNotFound(error)) found--;
      else
        errors.push(info.source === '' ? error : error.withMessage(`error when deleting ${JSON.stringify(info.source)}: ${error.message}`));
    }
  }
  throwAll(ordered(errors));
  if (found === 0) {
    // With --ignore-not-found a missing name is a success without words; an empty list is told.
    if (infos.length === 0 && options.print !== 'quiet') yield* invocation.out('No resources found\n');
    return;
  }
  if (!options.wait || dryRun !== 'none') return;
  const deadline = (yield* now()) + options.timeoutMs;
  for (const { info, uid } of deleted) {
    if (yield* waitDeleted(invocation, info, uid, deadline)) continue;
    throw new CommandError(`timed out waiting for the condition on ${groupResource(info.mapping).split('.')[0]}/${info.name}`);
  }
}

function resultLine({ mapping, name, namespace }: ResourceInfo, { gracePeriod, dryRun, print }: DeleteOptions): string {
  if (print === 'name') return `${groupKind(mapping)}/${name}\n`;
  const where = mapping.namespaced ? ` from ${namespace} namespace` : '';
  return `${groupKind(mapping)} "${name}" ${gracePeriod === 0 && print === 'line' ? 'force deleted' : 'deleted'}${where}${DRY_RUN_SUFFIX[dryRun]}\n`;
}
