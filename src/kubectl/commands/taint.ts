/** taint */
import { isLabelValue, isQualifiedName } from '../../api/values/names.ts';
import type { CommandBody } from '../cli/command.ts';
import { DRY_RUN, FIELD_MANAGER, printFlags, SELECTOR, VALIDATE } from '../cli/shared-flags.ts';
import { typesAndNames } from '../completion/live.ts';
import { CommandError, throwAll } from '../errors.ts';
import { at, type JsonObject, withValue } from '../json.ts';
import { createStrategicPatch } from '../patch/diff.ts';
import { dryRunOf, resultPrinter } from '../printer.ts';
import { builderOptions, fetchObjects, select } from '../resource/builder.ts';
import { pathOf } from '../resource/mapper.ts';
import { fieldValidation, visitAll, writeQuery } from './common.ts';

interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: string;
}

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

export const taint: CommandBody = {
  usage: 'taint NODE NAME KEY_1=VAL_1:TAINT_EFFECT_1 ... KEY_N=VAL_N:TAINT_EFFECT_N',
  long: 'Give nodes taints, which keep away pods that do not tolerate them, or take taints away with KEY- or KEY:EFFECT-. The effect is NoSchedule, PreferNoSchedule or NoExecute.',
  examples: [
    ['Keep pods away that do not tolerate dedicated=db', 'kubectl taint nodes minikube dedicated=db:NoSchedule'],
    ['Take the taint away', 'kubectl taint nodes minikube dedicated:NoSchedule-'],
    ["Take all taints with the key 'dedicated' away", 'kubectl taint nodes minikube dedicated-'],
  ],
  flags: [
    ...printFlags(),
    DRY_RUN,
    VALIDATE,
    SELECTOR,
    { name: 'overwrite', type: 'bool', usage: 'If true, taints that are there may get another value; otherwise that is an error.' },
    { name: 'all', type: 'bool', usage: 'Select all nodes in the cluster' },
    FIELD_MANAGER('kubectl-taint'),
  ],
  complete: typesAndNames('nodes'),
  *run(invocation) {
    const { flags, args } = invocation;
    const dryRun = yield* dryRunOf(invocation);
    const validation = fieldValidation(invocation);
    const isTaint = (word: string): boolean => /[=:]/.test(word) || word.endsWith('-');
    const first = args.findIndex(isTaint);
    const [resources, specs] = first < 0 ? [args, []] : [args.slice(0, first), args.slice(first)];
    const stray = specs.find((word) => !isTaint(word));
    if (stray !== undefined) throw new CommandError(`all resources must be specified before taint changes: ${stray}`);
    if (resources.length === 0) throw new CommandError('one or more resources must be specified as <resource> <name>');
    if (specs.length === 0) throw new CommandError('at least one taint update is required');
    let changes: ReturnType<typeof parseTaints>;
    try {
      changes = parseTaints(specs);
    } catch (error) {
      if (error instanceof CommandError) throw invocation.usageError(error.message);
      throw error;
    }
    const type = (resources[0] as string).toLowerCase();
    if ((yield* invocation.mapper()).requireResource(type).kind !== 'Node')
      throw new CommandError(`invalid resource type ${type}, only node types are supported`);
    checkConflicts(changes);
    const [all, selector] = [flags.bool('all'), flags.string('selector')];
    if (all && selector !== '') throw new CommandError("setting 'all' parameter with a non empty selector is prohibited");
    if (!all && selector === '' && resources.length < 2)
      throw new CommandError("at least one resource name must be specified since 'all' parameter is not set");
    const words = all || selector !== '' ? ['nodes'] : resources.slice(1).map((name) => `nodes/${name}`);
    const { infos, errors } = yield* fetchObjects(invocation, yield* select(invocation, yield* builderOptions(invocation, words)));
    const print = yield* resultPrinter(invocation, dryRun, { quietDryRun: true });
    yield* visitAll(
      infos,
      function* ({ mapping, name, object = {} }) {
        const { taints, operation } = newTaints(name, (at(object, 'spec', 'taints') ?? []) as Taint[], changes, flags.bool('overwrite'));
        const after = withValue(object, ['spec', 'taints'], taints.length > 0 ? taints : undefined);
        if (dryRun === 'client') return yield* print(after, operation);
        const patch: JsonObject = createStrategicPatch(object, after);
        const client = yield* invocation.client();
        yield* print(
          yield* client.patch(pathOf(mapping, '', name), 'strategic', patch, writeQuery(dryRun, { fieldValidation: validation })),
          operation,
        );
      },
      errors,
    );
  },
};

function parseTaints(specs: readonly string[]): { add: Taint[]; remove: Taint[] } {
  const add: Taint[] = [];
  const remove: Taint[] = [];
  for (const spec of specs) {
    if (spec.endsWith('-')) {
      const { key, effect } = parseTaint(spec.slice(0, -1));
      remove.push({ key, effect });
      continue;
    }
    const one = parseTaint(spec);
    if (one.effect === '') throw new CommandError(`invalid taint spec: ${spec}`);
    if (add.some((other) => other.key === one.key && other.effect === one.effect)) {
      throw new CommandError(`duplicated taints with the same key and effect: {${one.key} ${one.value ?? ''} ${one.effect} <nil>}`);
    }
    add.push(one);
  }
  return { add, remove };
}

function parseTaint(spec: string): Taint {
  const [left = '', effect, ...more] = spec.split(':');
  const invalid = (errors: readonly string[] = []): CommandError =>
    new CommandError(`invalid taint spec: ${spec}${errors.length > 0 ? `, ${errors.join('; ')}` : ''}`);
  if (more.length > 0) throw invalid();
  let key = left;
  let value: string | undefined;
  if (effect !== undefined) {
    if (!EFFECTS.includes(effect)) throw new CommandError(`invalid taint effect: ${effect}, unsupported taint effect`);
    const parts = left.split('=');
    if (parts.length > 2) throw invalid();
    key = parts[0] ?? '';
    value = parts[1];
    const errors = isLabelValue(value ?? '');
    if (errors.length > 0) throw invalid(errors);
  }
  const errors = isQualifiedName(key);
  if (errors.length > 0) throw invalid(errors);
  return { key, ...(value !== undefined && value !== '' && { value }), effect: effect ?? '' };
}

function checkConflicts({ add, remove }: ReturnType<typeof parseTaints>): void {
  const both = remove.filter((one) => add.some((other) => other.key === one.key && (one.effect === '' || other.effect === one.effect)));
  if (both.length === 0) return;
  throw new CommandError(
    `can not both modify and remove the following taint(s) in the same command: ${both.map((one) => `${one.key}=${one.effect}`).join(', ')}`,
  );
}

function newTaints(
  node: string,
  before: readonly Taint[],
  { add, remove }: ReturnType<typeof parseTaints>,
  overwrite: boolean,
): { taints: Taint[]; operation: string } {
  const same = (a: Taint, b: Taint): boolean => a.key === b.key && a.effect === b.effect;
  const there = add.filter((one) => before.some((old) => same(old, one)));
  if (there.length > 0 && !overwrite)
    throw new CommandError(
      `node ${node} already has ${there.map((one) => one.key).join(',')} taint(s) with same effect(s) and --overwrite is false`,
    );
  let taints = [...add, ...before.filter((old) => !add.some((one) => same(one, old)))];
  const added = taints.length !== before.length;
  let removed = false;
  const missing: Error[] = [];
  for (const one of remove) {
    const left = taints.filter((other) => other.key !== one.key || (one.effect !== '' && other.effect !== one.effect));
    removed = left.length !== taints.length;
    if (!removed)
      missing.push(new CommandError(`taint ${JSON.stringify(one.effect === '' ? one.key : `${one.key}:${one.effect}`)} not found`));
    taints = left;
  }
  throwAll(missing);
  return { taints, operation: (added && removed) || overwrite ? 'modified' : added ? 'tainted' : 'untainted' };
}
