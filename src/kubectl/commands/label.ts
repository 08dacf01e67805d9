/** label and annotate: the same command on two maps of an object's metadata */
import { isLabelValue } from '../../api/values/names.ts';
import type { Sys } from '../../kernel/types.ts';
import type { CommandBody, Flag } from '../cli/command.ts';
import { ALL_NAMESPACES, DRY_RUN, FIELD_MANAGER, FIELD_SELECTOR, filenameFlags, LOCAL, printFlags, SELECTOR } from '../cli/shared-flags.ts';
import { completeTypeAndName } from '../completion/live.ts';
import { CommandError, throwAll } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { type JsonObject, metadataOf, textOf, withValue } from '../json.ts';
import { dryRunOf, resultPrinter } from '../printer.ts';
import { CHANGE_CAUSE, RECORD, recordPatch } from '../record.ts';
import { builderOptions, fetchObjects, select } from '../resource/builder.ts';
import { pathOf } from '../resource/mapper.ts';
import { parsePairs, resourcesAndPairs, visitAll, writeQuery } from './common.ts';

type Field = 'labels' | 'annotations';

interface Changes {
  readonly set: ReadonlyMap<string, string>;
  readonly remove: readonly string[];
}

const flagsFor = (word: string, verb: string): readonly Flag[] => [
  ...printFlags(),
  { name: 'overwrite', type: 'bool', usage: `If true, ${word}s that are there may get another value; otherwise that is an error.` },
  { name: 'list', type: 'bool', usage: `If true, show the ${word}s of the resource.` },
  LOCAL,
  FIELD_SELECTOR,
  { name: 'all', type: 'bool', usage: 'Select all resources, in the namespace of the specified resource types' },
  ALL_NAMESPACES,
  {
    name: 'resource-version',
    type: 'string',
    usage: `If non-empty, the ${word}s are changed only when this is the object's current resource version. For a single resource only.`,
  },
  ...filenameFlags(`Filename, directory, or URL to files identifying the resource to ${verb}`),
  DRY_RUN,
  RECORD,
  FIELD_MANAGER(`kubectl-${word === 'label' ? 'label' : 'annotate'}`),
  SELECTOR,
];

export const label: CommandBody = {
  usage: 'label [--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]',
  long: 'Set, change or remove labels of resources.\n\n  *  A key and a value start with a letter or digit and have at most 63 letters, digits, hyphens, dots and underscores.\n  *  A key may start with a DNS prefix and a slash, such as example.com/team.\n  *  KEY- removes the label KEY.',
  examples: [
    ["Give the pod web the label 'version' with the value 'v1'", 'kubectl label pods web version=v1'],
    ['Change a label that is already there', 'kubectl label --overwrite pods web version=v2'],
    ['Label all pods of the namespace', 'kubectl label pods --all status=healthy'],
    ["Remove the label 'version'", 'kubectl label pods web version-'],
  ],
  flags: flagsFor('label', 'update the labels'),
  complete: completeTypeAndName,
  run: (invocation) => run(invocation, 'labels'),
};

export const annotate: CommandBody = {
  usage: 'annotate [--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]',
  long: 'Set, change or remove annotations of resources: notes of any text, for tools and people, that nothing selects by. KEY- removes the annotation KEY.',
  examples: [
    ['Note why a deployment was changed', 'kubectl annotate deployment/web kubernetes.io/change-cause="image 1.26"'],
    ['Remove an annotation', 'kubectl annotate pods web note-'],
  ],
  flags: flagsFor('annotation', 'update the annotation'),
  complete: completeTypeAndName,
  run: (invocation) => run(invocation, 'annotations'),
};

function parseLabels(pairs: readonly string[]): Changes {
  const set = new Map<string, string>();
  const remove: string[] = [];
  for (const pair of pairs) {
    if (pair.includes('=')) {
      const [key = '', value = '', ...more] = pair.split('=');
      if (more.length > 0) throw new CommandError(`invalid label spec: ${pair}`);
      const errors = isLabelValue(value);
      if (errors.length > 0) throw new CommandError(`invalid label value: ${JSON.stringify(pair)}: ${errors.join(';')}`);
      set.set(key, value);
    } else remove.push(pair.slice(0, -1));
  }
  return { set, remove };
}

function parseAnnotations(pairs: readonly string[]): Changes {
  const { values, remove } = parsePairs(pairs, 'annotation', true);
  return { set: values, remove };
}

function* run(invocation: Invocation, field: Field): Sys<void> {
  const { flags, args } = invocation;
  const word = field === 'labels' ? 'label' : 'annotation';
  const dryRun = yield* dryRunOf(invocation);
  const { resources, pairs } = resourcesAndPairs(args, word);
  const changes = field === 'labels' ? parseLabels(pairs) : parseAnnotations(pairs);
  const [list, local, overwrite] = [flags.bool('list'), flags.bool('local'), flags.bool('overwrite')];
  if (changes.remove.some((key) => changes.set.has(key))) {
    throw new CommandError(
      field === 'labels'
        ? 'can not both modify and remove a label in the same command'
        : 'can not both modify and remove the following annotation(s) in the same command: ' +
            changes.remove.filter((key) => changes.set.has(key)).join(', '),
    );
  }
  if (list && flags.string('output') !== '') throw new CommandError('--list and --output may not be specified together');
  if (flags.bool('all') && flags.string('selector') !== '') throw new CommandError('cannot set --all and --selector at the same time');
  if (flags.bool('all') && flags.string('field-selector') !== '')
    throw new CommandError('cannot set --all and --field-selector at the same time');
  const hasFiles = flags.list('filename').length > 0 || flags.string('kustomize') !== '';
  if (local) {
    if (dryRun === 'server') throw new CommandError('cannot specify --local and --dry-run=server - did you mean --dry-run=client?');
    const file = word === 'label' ? 'pod' : 'rsrc';
    if (resources.length > 0)
      throw new CommandError(`can only use local files by -f ${file}.yaml or --filename=${file}.json when --local=true is set`);
    if (!hasFiles) throw new CommandError(`one or more files must be specified as -f ${file}.yaml or --filename=${file}.json`);
  } else if (resources.length === 0 && !hasFiles)
    throw new CommandError('one or more resources must be specified as <resource> <name> or <resource>/<name>');
  if (changes.set.size === 0 && changes.remove.length === 0 && !list) throw new CommandError(`at least one ${word} update is required`);

  const selection = yield* select(invocation, yield* builderOptions(invocation, resources));
  const version = flags.string('resource-version');
  if (version !== '' && !selection.single) throw new CommandError('--resource-version may only be used with a single resource');
  const { infos, errors } = local ? { infos: selection.infos, errors: selection.errors ?? [] } : yield* fetchObjects(invocation, selection);
  if (infos.length === 0 && selection.single) throwAll(errors);
  const print = yield* resultPrinter(invocation, dryRun);
  yield* visitAll(
    infos,
    function* ({ mapping, namespace, name, object = {} }) {
      const before = metadataOf(object)[field] ?? {};
      const clash = [...changes.set].filter(
        ([key, value]) => Object.hasOwn(before, key) && before[key] !== value && !(field === 'annotations' && key === CHANGE_CAUSE),
      );
      if (clash.length > 0 && !overwrite) {
        if (field === 'labels')
          throwAll(clash.map(([key]) => new CommandError(`'${key}' already has a value (${before[key]}), and --overwrite is false`)));
        throw new CommandError(
          `--overwrite is false but found the following declared annotation(s): ${clash.map(([key]) => `'${key}' already has a value (${before[key]})`).join('; ')}`,
        );
      }
      const added = [...changes.set].filter(([key, value]) => before[key] !== value);
      const missing = changes.remove.filter((key) => !Object.hasOwn(before, key));
      const removed = changes.remove.filter((key) => Object.hasOwn(before, key));
      const send = dryRun !== 'client' && !local && !list;
      if (send && field === 'labels') for (const key of missing) yield* invocation.out(`label ${JSON.stringify(key)} not found.\n`);
      let after = withValue(object, ['metadata', field], changedMap(before, changes));
      if (send && (added.length > 0 || removed.length > 0 || field === 'annotations')) {
        const patch = Object.fromEntries([...added, ...removed.map((key) => [key, null] as const)]);
        const noted = recordPatch(invocation)?.['metadata'] as JsonObject | undefined;
        const metadata = {
          ...noted,
          ...(Object.keys(patch).length > 0 && { [field]: { ...(noted?.[field] as object | undefined), ...patch } }),
          ...(version !== '' && { resourceVersion: version }),
        };
        after = yield* (yield* invocation.client()).patch(
          pathOf(mapping, namespace, name),
          'merge',
          { ...(Object.keys(metadata).length > 0 && { metadata }) },
          writeQuery(dryRun),
        );
      }
      if (list) yield* listEntries(invocation, after, field, selection.single, mapping.kind, mapping.group, name);
      else yield* print(after, field === 'annotations' ? 'annotated' : labelWord(added.length, removed.length));
    },
    errors,
  );
}

function changedMap(before: Readonly<Record<string, string>>, { set, remove }: Changes): Record<string, string> | undefined {
  const after = { ...before, ...Object.fromEntries(set) };
  for (const key of remove) delete after[key];
  return Object.keys(after).length > 0 ? after : undefined;
}

function labelWord(added: number, removed: number): string {
  if (added > 0 && removed > 0) return 'modified';
  if (added > 0) return 'labeled';
  return removed > 0 ? 'unlabeled' : 'not labeled';
}

function* listEntries(
  invocation: Invocation,
  object: JsonObject,
  field: Field,
  single: boolean,
  kind: string,
  group: string,
  name: string,
): Sys<void> {
  const word = field === 'labels' ? 'labels' : 'annotations';
  if (!single) yield* invocation.out(`Listing ${word} for ${kind}.${group}/${name}:\n`);
  for (const [key, value] of Object.entries(metadataOf(object)[field] ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield* invocation.out(`${single ? '' : ' '}${key}=${textOf(value)}\n`);
  }
}
