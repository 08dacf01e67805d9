/** scale */
import { now, sleep } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody } from '../cli/command.ts';
import { DRY_RUN, filenameFlags, printFlags, SELECTOR } from '../cli/shared-flags.ts';
import { typesAndNames } from '../completion/live.ts';
import { CommandError, StatusError, throwAll } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { at, type JsonObject, withValue } from '../json.ts';
import { type DryRun, dryRunOf, resultPrinter } from '../printer.ts';
import { RECORD, recordPatch } from '../record.ts';
import { builderOptions, fetchObjects, type ResourceInfo, select } from '../resource/builder.ts';
import { pathOf } from '../resource/mapper.ts';
import { writeQuery } from './common.ts';

/** How often a scale that lost against another writer is tried again, ms. */
const RETRY_MS = 1000;
const RETRY_LIMIT_MS = 5 * 60 * 1000;

export const scale: CommandBody = {
  usage: 'scale [--resource-version=version] [--current-replicas=count] --replicas=COUNT (-f FILENAME | TYPE NAME)',
  long: 'Set how many replicas a deployment, replica set, replication controller or stateful set should have. With --current-replicas or --resource-version the size changes only when those still hold.',
  examples: [
    ['Scale a deployment to three replicas', 'kubectl scale --replicas=3 deployment/web'],
    ['Scale only when there are two now', 'kubectl scale --current-replicas=2 --replicas=3 deployment/web'],
  ],
  flags: [
    RECORD,
    ...printFlags(),
    { name: 'all', type: 'bool', usage: 'Select all resources in the namespace of the specified resource types' },
    { name: 'resource-version', type: 'string', usage: 'Scale only when this is the current resource version.' },
    {
      name: 'current-replicas',
      type: 'int',
      default: '-1',
      usage: 'Scale only when this is the current size. -1 (default) for no condition.',
    },
    { name: 'replicas', type: 'int', required: true, usage: 'The new desired number of replicas. Required.' },
    { name: 'timeout', type: 'duration', usage: "How long to wait until the new size is reached; zero means don't wait." },
    ...filenameFlags('Filename, directory, or URL to files identifying the resource to set a new size'),
    DRY_RUN,
    SELECTOR,
  ],
  complete: typesAndNames('deployments', 'replicasets', 'replicationcontrollers', 'statefulsets'),
  *run(invocation) {
    const { flags, args } = invocation;
    const dryRun = yield* dryRunOf(invocation);
    const print = yield* resultPrinter(invocation, dryRun);
    const [replicas, current] = [flags.int('replicas'), flags.int('current-replicas')];
    if (replicas < 0) throw new CommandError('The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0');
    if (current < -1) throw new CommandError('The --current-replicas must specify an integer of -1 or greater');
    const selection = yield* select(invocation, yield* builderOptions(invocation, args));
    const { infos, errors } = yield* fetchObjects(invocation, selection);
    if (flags.string('resource-version') !== '' && infos.length > 1)
      throw new CommandError('cannot use --resource-version with multiple resources');
    if (infos.length === 0) {
      throwAll(errors);
      throw new CommandError('no objects passed to scale');
    }
    for (const info of infos) {
      if (dryRun !== 'client') yield* scaleOne(invocation, info, replicas, writeQuery(dryRun));
      yield* noteCommand(invocation, info, dryRun);
      yield* print(withValue(info.object as JsonObject, ['spec', 'replicas'], replicas), 'scaled');
      if (flags.duration('timeout') > 0 && dryRun === 'none') yield* waitForSize(invocation, info, replicas, flags.duration('timeout'));
    }
    throwAll(errors);
  },
};

/** The size has no annotations, so the object is patched once more. */
function* noteCommand(invocation: Invocation, { mapping, namespace, name }: ResourceInfo, dryRun: DryRun): Sys<void> {
  const patch = recordPatch(invocation);
  if (patch && dryRun === 'none') yield* (yield* invocation.client()).patch(pathOf(mapping, namespace, name), 'merge', patch);
}

function* scaleOne(
  invocation: Invocation,
  { mapping, namespace, name }: ResourceInfo,
  replicas: number,
  query: ReturnType<typeof writeQuery>,
): Sys<void> {
  const { flags } = invocation;
  const client = yield* invocation.client();
  const path = pathOf(mapping, namespace, name, 'scale');
  const [current, version] = [flags.int('current-replicas'), flags.string('resource-version')];
  if (current === -1 && version === '') {
    yield* client.patch(path, 'merge', { spec: { replicas } }, query);
    return;
  }
  const giveUp = (yield* now()) + RETRY_LIMIT_MS;
  for (;;) {
    const found = yield* client.get(path);
    const size = Number(at(found, 'spec', 'replicas') ?? 0);
    if (current !== -1 && size !== current) throw new CommandError(`Expected replicas to be ${current}, was ${size}`);
    const actual = String(at(found, 'metadata', 'resourceVersion') ?? '');
    if (version !== '' && actual !== version) throw new CommandError(`Expected resource version to be ${version}, was ${actual}`);
    try {
      yield* client.replace(path, withValue(found, ['spec', 'replicas'], replicas), query);
      return;
    } catch (error) {
      if (!(error instanceof StatusError) || error.reason !== 'Conflict' || (yield* now()) > giveUp) throw error;
      yield* sleep(RETRY_MS);
    }
  }
}

function* waitForSize(invocation: Invocation, { mapping, namespace, name }: ResourceInfo, replicas: number, timeoutMs: number): Sys<void> {
  const deadline = (yield* now()) + timeoutMs;
  const client = yield* invocation.client();
  for (;;) {
    const found = yield* client.get(pathOf(mapping, namespace, name, 'scale'));
    if (Number(at(found, 'status', 'replicas') ?? 0) === replicas) return;
    if ((yield* now()) >= deadline) throw new CommandError('timed out waiting for the condition');
    yield* sleep(RETRY_MS);
  }
}
