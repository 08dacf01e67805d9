/** wait */
import { now, sleep } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { TIMED_OUT } from '../alarm.ts';
import type { CommandBody, Flag } from '../cli/command.ts';
import { ALL_NAMESPACES, FIELD_SELECTOR, FILENAME, LOCAL, printFlags, RECURSIVE, SELECTOR } from '../cli/shared-flags.ts';
import { completeTypeAndName } from '../completion/live.ts';
import { CommandError, isNotFound, StatusError, throwAll } from '../errors.ts';
import type { Invocation } from '../invocation.ts';
import { at, type JsonObject, metadataOf, textOf } from '../json.ts';
import { formatValue } from '../output/gofmt.ts';
import { executeJsonPath, type JsonPath, JsonPathError, parseJsonPath, relaxedJSONPathExpression } from '../output/jsonpath/index.ts';
import { type ResultPrinter, resultPrinter } from '../printer.ts';
import { builderOptions, fetchObjects, getObject, type ResourceInfo, type Selection, select } from '../resource/builder.ts';
import { waitDeleted, watchUntil } from '../wait.ts';
import { visitAll } from './common.ts';

const WEEK_MS = 168 * 3600 * 1000;
const POLL_MS = 500;

const FOR: Flag = {
  name: 'for',
  type: 'array',
  usage:
    "The condition to wait on: [create|delete|condition=condition-name[=condition-value]|jsonpath='{JSONPath expression}'=[JSONPath value]]. The default condition-value is true. With several conditions they are waited for one after the other, create first.",
  values: ['create', 'delete', 'condition=', 'jsonpath='],
};

export const wait: CommandBody = {
  usage:
    "wait ([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) [--for=create|--for=delete|--for condition=available|--for=jsonpath='{}'[=value]]",
  long: 'Wait until resources are in a state: a condition of their status holds, a field has a value, they are there, or they are gone.',
  examples: [
    ['Wait until a pod is ready', 'kubectl wait --for=condition=Ready pod/web'],
    ['Wait until it is not', 'kubectl wait --for=condition=Ready=false pod/web'],
    ['Wait until a field has a value', "kubectl wait --for=jsonpath='{.status.phase}'=Running pod/web"],
    [
      'Delete a pod and wait a minute for it to be gone',
      'kubectl delete pod/web --wait=false\nkubectl wait --for=delete pod/web --timeout=60s',
    ],
  ],
  flags: [
    ...printFlags(),
    FILENAME('identifying the resource.'),
    { ...RECURSIVE, default: 'true' },
    SELECTOR,
    FIELD_SELECTOR,
    { name: 'all', type: 'bool', usage: 'Select all resources in the namespace of the specified resource types' },
    ALL_NAMESPACES,
    LOCAL,
    {
      name: 'timeout',
      type: 'duration',
      default: '30s',
      usage: "How long to wait before giving up. Zero means check once and don't wait, negative means wait for a week.",
    },
    FOR,
  ],
  complete: completeTypeAndName,
  *run(invocation) {
    const { flags, args } = invocation;
    const print = yield* resultPrinter(invocation);
    const conditions = parseConditions(flags.list('for'));
    const timeout = flags.duration('timeout') < 0 ? WEEK_MS : flags.duration('timeout');
    const deadline = (yield* now()) + timeout;
    const selection = yield* select(invocation, yield* builderOptions(invocation, args));
    const deleting = conditions.some((one) => one.kind === 'delete');
    if (conditions.some((one) => one.kind === 'create')) yield* untilCreated(invocation, selection, deadline);
    const { infos, errors } = yield* fetchObjects(invocation, selection);
    yield* visitAll(
      infos,
      function* (info) {
        for (const condition of conditions) yield* waitOne(invocation, info, condition, { timeout, deadline }, print);
      },
      deleting ? errors.filter((error) => !isNotFound(error)) : errors,
    );
    if (infos.length === 0 && !deleting) throw new CommandError('no matching resources found');
  },
};

/** A condition on the object's state. */
type StateCondition =
  | { readonly kind: 'condition'; readonly name: string; readonly value: string }
  | { readonly kind: 'jsonpath'; readonly path: JsonPath; readonly value: string | undefined };
type Condition = StateCondition | { readonly kind: 'create' } | { readonly kind: 'delete' };

function parseConditions(texts: readonly string[]): readonly Condition[] {
  if (texts.length === 0) throw new CommandError('unrecognized condition: []');
  return texts.map((text): Condition => {
    if (text.toLowerCase() === 'delete' || text.toLowerCase() === 'create') return { kind: text.toLowerCase() as 'create' | 'delete' };
    if (text.startsWith('condition=')) {
      const [, name = '', value = 'true'] = /^condition=([^=]*)(?:=(.*))?$/.exec(text) ?? [];
      return { kind: 'condition', name, value };
    }
    if (text.startsWith('jsonpath=')) return jsonPathCondition(text.slice('jsonpath='.length));
    throw new CommandError(`unrecognized condition: ${JSON.stringify(text)}`);
  });
}

function jsonPathCondition(text: string): Condition {
  // At each single `=`, not at `==`.
  const [expression = '', value, ...more] = text
    .replaceAll('==', '\0')
    .split('=')
    .map((part) => part.replaceAll('\0', '=='));
  if (more.length > 0) {
    throw new CommandError(
      "jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or --for=jsonpath='{.status.readyReplicas}'",
    );
  }
  try {
    const relaxed = relaxedJSONPathExpression(expression);
    if (relaxed === '') throw new CommandError('jsonpath expression cannot be empty');
    const wanted = value?.replace(/^['"]+|['"]+$/g, '');
    if (wanted === '')
      throw new CommandError("jsonpath wait has to have a value after equal sign, like --for=jsonpath='{.status.readyReplicas}'=3");
    return { kind: 'jsonpath', path: parseJsonPath(relaxed), value: wanted };
  } catch (error) {
    if (error instanceof JsonPathError) throw new CommandError(error.message);
    throw error;
  }
}

function* untilCreated(invocation: Invocation, selection: Selection, deadline: number): Sys<void> {
  for (;;) {
    const { infos, errors } = yield* fetchObjects(invocation, selection);
    // Several errors are one that is not "not found", whatever they are.
    if (errors.length > 1 || errors.some((error) => !isNotFound(error))) throwAll(errors);
    if (infos.length > 0 && errors.length === 0) return;
    if ((yield* now()) >= deadline) throw new CommandError('timed out waiting for the condition');
    yield* sleep(POLL_MS);
  }
}

interface Limit {
  readonly timeout: number;
  readonly deadline: number;
}

function* waitOne(invocation: Invocation, info: ResourceInfo, condition: Condition, limit: Limit, print: ResultPrinter): Sys<void> {
  if (info.name === '') throw new CommandError('resource name must be provided');
  const timedOut = new CommandError(`timed out waiting for the condition on ${info.mapping.resource}/${info.name}`);
  const notMet = new CommandError(`condition not met for ${info.mapping.resource}/${info.name}`);
  if (condition.kind === 'create') return yield* print(info.object as JsonObject, 'condition met');
  if (condition.kind === 'delete') {
    if (limit.timeout === 0) throw notMet;
    // Of several objects, one that is still there uses up the time of those after it: these are not even asked for.
    if ((yield* now()) >= limit.deadline) throw new CommandError('client rate limiter Wait returned an error: context deadline exceeded');
    if (!(yield* waitDeleted(invocation, info, metadataOf(info.object ?? {}).uid, limit.deadline))) throw timedOut;
    return yield* print(info.object as JsonObject, 'condition met');
  }
  if (limit.timeout === 0) {
    const object = yield* getObject(invocation, info);
    if (!isMet(condition, object)) throw notMet;
    return yield* print(object, 'condition met');
  }
  // Of several objects, one that is not met uses up the time of those after it.
  if ((yield* now()) >= limit.deadline) throw timedOut;
  // biome-ignore lint/correctness/useYield: one of several that are generators
  const result = yield* watchUntil<JsonObject>(invocation, info, limit.deadline, function* (object, event) {
    if (object === undefined) throw missing(info);
    return event !== 'DELETED' && isMet(condition, object) ? object : undefined;
  });
  if (result === TIMED_OUT) throw timedOut;
  yield* print({ ...result, apiVersion: String(info.object?.['apiVersion']), kind: info.mapping.kind }, 'condition met');
}

function missing({ mapping, name }: ResourceInfo): StatusError {
  const resource = mapping.group === '' ? mapping.resource : `${mapping.resource}.${mapping.group}`;
  return new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    reason: 'NotFound',
    code: 404,
    message: `${resource} ${JSON.stringify(name)} not found`,
  });
}

function isMet(condition: StateCondition, object: JsonObject): boolean {
  if (condition.kind === 'condition') {
    const found = ((at(object, 'status', 'conditions') ?? []) as JsonObject[]).find(
      (one) => textOf(one['type']).toLowerCase() === condition.name.toLowerCase(),
    );
    if (!found) return false;
    const observed = found['observedGeneration'] ?? at(object, 'status', 'observedGeneration');
    const generation = at(object, 'metadata', 'generation');
    if (generation !== undefined && observed !== undefined && Number(observed) < Number(generation)) return false;
    return textOf(found['status']).toLowerCase() === condition.value.toLowerCase();
  }
  try {
    const results = executeJsonPath(condition.path, object);
    const [first = []] = results;
    if (first.length === 0) return false;
    if (results.length > 1) throw new CommandError('given jsonpath expression matches more than one list');
    if (first.length > 1) throw new CommandError('given jsonpath expression matches more than one value');
    if (condition.value === undefined) return true;
    const [value] = first;
    if (typeof value === 'object' && value !== null)
      throw new CommandError('jsonpath leads to a nested object or list which is not supported');
    return formatValue(value).trim() === condition.value.trim();
  } catch (error) {
    if (error instanceof JsonPathError) throw new CommandError(error.message);
    throw error;
  }
}
