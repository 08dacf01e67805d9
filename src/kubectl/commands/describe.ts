/** describe */
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody } from '../cli/command.ts';
import { ALL_NAMESPACES, CHUNK_SIZE, filenameFlags, SELECTOR } from '../cli/shared-flags.ts';
import { completeTypeAndName } from '../completion/live.ts';
import { describeObject } from '../describe.ts';
import { Aggregate, CommandError, isNotFound, SourceError } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { itemsOf, type JsonObject, metadataOf } from '../json.ts';
import { builderOptions, fetchObjects, getObject, listObjects, type ResourceInfo, type Selection, select } from '../resource/builder.ts';
import { SUGGEST_API_RESOURCES, visitAll } from './common.ts';

export const describe: CommandBody = {
  usage: 'describe (-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME)',
  long: `Show a resource in detail, together with what belongs to it, such as events. Where no resource has the name, all whose name starts with it are shown.\n\n${SUGGEST_API_RESOURCES}`,
  examples: [
    ['Describe a node', 'kubectl describe nodes minikube'],
    ['Describe a pod', 'kubectl describe pods/web'],
    ['Describe all services with a label', 'kubectl describe services -l app=web'],
    ['Describe all pods of the deployment web: their names start with its name', 'kubectl describe pods web'],
  ],
  flags: [
    ...filenameFlags('Filename, directory, or URL to files containing the resource to describe'),
    SELECTOR,
    ALL_NAMESPACES,
    { name: 'show-events', type: 'bool', default: 'true', usage: 'If true, display events related to the described object.' },
    CHUNK_SIZE,
  ],
  complete: completeTypeAndName,
  *run(invocation) {
    const { flags, args } = invocation;
    if (args.length === 0 && flags.list('filename').length === 0 && flags.string('kustomize') === '') {
      throw new CommandError(`You must specify the type of resource to describe. ${SUGGEST_API_RESOURCES}`);
    }
    const selection = yield* select(invocation, yield* builderOptions(invocation, args, { allowEmptySelector: true, listedErrors: true }));
    const { infos, errors } = yield* fetchObjects(invocation, selection, { anywhere: true });
    // One missing name may be the start of names that are there.
    if (errors.length === 1 && isNotFound(errors[0]) && args.length === 2 && selection.kind === 'names')
      return yield* describeMatching(invocation, selection, errors[0]);
    // Several objects are described without their events, unless these are asked for.
    const showEvents = flags.changed('show-events') ? flags.bool('show-events') : infos.length === 1 && errors.length === 0;
    let first = true;
    yield* visitAll(
      infos,
      function* ({ mapping, object = {} }) {
        const text = yield* describeObject(invocation, mapping, object, showEvents);
        yield* invocation.out(first ? text : `\n\n${text}`);
        first = false;
      },
      // What is wrong with files is told as one of a list, even alone.
      errors.length === 1 && errors[0] instanceof SourceError ? [new Aggregate(errors, true)] : errors,
    );
    if (infos.length === 0)
      yield* invocation.err(
        flags.bool('all-namespaces') ? 'No resources found\n' : `No resources found in ${yield* invocation.namespace()} namespace.\n`,
      );
  },
};

function* describeMatching(invocation: Invocation, selection: Selection, missing: Error): Sys<void> {
  const { flags, args } = invocation;
  if (args[0]?.includes('/')) throw missing;
  if (new Set(selection.infos.map(({ mapping }) => mapping)).size > 1)
    throw new CommandError('you may only specify a single resource type');
  const found = yield* matchingPrefix(invocation, selection);
  if (found.length === 0) throw missing;
  const showEvents = flags.changed('show-events') && flags.bool('show-events');
  for (const { mapping, object = {} } of found)
    yield* invocation.out(`${yield* describeObject(invocation, mapping, object, showEvents)}\n`);
}

/** The objects whose name starts with what was asked for. */
function* matchingPrefix(invocation: Invocation, selection: Selection): Sys<readonly ResourceInfo[]> {
  const [wanted] = selection.infos as [ResourceInfo];
  const list = yield* listObjects(invocation, wanted, { labelSelector: '', fieldSelector: '' });
  const names = (itemsOf(list) ?? []).map((item) => metadataOf(item).name ?? '').filter((name) => name.startsWith(wanted.name));
  const infos: ResourceInfo[] = [];
  for (const name of names) infos.push({ ...wanted, name, object: (yield* getObject(invocation, { ...wanted, name })) as JsonObject });
  return infos;
}
